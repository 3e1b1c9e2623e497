// Package site joins documents into a site.
//
// In: documents, pictures, data and the config. Out: a Site: for every language every page it serves, its own or one
// of a fallback language, with its place (parent, children, neighbours, translations), its targets, variables and
// tables resolved to plain values; and diagnostics for what does not fit together. It opens no file and writes no
// HTML.
package site

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/picture"
	"psvsite/generator/internal/translation"
)

// Input is what a site is made of.
type Input struct {
	Config    *config.Config // as the edition sees it
	Documents []*markup.Document
	Pictures  []Picture
	Data      *data.Set
	DataNames map[string]string // name to its first file, for messages
	Stated    *translation.Set  // of translations
}

// Picture is a picture or other file beside pages.
type Picture struct {
	Lang, Path string // training/listening/good.svg
	Name       string // its file
	Index      int    // in Input.Pictures
	picture.Picture
}

// URL is where the picture is written.
func (p Picture) URL() string { return p.Lang + "/" + p.Path }

// Site is the whole site in all its languages.
type Site struct {
	Config *config.Config
	Data   *data.Set
	Pages  map[string][]*Page // by language, sorted by path
	Used   []bool             // by index of Input.Pictures: some page shows or links it as a file
	Course data.Course        // the plan that day pages show; zero when there is none
	Plans  map[string][]Plan  // every course plan, by language, links as of the language's home page

	byPath   map[string]map[string]*Page            // language, path
	docs     map[string]map[string]*markup.Document // language of the document, path
	pictures map[string]map[string]*Picture         // language, path
	ids      map[*markup.Document]map[string]bool   // anchors
	paths    []string                               // all paths, sorted
	dataName map[string]string
	facts    sync.Map // data file and language to []Fact

	translations map[*markup.Document]*Translation // by the document that is one
}

// Page is one page in one language.
type Page struct {
	Path, Lang string
	Doc        *markup.Document // in Lang, or in a fallback language
	Parent     *Page            // nearest page above; nil for index
	Children   []*Page          // in order of weight
	Prev, Next *Page            // in the section, or in the course
	Day        *Page            // of a session in the course plan: its day
	Targets    []Target         // by index of Doc.Links
	Values     []Value          // by index of Doc.Variables
	Tables     []Table          // by index of Doc.Directives; empty where a directive shows no data
	Code       string           // short name on paper, the same in all languages; empty when its source has none
	Title      string           // variables filled in
	Summary    string
	url        string

	// Translation says how Doc stands to its source; nil when it is the source, or there is none. Sources are the page in
	// the languages whose texts may stand in for what is stale or missing, the first to be asked first; empty when nothing
	// is. Emergency is the number to call in their place; empty likewise.
	Translation *Translation
	Sources     []*Page
	Emergency   Contact
}

// Fallback reports whether the page shows the text of another language.
func (p *Page) Fallback() bool { return p.Doc.Lang != p.Lang }

// URL is the page's file in the output: en/training/day-1.html.
func (p *Page) URL() string { return p.url }

// HasHandouts reports whether the page gives something to take home.
func (p *Page) HasHandouts() bool {
	return slices.ContainsFunc(p.Doc.Directives, func(d markup.Directive) bool { return d.Name == "handout" })
}

// New joins the input into a site.
func New(in Input) (*Site, diag.List) {
	s := &Site{Config: in.Config, Data: in.Data, dataName: in.DataNames, Used: make([]bool, len(in.Pictures))}
	b := &builder{Site: s, stated: in.Stated, own: map[*markup.Document]config.Params{}}
	b.index(in)
	b.serve()
	b.codes()
	b.arrange()
	b.courses()
	b.resolve()
	b.timetables()
	return s, b.faults
}

type builder struct {
	*Site
	stated *translation.Set
	drawn  int                                // bytes of the drawings of the page at hand
	own    map[*markup.Document]config.Params // of pages
	faults diag.List
}

// index sorts documents and pictures by language and path.
func (b *builder) index(in Input) {
	b.docs = map[string]map[string]*markup.Document{}
	b.pictures = map[string]map[string]*Picture{}
	b.byPath = map[string]map[string]*Page{}
	b.Pages = map[string][]*Page{}
	for _, code := range b.Config.Codes() {
		b.docs[code] = map[string]*markup.Document{}
		b.pictures[code] = map[string]*Picture{}
		b.byPath[code] = map[string]*Page{}
	}
	for _, d := range in.Documents {
		b.docs[d.Lang][d.Path] = d
		b.paths = append(b.paths, d.Path)
	}
	slices.Sort(b.paths)
	b.paths = slices.Compact(b.paths)
	for i := range in.Pictures {
		p := &in.Pictures[i]
		p.Index = i
		b.pictures[p.Lang][p.Path] = p
	}
	b.ids = map[*markup.Document]map[string]bool{}
}

// serve gives every language a page for each path that it or one of its fallbacks has.
func (b *builder) serve() {
	home := b.docs[b.Config.DefaultLanguage]["index"]
	if home == nil {
		b.faults.Add("page-home", diag.Position{File: "content/" + b.Config.DefaultLanguage + "/index.md"}, "psvsite init DIR writes one", "the site has no home page")
	}
	for _, path := range b.paths {
		if b.docs[b.Config.DefaultLanguage][path] == nil {
			b.sourceless(path)
		}
		for _, code := range b.Config.Codes() {
			for _, from := range b.Config.Chain(code) {
				if d := b.docs[from][path]; d != nil && b.published(d) {
					p := &Page{Path: path, Lang: code, Doc: d, url: code + "/" + path + ".html"}
					b.Pages[code] = append(b.Pages[code], p)
					b.byPath[code][path] = p
					break
				}
			}
		}
	}
}

func (b *builder) sourceless(path string) {
	for _, code := range b.Config.Codes() {
		if d := b.docs[code][path]; d != nil {
			b.faults.Add("translation-source", diag.Position{File: d.Name}, "write it in "+b.Config.DefaultLanguage+" first",
				"this page has no source in %s", b.Config.DefaultLanguage)
		}
	}
}

// Own makes a page below the home page that has no source: what the site says of itself. It is none of Pages.
func (s *Site) Own(lang, path, kind string) *Page {
	doc := &markup.Document{Lang: lang, Path: path}
	doc.Front.Type = kind
	return &Page{Path: path, Lang: lang, Doc: doc, Parent: s.byPath[lang]["index"], url: lang + "/" + path + ".html"}
}

// Page returns the page that a language serves at a path, or nil.
func (s *Site) Page(lang, path string) *Page { return s.byPath[lang][path] }

// Document returns a page as it is written in a language, or nil.
func (s *Site) Document(lang, path string) *markup.Document { return s.docs[lang][path] }

// above returns the nearest page above a path in a language: of its folders, else the home page.
func (s *Site) above(lang, path string) *Page {
	for at := path; at != "index"; {
		i := strings.LastIndexByte(at, '/')
		if i < 0 {
			return s.byPath[lang]["index"]
		}
		at = at[:i]
		if p := s.byPath[lang][at]; p != nil {
			return p
		}
	}
	return nil
}

func itoa(n int) string { return strconv.Itoa(n) }
