package markup

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
)

// compiler takes the HTML that goldmark's renderers write and cuts it at the holes that ours open. It is the
// BufWriter of one rendering.
type compiler struct {
	page   *page
	render renderer.Renderer
	out    []byte  // the literal being written
	stack  []frame // the open nodes, the body first
	units  []bool  // of the open blocks: is it a unit, with a node

	inTable bool
}

// frame is a node being filled.
type frame struct {
	kind    Kind
	index   int
	content []byte
}

func newCompiler(p *page) *compiler {
	c := &compiler{page: p, render: markdown.Renderer(), out: make([]byte, 0, 4<<10), stack: make([]frame, 1, 8)}
	c.stack[0].content = make([]byte, 0, len(p.src)*3/2)
	return c
}

func (c *compiler) top() *frame { return &c.stack[len(c.stack)-1] }

// literal ends the literal being written, if there is one.
func (c *compiler) literal() {
	if len(c.out) > 0 {
		c.top().content = appendNode(c.top().content, HTML, 0, c.out)
		c.out = c.out[:0]
	}
}

// open begins a node; what is written until close stands in it.
func (c *compiler) open(kind Kind, index int) {
	c.literal()
	n := len(c.stack)
	if n < cap(c.stack) { // take the buffer that a closed frame left
		c.stack = c.stack[:n+1]
		c.stack[n] = frame{kind, index, c.stack[n].content[:0]}
		return
	}
	c.stack = append(c.stack, frame{kind: kind, index: index})
}

// close ends the innermost node.
func (c *compiler) close() {
	c.literal()
	f := *c.top()
	c.stack = c.stack[:len(c.stack)-1]
	c.top().content = appendNode(c.top().content, f.kind, f.index, f.content)
}

// unit begins a block that is a unit, if it has text, and returns its index or -1; closeUnit ends it.
func (c *compiler) unit(n ast.Node, src []byte) int {
	index := c.page.blockUnit(n, src)
	if c.units = append(c.units, index >= 0); index >= 0 {
		c.open(UnitAt, index)
	}
	return index
}

func (c *compiler) closeUnit() {
	last := len(c.units) - 1
	if c.units[last] {
		c.close()
	}
	c.units = c.units[:last]
}

// group begins a block of several units, if it stands in no other.
func (c *compiler) group(n ast.Node) {
	if outermost(n) {
		c.open(GroupAt, len(c.page.doc.Packed))
	}
}

func (c *compiler) closeGroup(n ast.Node) {
	if outermost(n) {
		c.close()
	}
}

// outermost reports whether a block stands right in the page or in a directive.
func outermost(n ast.Node) bool {
	k := n.Parent().Kind()
	return k == ast.KindDocument || k == kindDirective
}

// inside reports whether a node of the kind is open.
func (c *compiler) inside(kind Kind) bool {
	for _, f := range c.stack[1:] {
		if f.kind == kind {
			return true
		}
	}
	return false
}

func (c *compiler) finish() Body {
	for len(c.stack) > 1 {
		c.close()
	}
	c.literal()
	return bytes.Clone(c.stack[0].content)
}

// Write implements util.BufWriter, as do all below.
func (c *compiler) Write(b []byte) (int, error) {
	c.out = append(c.out, b...)
	return len(b), nil
}

// WriteString implements util.BufWriter. Between the parts of a table goldmark ends each line, which nobody reads.
func (c *compiler) WriteString(s string) (int, error) {
	written := s
	if c.inTable {
		written = strings.TrimSuffix(s, "\n")
	}
	c.out = append(c.out, written...)
	return len(s), nil
}

// WriteByte implements util.BufWriter.
func (c *compiler) WriteByte(b byte) error {
	if !c.inTable || b != '\n' {
		c.out = append(c.out, b)
	}
	return nil
}

// WriteRune implements util.BufWriter.
func (c *compiler) WriteRune(r rune) (int, error) {
	n := len(c.out)
	c.out = utf8.AppendRune(c.out, r)
	return len(c.out) - n, nil
}

// Available implements util.BufWriter.
func (c *compiler) Available() int { return 1 << 16 }

// Buffered implements util.BufWriter.
func (c *compiler) Buffered() int { return 0 }

// Flush implements util.BufWriter.
func (c *compiler) Flush() error { return nil }
