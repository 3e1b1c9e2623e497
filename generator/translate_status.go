package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/report"
	"psvsite/generator/internal/site"
)

// statusFlags are the flags of translate status.
type statusFlags struct {
	*translateFlags
	format string
}

func newStatus(shared *translateFlags) *cobra.Command {
	f := &statusFlags{translateFlags: shared}
	c := &cobra.Command{
		Use:   "status [PATH...]",
		Short: "say which translations have fallen behind",
		Long: `Status counts, for each language and page, the texts that are translated, stale (their source has changed since),
missing, extra (they answer nothing) and untracked (nobody has held the page against its source), and names each that is
not translated, with its place and that of its source. Safety comes first.`,
		Example: `  psvsite translate status
  psvsite translate status --lang gu help
  psvsite translate status --format json`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr(), args) },
	}
	c.Flags().StringVar(&f.lang, "lang", "", "the language to look at (default: each)")
	c.Flags().StringVar(&f.format, "format", "text", "text, or json for other programs")
	return c
}

// status is what translate status prints as JSON.
type status struct {
	Languages []languageStatus    `json:"languages"`
	Pages     []report.Translated `json:"pages"`
	Others    []otherTexts        `json:"others"` // texts of data files, and of the interface
}

// otherTexts are the texts of a file that is no page, in a language.
type otherTexts struct {
	Lang string `json:"lang"`
	File string `json:"file"`
	report.Texts
	Blocks []report.Block `json:"blocks"` // stale or missing; what is untracked is only counted
}

type languageStatus struct {
	Code  string       `json:"code"`
	Pages int          `json:"pages"` // of the source
	Own   int          `json:"own"`   // of them in the language
	Texts report.Texts `json:"texts"`
}

