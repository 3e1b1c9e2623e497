package markup

import (
	"reflect"
	"testing"
)

func TestLexAttributes(t *testing.T) {
	for text, want := range map[string]attributes{
		`{#id}`:               {id: "id", idAt: 1},
		`{#ધ્યાન-૧}`:          {id: "ધ્યાન-૧", idAt: 1},
		`{#own_id}`:           {id: "own_id", idAt: 1},
		`{a=b}`:               {pairs: []pair{{"a", "b", 1, 3}}},
		`{a=b  #x c-d=1.5:2}`: {id: "x", idAt: 6, pairs: []pair{{"a", "b", 1, 3}, {"c-d", "1.5:2", 9, 13}}},
		`{minutes=૧૦}`:        {pairs: []pair{{"minutes", "૧૦", 1, 9}}},
		`{a=""}`:              {pairs: []pair{{"a", "", 1, 3}}},
		`{a="two words"}`:     {pairs: []pair{{"a", "two words", 1, 3}}},
		`{a="\"\\\n}{"}`:      {pairs: []pair{{"a", `"\\n}{`, 1, 3}}},
		`{a="{{b}}" } `:       {pairs: []pair{{"a", "{{b}}", 1, 3}}},
		"{a=b\tc=d}":          {pairs: []pair{{"a", "b", 1, 3}, {"c", "d", 5, 7}}},
	} {
		got, fault := lexAttributes([]byte(text), 0)
		if fault != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s reads as %+v (%+v), want %+v", text, got, fault, want)
		}
	}
}

func TestLexAttributesFaults(t *testing.T) {
	for text, at := range map[string]int{
		`{}`:               1,
		`{ a=b}`:           1,
		`{.class}`:         1,
		`{#}`:              1,
		`{#a #b}`:          4,
		`{#a.b}`:           3,
		`{a}`:              2,
		`{a b}`:            2,
		`{a = b}`:          2,
		`{a=}`:             3,
		`{a=b,c=d}`:        4,
		`{a=b a=c}`:        5,
		`{A=b}`:            1,
		`{a=b`:             4,
		`{a="b`:            3,
		`{a="b"c=d}`:       6,
		`{a=b} text`:       6,
		`{a=b}}`:           5,
		`{style="x" a=\\}`: 13,
		`{a='b'}`:          3,
		`{a=½}`:            3,
	} {
		if a, fault := lexAttributes([]byte(text), 0); fault == nil || fault.at != at {
			t.Errorf("%s: fault %+v, want one at %d (%+v)", text, fault, at, a)
		}
	}
}

// TestTrailing: only what ends a heading is a block of attributes, and a variable at its end is none.
func TestTrailing(t *testing.T) {
	for text, from := range map[string]int{
		"Begin {minutes=10}":     6,
		"Begin {minutes=10}  \n": 6,
		"{#only}":                0,
		"A {brace} and {#id}":    14,
		"In {{town}} {#id}":      12,
		"In {{{town}}} {#id}":    14,
		`Quoted {a="} {"} {#id}`: 17,
		"Begin":                  -1,
		"{#id} first":            -1,
		"{{hospital.name}}":      -1,
		"In {{town}}":            -1,
		"{#id}}":                 -1,
		"":                       -1,
	} {
		if got, _, fault := trailing([]byte(text)); got != from || fault != nil {
			t.Errorf("%q: attributes at %d (%+v), want %d", text, got, fault, from)
		}
	}
	for text, at := range map[string]int{
		"Begin {minutes 10}": 14,
		"Begin }":            6,
		"A {b} {c}":          4,
		"}":                  0,
	} {
		if _, _, fault := trailing([]byte(text)); fault == nil || fault.at != at {
			t.Errorf("%q: fault %+v, want one at %d", text, fault, at)
		}
	}
}
