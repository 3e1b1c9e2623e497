package render

import (
	"bytes"
	"cmp"
	"html/template"
	"strings"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/translation"
)

// Since is what a layout sees of a text that the page does not have, or not as it is now.
type Since struct {
	Text      template.HTML
	Lang, Dir string // of the text
	Ours      string // the reader's language, where the text around is in another
}

// since makes the view of a text of another page.
func (w *writer) since(q *site.Page, html string) Since {
	s := Since{Text: template.HTML(html), Lang: q.Doc.Lang, Dir: w.l.langs[q.Doc.Lang].lang.Dir}
	if w.page.Fallback() {
		s.Ours = w.page.Lang
	}
	return s
}

// other is a writer for a text of another page, within this one: without ids, which this page may have itself, and
// without sheets to take home.
func (w *writer) other(q *site.Page) *writer {
	return &writer{l: w.l, loc: w.loc, page: q, pictures: w.pictures, body: w.body, within: true, into: cmp.Or(w.into, w.page.URL()), fields: w.fields + len(w.page.Doc.Directives)}
}

// unit writes a unit, marked if its source has changed.
func (w *writer) unit(b *bytes.Buffer, n markup.Node) {
	if w.marks == nil {
		w.nodes(b, n.Children)
		return
	}
	_, stale := w.marks.stale[n.Index]
	switch {
	case w.marks.changed[n.Index]:
		b.WriteString(w.outdated(n))
	case stale && w.page.Doc.Unit(n.Index).Kind != markup.HeadingUnit:
		b.WriteString(`<div class="stale">`)
		w.nodes(b, n.Children)
		w.unfold(b, n.Index)
		b.WriteString(`</div>`)
	default:
		w.nodes(b, n.Children)
	}
}

// outdated is a line of a safety box that is not what the source says now, with a word for it that print and screen
// readers have too.
func (w *writer) outdated(n markup.Node) string {
	word := `<strong class="outdated"` + w.ours() + `>` + template.HTMLEscapeString(w.text("outdated")) + `</strong> `
	html := w.inner(n.Children)
	if rest, ok := strings.CutPrefix(html, "<p>"); ok {
		return "<p>" + word + rest
	}
	return word + html
}

// ours is the attribute of words in the reader's language, where the text around is in another.
func (w *writer) ours() string {
	if !w.page.Fallback() {
		return ""
	}
	return ` lang="` + w.page.Lang + `" dir="` + w.loc.lang.Dir + `"`
}

func (w *writer) text(key string) string {
	s, err := w.loc.text(key)
	if err != nil {
		w.body.Faults = append(w.body.Faults, w.l.fault("layout-exec", err, "shown by "+w.page.Doc.Name)...)
	}
	return s
}

// unfold writes what a stale unit's source says now.
func (w *writer) unfold(b *bytes.Buffer, unit int) {
	q, at := w.marks.unit(w.marks.stale[unit])
	w.layout(b, "partials/since.html", w.since(q, w.unitHTML(q, at)))
}

// unitHTML is a unit of another page; an attribute is plain text.
func (w *writer) unitHTML(q *site.Page, unit int) string {
	if u := q.Doc.Unit(unit); strings.HasPrefix(u.Kind, markup.AttributeUnit) {
		return template.HTMLEscapeString(q.Expand(q.Doc.Directives[u.Directive].Attribute(u.Path)))
	}
	n, _ := nodeOf(q.Doc.Body, unit)
	return w.other(q).inner(n.Children)
}

func nodeOf(body markup.Body, unit int) (markup.Node, bool) {
	for n := range body.Nodes() {
		if n.Kind == markup.UnitAt && n.Index == unit {
			return n, true
		}
		if n.Kind != markup.HTML {
			if inner, ok := nodeOf(n.Children, unit); ok {
				return inner, true
			}
		}
	}
	return markup.Node{}, false
}

// behind writes what stands behind a node and is not in the page: what its source says now, and what follows there.
func (w *writer) behind(b *bytes.Buffer, at spot) {
	if w.marks == nil {
		return
	}
	if s := w.marks.whole[at]; s != nil {
		delete(w.marks.whole, at)
		q, in := w.marks.standIn(s)
		w.layout(b, "partials/since.html", w.since(q, w.blockHTML(q, in)))
	}
	list := w.marks.added[at]
	delete(w.marks.added, at) // a list in a list begins at the same unit
	for len(list) > 0 {
		list = list[w.add(b, list):]
	}
}

// add writes the first blocks of a list of those that the page lacks, as many as go under one heading, and says how many
// those are.
func (w *writer) add(b *bytes.Buffer, list []*block) (n int) {
	first, in := w.marks.standIn(list[0])
	switch {
	case list[0].node.Kind == markup.ItemAt:
		html := strings.TrimSuffix(strings.TrimPrefix(w.blockHTML(first, in), "<li>"), "</li>\n")
		w.layout(b, "partials/untranslated-item.html", w.since(first, html))
		return 1
	case isSafety(first, in):
		w.safety(b, first, in)
		return 1
	}
	var html strings.Builder
	for n < len(list) {
		q, in := w.marks.standIn(list[n])
		if q != first || isSafety(q, in) {
			break
		}
		html.WriteString(w.blockHTML(q, in))
		n++
	}
	w.layout(b, "partials/untranslated.html", w.since(first, html.String()))
	return n
}

