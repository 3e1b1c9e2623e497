package main

import (
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/pdf"
)

// press prints sheets of a built site, one after the other: two tabs at once gave other bytes for the first of them.
type press struct {
	*pdf.Printer
	out  string    // folder of the PDFs
	over diag.List // those that take more sides than they say
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
	tab, err := pdf.Open(browser)
	if err != nil {
		return 0, err
	}
	p := press{Printer: &pdf.Printer{Tab: tab, Home: fileURL(site), Base: result.Config.BaseURL, Date: result.Config.Release.Date}, out: outDir(f.dir, f.out)}
	bar := newProgress(stderr, f.quiet)
	for i, s := range sheets {
		if err := p.sheet(s); err != nil {
			bar.done()
			return i, err
		}
		bar.step(i+1, len(sheets))
	}
	bar.done()
	p.over.Sort()
	p.over.Print(stderr)
	return len(sheets), nil
}

// sheet prints one sheet.
func (p *press) sheet(s build.Sheet) error {
	data, err := p.Print(s.URL)
	if err != nil {
		return err
	}
	if sides := pdf.Pages(data); s.Sides > 0 && sides > s.Sides {
		p.over.Add("sheet-sides", s.Pos, "psvsite check --browser names the block", "printed in %s it takes %d sides of %s and says %d", s.Lang, sides, s.Paper, s.Sides)
	}
	name := strings.TrimSuffix(s.URL, ".html") + ".pdf"
	return writeFile(filepath.Join(p.out, filepath.FromSlash(name)), data)
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
