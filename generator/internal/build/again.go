package build

import (
	"reflect"
	"slices"

	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/report"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/translation"
)

// lastBuild is what the last build's site was made of. Joining documents into a site is a pure step like any other; it is
// remembered by comparing what goes in, so that an edit to the text of a page costs that page and little more.
type lastBuild struct {
	configSum memo.Sum
	docs      []*document
	pictures  []site.Picture
	data      *data.Set
	stated    *translation.Set
	model     *site.Site
	faults    diag.List // of joining
	times     int       // it was taken again
	layouts   *render.Layouts
	shared    shared
	made      []*made // the pages of model, laid out with layouts and weighed with shared
}

// mostAgain is how often a model is taken again before it is made anew. Only after that can the cache forget what came
// of the documents that were replaced.
const mostAgain = 200

// made is one page's files, and what was said in making them.
type made struct {
	doc         *markup.Document
	translation *site.Translation
	sources     []*site.Page
	files       []sized
	faults      diag.List
	weights     []report.Weight
}

// of reports whether a page is still made of the same.
func (m *made) of(p *site.Page) bool {
	return m.doc == p.Doc && m.translation == p.Translation && slices.Equal(m.sources, p.Sources)
}

// model joins the documents into a site: the last build's with the changed documents in their places, if it would
// come out the same.
func (b *builder) model(docs []*document, pictures []site.Picture, set *data.Set, stated *translation.Set) *site.Site {
	last := b.cache.last
	broken := b.broken()
	if last != nil && !broken && last.times < mostAgain && last.same(b, docs, pictures, set, stated) {
		b.again = true
		last.times++
		b.report(last.faults)
		last.replace(docs)
		return last.model
	}
	model, faults := site.New(site.Input{Config: b.config, Documents: plain(docs), Pictures: pictures, Data: set, DataNames: b.dataNames(), Stated: stated})
	b.report(faults)
	if last != nil && !broken && !b.unread.Load() {
		*last = lastBuild{configSum: b.configSum, docs: docs, pictures: pictures, data: set, stated: stated, model: model, faults: faults}
	}
	return model
}

// same reports whether joining would make what it made last, but for the text of documents.
func (l *lastBuild) same(b *builder, docs []*document, pictures []site.Picture, set *data.Set, stated *translation.Set) bool {
	if l.model == nil || l.configSum != b.configSum || len(l.docs) != len(docs) || l.data != set && !reflect.DeepEqual(l.data, set) {
		return false
	}
	texts := b.config.Publish == "signed-only" // say whether a page is shown
	for i, d := range docs {
		if old := l.docs[i]; old != d && (texts || old.Name != d.Name || l.blames(d.Name) || !markup.SameFacts(old.Document, d.Document)) {
			return false
		}
	}
	return reflect.DeepEqual(l.pictures, pictures) && (l.stated == stated || reflect.DeepEqual(l.stated, stated))
}

// blames reports whether joining found a fault in a file; its place may be another one now.
func (l *lastBuild) blames(file string) bool {
	for _, f := range l.faults {
		if f.Pos.File == file {
			return true
		}
	}
	return false
}

// replace puts changed documents in their places.
func (l *lastBuild) replace(docs []*document) {
	for i, d := range docs {
		if old := l.docs[i]; old != d {
			l.model.Replace(old.Document, d.Document)
			l.docs[i] = d
		}
	}
}

// pages are the pages of a model as far as the last build made them; the others are nil.
func (b *builder) pages(model *site.Site, layouts *render.Layouts, n int) []*made {
	last := b.cache.last
	if last == nil || last.model != model || b.o.Sink != nil {
		return make([]*made, n)
	}
	if last.layouts != layouts || last.shared != b.shared {
		last.layouts, last.shared, last.made = layouts, b.shared, make([]*made, n)
	}
	return last.made
}
