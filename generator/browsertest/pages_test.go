package browsertest

import (
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/source"
)

var (
	phone  = window{360, 740, true}
	laptop = window{1280, 800, false}
)

// start starts a browser that ends with the test, and opens tabs in it.
func start(t *testing.T, n int) []*chrome.Tab {
	t.Helper()
	c, err := chrome.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	tabs := make([]*chrome.Tab, n)
	for i := range tabs {
		if tabs[i], err = c.NewTab(); err != nil {
			t.Fatal(err)
		}
	}
	return tabs
}

// visit is one look at one page.
type visit struct {
	home, page string
	windows    []window
	scripts    bool
}

// TestPages opens pages of the site from a folder, on a phone and on a laptop; from a folder, by a phone that runs no
// scripts; and from a web server that has the site below an address of its own. Of the sample, which has the widest
// things in it that a page can have, it opens all from a folder.
func TestPages(t *testing.T) {
	var visits []visit
	dir, pages := write(t, "../testdata/site")
	for _, page := range pages {
		visits = append(visits, visit{"file://" + dir + "/", page, []window{phone, laptop}, true})
	}
	dir, pages = write(t, "../..")
	server := httptest.NewServer(http.StripPrefix("/some/where/", http.FileServer(http.Dir(dir))))
	t.Cleanup(server.Close)
	folder, web := "file://"+dir+"/", server.URL+"/some/where/"
	for _, page := range pages {
		visits = append(visits, visit{folder, page, []window{phone, laptop}, true},
			visit{folder, page, []window{phone}, false}, visit{web, page, []window{phone}, true})
	}
	queue := make(chan visit)
	var group sync.WaitGroup
	for _, tab := range start(t, 3) {
		group.Go(func() {
			for v := range queue {
				v.make(t, tab)
			}
		})
	}
	for _, v := range visits {
		queue <- v
	}
	close(queue)
	group.Wait()
	t.Logf("%d pages opened", len(visits))
}

func (v visit) make(t *testing.T, tab *chrome.Tab) {
	if err := tab.Scripts(v.scripts); err != nil {
		t.Error(err)
	}
	for _, fault := range check(tab, v.home+v.page, v.home, v.windows) {
		t.Errorf("%.4s, scripts %t: %s: %s", v.home, v.scripts, v.page, fault)
	}
}

// write builds a site into a folder and chooses what to open of it: of each type of page, language by language, the
// longest; the longest sheet of handouts; and the first page.
func write(t *testing.T, from string) (string, []string) {
	t.Helper()
	root, err := os.OpenRoot(from)
	if err != nil {
		t.Fatal(err)
	}
	dir, files := laid(t, root.FS())
	longest, size := map[string]string{}, map[string]int{}
	for _, f := range files {
		if kind := kindOf(t, from, f.Path); kind != "" && len(f.Data) > size[kind] {
			longest[kind], size[kind] = f.Path, len(f.Data)
		}
	}
	var pages []string
	for _, page := range longest {
		pages = append(pages, page)
	}
	slices.Sort(pages)
	if len(pages) < 1+3*5 {
		t.Fatalf("too few pages: %q", pages)
	}
	return dir, pages
}

var typeLine = regexp.MustCompile(`(?m)^type: (\S+)`)

// kindOf is the language and type of an output file; empty when it is no page.
func kindOf(t *testing.T, site, file string) string {
	t.Helper()
	lang, rest, _ := strings.Cut(file, "/")
	switch {
	case path.Ext(file) != ".html":
		return ""
	case rest == "":
		return file
	case strings.HasSuffix(file, ".handout.html"):
		return lang + " sheets"
	case rest == "share.html":
		return lang + " share"
	case rest == "print/index.html":
		return lang + " prints"
	case strings.HasPrefix(rest, "print/"):
		if kind, _, deeper := strings.Cut(strings.TrimPrefix(rest, "print/"), "/"); deeper {
			return lang + " " + kind + " to print"
		}
		return lang + " pack"
	}
	p := "/" + strings.TrimSuffix(rest, ".html")
	for _, code := range []string{lang, "en"} {
		for _, name := range []string{p + ".md", p + "/index.md"} {
			if data, err := os.ReadFile(site + "/content/" + code + name); err == nil {
				if found := typeLine.FindSubmatch(data); found != nil {
					return fmt.Sprint(lang, " ", string(found[1]))
				}
			}
		}
	}
	t.Fatalf("no source is found for %s", file)
	return ""
}

// lay builds a site and lays it into a folder of its own.
func lay(t *testing.T, disk fs.FS) string {
	t.Helper()
	dir, _ := laid(t, disk)
	return dir
}

func laid(t *testing.T, disk fs.FS) (string, []output.File) {
	t.Helper()
	r, err := build.Build(source.Input{Disk: disk, Embedded: psvsite.Default}, build.Options{}, build.NewCache())
	if err != nil || r.Faults.Count(diag.Error) > 0 {
		t.Fatal(err, r.Faults)
	}
	dir := t.TempDir()
	for _, f := range r.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir, r.Files
}
