package markup

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"psvsite/generator/internal/diag"
)

// UnitFact is what a document keeps of a unit: enough to tell which text it is and where it stands.
type UnitFact struct {
	Kind string
	Path string // of front matter: objectives[1]; of an attribute: its key
	Hash Hash

	// Text is kept of pages that others are translated from alone (ParseSource): a changed text is found again by its
	// likeness to what it was.
	Text string

	Line, Col int // of the file
	Directive int // index of the innermost directive around it, or -1
}

// Position is where a unit of the document stands.
func (d *Document) Position(u UnitFact) diag.Position {
	return diag.Position{File: d.Name, Line: u.Line, Col: u.Col}
}

// unit takes in a text as a unit; one without text is none. It returns its index, or -1.
func (p *page) unit(u UnitFact, lines ...[]byte) int {
	b := append(append(p.scratch[:0], u.Kind...), 0)
	head := len(b)
	for _, line := range lines {
		b = appendUnitText(b, head, line)
	}
	if len(b) > head && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	if !norm.NFC.IsNormal(b[head:]) {
		b = append(b[:head], UnitText(string(b[head:]))...)
	}
	if p.scratch = b; len(b) == head {
		return -1
	}
	u.Hash = hashOf(b)
	if p.source {
		u.Text = string(b[head:])
	}
	p.doc.Units = append(p.doc.Units, u)
	return len(p.doc.Units) - 1
}

// appendUnitText appends a line of a text, each run of white space as one space. The text begins at head.
func appendUnitText(b []byte, head int, line []byte) []byte {
	for len(line) > 0 {
		r, size := rune(line[0]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(line)
		}
		switch {
		case !unicode.IsSpace(r):
			b = append(b, line[:size]...)
		case len(b) > head && b[len(b)-1] != ' ':
			b = append(b, ' ')
		}
		line = line[size:]
	}
	return b
}

// frontUnits takes in the strings of front matter, in the order of the file.
func (p *page) frontUnits() {
	for _, s := range p.doc.Front.strings() {
		pos := p.doc.Positions.At(s.path)
		p.unit(UnitFact{Kind: FrontUnit + unnumbered(s.path), Path: s.path, Line: pos.Line, Col: pos.Col, Directive: -1}, []byte(*s.text))
	}
	slices.SortStableFunc(p.doc.Units, func(a, b UnitFact) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
}

// attributeUnits takes in the attributes of a directive that are texts.
func (p *page) attributeUnits(index int) {
	d := p.doc.Directives[index]
	for _, a := range d.Attributes {
		if TextualAttribute(d.Name, a.Key) {
			p.unit(UnitFact{Kind: AttributeUnit + a.Key, Path: a.Key, Line: a.Pos.Line, Col: a.Pos.Col, Directive: index}, []byte(a.Value))
		}
	}
}

// TextualAttribute reports whether an attribute of a directive is a text, to be translated.
func TextualAttribute(directive, key string) bool {
	s := specs[directive]
	k := slices.IndexFunc(s.attributes, func(t attribute) bool { return t.name == key })
	return s.attributes[k].kind == textual
}

// blockUnit takes in a block of the body. It returns the unit's index, or -1 when the block is none.
func (p *page) blockUnit(n ast.Node, src []byte) int {
	lines := n.Lines()
	if lines.Len() == 0 {
		return -1
	}
	u := UnitFact{Kind: unitKind(n), Directive: -1}
	if around, _ := enclosing(n); around != nil {
		u.Directive = around.index
	}
	pos := p.pos(lines.At(0).Start)
	u.Line, u.Col = pos.Line, pos.Col
	p.texts = p.texts[:0]
	for i := range lines.Len() {
		at := lines.At(i)
		p.texts = append(p.texts, at.Value(src))
	}
	return p.unit(u, p.texts...)
}
