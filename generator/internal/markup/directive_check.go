package markup

// checkSpec is a tick list.
var checkSpec = &spec{name: "check", content: func(p *page, n *directiveNode, d *Directive) {
	if l := p.onlyList(n, d); l != nil {
		d.Items = l.ChildCount()
		p.oneLineItems(l, d)
	}
}}
