package markup

import "github.com/yuin/goldmark/ast"

// figureSpec is a picture with its caption and licence.
var figureSpec = &spec{name: "figure", attributes: []attribute{
	{name: "caption", kind: textual},
	{name: "licence", kind: textual},
}}

// onePicture checks what stands in a figure, once its inlines are read.
func (p *page) onePicture(n *directiveNode, src []byte) {
	only := n.FirstChild()
	if n.ChildCount() != 1 || only.Kind() != ast.KindParagraph || images(only, src) != 1 {
		p.doc.Faults.Add("directive-content", p.doc.Directives[n.index].Pos, "![what it shows](picture.svg)", "figure holds one picture and nothing else")
	}
}
