// Package impact says what a change reaches: every page, slide, sheet and pack, in every language, that shows an entry of
// the data, a page, or a part of one.
//
// In: the model of a site and a name, as people type it. Out: places in the output with their codes, which may have been
// printed and passed on. It reads no file and knows nothing of who holds a copy.
package impact

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
)

// Place is where something is shown.
type Place struct {
	Lang  string
	Kind  string // page, slide, slides, sheet, slides to hand out, no power, day binder, two languages, pack
	Code  string // H-07; empty where there is none
	URL   string // below the output folder
	Title string
	Slide int // number in the deck, from 1
}

// Found is all that shows a thing.
type Found struct {
	Name   string            // as it is called in messages
	Titles map[string]string // what to call it in a language
	Places []Place           // by language as in config.yaml, then by address
}

// Codes lists the codes of the places, each once, sorted.
func (f *Found) Codes() []string {
	var list []string
	for _, p := range f.Places {
		if p.Code != "" {
			list = append(list, p.Code)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// Refusal says that there is no such thing, and what there is.
type Refusal struct{ message, hint string }

func (r *Refusal) Error() string { return r.message }

// Hint says what there is.
func (r *Refusal) Hint() string { return r.hint }

func refuse(hint, format string, args ...any) error {
	return &Refusal{fmt.Sprintf(format, args...), hint}
}

// Of finds what shows a thing: data/contacts.yaml#telemanas, training/listening, help#call; the folders before it, and
// .md, may stand there or not.
func Of(s *site.Site, name string) (*Found, error) {
	path, id, _ := strings.Cut(strings.TrimPrefix(name, "content/"), "#")
	if file, ok := strings.CutPrefix(path, "data/"); ok {
		return ofData(s, strings.TrimSuffix(file, ".yaml"), id)
	}
	path = strings.TrimSuffix(path, ".md")
	if lang, rest, ok := strings.Cut(path, "/"); ok && slices.Contains(s.Config.Codes(), lang) {
		path = rest
	}
	if path != "index" {
		path = strings.TrimSuffix(path, "/index")
	}
	return ofPage(s, path, id)
}

// finder gathers places.
type finder struct {
	site  *site.Site
	found *Found
}

func newFinder(s *site.Site, name string) *finder {
	return &finder{s, &Found{Name: name, Titles: map[string]string{}}}
}

// done sorts the places and takes out those found twice.
func (f *finder) done() *Found {
	codes := f.site.Config.Codes()
	slices.SortStableFunc(f.found.Places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(slices.Index(codes, a.Lang), slices.Index(codes, b.Lang)), strings.Compare(a.URL, b.URL), cmp.Compare(a.Slide, b.Slide))
	})
	f.found.Places = slices.Compact(f.found.Places)
	return f.found
}

func (f *finder) add(p *site.Page, kind, code, url string, slide int) {
	f.found.Places = append(f.found.Places, Place{Lang: p.Lang, Kind: kind, Code: code, URL: url, Title: p.Title, Slide: slide})
}

// page adds a page and what holds all of it.
func (f *finder) page(p *site.Page) {
	f.add(p, "page", p.Code, p.URL(), 0)
	for _, pair := range f.site.Config.Bilingual {
		if own, other, ok := f.site.Beside(pair, p.Path); ok && (p == own || p == other) {
			f.add(p, "two languages", p.Code, own.BesideURL(pair[1]), 0)
		}
	}
	for _, pack := range f.site.Config.Packs {
		if slices.Contains(pack.Pages, p.Path) {
			f.add(p, "pack", pack.Code, p.Lang+"/print/"+pack.Name+".html", 0)
		}
	}
}

// held adds what trainers print of a session: its form for a day without power, and the binders of its days.
func (f *finder) held(p *site.Page) {
	if !p.IsHeld() {
		return
	}
	f.add(p, "no power", p.Code, p.NoPowerURL(), 0)
	for _, plan := range f.site.Plans[p.Lang] {
		for n, day := range plan.Days {
			if slices.ContainsFunc(day.Items, func(i site.PlanItem) bool { return i.Session == p.Path }) {
				f.add(p, "day binder", "", site.BinderURL(p.Lang, plan.ID, n+1), 0)
			}
		}
	}
}

func (f *finder) sheet(p *site.Page) {
	f.add(p, "sheet", site.SheetCode(p.Code), p.HandoutURL(), 0)
}

// directive adds where a directive of a page, or what stands in it, is shown: on the page or on its sheet, and on a slide.
func (f *finder) directive(p *site.Page, index int) {
	if p.Doc.Around(index, "handout") >= 0 {
		f.sheet(p)
		return
	}
	f.page(p)
	f.held(p)
	if p.Doc.Around(index, "slide") >= 0 {
		f.add(p, "slides to hand out", p.Code, p.SlidesURL(), 0)
	}
	for i, slide := range p.Doc.Slides {
		if slide.Directive >= 0 && within(p.Doc, index, slide.Directive) {
			f.add(p, "slide", p.Code, p.URL()+"#slides", i+1)
		}
	}
}

// within reports whether a directive is another one or stands in it.
func within(d *markup.Document, index, around int) bool {
	for ; index >= 0; index = d.Directives[index].Parent {
		if index == around {
			return true
		}
	}
	return false
}

// number matches a phone number as a whole: 112 is not found in 1123.
func number(n string) *regexp.Regexp {
	return regexp.MustCompile(`(^|[^0-9.,])` + regexp.QuoteMeta(n) + `($|[^0-9])`)
}

func known(s *site.Site, path string) error {
	var all []string
	for _, p := range s.Pages[s.Config.DefaultLanguage] {
		all = append(all, p.Path)
	}
	return refuse(diag.DidYouMean(path, all, "as training/listening, or data/contacts.yaml#telemanas"), "there is no page %q", path)
}
