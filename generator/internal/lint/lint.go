// Package lint judges what is written: words, letters, sentences, headings, links, course plans, the age of facts.
//
// In: documents with their units, data, config, the site's model, today's date. Out: diagnostics. It opens no file,
// changes nothing, looks at no clock, starts no goroutine and never stops a build: only `psvsite check` runs it. Each
// lint is a small file of its own, named after what it looks at.
package lint

import (
	"sync"
	"time"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
)

// Input is what lints look at.
type Input struct {
	Config    *config.Config
	Data      *data.Set
	Documents []*markup.Document
	Model     *site.Site // nil when faults kept it from being joined
	Today     time.Time
}

// Linter knows the words of a site. Its methods may run at the same time.
type Linter struct {
	Input
	terms   map[string][]term  // by language
	places  map[string][]place // by language
	numbers map[string]bool    // short phone numbers of the data, digits only
	loan    map[string]bool    // lower case
	sources map[string]*markup.Document

	syllables sync.Map // of words
}

// New prepares the lints of a site.
func New(in Input) *Linter {
	l := &Linter{Input: in, sources: map[string]*markup.Document{}}
	for _, d := range in.Documents {
		if d.Lang == in.Config.DefaultLanguage {
			l.sources[d.Path] = d
		}
	}
	l.readTerms()
	l.readPlaces()
	l.readLoanWords()
	return l
}

// page is the work on one page.
type page struct {
	*Linter
	doc    *markup.Document
	texts  []text
	faults diag.List
}

// Page judges one page; units are those of its file.
func (l *Linter) Page(doc *markup.Document, units []markup.Unit) diag.List {
	p := &page{Linter: l, doc: doc}
	for _, u := range units {
		p.texts = append(p.texts, unitText(u, doc.Lang, &p.faults))
	}
	for _, t := range p.texts {
		l.text(t)
		l.sentences(t)
		p.local(t)
	}
	p.scripts()
	p.headings()
	p.links()
	p.mixedDigits()
	p.grade()
	p.private()
	return p.faults
}

// text runs the lints that hold for every text, on pages and in data.
func (l *Linter) text(t text) {
	t.joiners()
	t.letters()
	l.digits(t)
	l.avoid(t)
}

// Site judges what lies between pages, and the data.
func (l *Linter) Site() diag.List {
	var faults diag.List
	l.settings(&faults)
	l.courses(&faults)
	l.age(&faults)
	l.reviews(&faults)
	l.orphans(&faults)
	for _, t := range dataTexts(l.Data, &faults) {
		l.text(t)
		l.scripts(t)
	}
	return faults
}
