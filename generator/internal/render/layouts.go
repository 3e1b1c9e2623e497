// Package render turns pages of a site into HTML.
//
// In: the layouts (page layouts by type, partials, one layout a directive, interface strings, pictograms) and pages of
// a site. Out: bodies (a document with its holes filled), views (plain values, all that a layout can see) and pages.
// Layouts receive values only: no method of theirs reaches the site, so a view's hash says exactly what a page depends
// on. It reads no clock and writes no file.
package render

import (
	"errors"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"sync"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/memo"
)

// File is a layout file: its path below layouts/ (or icons/NAME.svg), its name for messages, its bytes.
type File struct {
	Path, Name string
	Data       []byte
}

// Layouts is the parsed set of layouts for all languages.
type Layouts struct {
	Sum   memo.Sum        // of all files and of the languages' settings, and of the languages: their digits, and where missing strings come from
	files map[string]File // by path
	langs map[string]*locale
	codes []string // of the languages, in the order of config.yaml
	icons map[string]template.HTML
}

// locale is everything of one language: its strings, numbers and templates.
type locale struct {
	lang    config.Language
	numbers *numbers
	strings map[string]phrase
	base    *template.Template // all partials and directives; cloned, never executed
	blocks  *template.Template // the same, to execute directives
	types   map[string]*typed
}

// typed is the page template of one type, made at first use.
type typed struct {
	once sync.Once
	t    *template.Template
	src  string
	path string
	err  error
}

// Load parses the layouts. Faults of layouts are reported at their own lines.
func Load(c *config.Config, files []File) (*Layouts, diag.List) {
	l := &Layouts{files: map[string]File{}, langs: map[string]*locale{}, icons: map[string]template.HTML{}}
	var faults diag.List
	sums := [][]byte{fmt.Appendf(nil, "%q %q", c.DefaultLanguage, c.Languages)}
	for _, f := range files {
		l.files[f.Path] = f
		faults = append(faults, checkText(f)...)
		sums = append(sums, []byte(f.Path), f.Data)
		if name, ok := strings.CutPrefix(f.Path, "icons/"); ok {
			name = strings.TrimSuffix(name, ".svg")
			l.icons[name] = pictogram(name, f.Data)
		}
	}
	l.Sum, l.codes = memo.SumOf(sums...), c.Codes()
	texts, more := readStrings(c, files)
	faults = append(faults, more...)
	for _, lang := range c.Languages {
		loc := &locale{lang: lang, numbers: newNumbers(lang), strings: texts[lang.Code], types: map[string]*typed{}}
		faults = append(faults, l.parse(loc, files)...)
		l.langs[lang.Code] = loc
	}
	return l, faults
}

// parse makes the templates of one language.
func (l *Layouts) parse(loc *locale, files []File) diag.List {
	var faults diag.List
	loc.base = template.New("").Funcs(l.funcs(loc)).Option("missingkey=error")
	for _, f := range files {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		if _, err := loc.base.New(f.Path).Parse(l.fold(loc, f.Data)); err != nil {
			faults = append(faults, l.fault("layout-syntax", err, "")...)
		}
		if !strings.Contains(f.Path, "/") {
			loc.types[strings.TrimSuffix(f.Path, ".html")] = &typed{path: f.Path, src: l.fold(loc, f.Data)}
		}
	}
	loc.blocks = template.Must(loc.base.Clone()) // base has not been executed, so it can be cloned
	return faults
}

var (
	indent   = regexp.MustCompile(`\n[ \t]+`)                                // white space for who writes layouts
	constant = regexp.MustCompile(`\{\{ ?(t|icon) "([A-Za-z0-9_-]+)" ?\}\}`) // a call that is the same on every page
)

// fold makes a layout's source smaller and faster: indents go, and strings and pictograms that do not depend on the
// page are written in, which saves a third of the time of laying pages out. Lines stay, for messages.
func (l *Layouts) fold(loc *locale, src []byte) string {
	s := strings.ReplaceAll(strings.TrimPrefix(string(src), "\ufeff"), "\r\n", "\n")
	s = indent.ReplaceAllString(s, "\n")
	return constant.ReplaceAllStringFunc(s, func(call string) string {
		m := constant.FindStringSubmatch(call)
		if m[1] == "icon" {
			if svg, ok := l.icons[m[2]]; ok {
				return string(svg)
			}
			return call
		}
		text, err := loc.text(m[2])
		if err != nil || strings.Contains(text, "{{") {
			return call
		}
		return template.HTMLEscapeString(text)
	})
}

// page returns the template of a page type: layouts/<type>.html, else layouts/page.html. It defines "main", which
// base.html shows.
func (loc *locale) page(kind string) (*template.Template, error) {
	t := loc.types[kind]
	if t == nil {
		t = loc.types["page"]
	}
	if t == nil {
		return nil, errors.New("template: page.html:1: layouts/page.html is missing")
	}
	t.once.Do(func() {
		if t.t, t.err = loc.base.Clone(); t.err == nil {
			_, t.err = t.t.New(t.path).Parse(t.src)
		}
	})
	return t.t, t.err
}

// funcs are what layouts may call: strings, numbers, pictograms. All are pure.
func (l *Layouts) funcs(loc *locale) template.FuncMap {
	return template.FuncMap{
		"t":     loc.text,
		"every": l.every,
		"in":    func(lang, key string) (string, error) { return l.langs[lang].text(key) },
		"n":     loc.count,
		"num":   func(v any) string { return loc.numbers.format(v) },
		"money": loc.money,
		"clock": loc.clock,
		"date":  loc.date,
		"list":  loc.list,
		"icon": func(name string) (template.HTML, error) {
			if s, ok := l.icons[name]; ok {
				return s, nil
			}
			return "", fmt.Errorf("there is no pictogram %q", name)
		},
		"since":   since,
		"lacking": lacking,
		"dots":    dots,
		"seq": func(n int) []int {
			return slices.Repeat([]int{0}, max(0, n))
		},
		"words": func(texts ...string) []string { return texts },
		"div":   func(a, b int) int { return a / b },
	}
}

// dots draws a dot for each five minutes: a path of 9 units a dot.
func dots(minutes int) template.HTML {
	n := max(1, (minutes+2)/5)
	w := 9 * n
	return template.HTML(fmt.Sprintf(`<svg class="d" viewBox="0 0 %d 9" width="%d" height="9" aria-hidden="true"><path d="M4.5 4.5h%.1f"/></svg>`, w, w, float64(w)-8.9))
}

// door is the pictogram of the part of the site that a path leads to: by its first name (training), in the singular
// (groups: group), or by the last word of it (recovery-plan: plan); else an arrow.
func (l *Layouts) door(path string) template.HTML {
	first, _, _ := strings.Cut(path, "/")
	for _, name := range []string{first, strings.TrimSuffix(first, "s"), first[strings.LastIndexByte(first, '-')+1:], "next"} {
		if svg, ok := l.icons[name]; ok {
			return svg
		}
	}
	return ""
}
