package impact

import (
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
)

// ofPage finds what shows a page, or the heading or directive of an id in it.
func ofPage(s *site.Site, path, id string) (*Found, error) {
	source := s.Page(s.Config.DefaultLanguage, path)
	if source == nil {
		return nil, known(s, path)
	}
	f := newFinder(s, strings.TrimSuffix(path+"#"+id, "#"))
	if id != "" && !slices.Contains(ids(source.Doc), id) {
		list := ids(source.Doc)
		return nil, refuse(diag.DidYouMean(id, list, "there is: "+strings.Join(list, ", ")), "the page %q has no %q", path, "#"+id)
	}
	for _, code := range s.Config.Codes() {
		p := s.Page(code, path)
		if p == nil {
			continue
		}
		f.found.Titles[code] = p.Title
		if id == "" {
			f.whole(p)
		} else {
			f.part(source.Doc, p, id)
		}
	}
	return f.done(), nil
}

// whole adds all that is made of a page.
func (f *finder) whole(p *site.Page) {
	f.page(p)
	f.held(p)
	if p.HasHandouts() {
		f.sheet(p)
	}
	if p.HasWall() {
		f.add(p, "slides to hand out", p.Code, p.SlidesURL(), 0)
	}
	if len(p.Doc.Slides) > 0 {
		f.add(p, "slides", p.Code, p.URL()+"#slides", 0)
	}
}

// part adds where a heading or directive is shown. A translation whose own id differs has it at the same place; one that
// has fallen behind may have it anywhere.
func (f *finder) part(source *markup.Document, p *site.Page, id string) {
	at := slices.IndexFunc(p.Doc.Headings, func(h markup.Heading) bool { return h.ID == id })
	if same := slices.IndexFunc(source.Headings, func(h markup.Heading) bool { return h.ID == id }); at < 0 && len(source.Headings) == len(p.Doc.Headings) {
		at = same
	}
	directive := slices.IndexFunc(p.Doc.Directives, func(d markup.Directive) bool { return d.ID == id })
	switch {
	case directive >= 0:
		f.directive(p, directive)
	case at >= 0 && p.Doc.Headings[at].Directive >= 0:
		f.directive(p, p.Doc.Headings[at].Directive)
	case at >= 0:
		f.page(p)
		f.held(p)
	default:
		f.whole(p)
	}
}

// ids lists the ids of a document.
func ids(d *markup.Document) []string {
	var list []string
	for _, h := range d.Headings {
		list = append(list, h.ID)
	}
	for _, x := range d.Directives {
		if x.ID != "" {
			list = append(list, x.ID)
		}
	}
	return list
}
