package markup

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"psvsite/generator/internal/strictyaml"
)

// headingParser is goldmark's, and takes the attributes off the heading's end before its inlines are read.
type headingParser struct{ parser.BlockParser }

// attributeName is where a heading node keeps its parsed attributes.
const attributeName = "psvsite"

// headingAttributes are the id, minutes and method of a heading.
type headingAttributes struct {
	id      string
	minutes int
	method  string
}

// Close implements parser.BlockParser.
func (h headingParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	h.BlockParser.Close(node, reader, pc)
	n, ok := node.(*ast.Heading)
	if !ok || n.Lines().Len() == 0 {
		return
	}
	p := pageOf(pc)
	last := n.Lines().Len() - 1
	segment := n.Lines().At(last)
	line := segment.Value(reader.Source())
	from, a, fault := trailing(line)
	if fault != nil {
		p.fault("attribute-syntax", segment.Start+fault.at, `headings take {#id minutes=10 method=do}`, "%s", fault.message)
	}
	if from < 0 {
		return
	}
	n.SetAttributeString(attributeName, p.headingAttributes(a, segment.Start))
	segment.Stop = segment.Start + len(bytes.TrimRight(line[:from], " \t"))
	n.Lines().Set(last, segment)
}

var methods = []string{"talk", "show", "do", "rest"}

func (p *page) headingAttributes(a attributes, at int) headingAttributes {
	var h headingAttributes
	p.explicitID(&h.id, a, at)
	for _, v := range a.pairs {
		switch n, isNumber := strictyaml.ParseInt(v.value); {
		case v.key == "minutes" && isNumber && n > 0:
			h.minutes = n
		case v.key == "minutes":
			p.fault("attribute-value", at+v.where, "", "minutes must be a whole number, not %q", v.value)
		case v.key == "method" && slices.Contains(methods, v.value):
			h.method = v.value
		case v.key == "method":
			p.fault("attribute-value", at+v.where, "", "method must be one of %s, not %q", joined(methods), v.value)
		default:
			p.fault("attribute-unknown", at+v.at, "it takes: #id, minutes, method", "a heading takes no %q", v.key)
		}
	}
	return h
}

// heading makes the fact of a heading node.
func (p *page) heading(n *ast.Heading, src []byte) Heading {
	around, _ := enclosing(n)
	h := Heading{Level: n.Level, Text: plainText(n, src), Directive: -1, Pos: p.pos(max(0, n.Pos()))}
	if around != nil {
		h.Directive = around.index
	}
	if v, ok := n.AttributeString(attributeName); ok {
		a := v.(headingAttributes)
		h.ID, h.Minutes, h.Method = a.id, a.minutes, a.method
	}
	if h.ID == "" {
		h.ID = p.unique(Slug(h.Text))
	}
	return h
}

// Slug makes an id of a text: NFC, lower case, letters, marks and numbers kept, all else one dash. Marks are kept
// because without them a Gujarati heading is a row of bare consonants.
func Slug(s string) string {
	var b strings.Builder
	dash := false
	for _, r := range strings.ToLower(norm.NFC.String(s)) {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N) {
			dash = b.Len() > 0
			continue
		}
		if dash {
			b.WriteByte('-')
			dash = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// unique numbers an id that is taken or kept for slides.
func (p *page) unique(id string) string {
	if id == "" {
		id = "part"
	}
	try := id
	for p.ids[try] || reservedID(try) {
		p.next[id]++
		try = id + "-" + strconv.Itoa(p.next[id])
	}
	p.ids[try] = true
	return try
}

// reservedID reports whether slides use the id: slides, and s with digits and dots behind it.
func reservedID(id string) bool {
	digits, isS := strings.CutPrefix(id, "s")
	return id == "slides" || isS && digits != "" && strings.Trim(digits, "0123456789") == ""
}

func itoa(n int) string { return strconv.Itoa(n) }

// hashHeadings gives headings the hashes of their texts.
func (d *Document) hashHeadings() {
	next := 0
	for i := range d.Packed {
		if d.Unit(i).Kind == HeadingUnit && next < len(d.Headings) {
			d.Headings[next].Hash = d.Packed[i].Hash
			next++
		}
	}
	if next < len(d.Headings) { // one of them is empty, which is a fault: nobody can say which
		for i := range d.Headings {
			d.Headings[i].Hash = 0
		}
	}
}
