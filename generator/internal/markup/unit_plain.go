package markup

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// reader writes down what is read of a unit, and where each part of it stands.
type reader struct {
	src   []byte // the Markdown
	base  int    // where it begins in the file
	out   []byte
	marks []mark
	next  int // where the next byte stands if nothing lies between
	skip  []Span
}

// mark says that from a byte of the plain text on, and up to the next mark, the source runs along with it.
type mark struct{ plain, source int }

func (r *reader) plain() string { return string(bytes.TrimRight(r.out, " \n")) }

// put writes one byte that stands at a place of the file.
func (r *reader) put(c byte, at int) {
	if at != r.next || len(r.marks) == 0 {
		r.marks = append(r.marks, mark{len(r.out), at})
	}
	r.out = append(r.out, c)
	r.next = at + 1
}

// literal writes bytes as they stand, each run of white space as one space.
func (r *reader) literal(b []byte, at int) {
	for i, c := range b {
		if isSpace(c) {
			if n := len(r.out); n == 0 || isSpace(r.out[n-1]) {
				continue
			}
			c = ' '
		}
		r.put(c, at+i)
	}
}

// text writes Markdown's text, its backslashes and entities resolved.
func (r *reader) text(b []byte, at int) {
	for len(b) > 0 {
		piece, size := unescapeNext(b)
		if size == 1 {
			r.literal(b[:1], at)
		} else {
			for _, c := range piece {
				r.put(c, at+size-1)
			}
		}
		b, at = b[size:], at+size
	}
}

// apart begins a line.
func (r *reader) apart() {
	r.out = bytes.TrimRight(r.out, " ")
	if n := len(r.out); n > 0 && r.out[n-1] != '\n' {
		r.put('\n', r.next)
	}
}

// noProse marks what f writes as no prose.
func (r *reader) noProse(f func()) {
	start := len(r.out)
	f()
	if len(r.out) > start {
		r.skip = append(r.skip, Span{start, len(r.out)})
	}
}

func (r *reader) inlines(n ast.Node) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		r.inline(k)
	}
}

func (r *reader) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		value := n.Segment.Value(r.src)
		at := r.base + n.Segment.Start - n.Segment.Padding
		if n.IsRaw() {
			r.literal(value, at)
		} else {
			r.text(value, at)
		}
		if n.SoftLineBreak() || n.HardLineBreak() {
			r.literal([]byte(" "), r.base+n.Segment.Stop)
		}
	case *variableNode:
		r.noProse(func() { r.literal([]byte("{{"+n.name+"}}"), r.base+n.Pos()) })
	case *ast.AutoLink:
		r.noProse(func() { r.literal(n.Label(r.src), r.base+n.Pos()+1) })
	case *ast.CodeSpan:
		r.noProse(func() { r.inlines(n) })
	case *ast.RawHTML:
	case *ast.Image:
		r.apart()
		r.inlines(n)
		r.apart()
	default:
		r.inlines(n)
	}
}
