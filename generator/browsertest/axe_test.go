package browsertest

import (
	"encoding/json"
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

// runAxe runs all rules on the page and returns those broken.
const runAxe = `axe.run(document, {resultTypes: ["violations"]}).then(r => JSON.stringify(r.violations))`

// TestAxe runs axe on the longest page of each type in each language, from a folder, on a phone, in light and in dark.
func TestAxe(t *testing.T) {
	axe, err := os.ReadFile(axePath)
	if err != nil {
		t.Fatalf("axe-core is not there; fetch it with: make browser (%v)", err)
	}
	type look struct{ home, page, scheme string }
	var looks []look
	for _, site := range []string{"../..", "../testdata/site"} {
		dir, pages := write(t, site)
		for _, page := range pages {
			for _, scheme := range []string{"light", "dark"} {
				looks = append(looks, look{"file://" + dir + "/", page, scheme})
			}
		}
	}
	queue := make(chan look)
	var group sync.WaitGroup
	for _, tab := range start(t, 2) {
		group.Go(func() {
			for l := range queue {
				for _, f := range lookWithAxe(t, tab, l.home+l.page, l.home, l.scheme, string(axe)) {
					t.Errorf("%s, %s: %s", l.page, l.scheme, f)
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

// lookWithAxe opens a page in a colour scheme and returns the rules it breaks, one line each.
func lookWithAxe(tt *testing.T, t *chrome.Tab, address, home, scheme, axe string) []string {
	err := t.Size(phone.width, phone.height, true)
	if err == nil {
		err = t.Scheme(scheme)
	}
	if err == nil {
		err = t.Open(address, home)
	}
	if err != nil {
		tt.Error(address, err)
		return nil
	}
	return axeOf(tt, t, axe)
}

// axeOf returns the rules that the page in a tab breaks as it stands.
func axeOf(tt *testing.T, t *chrome.Tab, axe string) []string {
	var found []finding
	var text string
	err := t.Eval(axe+"; true", new(bool))
	if err == nil {
		err = t.Await(runAxe, &text)
	}
	if err == nil {
		err = json.Unmarshal([]byte(text), &found)
	}
	if err != nil {
		tt.Error(err)
	}
	var lines []string
	for _, f := range found {
		lines = append(lines, fmt.Sprintf("%s: %s: %d times, first %s %s", f.ID, f.Help, len(f.Nodes), strings.Join(f.Nodes[0].Target, " "), f.Nodes[0].HTML))
	}
	return lines
}
