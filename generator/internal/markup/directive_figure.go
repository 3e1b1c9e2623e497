package markup

import "github.com/yuin/goldmark/ast"

// figureSpec is a picture with its caption and licence.
var figureSpec = &spec{
	name: "figure",
	attributes: []attribute{
		{name: "caption", kind: textual},
		{name: "licence", kind: textual},
	},
	content: func(p *page, n *directiveNode, d *Directive) {
		if n.ChildCount() != 1 || n.FirstChild().Kind() != ast.KindParagraph {
			p.doc.Faults.Add("directive-content", d.Pos, "![what it shows](picture.svg)", "figure holds one picture and nothing else")
		}
	},
}
