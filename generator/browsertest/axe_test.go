package browsertest

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"psvsite/generator/internal/chrome"
)

// axePath is where `make browser` puts axe-core (github.com/dequelabs/axe-core), which looks for what shuts people out.
const axePath = "node_modules/axe-core/axe.min.js"

// finding is a rule of axe that a page breaks.
type finding struct {
	ID    string `json:"id"`
	Help  string `json:"help"`
	Nodes []struct {
		HTML   string   `json:"html"`
		Target []string `json:"target"`
	} `json:"nodes"`
}

// runAxe runs the rules of some tags on the page, all rules where the tags are null, and returns those broken.
const runAxe = `axe.run(document, {resultTypes: ["violations"], runOnly: %s || undefined}).then(r => JSON.stringify(r.violations))`

// TestAxe runs axe on the longest page of each type in each language, from a folder, on a phone, in light and in dark.
func TestAxe(t *testing.T) {
	axe, err := os.ReadFile(axePath)
	if err != nil {
		t.Fatalf("axe-core is not there; fetch it with: make browser (%v)", err)
	}
	type look struct{ home, page string }
	var looks []look
	for _, site := range []string{"../..", "../testdata/site"} {
		dir, pages := write(t, site)
		for _, page := range pages {
			looks = append(looks, look{"file://" + dir + "/", page})
		}
	}
	queue := make(chan look)
	var group sync.WaitGroup
	for _, tab := range start(t, 2) {
		group.Go(func() {
			for l := range queue {
				for _, f := range lookWithAxe(t, tab, l.home+l.page, l.home, string(axe)) {
					t.Errorf("%s, %s", l.page, f)
				}
			}
		})
	}
	for _, l := range looks {
		queue <- l
	}
	close(queue)
	group.Wait()
	t.Logf("%d looks", len(looks))
}

// lookWithAxe opens a page in light and returns the rules it breaks, one line each; then those about colour in dark, where
// nothing but the colours is another.
func lookWithAxe(tt *testing.T, t *chrome.Tab, address, home, axe string) (broken []string) {
	if err := errors.Join(t.Size(phone.width, phone.height, true), t.Scheme("light"), t.Open(address, home)); err != nil {
		tt.Error(address, err)
		return nil
	}
	for _, f := range axeOf(tt, t, axe) {
		broken = append(broken, "light: "+f)
	}
	if err := t.Scheme("dark"); err != nil {
		tt.Error(address, err)
	}
	for _, f := range brokenRules(tt, t, `["cat.color"]`) {
		broken = append(broken, "dark: "+f)
	}
	return broken
}

// axeOf returns the rules that the page in a tab breaks as it stands.
func axeOf(tt *testing.T, t *chrome.Tab, axe string) []string {
	if err := t.Eval(axe+"; true", new(bool)); err != nil {
		tt.Error(err)
	}
	return brokenRules(tt, t, "null")
}

// brokenRules returns the rules of some tags that a page with axe in it breaks.
func brokenRules(tt *testing.T, t *chrome.Tab, tags string) (lines []string) {
	var found []finding
	var text string
	err := t.Await(fmt.Sprintf(runAxe, tags), &text)
	if err == nil {
		err = json.Unmarshal([]byte(text), &found)
	}
	if err != nil {
		tt.Error(err)
	}
	for _, f := range found {
		lines = append(lines, fmt.Sprintf("%s: %s: %d times, first %s %s", f.ID, f.Help, len(f.Nodes), strings.Join(f.Nodes[0].Target, " "), f.Nodes[0].HTML))
	}
	return lines
}
