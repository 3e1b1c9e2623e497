package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// address is the base_url of the sites that have one here.
const address = "https://example.org/psv"

// TestWholeSite builds real content and the sample of every page type, with and without an address, and holds every
// file of the output against the rules of rules_test.go and links_test.go.
func TestWholeSite(t *testing.T) {
	for name, folder := range map[string]string{"the content": "..", "the sample": "testdata/site"} {
		for _, base := range []string{"", address} {
			t.Run(name+" at "+base, func(t *testing.T) {
				t.Parallel()
				s := buildSite(t, folder, base)
				for _, path := range slices.Sorted(maps.Keys(s.files)) {
					for _, fault := range s.check(path) {
						t.Errorf("%s: %s", path, fault)
					}
				}
				for _, path := range s.unreached() {
					t.Errorf("%s: no link leads here", path)
				}
				t.Logf("%d files, %d pages of HTML", len(s.files), len(s.pages))
			})
		}
	}
}

// buildSite builds the site of a folder in memory, its base_url replaced. A built site has no errors.
func buildSite(t *testing.T, folder, base string) *builtSite {
	t.Helper()
	disk := fstest.MapFS{}
	for _, name := range []string{"config.yaml", "content", "layouts", "static"} {
		readInto(t, disk, folder, name)
	}
	config := disk["config.yaml"]
	config.Data = bytes.Replace(config.Data, []byte(`base_url: ""`), []byte(`base_url: "`+base+`"`), 1)
	r, err := build.Build(source.Input{Disk: disk, Embedded: psvsite.Default}, build.Options{}, build.NewCache())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Faults {
		if d.Severity == diag.Error {
			t.Errorf("%s: %s", d.Pos, d.Message)
		}
	}
	s := newBuiltSite(base)
	for _, f := range r.Files {
		if _, twice := s.files[f.Path]; twice {
			t.Errorf("%s is written twice", f.Path)
		}
		s.add(f.Path, f.Data)
	}
	if len(s.pages) < 3*5 {
		t.Fatalf("%d pages only", len(s.pages))
	}
	return s
}

// readInto takes a file or folder of the disk into m; one that is not there is left out.
func readInto(t *testing.T, m fstest.MapFS, folder, name string) {
	t.Helper()
	fsys := os.DirFS(folder)
	err := fs.WalkDir(fsys, name, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, p)
		m[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil && !(os.IsNotExist(err) && len(m) > 0) {
		t.Fatal(err)
	}
}

// builtSite is the output of a build: every file, and what stands in those of HTML.
type builtSite struct {
	base  string
	files map[string][]byte
	pages map[string]*htmlPage
}

func newBuiltSite(base string) *builtSite {
	return &builtSite{base, map[string][]byte{}, map[string]*htmlPage{}}
}

func (s *builtSite) add(name string, data []byte) {
	s.files[name] = data
	if path.Ext(name) == ".html" {
		s.pages[name] = parseHTML(name, data)
	}
}

// check holds one file against the rules, and says what it breaks.
func (s *builtSite) check(name string) (faults []string) {
	say := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	checkBytes(s.files[name], say)
	switch path.Ext(name) {
	case ".html":
		for _, check := range checks {
			check(s, s.pages[name], say)
		}
	case ".css":
		checkCSS(s, name, say)
	}
	return faults
}

// unreached lists the pages that no row of links leads to from the site's first page.
func (s *builtSite) unreached() []string {
	left := maps.Clone(s.pages)
	delete(left, "404.html")
	queue := []string{"index.html"}
	for len(queue) > 0 {
		page := left[queue[0]]
		delete(left, queue[0])
		queue = queue[1:]
		if page == nil {
			continue
		}
		for _, e := range page.elements {
			if e.name == "a" {
				to, _, _ := strings.Cut(e.attrs["href"], "#")
				queue = append(queue, path.Join(path.Dir(page.name), to))
			}
		}
	}
	return slices.Sorted(maps.Keys(left))
}
