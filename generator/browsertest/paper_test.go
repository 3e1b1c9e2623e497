package browsertest

import (
	"strings"
	"testing"

	"psvsite/generator/internal/build"
)

// onPaper are pages of each kind of sheet, and the words that each has on paper.
var onPaper = []struct{ path, words string }{
	{"help", "112"},
	{"roles/psv", "PSV"},
	{"recovery-plan/booklet", "રિકવરી"},
	{"recovery-plan/crisis", "112"},
	{"handouts/rights-card", "H-05"},
	{"recruitment/poster", "W-01"},
	{"one-to-one/cards-start", "C-02"},
	{"training/listening", "S-09"},
	{"groups/running", "G-03"},
}

// TestSinglePrint prints pages out of a file that holds a language: each takes as many sides as the page itself, and says
// the same, with scripts and without.
func TestSinglePrint(t *testing.T) {
	r := newReader(t)
	plain := map[string][]string{}
	for _, p := range onPaper {
		r.must(r.Open(r.home+"gu/"+p.path+".html", r.home))
		plain[p.path] = r.sides()
	}
	for name, data := range copies(t, build.Bundles{Single: true, Lang: "gu"}) {
		address := alone(t, name, data)
		for _, scripts := range []bool{true, false} {
			r.must(r.Scripts(scripts))
			for _, p := range onPaper {
				r.must(r.Open("about:blank", ""))
				r.must(r.Open(address+"#"+p.path, address))
				sides, want := r.sides(), plain[p.path]
				if len(sides) != len(want) {
					t.Errorf("%s: %d sides out of the file (scripts: %v), %d of its own", p.path, len(sides), scripts, len(want))
				}
				if got, own := len(strings.Fields(strings.Join(sides, " "))), len(strings.Fields(strings.Join(want, " "))); got < own*9/10 || got > own*11/10 {
					t.Errorf("%s: %d words out of the file (scripts: %v), %d of its own", p.path, got, scripts, own)
				}
				if !strings.Contains(strings.Join(sides, " "), p.words) {
					t.Errorf("%s: nowhere %s (scripts: %v)", p.path, p.words, scripts)
				}
			}
		}
		r.must(r.Scripts(true))
	}
}
