package markup

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// FuzzAttributes gives the lexer any line: it never panics, its offsets lie in the line, and what it read, printed,
// reads the same.
func FuzzAttributes(f *testing.F) {
	for _, s := range []string{
		`{#id minutes=10 method=do}`, `{minutes=૧૦}`, `{label="two \"words\" \\ back"}`, `{a=b  c=d} `, `{`, `{}`, `{a="`,
		`{#id #id}`, `{a=b a=c}`, `{a}`, `{a=}`, `{{a}}`, `x {#y}`, "{a=\"\xff\"}", `{#ક્ષ-૧}`, `{a=b}}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		checkTrailing(t, []byte(line))
		checkLexer(t, []byte("{"+line))
	})
}

func checkTrailing(t *testing.T, line []byte) {
	from, _, fault := trailing(line)
	if from < -1 || from > 0 && from >= len(line) {
		t.Errorf("attributes of %q begin at %d", line, from)
	}
	if fault != nil && (fault.at < 0 || fault.at > len(line)) {
		t.Errorf("%q: fault at %d", line, fault.at)
	}
}

func checkLexer(t *testing.T, line []byte) {
	a, fault := lexAttributes(line, 0)
	if fault != nil {
		if fault.at < 0 || fault.at > len(line) || fault.message == "" {
			t.Errorf("%q: fault at %d: %s", line, fault.at, fault.message)
		}
		return
	}
	if a.id != "" && !bytes.HasPrefix(norm.NFC.Bytes(line[a.idAt:]), []byte("#"+a.id)) {
		t.Errorf("%q: no #%s at %d", line, a.id, a.idAt)
	}
	for _, p := range a.pairs {
		if !bytes.HasPrefix(line[p.at:], []byte(p.key+"=")) || p.where != p.at+len(p.key)+1 {
			t.Errorf("%q: no %s= at %d", line, p.key, p.at)
		}
	}
	again, fault := lexAttributes([]byte(printed(a)), 0)
	if fault != nil || !reflect.DeepEqual(withoutOffsets(again), withoutOffsets(a)) {
		t.Errorf("%q, printed as %s, reads as %+v (%v), not %+v", line, printed(a), again, fault, a)
	}
}

// printed writes attributes as an author would.
func printed(a attributes) string {
	var parts []string
	if a.id != "" {
		parts = append(parts, "#"+a.id)
	}
	for _, p := range a.pairs {
		parts = append(parts, p.key+`="`+strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(p.value)+`"`)
	}
	return "{" + strings.Join(parts, " ") + "}"
}

// withoutOffsets is the id, then keys and values.
func withoutOffsets(a attributes) []string {
	list := []string{a.id}
	for _, p := range a.pairs {
		list = append(list, p.key, p.value)
	}
	return list
}
