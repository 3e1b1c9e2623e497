package markup

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"psvsite/generator/internal/diag"
)

// maxDepth is how deep directives may nest. Without a limit 56 kB of openers take goldmark 105 s.
const maxDepth = 8

var (
	kindDirective = ast.NewNodeKind("Directive")
	kindFence     = ast.NewNodeKind("DirectiveFence")
)

// directiveNode is an open directive.
type directiveNode struct {
	ast.BaseBlock
	index  int
	spec   *spec // nil for an unknown name
	colons int
	closed bool // its closer was read
	ended  bool // its closer was read by a block inside it
	strip  bool // its cards are all pictures
}

// Kind implements ast.Node.
func (n *directiveNode) Kind() ast.NodeKind { return kindDirective }

// Dump implements ast.Node.
func (n *directiveNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// fenceNode is a fence that opens nothing and closes nothing here; it leaves no text.
type fenceNode struct{ ast.BaseBlock }

// Kind implements ast.Node.
func (n *fenceNode) Kind() ast.NodeKind { return kindFence }

// Dump implements ast.Node.
func (n *fenceNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// directiveParser reads
//
//	directive = indent{0-3} colons{3+} " "? name ( " "+ attributes )? EOL … closer
//	closer    = indent{0-3} colons EOL
//
// A bare fence closes the innermost open directive, and not while a code or HTML block is open in it.
type directiveParser struct{}

// Trigger implements parser.BlockParser.
func (directiveParser) Trigger() []byte { return []byte{':'} }

// CanInterruptParagraph implements parser.BlockParser.
func (directiveParser) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (directiveParser) CanAcceptIndentedLine() bool { return false }

// fence measures a line: the number of colons, and what stands behind them without space at its end.
func fence(line []byte) (colons, restAt int, rest []byte) {
	from := 0
	for from < len(line) && from < 4 && line[from] == ' ' {
		from++
	}
	i := from
	for i < len(line) && line[i] == ':' {
		i++
	}
	if i-from < 3 || from > 3 {
		return 0, 0, nil
	}
	return i - from, i, bytes.TrimRight(line[i:], " \t\n")
}

// Open implements parser.BlockParser.
func (directiveParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	colons, restAt, rest := fence(line)
	if colons == 0 {
		return nil, parser.NoChildren
	}
	p := pageOf(pc)
	around, depth := enclosing(parent)
	restAt += segment.Start - segment.Padding // a tab cut by the block around is padded with spaces
	at := restAt - colons
	reader.AdvanceToEOL()
	if len(rest) == 0 {
		p.strayFence(around, at)
		return &fenceNode{}, parser.NoChildren
	}
	if depth >= maxDepth {
		p.tooDeep(at)
		return &fenceNode{}, parser.NoChildren
	}
	n := p.open(rest, restAt, at, around)
	if n == nil {
		return &fenceNode{}, parser.NoChildren
	}
	n.colons = colons
	return n, parser.HasChildren
}

// strayFence ends the directive around it, whose own Continue did not see the fence because a block between them
// ended at this line; with none around it is a fault.
func (p *page) strayFence(around *directiveNode, at int) {
	if around != nil && !around.ended {
		around.ended = true
		return
	}
	p.fault("directive-close", at, "remove it, or open a directive above: ::: name", "this fence closes nothing")
}

func (p *page) tooDeep(at int) {
	if !p.deep {
		p.fault("directive-depth", at, "close one before the next opens", "directives nest more than %d deep", maxDepth)
	}
	p.deep = true
}

// enclosing returns the innermost directive around a node and how many there are.
func enclosing(n ast.Node) (inner *directiveNode, depth int) {
	for ; n != nil; n = n.Parent() {
		if d, ok := n.(*directiveNode); ok {
			if inner == nil {
				inner = d
			}
			depth++
		}
	}
	return inner, depth
}

// Continue implements parser.BlockParser.
func (directiveParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	n, ok := node.(*directiveNode)
	if !ok || n.ended {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	colons, restAt, rest := fence(line)
	if colons == 0 || len(rest) > 0 || !innermost(n, pc) {
		return parser.Continue | parser.HasChildren
	}
	n.closed = true
	if colons != n.colons {
		p := pageOf(pc)
		d := p.doc.Directives[n.index]
		p.fault("directive-fence", segment.Start-segment.Padding+restAt-colons, "give both the same number of colons",
			"this fence of %d colons closes %q of %d colons at line %d", colons, d.Name, n.colons, d.Pos.Line)
	}
	reader.AdvanceToEOL()
	return parser.Close
}

// innermost reports whether no directive, code or HTML block is open inside n.
func innermost(n *directiveNode, pc parser.Context) bool {
	blocks := pc.OpenedBlocks()
	for i := len(blocks) - 1; i >= 0 && blocks[i].Node != ast.Node(n); i-- {
		switch blocks[i].Node.Kind() {
		case kindDirective, ast.KindFencedCodeBlock, ast.KindHTMLBlock:
			return false
		}
	}
	return true
}

// Close implements parser.BlockParser.
func (directiveParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	n, ok := node.(*directiveNode)
	if !ok {
		return
	}
	p := pageOf(pc)
	d := &p.doc.Directives[n.index]
	if !n.closed && !n.ended {
		p.doc.Faults.Add("directive-unclosed", d.Pos, "close it with a line of its own: "+string(bytes.Repeat([]byte(":"), n.colons)),
			"%q is never closed", d.Name)
	}
	if n.spec != nil {
		p.content(n, d)
	}
}

// open makes a node from the opener's text behind its colons; nil when there is no name in it.
func (p *page) open(rest []byte, restAt, at int, around *directiveNode) *directiveNode {
	body := bytes.TrimLeft(rest, " ")
	restAt += len(rest) - len(body)
	end := 0
	for end < len(body) && (body[end] >= 'a' && body[end] <= 'z' || end > 0 && body[end] == '-') {
		end++
	}
	name, after := string(body[:end]), body[end:]
	if end == 0 || len(after) > 0 && after[0] != ' ' && after[0] != '\t' {
		p.fault("directive-syntax", restAt+end, `an opener is ::: name {key=value}`, "this is no directive's name")
		return nil
	}
	n := &directiveNode{index: len(p.doc.Directives), spec: specs[name]}
	d := Directive{Name: name, Parent: -1, Pos: p.pos(at)}
	if around != nil {
		d.Parent = around.index
	}
	if n.spec == nil {
		p.fault("directive-unknown", restAt, diag.DidYouMean(name, names, "psvsite knows: "+joined(names)), "there is no directive %q", name)
	}
	p.openAttributes(&d, n.spec, after, restAt+end)
	p.doc.Directives = append(p.doc.Directives, d)
	p.nodes = append(p.nodes, n)
	return n
}

func (p *page) openAttributes(d *Directive, s *spec, after []byte, at int) {
	trimmed := bytes.TrimLeft(after, " \t")
	at += len(after) - len(trimmed)
	if len(trimmed) == 0 {
		p.required(d, s)
		return
	}
	if trimmed[0] != '{' {
		p.fault("attribute-syntax", at, "", "only {key=value} may follow the name of a directive")
		return
	}
	a, fault := lexAttributes(trimmed, 0)
	if fault != nil {
		p.fault("attribute-syntax", at+fault.at, "", "%s", fault.message)
		return
	}
	p.explicitID(&d.ID, a, at)
	p.typed(d, s, a, at)
	p.required(d, s)
}
