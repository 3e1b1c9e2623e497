package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

// floor is the least that a build of a Markdown site does, with the libraries psvsite uses: read a file, cut off
// its front matter, turn it to HTML, minify, write. It links nothing, checks nothing and knows no layout.
type floor struct {
	src, out string
	markdown goldmark.Markdown
	minifier *minify.M
}

// buildFloor turns every Markdown file below src into a page below out. The program runs itself with this, so
// that the floor is measured as the others are: as a process.
func buildFloor(src, out string) error {
	f := floor{src: src, out: out, minifier: minify.New()}
	f.minifier.AddFunc("text/html", html.Minify)
	f.markdown = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	names := make(chan string, 256)
	faults := make([]error, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for i := range faults {
		workers.Go(func() { faults[i] = f.pages(names) })
	}
	walked := f.walk(names)
	workers.Wait()
	return errors.Join(append(faults, walked)...)
}

// walk sends the names of all Markdown files, then closes the channel.
func (f floor) walk(names chan<- string) error {
	defer close(names)
	return filepath.WalkDir(f.src, func(name string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(name, ".md") {
			names <- name
		}
		return err
	})
}

// pages makes one page after the other. After a fault it only empties the channel.
func (f floor) pages(names <-chan string) error {
	var err error
	var rough, fine bytes.Buffer
	for name := range names {
		if err == nil {
			rough.Reset()
			fine.Reset()
			err = f.page(name, &rough, &fine)
		}
	}
	return err
}

// page makes the page of one file, in two buffers that are used again and again.
func (f floor) page(name string, rough, fine *bytes.Buffer) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	rough.WriteString("<!doctype html><html><head><meta charset=utf-8><title>Page</title></head><body>")
	if err := f.markdown.Convert(withoutFront(text), rough); err != nil {
		return err
	}
	rough.WriteString("</body></html>")
	if err := f.minifier.Minify("text/html", fine, rough); err != nil {
		return err
	}
	rel, err := filepath.Rel(f.src, name)
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(f.out, strings.TrimSuffix(rel, ".md")+".html"), fine.Bytes())
}

// withoutFront cuts off front matter between two lines of three hyphens.
func withoutFront(text []byte) []byte {
	if rest, found := bytes.CutPrefix(text, []byte("---\n")); found {
		if _, body, closed := bytes.Cut(rest, []byte("\n---\n")); closed {
			return body
		}
	}
	return text
}
