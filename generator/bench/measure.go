package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// contender is a program whose builds are measured.
type contender struct {
	name string
	argv func(out string) []string // the command that builds into out
	page string                    // the file that page 1 in the default language becomes
}

// contenders are the programs at hand, in the order of their turns.
func (w *workshop) contenders() []contender {
	page := filepath.FromSlash("library/" + strings.TrimSuffix(pagePath(1), ".md"))
	first := filepath.Join(languages[0].code, page)
	var list []contender
	if w.psvsite != "" {
		list = append(list, contender{"psvsite", w.psvsiteBuild("--no-cache"), first + ".html"})
	}
	if w.hugo != "" {
		list = append(list, contender{"hugo", func(out string) []string {
			return []string{w.hugo, "--quiet", "--minify", "--source", w.project(forHugo), "--destination", out}
		}, filepath.Join(first, "index.html")})
	}
	return append(list, contender{"floor", func(out string) []string {
		return []string{w.self, "floor", filepath.Join(w.project(forPsvsite), "content"), out}
	}, first + ".html"})
}

// psvsiteBuild is the command of a build by psvsite.
func (w *workshop) psvsiteBuild(flags ...string) func(string) []string {
	return func(out string) []string {
		argv := append([]string{w.psvsite, "build", "--quiet"}, flags...)
		return append(argv, "-C", w.project(forPsvsite), "--out", out)
	}
}

// builds measures cold builds and one with nothing changed, and prints them.
func (w *workshop) builds(ctx context.Context, stdout io.Writer, ratios map[string]float64) error {
	found, err := w.turns(ctx)
	if err != nil {
		return err
	}
	if w.psvsite != "" {
		if found["unchanged"], err = w.unchanged(ctx); err != nil {
			return err
		}
	}
	found.print(stdout, w.runs)
	found.addRatios(ratios)
	return nil
}

// turns builds with each program in turn, and again and again; the first round only warms up the machine, and is
// looked at: who leaves out pages must not win.
func (w *workshop) turns(ctx context.Context) (results, error) {
	found := results{}
	for turn := range w.runs + 1 {
		for _, c := range w.contenders() {
			s, err := w.cold(ctx, c, turn == 0)
			if err != nil {
				return nil, err
			}
			if turn > 0 {
				found[c.name] = append(found[c.name], s)
			}
		}
	}
	return found, nil
}

// cold builds once into a fresh folder, which it removes.
func (w *workshop) cold(ctx context.Context, c contender, look bool) (sample, error) {
	out, err := os.MkdirTemp(w.scratch, "out-")
	if err != nil {
		return sample{}, err
	}
	defer os.RemoveAll(out)
	out = filepath.Join(out, c.name)
	s, err := w.timed(ctx, c.argv(out))
	if err == nil && look {
		err = c.inspect(out, corpusSize(w.pages))
	}
	return s, err
}

// unchanged builds with psvsite's cache into one folder, and measures builds after the first.
func (w *workshop) unchanged(ctx context.Context) (series, error) {
	out, err := os.MkdirTemp(w.scratch, "out-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(out)
	var found series
	for turn := range w.runs + 1 {
		s, err := w.timed(ctx, w.psvsiteBuild()(filepath.Join(out, "psvsite")))
		if err != nil {
			return nil, err
		}
		if turn > 0 {
			found = append(found, s)
		}
	}
	return found, nil
}

// inspect fails unless out holds a page for each file of the corpus, and page 1 with its parts.
func (c contender) inspect(out string, pages int) error {
	found := 0
	err := filepath.WalkDir(out, func(name string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(name, ".html") {
			found++
		}
		return err
	})
	if err != nil {
		return err
	}
	page, err := os.ReadFile(filepath.Join(out, c.page))
	if err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	for part, times := range map[string]int{"<h2": chapters, "<table": 1, "<blockquote": 1, "<strong": 1} {
		if strings.Count(string(page), part) < times {
			return fmt.Errorf("%s left out %q of %s", c.name, part, c.page)
		}
	}
	if found < pages {
		return fmt.Errorf("%s wrote %d pages of %d", c.name, found, pages)
	}
	return nil
}
