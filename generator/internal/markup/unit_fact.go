package markup

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
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

// PackedUnit is a unit as a document holds it: a site has hundreds of thousands, and as facts they would take as much
// memory as all bodies.
type PackedUnit struct {
	Hash                 Hash
	Line, Col, Directive int32
	Kind, Number         uint16 // index of unitKinds; index in a list of front matter
}

// unitKinds are all kinds that there are.
var unitKinds = allUnitKinds()

func allUnitKinds() []string {
	kinds := []string{HeadingUnit, ParagraphUnit, ItemUnit, CellUnit}
	front := Front{Objectives: []string{""}, Materials: []Material{{}}, Prepare: []string{""}, Sources: []string{""}}
	for _, s := range front.strings() {
		kinds = append(kinds, FrontUnit+unnumbered(s.path))
	}
	for _, name := range names {
		for _, a := range specs[name].attributes {
			if a.kind == textual && !slices.Contains(kinds, AttributeUnit+a.name) {
				kinds = append(kinds, AttributeUnit+a.name)
			}
		}
	}
	return kinds
}

// Units lists the units in the order they stand in the file. It makes the list anew.
func (d *Document) Units() []UnitFact {
	list := make([]UnitFact, len(d.Packed))
	for i := range list {
		list[i] = d.Unit(i)
	}
	return list
}

// Unit is one of the document's units.
func (d *Document) Unit(i int) UnitFact {
	p := d.Packed[i]
	u := UnitFact{Kind: unitKinds[p.Kind], Hash: p.Hash, Line: int(p.Line), Col: int(p.Col), Directive: int(p.Directive)}
	if len(d.Texts) > 0 {
		u.Text = d.Texts[i]
	}
	if key, ok := strings.CutPrefix(u.Kind, AttributeUnit); ok {
		u.Path = key
	} else if key, ok := strings.CutPrefix(u.Kind, FrontUnit); ok {
		u.Path = key
		if list, field, _ := strings.Cut(key, "."); key != "title" && key != "summary" {
			u.Path = strings.TrimSuffix(list+"["+itoa(int(p.Number))+"]."+field, ".")
		}
	}
	return u
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
	kind := slices.Index(unitKinds, u.Kind)
	p.doc.Packed = append(p.doc.Packed, PackedUnit{hashOf(b), int32(u.Line), int32(u.Col), int32(u.Directive), uint16(kind), numberOf(u.Path)})
	if p.source {
		p.doc.Texts = append(p.doc.Texts, string(b[head:]))
	}
	return len(p.doc.Packed) - 1
}

// numberOf is the number in a path of front matter: 1 of objectives[1].
func numberOf(path string) uint16 {
	_, rest, _ := strings.Cut(path, "[")
	digits, _, _ := strings.Cut(rest, "]")
	n, _ := strconv.ParseUint(digits, 10, 16)
	return uint16(n)
}

// appendUnitText appends a line of a text, each run of white space as one space. The text begins at head.
func appendUnitText(b []byte, head int, line []byte) []byte {
	for len(line) > 0 {
		n := 0
		for n < len(line) && !mayBeSpace[line[n]] {
			n++
		}
		b = append(b, line[:n]...)
		if line = line[n:]; len(line) == 0 {
			break
		}
		r, size := utf8.DecodeRune(line)
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

// mayBeSpace are the bytes that white space begins with in UTF-8.
var mayBeSpace = func() (first [256]bool) {
	for r := range rune(0x10000) {
		if unicode.IsSpace(r) {
			first[string(r)[0]] = true
		}
	}
	return first
}()

// frontUnits takes in the strings of front matter, in the order of the file.
func (p *page) frontUnits() {
	for _, s := range p.doc.Front.strings() {
		pos := p.doc.Positions.At(s.path)
		p.unit(UnitFact{Kind: FrontUnit + unnumbered(s.path), Path: s.path, Line: pos.Line, Col: pos.Col, Directive: -1}, []byte(*s.text))
	}
	p.sortUnits()
}

// sortUnits brings the units taken in so far into the order of the file.
func (p *page) sortUnits() {
	d := p.doc
	order := make([]int, len(d.Packed))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := d.Packed[a], d.Packed[b]
		return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Col, y.Col))
	})
	packed, texts := make([]PackedUnit, len(order), 64), slices.Clone(d.Texts)
	for to, from := range order {
		if packed[to] = d.Packed[from]; len(texts) > 0 {
			texts[to] = d.Texts[from]
		}
	}
	d.Packed, d.Texts = packed, texts
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
