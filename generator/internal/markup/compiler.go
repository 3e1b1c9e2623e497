package markup

import (
	"unicode/utf8"

	"github.com/yuin/goldmark/renderer"
)

// compiler takes the HTML that goldmark's renderers write and cuts it at the holes that ours open. It is the
// BufWriter of one rendering.
type compiler struct {
	page   *page
	render renderer.Renderer
	out    []byte
	stack  []frame
}

// frame is a node being filled; literals are spans of out until finish.
type frame struct {
	node  Node
	spans []span
	from  int // where the literal being written begins
}

type span struct{ from, to, child int } // child: index into node.Children, or -1

func newCompiler(p *page) *compiler {
	return &compiler{page: p, render: markdown.Renderer(), out: make([]byte, 0, len(p.src)*5/4), stack: []frame{{}}}
}

func (c *compiler) top() *frame { return &c.stack[len(c.stack)-1] }

// literal ends the literal being written, if there is one.
func (c *compiler) literal() {
	f := c.top()
	if f.from < len(c.out) {
		f.node.Children = append(f.node.Children, Node{Kind: HTML})
		f.spans = append(f.spans, span{f.from, len(c.out), len(f.node.Children) - 1})
	}
	f.from = len(c.out)
}

// open begins a node; what is written until close stands in it.
func (c *compiler) open(kind Kind, index int) {
	c.literal()
	c.stack = append(c.stack, frame{node: Node{Kind: kind, Index: index}, from: len(c.out)})
}

// close ends the innermost node.
func (c *compiler) close() {
	c.literal()
	f := c.top()
	c.resolve(f)
	c.stack = c.stack[:len(c.stack)-1]
	parent := c.top()
	parent.node.Children = append(parent.node.Children, f.node)
	parent.from = len(c.out)
}

// resolve turns spans into strings.
func (c *compiler) resolve(f *frame) {
	for _, s := range f.spans {
		f.node.Children[s.child].HTML = string(c.out[s.from:s.to])
	}
}

// inside reports whether a node of the kind is open.
func (c *compiler) inside(kind Kind) bool {
	for _, f := range c.stack {
		if f.node.Kind == kind && len(c.stack) > 1 {
			return true
		}
	}
	return false
}

func (c *compiler) finish() []Node {
	for len(c.stack) > 1 {
		c.close()
	}
	c.literal()
	c.resolve(c.top())
	return c.stack[0].node.Children
}

// Write implements util.BufWriter, as do all below.
func (c *compiler) Write(b []byte) (int, error) {
	c.out = append(c.out, b...)
	return len(b), nil
}

// WriteString implements util.BufWriter.
func (c *compiler) WriteString(s string) (int, error) {
	c.out = append(c.out, s...)
	return len(s), nil
}

// WriteByte implements util.BufWriter.
func (c *compiler) WriteByte(b byte) error {
	c.out = append(c.out, b)
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
