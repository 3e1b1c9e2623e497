package markup

import (
	"strings"
	"testing"
	"time"

	"psvsite/generator/internal/diag"
)

// TestLimits: what is just within the limits is read, what is just beyond is refused at its line, both soon.
func TestLimits(t *testing.T) {
	line := strings.Repeat("x", 1023) + "\n"
	for _, c := range []struct{ name, within, beyond, code, at string }{
		{"size", sized(maxFile), sized(maxFile + 1), "text-size", "x.md"},
		{"block", "\n" + strings.Repeat(line, 32), "\n" + strings.Repeat(line, 32) + "x", "text-block", "x.md:39:1"},
		{"quotes", strings.Repeat(">", maxNest) + "x", strings.Repeat(">", maxNest+1) + "x", "text-nest", "x.md:6:1"},
		{"quotes alone", strings.Repeat(">", maxNest), strings.Repeat(">", maxNest+1), "text-nest", "x.md:6:1"},
		{"lists", strings.Repeat("- ", maxNest/2) + "x", strings.Repeat("- ", maxNest+1) + "x", "text-nest", "x.md:6:1"},
		{"numbers", strings.Repeat("1. ", maxNest/2) + "x", strings.Repeat("1. ", maxNest) + "x", "text-nest", "x.md:6:1"},
		{"indent", strings.Repeat("  ", maxNest) + "x", strings.Repeat("  ", maxNest+1) + "x", "text-nest", "x.md:6:1"},
		{"lists below lists", steps(maxNest), steps(maxNest + 1), "text-nest", "x.md:70:1"},
	} {
		began := time.Now()
		if d := Parse("x.md", "en", "x", []byte(front+c.within)); len(d.Faults) > 0 {
			t.Errorf("%s, within: %v", c.name, d.Faults)
		}
		d := Parse("x.md", "en", "x", []byte(front+c.beyond))
		if len(d.Faults) != 1 || d.Faults[0].Code != c.code || d.Faults[0].Pos.String() != c.at || len(d.Body) > 0 {
			t.Errorf("%s, beyond: %v", c.name, d.Faults)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s took %s", c.name, took)
		}
	}
}

// sized is the Markdown of a page of so many bytes.
func sized(bytes int) string {
	paragraph := strings.Repeat("word ", 200) + "\n\n"
	bytes -= len(front)
	return strings.Repeat(paragraph, bytes/len(paragraph)) + strings.Repeat("\n", bytes%len(paragraph))
}

// steps is a list in a list in a list.
func steps(deep int) string {
	var b strings.Builder
	for i := range deep {
		b.WriteString(strings.Repeat("  ", i) + "- x\n")
	}
	return b.String()
}

// TestHarmless: these look like deep nesting and are not.
func TestHarmless(t *testing.T) {
	for _, text := range []string{
		strings.Repeat(".", 200), strings.Repeat("1", 200), "1." + strings.Repeat("2.", 100), strings.Repeat("-", 200), strings.Repeat("*", 200),
		"x\n" + strings.Repeat(" ", 500) + "\ny", strings.Repeat("_ ", 70), strings.Repeat(")", 90),
	} {
		if d := Parse("x.md", "en", "x", []byte(front+text+"\n")); len(d.Faults) > 0 {
			t.Errorf("%.20q…: %v", text, d.Faults)
		}
	}
}

func TestNotUTF8(t *testing.T) {
	for text, at := range map[string]string{
		"a\xffb":            "x.md:6:2",
		"સા\xe0\xaa":        "x.md:6:3",
		"ok\n\xc0\xafslash": "x.md:7:1",
		"\xed\xa0\x80":      "x.md:6:1",
	} {
		d := Parse("x.md", "en", "x", []byte(front+text))
		if len(d.Faults) != 1 || d.Faults[0].Code != "text-utf8" || d.Faults[0].Pos.String() != at {
			t.Errorf("%q: %v, want a fault at %s", text, d.Faults, at)
		}
	}
}

// TestLineEnds: a byte order mark, \r\n and \r change nothing but themselves.
func TestLineEnds(t *testing.T) {
	text := front + "One\n\n::: slyde\nTwo\n:::\n"
	want := Parse("x.md", "en", "x", []byte(text))
	for name, variant := range map[string]string{
		"mark": "\ufeff" + text, "crlf": strings.ReplaceAll(text, "\n", "\r\n"), "cr": strings.ReplaceAll(text, "\n", "\r"),
	} {
		got := Parse("x.md", "en", "x", []byte(variant))
		if string(got.Body) != string(want.Body) || got.Front.Title != want.Front.Title || len(got.Faults) != 1 || got.Faults[0] != want.Faults[0] {
			t.Errorf("%s: %q %v", name, got.Body, got.Faults)
		}
	}
	if len(want.Faults) != 1 || want.Faults[0].Pos != (diag.Position{File: "x.md", Line: 8, Col: 5}) {
		t.Errorf("faults: %v", want.Faults)
	}
}
