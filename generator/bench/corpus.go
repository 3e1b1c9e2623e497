package main

import (
	"embed"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
)

// shelves is how many sections the pages of one language are dealt to, in turn.
const shelves = 60

//go:embed testdata/psvsite testdata/hugo
var embedded embed.FS

// project is the corpus as one program wants it: a folder of testdata with all but the content, and the name that
// the page of a section has.
type project struct{ folder, index string }

// The corpus for psvsite and for Hugo: the same bytes under the same names, apart from those of sections.
var (
	forPsvsite = project{"psvsite", "index.md"}
	forHugo    = project{"hugo", "_index.md"}
)

// write puts the project, with so many pages a language, into dir, which must not hold it yet.
func (p project) write(dir string, pages int) error {
	frame, err := fs.Sub(embedded, "testdata/"+p.folder)
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, frame); err != nil {
		return err
	}
	for name, data := range p.content(pages) {
		if err := writeFile(filepath.Join(dir, "content", filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	return nil
}

// content yields every file below content/, by its slash-separated name.
func (p project) content(pages int) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, l := range languages {
			for name, data := range l.files(pages, p.index) {
				if !yield(path.Join(l.code, name), data) {
					return
				}
			}
		}
	}
}

// files yields the pages of one language, then those of its sections: only shelves that hold a page.
func (l language) files(pages int, index string) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for i := range pages {
			if !yield("library/"+pagePath(i), l.page(i, (i+1)%pages)) {
				return
			}
		}
		for i := range min(pages, shelves) {
			title := fmt.Sprintf("%s %d", l.shelf, i+1)
			if !yield("library/"+shelfPath(i)+"/"+index, l.section("guide", title, i+1)) {
				return
			}
		}
		_ = yield("library/"+index, l.section("guide", l.library, 1)) && yield(index, l.section("home", l.home, 1))
	}
}

// files of the whole corpus, for so many pages a language.
func corpusSize(pages int) int { return len(languages) * (pages + min(pages, shelves) + 2) }

// shelfPath is the folder of page i below the library, and pagePath its file.
func shelfPath(i int) string { return fmt.Sprintf("shelf-%02d", i%shelves+1) }
func pagePath(i int) string  { return fmt.Sprintf("%s/page-%06d.md", shelfPath(i), i) }

// writeFile writes a file and the folders above it.
func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
