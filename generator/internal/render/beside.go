package render

import (
	"bytes"
	"html/template"
	"slices"
	"strings"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
)

// Beside is the other language of a page in two languages.
type Beside struct {
	Lang, Dir, Name, Title, Summary string
}

// BesideRow is a part of a page and what answers it in the other language; one of them may be empty.
type BesideRow struct {
	Lang, Dir           string
	Ours                template.HTML
	TheirLang, TheirDir string
	Theirs              template.HTML
}

// BesidePairs lists the pages that are to stand side by side.
func BesidePairs(s *site.Site) (list [][2]*site.Page) {
	for _, pair := range s.Config.Bilingual {
		for _, path := range s.Paths() {
			if p, q, ok := s.Beside(pair, path); ok {
				list = append(list, [2]*site.Page{p, q})
			}
		}
	}
	return list
}

// besides are links to a page with another language beside it.
func besides(s *site.Site, p *site.Page) (list []Item) {
	for _, pair := range s.Config.Bilingual {
		if own, _, ok := s.Beside(pair, p.Path); ok && own == p {
			list = append(list, Item{Title: s.Config.Language(pair[1]).Name, URL: site.Relative(p.URL(), p.BesideURL(pair[1])), Lang: pair[1]})
		}
	}
	return list
}

// BesideView makes the view of a page with another language beside it.
func BesideView(v Page, q *site.Page, lang config.Language) Page {
	v.Beside = Beside{Lang: lang.Code, Dir: lang.Dir, Name: lang.Name, Title: q.Title, Summary: q.Summary}
	v.TOC, v.Children, v.Said, v.Docx, v.Canonical, v.Alternates, v.NoIndex = nil, nil, nil, "", "", nil, true
	v.Styles = slices.Clone(v.Styles)
	if len(q.Sources) > 0 && !slices.Contains(v.Styles, "since") {
		v.Styles = append(v.Styles, "since")
	}
	for _, name := range styles(q.Doc) {
		if !slices.Contains(v.Styles, name) {
			v.Styles = append(v.Styles, name)
		}
	}
	v.Styles = append(v.Styles, "beside")
	return v
}

// BesideBody fills the bodies of a page in two languages, block by block side by side.
func (l *Layouts) BesideBody(v *Page, p, q *site.Page, pictures []site.Picture) *Body {
	ours := &writer{l: l, loc: l.langs[p.Lang], page: p, pictures: pictures, body: &Body{}, marks: newMarks(p)}
	theirs := &writer{
		l: l, loc: l.langs[q.Lang], page: q, pictures: pictures, body: ours.body, marks: newMarks(q), within: true, into: p.URL(), links: true,
		fields: len(p.Doc.Directives),
	}
	if q.Translation == nil && ours.marks != nil { // it is the source, and shows all that the page lacks
		ours.marks.added, ours.marks.whole = map[spot][]*block{}, map[spot]*block{}
	}
	a, b := ours.pieces(), theirs.pieces()
	var out bytes.Buffer
	for _, row := range sideBySide(a, b, newAnswers(p, q)) {
		ours.layout(&out, "partials/beside.html", BesideRow{v.BodyLang, v.BodyDir, htmlOf(a, row.ours), v.Beside.Lang, v.Beside.Dir, htmlOf(b, row.theirs)})
	}
	ours.body.HTML, ours.body.Handouts = out.Bytes(), nil
	return ours.body
}

func htmlOf(pieces []piece, indexes []int) template.HTML {
	var b strings.Builder
	for _, i := range indexes {
		b.WriteString(pieces[i].html)
	}
	return template.HTML(b.String())
}

// piece is a block of a page, with what stands behind it.
type piece struct {
	html      string
	kind      string // blocks of one kind may answer each other where nothing else says
	units     []int
	directive int // or -1
}

// pieces fills the blocks of a page; steps are their headings and what follows them.
func (w *writer) pieces() (list []piece) {
	var first bytes.Buffer
	w.behind(&first, spot{start: true})
	if first.Len() > 0 {
		list = append(list, piece{html: first.String(), kind: "since", directive: -1})
	}
	return w.addPieces(list, w.page.Doc.Body)
}

func (w *writer) addPieces(list []piece, body markup.Body) []piece {
	for n := range body.Nodes() {
		if n.Kind == markup.Section {
			list = w.addPieces(list, n.Children)
			var after bytes.Buffer
			w.behind(&after, spot{kind: n.Kind, index: n.Index})
			list[len(list)-1].html += after.String()
			continue
		}
		x := piece{kind: w.kind(n), units: unitsIn(w.page.Doc, n), directive: -1}
		if n.Kind == markup.DirectiveAt {
			x.directive = n.Index
		}
		var html bytes.Buffer
		w.node(&html, n)
		x.html = html.String()
		if n.Kind != markup.HTML || strings.TrimSpace(x.html) != "" {
			list = append(list, x)
		}
	}
	return list
}

// kind is what a block is, its text aside.
func (w *writer) kind(n markup.Node) string {
	switch n.Kind {
	case markup.HeadingAt:
		return "h" + string(rune('0'+w.page.Doc.Headings[n.Index].Level))
	case markup.DirectiveAt:
		return w.page.Doc.Directives[n.Index].Name
	case markup.HTML:
		return string(n.HTML)
	}
	return string(rune('a' + n.Kind))
}
