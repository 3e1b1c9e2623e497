package browsertest

import (
	"strings"
	"testing"
)

// bare says what can be read on a page: its letters, whether its title and a link to help or a number to call are there to
// be seen, and what stands there that only a script could use.
const bare = `(() => {
	const seen = e => e && e.checkVisibility();
	return {
		Letters: document.querySelector("main").innerText.trim().length,
		Title: seen(document.querySelector("main h1")),
		Help: seen(document.querySelector('a[href*="help"], a[href^="tel:"]')),
		Dead: Array.from(document.querySelectorAll("[hidden], button"), e => seen(e) ? e.outerHTML.slice(0, 80) : "").filter(Boolean),
		Wide: document.scrollingElement.scrollWidth,
	};
})()`

// TestBare reads the longest page of each type in each language without scripts, and again without style sheets too: all
// of its words are there, and nothing that only a script could use.
func TestBare(t *testing.T) {
	dir, pages := write(t, "../..")
	tab := start(t, 1)[0]
	if err := tab.Scripts(false); err != nil {
		t.Fatal(err)
	}
	if err := tab.Size(phone.width, phone.height, true); err != nil {
		t.Fatal(err)
	}
	home := "file://" + dir + "/"
	for _, page := range pages {
		if err := tab.Open(home+page, home); err != nil {
			t.Error(page, err)
			continue
		}
		for _, sheets := range []string{"with", "without"} {
			var s struct {
				Letters, Wide int
				Title, Help   bool
				Dead          []string
			}
			if sheets == "without" {
				if err := tab.Eval(`document.querySelectorAll("link[rel=stylesheet]").forEach(e => e.remove()), true`, new(bool)); err != nil {
					t.Error(page, err)
				}
			}
			err := tab.Eval(bare, &s)
			if help := s.Help || !strings.Contains(page, "/"); err != nil || s.Letters < 50 || !s.Title || !help || len(s.Dead) > 0 || sheets == "with" && s.Wide > phone.width {
				t.Errorf("%s, %s style sheets: %v %+v", page, sheets, err, s)
			}
		}
	}
	t.Logf("%d pages", len(pages))
}
