// Command shots takes pictures of every page type, to be looked at.
//
// In: the site of the working folder, an installed Chromium. Out: a folder of PNG files, one for each page type, language,
// width (360, 768 and 1280 pixels) and colour scheme, and a PDF and grey PNGs of how the page prints. With -only it takes
// every page whose address begins so, whatever its type. It judges nothing: that is for eyes.
//
//	go run ./generator/shots [-out .cache/shots] [-only gu/groups] [-widths 360,1280] [-paper=false]
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

func main() {
	out := flag.String("out", ".cache/shots", "where the pictures go")
	only := flag.String("only", "", "take all pages whose address begins so, and no others")
	widths := flag.String("widths", "360,768,1280", "pixels, with commas")
	paper := flag.Bool("paper", true, "print them too")
	flag.Parse()
	if err := run(*out, *only, order{strings.Split(*widths, ","), *paper}); err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
}

// order says which pictures of a page to take.
type order struct {
	widths []string
	paper  bool
}

func run(out, only string, o order) error {
	site, pages, err := write(only)
	if err != nil {
		return err
	}
	defer os.RemoveAll(site)
	if err := os.MkdirAll(out, 0o777); err != nil {
		return err
	}
	browser, err := chrome.Start()
	if err != nil {
		return err
	}
	defer browser.Close()
	tab, err := browser.NewTab()
	if err != nil {
		return err
	}
	for _, page := range pages {
		if err := o.take(tab, site, page, out); err != nil {
			return fmt.Errorf("%s: %w", page, err)
		}
	}
	return nil
}

// take makes all pictures of one page.
func (o order) take(tab *chrome.Tab, site, page, out string) error {
	home := "file://" + site + "/"
	name := filepath.Join(out, strings.ReplaceAll(strings.TrimSuffix(page, ".html"), "/", "_"))
	for _, w := range o.widths {
		width, err := strconv.Atoi(w)
		if err != nil {
			return err
		}
		for _, scheme := range []string{"light", "dark"} {
			err := errors.Join(tab.Size(width, 800, width < 500), tab.Scheme(scheme), tab.Open(home+page, home))
			height := 0
			if err == nil {
				err = tab.Eval("document.documentElement.scrollHeight", &height)
			}
			var png []byte
			if err == nil { // pictures far down are loaded when a reader comes near
				err = tab.Await(`Promise.all(Array.from(document.images, i => (i.loading = "eager", i.decode())))`+".then(() => true)", new(bool))
			}
			if err == nil {
				png, err = tab.Screenshot(width, min(height, 6000))
			}
			if err == nil {
				err = os.WriteFile(fmt.Sprintf("%s-%d-%s.png", name, width, scheme), png, 0o666)
			}
			if err != nil {
				return err
			}
		}
	}
	if !o.paper {
		return nil
	}
	err := tab.Scheme("light")
	var pdf []byte
	if err == nil {
		pdf, err = tab.PDF()
	}
	if err == nil {
		err = os.WriteFile(name+".pdf", pdf, 0o666)
	}
	if err != nil {
		return err
	}
	return grey(name)
}

// grey draws the sides of a PDF in shades of grey, where poppler's pdftoppm is at hand.
func grey(name string) error {
	program, err := exec.LookPath("pdftoppm")
	if err != nil {
		return nil
	}
	return exec.Command(program, "-r", "70", "-gray", "-png", name+".pdf", name+"-print").Run()
}

var typeLine = regexp.MustCompile(`(?m)^type: (\S+)`)

// write builds the site into a folder and chooses the first page of each type that is written in the language, or all
// pages whose address begins with only.
func write(only string) (dir string, pages []string, err error) {
	root, err := os.OpenRoot(".")
	if err != nil {
		return "", nil, err
	}
	r, err := build.Build(source.Input{Disk: root.FS(), Embedded: psvsite.Default}, build.Options{}, build.NewCache())
	if err != nil {
		return "", nil, err
	}
	if r.Faults.Count(diag.Error) > 0 {
		r.Faults.Print(os.Stderr)
		return "", nil, errors.New("the site does not build")
	}
	if dir, err = os.MkdirTemp("", "shots"); err != nil {
		return "", nil, err
	}
	seen := map[string]bool{}
	for _, f := range r.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, f.Data, 0o666)); err != nil {
			return "", nil, err
		}
		kind := kindOf(f.Path)
		if only != "" {
			kind = ""
			if strings.HasPrefix(f.Path, only) && strings.HasSuffix(f.Path, ".html") {
				kind = f.Path
			}
		}
		if kind != "" && !seen[kind] {
			seen[kind] = true
			pages = append(pages, f.Path)
		}
	}
	slices.Sort(pages)
	return dir, pages, nil
}

// kindOf is the language and type of a page; empty when it is none, or has no text in the language.
func kindOf(file string) string {
	lang, rest, found := strings.Cut(strings.TrimSuffix(file, ".html"), "/")
	switch {
	case !strings.HasSuffix(file, ".html"):
		return ""
	case !found:
		return lang
	case strings.HasSuffix(rest, ".handout"):
		return lang + " sheets"
	}
	for _, name := range []string{rest + ".md", rest + "/index.md"} {
		if data, err := os.ReadFile(filepath.Join("content", lang, name)); err == nil {
			if m := typeLine.FindSubmatch(data); m != nil {
				return lang + " " + string(m[1])
			}
		}
	}
	return ""
}