func (f *statusFlags) run(stdout, stderr io.Writer, args []string) error {
	if f.format != "text" && f.format != "json" {
		return hinted("--format text, --format json", "translate status has no format %q", f.format)
	}
	l, err := f.lookAt(args, stderr)
	if err != nil {
		return err
	}
	s := newStatusOf(l.site, l.languages, l.paths, len(l.files) > 0)
	for _, code := range l.languages {
		s.others(code, l.others(code))
	}
	if f.format == "json" {
		e := json.NewEncoder(stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(s)
	} else {
		_, err = io.WriteString(stdout, s.text())
	}
	if err != nil {
		return &worldError{err}
	}
	return nil
}

// lookedAt is what a command about the state of translations looks at: of the site, in some languages, the pages at paths and
// the texts of files that are no pages; all, when it names none.
type lookedAt struct {
	site         *site.Site
	texts        *catalog.Input
	languages    []string
	paths, files []string
}

func (f *translateFlags) lookAt(args []string, stderr io.Writer) (*lookedAt, error) {
	o, err := f.open(stderr)
	if err != nil {
		return nil, err
	}
	l := &lookedAt{site: o.Site}
	if l.languages, err = f.languages(o.Config); err != nil {
		return nil, err
	}
	l.files, args = otherFiles(args)
	if l.paths, err = pagePaths(o.Site, args); err != nil {
		return nil, err
	}
	l.texts, err = f.texts(stderr)
	return l, err
}

// others are the texts of no page in a language.
func (l *lookedAt) others(lang string) []catalog.Stated {
	return chosen(catalog.New(*l.texts, lang).Stated(), l.files, len(l.paths) > 0)
}

// open reads the site. Errors of its content are printed, and end the command only where there is nothing to look at.
func (f *translateFlags) open(stderr io.Writer) (*build.Opened, error) {
	in, err := openInput(f.dir)
	if err != nil {
		return nil, &worldError{err}
	}
	o, err := build.Open(in, f.edition)
	if err != nil {
		return nil, &worldError{err}
	}
	if o.Site == nil {
		errorsOf(o.Faults).Print(stderr)
		return nil, errFaults
	}
	return o, nil
}

// pagePaths reads the names of pages: help, content/gu/help.md and content/editions/x/gu/help.md are the same. Without
// any, all pages are meant.
func pagePaths(s *site.Site, args []string) (paths []string, err error) {
	known := s.Paths()
	for _, arg := range args {
		path := pagePath(arg, s.Config)
		if !slices.Contains(known, path) {
			return nil, hinted(diag.DidYouMean(path, known, "name it as links do, without .md: training/day-1"), "there is no page %q", arg)
		}
		paths = append(paths, path)
	}
	return paths, nil
}

func pagePath(arg string, c *config.Config) string {
	path := strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(arg, `\`, "/"), "/"), ".md")
	if rest, ok := strings.CutPrefix(path, "content/"); ok {
		if in, ok := strings.CutPrefix(rest, "editions/"); ok {
			_, rest, _ = strings.Cut(in, "/")
		}
		if lang, name, ok := strings.Cut(rest, "/"); ok && slices.Contains(c.Codes(), lang) {
			path = name
		}
	}
	if path != "index" {
		path = strings.TrimSuffix(path, "/index")
	}
	return path
}

// otherFiles takes out of a list what is no page: data/contacts.yaml, layouts/i18n, with content/ before it or a file
// behind it.
func otherFiles(args []string) (files, pages []string) {
	for _, arg := range args {
		name := strings.TrimPrefix(strings.ReplaceAll(arg, `\`, "/"), "content/")
		if rest, ok := strings.CutPrefix(name, "editions/"); ok && strings.Contains(rest, "/data/") {
			_, name, _ = strings.Cut(rest, "/")
		}
		switch {
		case strings.HasPrefix(name, "data/") && strings.HasSuffix(name, ".yaml"):
			files = append(files, name)
		case strings.HasPrefix(name, "layouts/"):
			files = append(files, "layouts/i18n")
		default:
			pages = append(pages, arg)
		}
	}
	return files, pages
}

// chosen are the texts that stand in no page: of the files named, or of all if no pages are named either. Interface
// strings are then left out until somebody has stated something of them: most sites have those that psvsite brings.
func chosen(texts []catalog.Stated, files []string, pages bool) []catalog.Stated {
	tracked := map[string]bool{"layouts/i18n": false}
	for _, x := range texts {
		tracked[x.File] = tracked[x.File] || x.State == "translated" || x.State == "stale" || x.File != "layouts/i18n"
	}
	return slices.DeleteFunc(texts, func(x catalog.Stated) bool {
		return !slices.Contains(files, x.File) && (len(files) > 0 || pages || !tracked[x.File])
	})
}

// others adds the texts that stand in no page.
func (s *status) others(lang string, texts []catalog.Stated) {
	for _, x := range texts {
		if n := len(s.Others); n == 0 || s.Others[n-1].File != x.File || s.Others[n-1].Lang != lang {
			s.Others = append(s.Others, otherTexts{Lang: lang, File: x.File, Blocks: []report.Block{}})
		}
		o := &s.Others[len(s.Others)-1]
		switch x.State {
		case "translated":
			o.Translated++
		case "stale":
			o.Stale++
		case "missing":
			o.Missing++
		default:
			o.Untracked++
			continue
		}
		if x.State != "translated" {
			o.Blocks = append(o.Blocks, report.Block{State: x.State, Kind: x.Kind, Source: report.Place(x.Pos)})
		}
	}
}

func newStatusOf(s *site.Site, languages, paths []string, others bool) status {
	out := status{Languages: []languageStatus{}, Pages: []report.Translated{}, Others: []otherTexts{}}
	all := report.Translations(s)
	for _, code := range languages {
		l := languageStatus{Code: code, Pages: len(s.Pages[s.Config.DefaultLanguage])}
		for _, p := range all {
			if p.Lang == code && (len(paths) == 0 && !others || slices.Contains(paths, p.Path)) {
				l.Own++
				l.Texts = report.Sum(l.Texts, p.Texts)
				out.Pages = append(out.Pages, p)
			}
		}
		out.Languages = append(out.Languages, l)
	}
	return out
}

// text is the status for people: a line a language, beneath it each page that lacks something and what it lacks.
func (s status) text() string {
	var b strings.Builder
	for _, l := range s.Languages {
		fmt.Fprintf(&b, "%s: %d of %d pages; %s\n", l.Code, l.Own, l.Pages, countStates(l.Texts))
		for _, p := range report.Behind(s.Pages) {
			if p.Lang != l.Code {
				continue
			}
			fmt.Fprintf(&b, "  %s: %s\n", p.Path, countStates(p.Texts))
			for _, x := range p.Blocks {
				fmt.Fprintf(&b, "    %s: %s %s, %s\n", placeOf(x.Target), x.State, x.Kind, placeOf(x.Source))
			}
		}
		for _, o := range s.Others {
			if o.Lang != l.Code || o.Stale+o.Missing+o.Untracked == 0 {
				continue
			}
			fmt.Fprintf(&b, "  %s: %s\n", o.File, countStates(o.Texts))
			for _, x := range o.Blocks {
				fmt.Fprintf(&b, "    %s: %s %s\n", placeOf(x.Source), x.State, x.Kind)
			}
		}
	}
	return b.String()
}

func placeOf(p report.Place) string { return diag.Position(p).String() }

// countStates says what there is of each state; of those that nobody wants only what there is.
func countStates(t report.Texts) string {
	parts := []string{fmt.Sprintf("%d translated", t.Translated)}
	for _, x := range []struct {
		n    int
		word string
	}{{t.Stale, "stale"}, {t.Missing, "missing"}, {t.Extra, "extra"}, {t.Untracked, "untracked"}} {
		if x.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", x.n, x.word))
		}
	}
	if t.Safety > 0 {
		parts = append(parts, fmt.Sprintf("%d of safety", t.Safety))
	}
	return strings.Join(parts, ", ")
}
