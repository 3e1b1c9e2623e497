// Package catalog carries texts to translators and back, in gettext's message catalogs (PO files).
//
// In: the pages, data and interface strings of a site, and what people have stated about their translations; on the way
// back also PO files. Out: on the way out the PO files of a language, one a section; on the way back the files of the
// site with the translations in them, new statements, and a fault at the line of every entry that was not taken. It
// replaces the bytes of a text and nothing else: it never prints Markdown or YAML from a tree, and what would change how a
// page is built, where its links lead, its code or its variables it refuses. It opens and writes no file.
package catalog

import (
	"strings"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/translation"
)

// File is a file of the site.
type File struct {
	Name string // slash-separated, relative to the project
	Lang string // of pages and interface strings
	Path string // of pages
	Data []byte
}

// Input is what a site has to translate: all of the base, or what an edition has of its own.
type Input struct {
	Config     *config.Config
	Root       string // the folder whose texts these are: content, or content/editions/NAME
	Pages      []File // of all languages
	Strings    []File // layouts/i18n, of all languages
	Data       []File // content/data
	Statements *translation.Set
}

// Unit is a text of the source, and what answers it.
type Unit struct {
	Context, Text, Plural string // as an entry names it
	Pos                   diag.Position
	Now                   []string // what answers it, one text or one for each plural form; nil: nothing
	Stale                 bool     // it was made from another text
	Was                   string   // that text
	Guess                 bool     // nobody has said that it answers this text, and it may not
}

// change gives a unit of a document new texts, or the old ones anew.
type change struct {
	unit  int
	texts []string
	pos   diag.Position // in the PO file
}

// result is a document with changes in it.
type result struct {
	data       []byte // nil: it stays as it is
	taken      int    // changes
	statements []translation.Statement
	texts      translation.Texts
}

// document is a file of the site in a language: a page, the data of one name, the interface strings.
type document interface {
	name() string    // of the file that its translations stand in
	section() string // the PO file it belongs to, without .po
	units() []Unit
	apply(changes []change, faults *diag.List) result
}

// Catalog is what a site has to translate into one language.
type Catalog struct {
	in        Input
	lang      config.Language
	plurals   plurals
	documents []document
	groups    map[key]*group
}

// key names an entry.
type key struct{ context, text string }

// New returns the catalog of a language, which must be one of the site's and not its source.
func New(in Input, lang string) *Catalog {
	c := &Catalog{in: in, lang: in.Config.Language(lang), groups: map[key]*group{}}
	c.plurals = pluralsOf(c.lang)
	c.documents = append(c.pages(), c.data()...)
	c.documents = append(c.documents, c.interfaces()...)
	for i := range c.documents {
		c.group(i)
	}
	return c
}

// source is the language that others are translated from.
func (c *Catalog) source() string { return c.in.Config.DefaultLanguage }

// pages pairs the pages of the source with those of the language. Of an edition it takes those of which either is its own.
func (c *Catalog) pages() (list []document) {
	own := map[string]File{}
	for _, f := range c.in.Pages {
		if f.Lang == c.lang.Code {
			own[f.Path] = f
		}
	}
	for _, f := range c.in.Pages {
		if f.Lang == c.source() && (c.isOwn(f) || c.isOwn(own[f.Path])) {
			list = append(list, newPage(f, own[f.Path], c.in.Root, c.lang.Code, c.in.Statements))
		}
	}
	return list
}

// isOwn reports whether a file stands in the folder whose texts the catalog has.
func (c *Catalog) isOwn(f File) bool { return strings.HasPrefix(f.Name, c.in.Root+"/") }

// group is the units of one document that share a context and a text: one entry.
type group struct {
	document int
	units    []int
}

func (c *Catalog) group(document int) {
	for i, u := range c.documents[document].units() {
		k := key{u.Context, u.Text}
		if c.groups[k] == nil {
			c.groups[k] = &group{document: document}
		}
		c.groups[k].units = append(c.groups[k].units, i)
	}
}

// state keeps what is stated of the texts of a document that are told apart by their keys, not by their places.
type state struct {
	page     string
	recorded map[markup.Hash][]markup.Hash // target text to source texts
	texts    translation.Texts
}

func newState(set *translation.Set, lang, page string) state {
	s := state{page: page, recorded: map[markup.Hash][]markup.Hash{}, texts: set.Texts}
	for _, x := range set.Of(lang, page) {
		s.recorded[x.Target] = append(s.recorded[x.Target], x.Source)
	}
	return s
}

// judge says whether a text was made from another source text than the present one.
func (s state) judge(u *Unit, kind string) {
	if u.Now == nil {
		return
	}
	sources, source := s.recorded[targetHash(kind, u.Now)], sourceHash(kind, *u)
	for _, h := range sources {
		if h == source {
			return
		}
	}
	if len(sources) > 0 {
		u.Stale, u.Was = true, s.texts[sources[0]]
	}
}

// sourceHash and targetHash name texts with plural forms by all of them together.
func sourceHash(kind string, u Unit) markup.Hash {
	return markup.UnitHash(kind, strings.TrimSuffix(u.Text+"\n"+u.Plural, "\n"))
}

func targetHash(kind string, texts []string) markup.Hash {
	return markup.UnitHash(kind, strings.Join(texts, "\n"))
}
