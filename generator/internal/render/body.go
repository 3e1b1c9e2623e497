package render

import (
	"bytes"
	"html/template"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
)

// Body is a document with its holes filled.
type Body struct {
	HTML     []byte
	Handouts []Handout
	Slides   []string // HTML of what stands on the wall; for the trainer only
	Faults   diag.List
}

// Handout is what a page gives to take home.
type Handout struct {
	ID, Title string
	HTML      string
}

// Directive is what the layout of a directive sees.
type Directive struct {
	Name, ID         string
	PageType, Lang   string
	Trainer          bool // for the trainer's own paper
	Minutes, Lines   int
	Group, Priority  string
	Show             string // of a slide: all or points
	GroupSize        int    // of Group, when it is a number
	Label            string
	Caption, Licence string
	Kind             string          // of slips: tear or fold
	Copies           []template.HTML // of slips: the further ones, without ids
	Title            string          // of a handout
	URL              string          // of a handout's sheet
	Number           int             // counts the directives of the page, for ids of fields
	Right            []int
	Body             template.HTML
	Parts            []template.HTML
	Table            site.Table

	Stale     bool          // safety: the text is not that of its source as it is now
	New       Since         // and what that says, if it still says something
	Emergency []site.Number // and what to call instead
}

// Step is what the layout of a timed step sees.
type Step struct {
	ID      string
	Number  int
	Minutes int
	From    int // minutes of the session before it
	Trainer bool
	Method  string
	Heading template.HTML
	Body    template.HTML
}

// Body fills the holes of a page's document.
func (l *Layouts) Body(p *site.Page, pictures []site.Picture) *Body {
	return l.body(p, pictures, false)
}

// Trainer fills the holes of a page's document for the trainer's own paper: notes and answers stand open, and what stands
// on the wall is kept by itself as well.
func (l *Layouts) Trainer(p *site.Page, pictures []site.Picture) *Body {
	return l.body(p, pictures, true)
}

func (l *Layouts) body(p *site.Page, pictures []site.Picture, trainer bool) *Body {
	w := &writer{l: l, loc: l.langs[p.Lang], page: p, pictures: pictures, body: &Body{}, trainer: trainer, marks: newMarks(p)}
	var b bytes.Buffer
	b.Grow(len(p.Doc.Body) * 9 / 8)
	w.behind(&b, spot{start: true})
	w.nodes(&b, p.Doc.Body)
	w.body.HTML = b.Bytes()
	if n := booklet(p.Doc); n > 0 {
		w.leaves(n)
	}
	return w.body
}

type writer struct {
	l        *Layouts
	loc      *locale
	page     *site.Page
	pictures []site.Picture
	body     *Body
	steps    int
	minutes  int  // of the steps so far
	trainer  bool // for the trainer's own paper

	marks  *marks // nil: none
	within bool   // another page: see other
	into   string // of another page: the file that it is written into
	links  bool   // of another page: links lead to what that page links to, not to the same in the reader's language
	fields int    // added to the numbers of directives
}

func (w *writer) nodes(b *bytes.Buffer, body markup.Body) {
	for n := range body.Nodes() {
		w.node(b, n)
	}
}

func (w *writer) node(b *bytes.Buffer, n markup.Node) {
	switch n.Kind {
	case markup.HTML:
		b.Write(n.HTML)
	case markup.Section:
		w.section(b, n)
	case markup.HeadingAt:
		w.heading(b, n)
	case markup.LinkAt:
		w.link(b, n)
	case markup.ImageAt:
		w.image(b, n)
	case markup.VariableAt:
		if v := w.page.Values[n.Index]; !v.Blank {
			template.HTMLEscape(b, []byte(v.Text))
		} else {
			b.WriteString(`<span class="blank" data-name="` + w.page.Doc.Variables[n.Index].Name + `">&nbsp;</span>`)
		}
	case markup.DirectiveAt:
		w.directive(b, n)
	case markup.UnitAt:
		w.unit(b, n)
	case markup.GroupAt:
		w.group(b, n)
	case markup.Part, markup.ItemAt:
		w.nodes(b, n.Children)
	}
	if w.marks != nil {
		w.behind(b, spot{kind: n.Kind, index: n.Index})
	}
}

// inner is the HTML of a node's children.
func (w *writer) inner(nodes markup.Body) string {
	var b bytes.Buffer
	w.nodes(&b, nodes)
	return b.String()
}

// section wraps a timed step, and the rows of a role description; elsewhere a heading and its text stand as they are.
func (w *writer) section(b *bytes.Buffer, n markup.Node) {
	h := w.page.Doc.Headings[n.Index]
	switch {
	case h.IsStep():
		w.steps++
		heading, rest := n.Children.First()
		w.layout(b, "directives/step.html", Step{
			ID: h.ID, Number: w.steps, Minutes: h.Minutes, From: w.minutes, Trainer: w.trainer, Method: h.Method,
			Heading: template.HTML(w.inner(heading.Children)), Body: template.HTML(w.under(heading) + w.inner(rest)),
		})
		w.minutes += h.Minutes
	case w.page.Doc.Front.Type == "role":
		b.WriteString("<section>")
		w.nodes(b, n.Children)
		b.WriteString("</section>")
	default:
		w.nodes(b, n.Children)
	}
}

