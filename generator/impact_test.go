package main

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/impact"
	"psvsite/generator/internal/source"
)

// TestImpactEqualsGrep: for each phone number of the data, impact names just the files in which a search of the whole
// built site finds it, in a link to dial or in the text.
func TestImpactEqualsGrep(t *testing.T) {
	site := buildSite(t, "..", "")
	opened, err := build.Open(source.Input{Disk: os.DirFS(".."), Embedded: psvsite.Default}, "")
	if err != nil || opened.Site == nil {
		t.Fatal(err, opened.Faults)
	}
	most := 0
	for _, c := range opened.Site.Data.Contacts {
		if len(c.Numbers) == 0 {
			continue
		}
		found, err := impact.Of(opened.Site, "data/contacts.yaml#"+c.ID)
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		for _, p := range found.Places {
			file, _, _ := strings.Cut(p.URL, "#")
			got[file] = true
		}
		want := grep(site, c.Numbers)
		if !maps.Equal(got, want) {
			t.Errorf("%s %q: impact alone names %q, a search alone finds %q", c.ID, c.Numbers, without(got, want), without(want, got))
		}
		most = max(most, len(want))
		t.Logf("%s %q: %d files, %d places, %d codes", c.ID, c.Numbers, len(want), len(found.Places), len(found.Codes()))
	}
	if most < 50 {
		t.Errorf("a number stands in %d files at most", most)
	}
}

// without lists what is in a and not in b.
func without(a, b map[string]bool) []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(a)), func(name string) bool { return b[name] })
}

var (
	drawing = regexp.MustCompile(`(?s)<svg.*?</svg>`)
	dialled = regexp.MustCompile(`href="tel:([^"]*)"`)
	tag     = regexp.MustCompile(`<[^>]*>`)
	footSum = regexp.MustCompile(`· [0-9a-f]{8}\s`) // what a page says, summed up: any digits may stand in it
)

// grep names the files below the languages' folders in which a number stands.
func grep(site *builtSite, numbers []string) map[string]bool {
	found := map[string]bool{}
	for name, data := range site.files {
		if !strings.HasSuffix(name, ".html") || !strings.Contains(name, "/") {
			continue
		}
		html := drawing.ReplaceAllString(string(data), "")
		text := footSum.ReplaceAllString(tag.ReplaceAllString(html, " "), "")
		for _, n := range numbers {
			digits := strings.ReplaceAll(n, "-", "")
			for _, to := range dialled.FindAllStringSubmatch(html, -1) {
				found[name] = found[name] || to[1] == digits
			}
			if regexp.MustCompile(`(^|[^0-9.,-])` + regexp.QuoteMeta(n) + `($|[^0-9-])`).MatchString(text) {
				found[name] = true
			}
		}
	}
	maps.DeleteFunc(found, func(_ string, there bool) bool { return !there })
	return found
}