func isSafety(q *site.Page, b *block) bool {
	return b.node.Kind == markup.DirectiveAt && q.Doc.Directives[b.node.Index].Name == "safety"
}

// group writes a list, table or quote; an item that comes before all of the page's stands in it too.
func (w *writer) group(b *bytes.Buffer, n markup.Node) {
	for child := range n.Children.Nodes() {
		if child.Kind == markup.ItemAt {
			w.behind(b, spot{n.Kind, n.Index, true})
		}
		w.node(b, child)
	}
}

func (w *writer) blockHTML(q *site.Page, in *block) string {
	var b bytes.Buffer
	w.other(q).node(&b, in.node)
	return b.String()
}

// safety writes a safety box that the page lacks.
func (w *writer) safety(b *bytes.Buffer, q *site.Page, in *block) {
	new := w.since(q, w.other(q).inner(in.node.Children))
	w.layout(b, "directives/safety.html", Directive{Name: "safety", Lang: w.page.Lang, Stale: true, New: new, Emergency: w.page.Emergency.Numbers})
}

// renew says in the view of a stale safety box what its source says now.
func (w *writer) renew(v *Directive, directive int) {
	if w.marks == nil {
		return
	}
	x, stale := w.marks.boxes[directive]
	if !stale {
		return
	}
	v.Stale, v.Emergency = true, w.page.Emergency.Numbers
	v.New = w.since(w.page, "")
	if x.Source >= 0 {
		q, n := w.marks.box(x.Source)
		v.New = w.since(q, w.other(q).inner(n.Children))
	}
}

// box finds the safety box that shows one of the source, in the first language in which it is current.
func (m *marks) box(source int) (*site.Page, markup.Node) {
	for _, q := range m.page.Sources {
		at := source
		if q != m.last() {
			at = -1
			for _, x := range q.Translation.Safety {
				if x.Source == source && !x.Stale {
					at = x.Target
				}
			}
		}
		if n, ok := directiveNode(q.Doc.Body, at); ok {
			return q, n
		}
	}
	panic("render: a safety box that its source does not have")
}

func directiveNode(body markup.Body, directive int) (markup.Node, bool) {
	for n := range body.Nodes() {
		if n.Kind == markup.DirectiveAt && n.Index == directive {
			return n, true
		}
		if n.Kind != markup.HTML {
			if inner, ok := directiveNode(n.Children, directive); ok {
				return inner, true
			}
		}
	}
	return markup.Node{}, false
}

// attributes writes, behind a directive, what its source says now in attributes.
func (w *writer) attributes(b *bytes.Buffer, directive int) {
	if w.marks == nil {
		return
	}
	for i, u := range w.page.Doc.Units() {
		if _, stale := w.marks.stale[i]; stale && u.Directive == directive && strings.HasPrefix(u.Kind, markup.AttributeUnit) {
			w.unfold(b, i)
		}
	}
}

// facts writes, behind a table of data, what the source says now of texts in it.
func (w *writer) facts(b *bytes.Buffer, texts []site.Text) {
	for _, x := range texts {
		s := Since{Text: template.HTML(template.HTMLEscapeString(x.Text)), Lang: x.Lang, Dir: w.l.langs[x.Lang].lang.Dir}
		if w.page.Fallback() {
			s.Ours = w.page.Lang
		}
		w.layout(b, "partials/since.html", s)
	}
}

// Said is a string of front matter that has changed, or that the page lacks.
type Said struct {
	Key     string // objectives
	Index   int    // in the page's own list
	Text    string
	Lang    string
	Dir     string
	Missing bool
	Ours    string // as in Since
}

// said lists what the front matter of a page's source says now and the page does not.
func said(s *site.Site, p *site.Page) (list []Said) {
	if len(p.Sources) == 0 {
		return nil
	}
	m := &marks{page: p}
	for _, x := range p.Translation.Pairs {
		if x.State != translation.Stale && x.State != translation.Missing {
			continue
		}
		u := p.Translation.Source.Unit(x.Source)
		if !strings.HasPrefix(u.Kind, markup.FrontUnit) {
			continue
		}
		own := u.Path
		if x.Target >= 0 {
			own = p.Doc.Unit(x.Target).Path
		}
		q, at := m.unit(x.Source)
		key, index := frontPlace(own)
		y := Said{Key: key, Index: index, Lang: q.Doc.Lang, Dir: s.Config.Language(q.Doc.Lang).Dir, Missing: x.State == translation.Missing}
		if p.Fallback() {
			y.Ours = p.Lang
		}
		y.Text = q.Expand(q.Doc.Front.Text(q.Doc.Unit(at).Path))
		list = append(list, y)
	}
	return list
}

// frontPlace reads the path of a string: materials[2].item is materials and 2.
func frontPlace(path string) (key string, index int) {
	key, rest, _ := strings.Cut(path, "[")
	for _, c := range rest {
		if c < '0' || c > '9' {
			break
		}
		index = 10*index + int(c-'0')
	}
	return key, index
}

// since is for layouts: what the source now says in place of a string of the page, or nothing.
func since(list []Said, key string, index int) *Said {
	for i, s := range list {
		if s.Key == key && s.Index == index && !s.Missing {
			return &list[i]
		}
	}
	return nil
}

// lacking is for layouts: the strings of a list that the source has and the page has not.
func lacking(list []Said, key string) (out []Said) {
	for _, s := range list {
		if s.Key == key && s.Missing {
			out = append(out, s)
		}
	}
	return out
}