func (w *writer) heading(b *bytes.Buffer, n markup.Node) {
	h := w.page.Doc.Headings[n.Index]
	tag := "h" + strconv.Itoa(w.level(h))
	b.WriteString("<" + tag)
	if !w.within {
		b.WriteString(` id="`)
		template.HTMLEscape(b, []byte(h.ID))
		b.WriteString(`"`)
	}
	b.WriteString(`>`)
	w.nodes(b, n.Children)
	b.WriteString("</" + tag + ">\n")
	w.headline(b, n)
}

// headline writes what a stale heading's source says now.
func (w *writer) headline(b *bytes.Buffer, n markup.Node) {
	if unit := w.page.Doc.Titles[n.Index]; w.marks != nil && unit >= 0 {
		if _, stale := w.marks.stale[unit]; stale {
			w.unfold(b, unit)
		}
	}
}

// under is what stands right under the heading of a step and is not in the page.
func (w *writer) under(heading markup.Node) string {
	var b bytes.Buffer
	w.headline(&b, heading)
	w.behind(&b, spot{kind: heading.Kind, index: heading.Index})
	return b.String()
}

// level is a heading's level where it stands: on a sheet to take home, which has no headings above it but its title, one
// higher than on the page.
func (w *writer) level(h markup.Heading) int {
	for d := h.Directive; d >= 0; d = w.page.Doc.Directives[d].Parent {
		if w.page.Doc.Directives[d].Name == "handout" {
			return max(2, h.Level-1)
		}
	}
	return h.Level
}

func (w *writer) link(b *bytes.Buffer, n markup.Node) {
	t := w.page.Targets[n.Index]
	if t.Kind == site.Nowhere {
		w.nodes(b, n.Children)
		return
	}
	b.WriteString(`<a href="`)
	if w.links {
		writeURL(b, w.from(t.URL))
	} else {
		writeURL(b, t.URL)
	}
	w.title(b, t)
	b.WriteString(`">`)
	if d := w.page.Doc.Links[n.Index].Directive; d >= 0 && w.page.Doc.Directives[d].Name == "doors" {
		b.WriteString(string(w.l.door(t.Path)))
	}
	w.nodes(b, n.Children)
	b.WriteString("</a>")
}

func (w *writer) title(b *bytes.Buffer, t site.Target) {
	if t.Title != "" {
		b.WriteString(`" title="`)
		template.HTMLEscape(b, []byte(t.Title))
	}
}

func (w *writer) image(b *bytes.Buffer, n markup.Node) {
	t, alt := w.page.Targets[n.Index], w.alternative(n.Children)
	switch t.Kind {
	case site.Drawing:
		b.WriteString(w.pictures[t.Picture].SVG(alt))
	case site.ToFile:
		p := w.pictures[t.Picture]
		b.WriteString(`<img src="`)
		writeURL(b, w.from(t.URL))
		b.WriteString(`" alt="` + alt)
		w.title(b, t)
		b.WriteString(`" loading="lazy`)
		if p.Width > 0 {
			b.WriteString(`" width="` + strconv.Itoa(p.Width) + `" height="` + strconv.Itoa(p.Height))
		}
		b.WriteString(`">`)
	default:
		b.WriteString(alt)
	}
}

// alternative is the text of a picture, for an attribute: a blank cannot be drawn there and is a line of text.
func (w *writer) alternative(nodes markup.Body) string {
	var b bytes.Buffer
	for n := range nodes.Nodes() {
		if n.Kind == markup.VariableAt {
			template.HTMLEscape(&b, []byte(w.page.Expand("{{"+w.page.Doc.Variables[n.Index].Name+"}}")))
		} else {
			w.node(&b, n)
		}
	}
	return b.String()
}

// from is a URL of another page as it leads from the file that the page is written into.
func (w *writer) from(to string) string {
	if w.into == "" || strings.Contains(to, ":") {
		return to
	}
	file, anchor, anchored := strings.Cut(to, "#")
	if file == "" {
		file = w.page.URL()
	} else {
		file = path.Join(path.Dir(w.page.URL()), file)
	}
	if file = site.Relative(w.into, file); anchored {
		file += "#" + anchor
	}
	return file
}

