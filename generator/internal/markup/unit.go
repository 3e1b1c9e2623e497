package markup

import (
	"slices"
	"sort"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"psvsite/generator/internal/diag"
)

// Kinds of units of the body. A string of front matter is of kind FrontUnit and its key without numbers
// (front.objectives, front.materials.item), an attribute of AttributeUnit and its key (attribute.label).
const (
	HeadingUnit   = "heading"
	ParagraphUnit = "paragraph"
	ItemUnit      = "item" // what stands right in a list item, also a later paragraph of it
	CellUnit      = "cell"
	FrontUnit     = "front."
	AttributeUnit = "attribute."
)

// Unit is a text that is translated, judged and signed as one. Its attributes and what it is nested in are structure
// and no part of it.
type Unit struct {
	Kind string
	Path string // of front matter: objectives[1]; of an attribute: its key

	// Text is the unit as written, markup and variables in it, without the signs before its lines: NFC, each run of white
	// space one space. Hash is of Kind and Text; it is the unit's name wherever it stands.
	Text string
	Hash Hash

	// Plain is what is read: no markup, variables as written. The text of a picture stands on a line of its own. It is
	// not normalised, so that what is wrong with its letters can be seen in it.
	Plain string
	Skip  []Span // of Plain: code, variables, addresses: what is no prose

	// Start and End are where the unit stands in the file's bytes, quotes of a front matter string or attribute
	// included: new text takes their place. Equal when that cannot be said.
	Start, End int
	Pos        diag.Position
	Directive  int // index of the innermost directive around it, or -1

	marks []mark
	page  *page
}

// Span is a part of a text, in bytes.
type Span struct{ Start, End int }

// Place is where in the file a byte of Plain stands.
func (u Unit) Place(at int) diag.Position {
	i := sort.Search(len(u.marks), func(i int) bool { return u.marks[i].plain > at }) - 1
	if i < 0 {
		return u.Pos
	}
	m := u.marks[i]
	return u.page.places.place(u.page.doc.Name, u.page.src, m.source+at-m.plain)
}

// Units returns the units of a page in the order they stand in its file; none when limits forbid to parse it. It
// parses anew: a document keeps only what a build needs of each of them, in the same order (Document.Units).
func Units(name, lang, path string, data []byte) []Unit {
	p := &page{doc: &Document{Name: name, Lang: lang, Path: path}, src: normalise(data)}
	if !p.limits() {
		return nil
	}
	p.front()
	c := collector{page: p, file: newOffsets(data)}
	root := p.parse()
	c.fronts()
	c.body(root)
	c.attributes()
	slices.SortStableFunc(c.units, func(a, b Unit) int { return a.Start - b.Start })
	return c.units
}

// collector gathers the units of a page.
type collector struct {
	page  *page
	file  offsets
	units []Unit
}

// add takes in a unit that stands in src[start:end] of the page; one without text is none.
func (c *collector) add(u Unit, text string, start, end int, r *reader) {
	if u.Text = UnitText(text); u.Text == "" {
		return
	}
	u.Hash = UnitHash(u.Kind, u.Text)
	u.Plain, u.Skip, u.marks, u.page = r.plain(), r.skip, r.marks, c.page
	u.Start, u.End = c.file.of(start), c.file.of(end)
	u.Pos = c.page.places.place(c.page.doc.Name, c.page.src, start)
	c.units = append(c.units, u)
}

// body takes in headings, paragraphs, items and cells.
func (c *collector) body(root ast.Node) {
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		kind := unitKind(n)
		if !entering || kind == "" {
			return ast.WalkContinue, nil
		}
		if n.Lines().Len() > 0 {
			c.block(n, kind)
		}
		return ast.WalkSkipChildren, nil
	})
}

func unitKind(n ast.Node) string {
	switch n.Kind() {
	case ast.KindHeading:
		return HeadingUnit
	case extast.KindTableCell:
		return CellUnit
	case ast.KindParagraph, ast.KindTextBlock:
		if n.Parent().Kind() == ast.KindListItem {
			return ItemUnit
		}
		return ParagraphUnit
	}
	return ""
}

func (c *collector) block(n ast.Node, kind string) {
	p := c.page
	src := p.src[p.offset:]
	lines := n.Lines()
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	for end > start && isSpace(src[end-1]) {
		end--
	}
	u := Unit{Kind: kind, Directive: -1}
	if around, _ := enclosing(n); around != nil {
		u.Directive = around.index
	}
	r := &reader{src: src, base: p.offset}
	r.inlines(n)
	c.add(u, string(lines.Value(src)), p.offset+start, p.offset+end, r)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }
