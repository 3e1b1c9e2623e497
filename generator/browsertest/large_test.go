package browsertest

import (
	"strings"
	"testing"
)

// small are the words of a page in large print that are less than 18 points high: neither foot nor what is cut out.
const small = `(() => {
	const points = e => parseFloat(getComputedStyle(e).fontSize) * .75, found = [];
	const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
	for (let n; n = words.nextNode();) {
		const e = n.parentElement;
		if (!n.data.trim() || !e.checkVisibility() || e.closest(".deck, .tear, .leaf, .age, svg")) continue;
		const least = e.closest(".dial a") ? 26 : e.closest("h1, h2") ? 22 : 18;
		if (points(e) < least - .1) found.push(points(e) + " " + n.data.trim().slice(0, 40));
	}
	return found.join("; ");
})()`

// TestLargePrint prints a sheet of each kind large, in three languages: no word of it is less than 18 points high, the
// numbers to call are largest, and cards and booklet lie as in small print, so that backs meet fronts.
func TestLargePrint(t *testing.T) {
	r := newReader(t)
	for _, lang := range []string{"en", "gu", "hi"} {
		for _, page := range []string{"roles/psv", "recovery-plan/crisis", "handouts/safety-steps", "recruitment/poster", "help", "one-to-one/cards-start", "one-to-one/cards-plan", "recovery-plan/booklet"} {
			address := r.home + lang + "/" + page + ".html"
			r.must(r.Open(address, r.home))
			plain := r.sides()
			r.do(`location.hash = "page.large"`)
			var found string
			r.must(r.Medium("print"))
			r.must(r.Eval(small, &found))
			r.must(r.Medium(""))
			if found != "" {
				t.Errorf("%s/%s: less than 18 points: %s", lang, page, found)
			}
			if strings.Contains(page, "cards") || strings.Contains(page, "booklet") {
				if large := r.sides(); len(large) != len(plain) {
					t.Errorf("%s/%s: %d sides, %d in large print", lang, page, len(plain), len(large))
				}
			}
		}
	}
}
