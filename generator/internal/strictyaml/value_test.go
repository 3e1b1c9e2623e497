package strictyaml

import (
	"strings"
	"testing"
	"unicode"
)

// TestOneFault gives YAML with one fault in it.
func TestOneFault(t *testing.T) {
	for text, want := range map[string]string{
		"name: A\nname: B":            `data.yaml:12:1: key "name" stands twice [data-duplicate]`,
		"name: A\ntexts: {a: x, a: }": `data.yaml:12:15: key "a" stands twice [data-duplicate]`,
		"name: &x A":                  `data.yaml:11:7: anchors and aliases are not used here [data-alias]`,
		"a: &x [b]\nname: *x":         `data.yaml:11:4: anchors and aliases are not used here [data-alias]`,
		"<<: {name: A}\nname: A":      `data.yaml:11:1: unknown key "<<" [data-key]`,
		"- name: A":                   `data.yaml:11:1: this must be keys with values [data-value]`,
		"just text":                   `data.yaml:11:1: this must be keys with values [data-value]`,
		"name: [A]":                   `data.yaml:11:7: name must be text [data-value]`,
		"name: {a: b}":                `data.yaml:11:7: name must be text [data-value]`,
		"name: A\ntags: red":          `data.yaml:12:7: tags must be a list [data-value]`,
		"name: A\ntexts: [red]":       `data.yaml:12:8: texts must be keys with values [data-value]`,
		"name: A\nopen: yes":          `data.yaml:12:7: open must be true or false [data-value]`,
		"name: A\nopen: \"true\"":     `data.yaml:12:7: open must be true or false [data-value]`,
		"name: A\ncount: 1.5":         `data.yaml:12:8: count must be a whole number [data-value]`,
		"name: A\nshare: a lot":       `data.yaml:12:8: share must be a number [data-value]`,
		"name: A\nshare: NaN":         `data.yaml:12:8: share must be a number [data-value]`,
		"name: A\nshare: -inf":        `data.yaml:12:8: share must be a number [data-value]`,
		"name: A\nsince: 31.1.2026":   `data.yaml:12:8: since must be a date such as 2026-01-31 [data-value]`,
		"name: A\nsince: 2026-02-30":  `data.yaml:12:8: since must be a date such as 2026-01-31 [data-value]`,
		"name: A\nSecret: x":          `data.yaml:12:1: unknown key "Secret" [data-key]`,
		"name: A\n\"-\": x":           `data.yaml:12:1: unknown key "-" [data-key]`,
		"name: A\nplain: x":           `data.yaml:12:1: unknown key "plain" [data-key]`,
		"name:":                       `data.yaml:11:1: "name" is empty [data-missing]`,
		"name: ''":                    `data.yaml:11:1: "name" is empty [data-missing]`,
		"# nothing":                   `data.yaml:11:1: "name" is missing [data-missing]`,
	} {
		_, d := decode(text)
		got, _, _ := strings.Cut(printed(d.Faults), "\n")
		if len(d.Faults) != 1 || got != want {
			t.Errorf("%q:\n%swant %s", text, printed(d.Faults), want)
		}
	}
}

// TestSyntax: the library's message keeps its line, counted in the file; where it has none, the YAML's first line.
func TestSyntax(t *testing.T) {
	for text, line := range map[string]string{
		"name: Help: now":       "data.yaml:11:",
		"name: A\ntags: [red":   "data.yaml:1",
		"name: A\n\tkind: page": "data.yaml:12:",
		"name: 'A":              "data.yaml:1",
		"name: A\n---\nname: B": "data.yaml:1",
	} {
		_, d := decode(text)
		if got := printed(d.Faults); len(d.Faults) != 1 || d.Faults[0].Code != "data-syntax" || !strings.HasPrefix(got, line) {
			t.Errorf("%q: %s, want a syntax fault at %s", text, got, line)
		}
	}
}

// TestNothingGiven: values left out or empty stay as they are.
func TestNothingGiven(t *testing.T) {
	got, d := decode("name: A\nkind:\ncount: ~\nsince: ''\ntags: []\ntexts: {}\nsub:\n")
	if len(d.Faults) > 0 || got.Kind != "" || got.Count != 0 || len(got.Tags) != 0 || got.Sub != nil {
		t.Errorf("%+v\n%s", got, printed(d.Faults))
	}
}

// TestBomb: aliases are refused before anything grows.
func TestBomb(t *testing.T) {
	text := "a: &a [x, x, x, x, x, x, x, x, x]\n"
	for c := 'b'; c <= 'z'; c++ {
		p := string(c - 1)
		text += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+p+", ", 9) + "]\n"
	}
	_, d := decode(text)
	if len(d.Faults) != 1 || d.Faults[0].Code != "data-alias" {
		t.Errorf("a bomb gives:\n%s", printed(d.Faults))
	}
}

func TestParseInt(t *testing.T) {
	for text, want := range map[string]int{
		"0": 0, "75": 75, "-3": -3, "૧૦": 10, "१२३": 123, "۹۸": 98, "٤": 4, "1૦": 10, "𝟗𝟎": 90,
	} {
		if got, ok := ParseInt(text); !ok || got != want {
			t.Errorf("ParseInt(%q) = %d, %v; want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "ten", "1.5", "1 0", "½", "十", "99999999999999999999", "0x10"} {
		if got, ok := ParseInt(text); ok {
			t.Errorf("ParseInt(%q) = %d", text, got)
		}
	}
}

// TestEveryDigit: the value of every decimal digit of Unicode is its place in its run of ten.
func TestEveryDigit(t *testing.T) {
	each := func(lo, hi rune) {
		for r := lo; r <= hi; r++ {
			if got, ok := ParseInt(string(r)); !ok || got != int(r-lo)%10 {
				t.Errorf("%U is %d, want %d", r, got, (r-lo)%10)
			}
		}
	}
	for _, r := range unicode.Nd.R16 {
		each(rune(r.Lo), rune(r.Hi))
	}
	for _, r := range unicode.Nd.R32 {
		each(rune(r.Lo), rune(r.Hi))
	}
}
