package browsertest

import (
	"bytes"
	"path"
	"strings"
	"testing"

	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
)

// TestLeaves prints the form for a day without power of the longest sessions in each language: each takes one leaf, both
// sides of an A4. Slides to hand out print three, two or one on a side, chosen without a script.
func TestLeaves(t *testing.T) {
	home, decks := programme(t)
	tab := start(t, 1)[0]
	must(t, tab.Scripts(false))
	for _, lang := range []string{"en", "gu", "hi"} {
		for _, d := range longest(decks, lang, 8) {
			page := strings.Replace(d, lang+"/", lang+"/print/no-power/", 1)
			if n := sides(t, tab.Open(home+page, home), tab.PDF); n < 1 || n > render.NoPowerSides {
				t.Errorf("%s takes %d sides", page, n)
			}
		}
	}
	page := home + "gu/print/slides/refreshers/1-listening.html"
	must(t, tab.Open(page, home))
	count := 0
	must(t, tab.Eval("document.querySelectorAll('.wall').length", &count))
	for each, want := range map[string]int{"3": (count + 2) / 3, "2": (count + 1) / 2, "1": count} {
		must(t, tab.Eval(`document.getElementById('each.`+each+`').checked = true`, new(bool)))
		if n := sides(t, nil, tab.PDF); n < want || n > want+1 { // the title may push the last one over
			t.Errorf("%s slides on a side: %d slides take %d sides, want %d", each, count, n, want)
		}
	}
}

// longest lists the addresses of the sessions and refreshers with the most slides in a language.
func longest(decks []site.Deck, lang string, n int) (list []string) {
	for _, least := range []int{24, 20, 16, 12} {
		for _, d := range decks {
			folder := path.Dir(d.URL)
			held := folder == lang+"/refreshers" || folder == lang+"/training" && !strings.Contains(d.URL, "/day-")
			if held && len(d.Slides) >= least && len(d.Slides) < least+4 && len(list) < n {
				list = append(list, d.URL)
			}
		}
	}
	return list
}

// sides counts the sides that a page takes on paper.
func sides(t *testing.T, err error, print func() ([]byte, error)) int {
	t.Helper()
	must(t, err)
	pdf, err := print()
	must(t, err)
	return bytes.Count(pdf, []byte("/Type /Page\n"))
}
