package diag

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestAt(t *testing.T) {
	src := []byte("one\nમાતા\n\nlast")
	for _, c := range []struct {
		offset, line, col int
	}{
		{0, 1, 1},
		{3, 1, 4}, // the line's end
		{4, 2, 1},
		{4 + len("મા"), 2, 3}, // columns count runes, also those that join
		{4 + len("માતા"), 2, 5},
		{4 + len("માતા\n"), 3, 1},
		{4 + len("માતા\n\n"), 4, 1},
		{len(src), 4, 5},
		{-7, 1, 1},
		{9999, 4, 5},
	} {
		if got, want := At("f", src, c.offset), (Position{"f", c.line, c.col}); got != want {
			t.Errorf("At(%d) = %v, want %v", c.offset, got, want)
		}
	}
	if got := At("empty", nil, 3); got != (Position{"empty", 1, 1}) {
		t.Errorf("At in an empty file = %v", got)
	}
}

func TestPositionString(t *testing.T) {
	for want, p := range map[string]Position{"a.md:3:5": {"a.md", 3, 5}, "a.md": {File: "a.md"}} {
		if got := p.String(); got != want {
			t.Errorf("%#v prints %q, not %q", p, got, want)
		}
	}
}

func TestSort(t *testing.T) {
	var want, mixed List
	add := func(file string, line, col int, code, message string) {
		want.Add(code, Position{file, line, col}, "", "%s", message)
	}
	add("a.md", 0, 0, "path-kind", "whole file first")
	add("a.md", 2, 9, "text-html", "m")
	add("a.md", 10, 1, "link-anchor", "by code")
	add("a.md", 10, 1, "link-missing", "a message")
	add("a.md", 10, 1, "link-missing", "another message")
	add("a.md", 10, 2, "link-anchor", "by column")
	add("b.md", 1, 1, "link-anchor", "by file")
	mixed = slices.Clone(want)
	slices.Reverse(mixed)
	mixed = append(mixed, want[3], want[3])
	mixed.Sort()
	if !reflect.DeepEqual(mixed, want) {
		t.Errorf("sorted:\n%v\nwant:\n%v", mixed, want)
	}
}

func TestLeveled(t *testing.T) {
	var l List
	l.Add("link-missing", Position{File: "a"}, "", "an error")
	l.Add("image-unused", Position{File: "a"}, "", "a warning")
	l.Add("data-translation", Position{File: "a"}, "", "another")
	got := l.Leveled(map[string]Severity{"link-missing": Warning, "image-unused": Off, "data-translation": Error})
	if len(got) != 2 || got[0].Severity != Warning || got[1].Severity != Error || got[1].Code != "data-translation" {
		t.Errorf("leveled: %v", got)
	}
	if l[0].Severity != Error || len(l) != 3 {
		t.Error("Leveled changed the list it was called on")
	}
}

func TestFails(t *testing.T) {
	warning := List{{Severity: Warning}}
	failing := List{{Severity: Warning}, {Severity: Error}}
	for i, got := range []bool{List{}.Fails(true), warning.Fails(false), warning.Fails(true), failing.Fails(false)} {
		if want := i >= 2; got != want {
			t.Errorf("case %d: %v", i, got)
		}
	}
}

func TestPrint(t *testing.T) {
	var l List
	l.Add("link-missing", Position{"en/a.md", 3, 5}, "did you mean b.md?", "link to %q", "c.md")
	l.Add("image-unused", Position{File: "old.svg"}, "", "no page shows this file")
	var b strings.Builder
	l.Print(&b)
	want := "en/a.md:3:5: link to \"c.md\" [link-missing]\n    hint: did you mean b.md?\nold.svg: warning: no page shows this file [image-unused]\n"
	if b.String() != want {
		t.Errorf("printed:\n%swant:\n%s", b.String(), want)
	}
}

func TestSeverityWords(t *testing.T) {
	for word, want := range map[string]Severity{"off": Off, "warning": Warning, "error": Error} {
		if got, ok := ParseSeverity(word); !ok || got != want {
			t.Errorf("ParseSeverity(%q) = %v, %v", word, got, ok)
		}
	}
	if _, ok := ParseSeverity("Error"); ok {
		t.Error("ParseSeverity takes a word it should not")
	}
}