// writeURL writes a URL into an attribute: what a URL may not hold is percent-escaped, as CommonMark's reference
// implementations do.
func writeURL(b *bytes.Buffer, s string) {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '&':
			b.WriteString("&amp;")
		case c == '"':
			b.WriteString("%22")
		case c <= ' ' || c >= 0x7f || strings.IndexByte(`<>\^`+"`{|}[]", c) >= 0:
			b.WriteString("%" + strings.ToUpper(hex(c)))
		default:
			b.WriteByte(c)
		}
	}
}

func hex(c byte) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[c>>4], digits[c&15]})
}

func (w *writer) directive(b *bytes.Buffer, n markup.Node) {
	d := w.page.Doc.Directives[n.Index]
	if !slices.Contains(markup.Directives(), d.Name) || w.within && !w.links && d.Name == "handout" { // lint has it as a warning
		w.nodes(b, n.Children)
		return
	}
	v := Directive{
		Name: d.Name, ID: d.ID, PageType: w.page.Doc.Front.Type, Lang: w.page.Lang, Number: w.fields + n.Index + 1, Right: d.Right,
		Group: d.Attribute("group"), Priority: d.Attribute("priority"), Show: d.Attribute("show"), Trainer: w.trainer,
		Label: w.page.Expand(d.Attribute("label")), Caption: w.page.Expand(d.Attribute("caption")), Licence: w.page.Expand(d.Attribute("licence")),
	}
	v.Minutes, _ = strconv.Atoi(d.Attribute("minutes"))
	v.Lines, _ = strconv.Atoi(d.Attribute("lines"))
	v.GroupSize, _ = strconv.Atoi(v.Group)
	if len(w.page.Tables) > 0 {
		v.Table = w.page.Tables[n.Index]
	}
	if w.within {
		v.ID = ""
	}
	w.content(n, &v)
	w.renew(&v, n.Index)
	switch d.Name {
	case "handout":
		w.handout(n.Index, &v)
	case "slips":
		w.slips(n, d, &v)
	}
	from := b.Len()
	w.layout(b, "directives/"+d.Name+".html", v)
	w.attributes(b, n.Index)
	w.facts(b, v.Table.Since)
	if w.trainer && (d.Name == "slide" || d.Name == "quiz") && slices.Contains(w.page.Doc.Slides, markup.Slide{Directive: n.Index}) {
		w.body.Slides = append(w.body.Slides, string(b.Bytes()[from:]))
	}
}

// content fills in what stands in a directive.
func (w *writer) content(n markup.Node, v *Directive) {
	var first bytes.Buffer
	w.behind(&first, spot{n.Kind, n.Index, true})
	for part := range n.Children.Nodes() {
		if part.Kind == markup.Part {
			v.Parts = append(v.Parts, template.HTML(first.String()+w.inner(part.Children)))
			first.Reset()
		}
	}
	if len(v.Parts) == 0 {
		v.Body = template.HTML(first.String() + w.inner(n.Children))
	}
}

// mostSlips is how many notes stand in a row where the page does not say, and the most there may be.
const mostSlips = 8

// apart is how far the numbers of fields in one copy lie from those in the next: no page has so many directives.
const apart = 1_000_000

// slips repeats what stands in the directive.
func (w *writer) slips(n markup.Node, d markup.Directive, v *Directive) {
	count, err := strconv.Atoi(d.Attribute("count"))
	if err != nil || count > mostSlips {
		count = mostSlips
	}
	v.Kind = d.Attribute("kind")
	within, fields := w.within, w.fields
	w.within = true
	for range count - 1 {
		w.fields += apart
		v.Copies = append(v.Copies, template.HTML(w.inner(n.Children)))
	}
	w.within, w.fields = within, fields
}

// handout keeps what stands in a handout for its own sheet.
func (w *writer) handout(index int, v *Directive) {
	for _, h := range w.page.Doc.Headings {
		if h.Directive == index && v.Title == "" {
			v.Title = w.page.Expand(h.Text)
		}
	}
	if v.ID = w.page.Doc.Directives[index].ID; v.ID == "" {
		v.ID = "handout." + strconv.Itoa(index+1)
	}
	name := w.page.Path[strings.LastIndexByte(w.page.Path, '/')+1:]
	if v.URL = name + ".handout.html#" + url.PathEscape(v.ID); w.links {
		v.ID, v.URL = v.ID+"."+w.page.Lang, w.from(v.URL) // the other language's has that id on this page
	}
	w.body.Handouts = append(w.body.Handouts, Handout{v.ID, v.Title, string(v.Body)})
}

// layout executes a layout of a directive.
func (w *writer) layout(b *bytes.Buffer, name string, view any) {
	if w.loc.blocks.Lookup(name) == nil {
		w.body.Faults.Add("layout-exec", diag.Position{File: "layouts/" + name}, "", "this layout is missing")
		return
	}
	if err := w.loc.blocks.ExecuteTemplate(b, name, view); err != nil {
		w.body.Faults = append(w.body.Faults, w.l.fault("layout-exec", err, "shown by "+w.page.Doc.Name)...)
	}
}
