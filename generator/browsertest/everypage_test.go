package browsertest

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"testing"
)

// TestEveryPage opens every page of every language from a folder, without a network, by a phone: each shows its title, and
// nothing fails or is asked of any other place. What links lead to is held by the tests of the whole site.
func TestEveryPage(t *testing.T) {
	dir, _ := write(t, "../..")
	pages := htmlBelow(t, dir)
	home := "file://" + dir + "/"
	queue := make(chan string)
	var group sync.WaitGroup
	for _, tab := range start(t, 3) {
		group.Go(func() {
			for page := range queue {
				var title string
				err := tab.Open(home+page, home)
				if err == nil {
					err = tab.Eval("document.querySelector('h1').innerText", &title)
				}
				if faults := tab.Faults(); err != nil || title == "" || len(faults) > 0 {
					t.Errorf("%s: title %q, %v %q", page, title, err, faults)
				}
			}
		})
	}
	for _, page := range pages {
		queue <- page
	}
	close(queue)
	group.Wait()
	t.Logf("%d pages opened over file://", len(pages))
}

// htmlBelow lists the pages of the languages in a folder.
func htmlBelow(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if path.Ext(name) == ".html" && strings.Contains(name, "/") {
			list = append(list, name)
		}
		return err
	})
	if err != nil || len(list) < 3*100 {
		t.Fatalf("%d pages: %v", len(list), err)
	}
	return list
}
