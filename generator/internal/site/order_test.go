package site

import (
	"strings"
	"testing"
)

const plan = `
- id: plan
  name: {en: Plan, gu: યોજના, hi: योजना}
  days:
    - page: course/day-1
      items: [{session: course/zebra}, {kind: tea, minutes: 10}, {session: course/apple}]
    - page: course/day-2
      items: [{session: course/mango}]
`

// TestOrder: pages of the course plan stand as it has them, then those with a weight, then the rest by path.
func TestOrder(t *testing.T) {
	s, faults := join(t, map[string]string{
		"en/course/index.md": weighed("2"), "en/course/zebra.md": "", "en/course/apple.md": "", "en/course/mango.md": weighed("1"),
		"en/course/day-1.md": "", "en/course/day-2.md": "", "en/course/extra.md": "", "en/course/about.md": "",
		"en/course/light.md": weighed("3"), "en/course/heavy.md": weighed("20"),
		"en/help.md": "", "en/first.md": weighed("1"), "en/deep/no/page/leaf.md": "", "en/course/day-1/sheet.md": "",
		"data/courses.yaml": plan,
	})
	if len(faults) > 0 {
		t.Error(faults)
	}
	for path, want := range map[string]string{
		"index":        "first course deep/no/page/leaf help",
		"course":       "course/day-1 course/zebra course/apple course/day-2 course/mango course/light course/heavy course/about course/extra",
		"course/day-1": "course/day-1/sheet",
		"help":         "",
	} {
		if got := paths(s.Page("en", path).Children); got != want {
			t.Errorf("below %s: %s\nwant %s", path, got, want)
		}
	}
}

// TestNeighbours: the pages of a section are strung together, also in a language that has none of them itself.
func TestNeighbours(t *testing.T) {
	s, _ := join(t, map[string]string{
		"en/a/index.md": "", "en/a/x.md": weighed("2"), "en/a/y/index.md": weighed("1"), "en/a/y/z.md": "", "en/b.md": "",
	})
	for _, lang := range []string{"en", "gu"} {
		var forth, back []string
		for p := s.Page(lang, "a"); p != nil; p = p.Next {
			forth = append(forth, p.Path)
		}
		for p := s.Page(lang, "a/x"); p != nil; p = p.Prev {
			back = append([]string{p.Path}, back...)
		}
		if want := "a a/y a/y/z a/x"; strings.Join(forth, " ") != want || strings.Join(back, " ") != want {
			t.Errorf("%s: %v, back %v", lang, forth, back)
		}
	}
	for _, path := range []string{"index", "b"} {
		if p := s.Page("en", path); p.Prev != nil || p.Next != nil {
			t.Errorf("%s has neighbours", path)
		}
	}
}

func TestCrumbs(t *testing.T) {
	s, _ := join(t, map[string]string{
		"en/course/index.md": "", "en/course/zebra.md": "", "en/course/day-1.md": "", "en/course/extra.md": "",
		"en/deep/no/page/leaf.md": "", "data/courses.yaml": plan,
	})
	for path, want := range map[string]string{
		"index":             "",
		"course":            "index",
		"course/day-1":      "index course",
		"course/zebra":      "index course course/day-1", // the session's day stands between
		"course/extra":      "index course",
		"deep/no/page/leaf": "index",
	} {
		if got := paths(s.Page("en", path).Crumbs()); got != want {
			t.Errorf("above %s: %q, want %q", path, got, want)
		}
	}
}
