package markup

import "github.com/yuin/goldmark/ast"

// childList returns the first list that stands right in a directive.
func childList(n *directiveNode) *ast.List {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if l, ok := c.(*ast.List); ok {
			return l
		}
	}
	return nil
}

// onlyList returns the one list that a directive holds, or reports that it holds something else.
func (p *page) onlyList(n *directiveNode, d *Directive) *ast.List {
	l := childList(n)
	if l == nil || n.ChildCount() != 1 {
		p.doc.Faults.Add("directive-content", d.Pos, "- one item a line", "%s holds one list and nothing else", d.Name)
		return nil
	}
	return l
}

// oneLineItems demands items of a single paragraph: they become labels, and a label holds no paragraph.
func (p *page) oneLineItems(l *ast.List, d *Directive) {
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		first := item.FirstChild()
		switch {
		case item.ChildCount() == 1 && first.Kind() == ast.KindTextBlock:
		case item.ChildCount() == 1 && first.Kind() == ast.KindParagraph:
			text := ast.NewTextBlock()
			text.SetLines(first.Lines())
			item.ReplaceChild(item, first, text)
		default:
			p.fault("directive-content", max(0, item.Pos()), "put the rest below the list", "an item of %s is one paragraph", d.Name)
		}
	}
}

// listDirective returns the directive that a list stands right in, or nil.
func listDirective(list ast.Node) *directiveNode {
	n, _ := list.Parent().(*directiveNode)
	return n
}
