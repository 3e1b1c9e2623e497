package diag

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// areas are the first words of codes.
var areas = []string{
	"attribute", "budget", "config", "course", "sheet", "slide", "data", "directive", "edition", "front", "heading", "image", "layout", "link",
	"output", "page", "path", "safety", "step", "term", "text", "translation", "variable",
}

func TestCodes(t *testing.T) {
	if !slices.IsSortedFunc(Codes, func(a, b Code) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the table is not sorted by name: Lookup would miss codes")
	}
	if n := len(slices.Compact(Names())); n != len(Codes) {
		t.Errorf("%d codes, %d names", len(Codes), n)
	}
	for _, c := range Codes {
		if area, _, _ := strings.Cut(c.Name, "-"); !slices.Contains(areas, area) {
			t.Errorf("%s: no area %q", c.Name, area)
		}
		if !regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)+$`).MatchString(c.Name) || c.Severity == Off {
			t.Errorf("%s: its name or severity", c.Name)
		}
		if !regexp.MustCompile(`^[A-Z{c].*\.$`).MatchString(c.Summary) || strings.Count(c.Summary, ". ") > 0 || c.Example == "" {
			t.Errorf("%s: one sentence and an example: %q, %q", c.Name, c.Summary, c.Example)
		}
	}
}

func TestLookup(t *testing.T) {
	for _, name := range Names() {
		if c, ok := Lookup(name); !ok || c.Name != name {
			t.Errorf("Lookup(%q) = %v, %v", name, c, ok)
		}
	}
	if c, ok := Lookup("link-mising"); ok {
		t.Errorf("Lookup finds %v", c)
	}
}

func TestNewRefusesUnknownCodes(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("New took a code that is not in the table")
		}
	}()
	New("no-such-code", Position{}, "", "")
}
