package main

import (
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/pdf"
)

// pressTabs print at once: while one is laid out another is written.
const pressTabs = 2

// press prints sheets from a built site in several tabs of one browser.
type press struct {
	site, out string // folders
	bar       *progress
	total     int

	mu   sync.Mutex // guards what follows
	n    int        // PDFs written
	over diag.List  // those that take more sides than they say
	err  error
}

// print writes the site into a folder of its own, and from there each sheet to its PDF.
func (f *pdfFlags) print(result *build.Result, sheets []build.Sheet, stderr io.Writer) (n int, err error) {
	browser, err := chrome.Start()
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, browser.Close()) }()
	site, err := os.MkdirTemp("", "psvsite-pdf")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(site)) }()
	for _, file := range result.Files {
		if err := writeFile(filepath.Join(site, filepath.FromSlash(file.Path)), file.Data); err != nil {
			return 0, err
		}
	}
	p := press{site: site, out: outDir(f.dir, f.out), bar: newProgress(stderr, f.quiet), total: len(sheets)}
	queue := make(chan build.Sheet)
	var group sync.WaitGroup
	for range pressTabs {
		tab, err := pdf.Open(browser)
		if err != nil {
			return 0, err
		}
		printer := &pdf.Printer{Tab: tab, Home: fileURL(site), Base: result.Config.BaseURL, Date: result.Config.Release.Date}
		group.Go(func() {
			for s := range queue {
				p.sheet(printer, s)
			}
		})
	}
	for _, s := range sheets {
		queue <- s
	}
	close(queue)
	group.Wait()
	p.bar.done()
	p.over.Sort()
	p.over.Print(stderr)
	return p.n, p.err
}

// sheet prints one sheet; after a fault no more are printed.
func (p *press) sheet(printer *pdf.Printer, s build.Sheet) {
	p.mu.Lock()
	failed := p.err != nil
	p.mu.Unlock()
	if failed {
		return
	}
	data, err := printer.Print(s.URL)
	if err == nil {
		name := strings.TrimSuffix(s.URL, ".html") + ".pdf"
		err = writeFile(filepath.Join(p.out, filepath.FromSlash(name)), data)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.err = errors.Join(p.err, err); err != nil {
		return
	}
	if sides := pdf.Pages(data); s.Sides > 0 && sides > s.Sides {
		p.over.Add("sheet-sides", s.Pos, "psvsite check --browser names the block", "printed in %s it takes %d sides of %s and says %d", s.Lang, sides, s.Paper, s.Sides)
	}
	p.n++
	p.bar.step(p.n, p.total)
}

// writeFile writes a file and the folders above it.
func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}

// fileURL is the address of a folder.
func fileURL(dir string) string {
	path := filepath.ToSlash(dir)
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path + "/"}).String()
}
