package markup

// doorsSpec is a list of links to other parts of the site, each with a few words, drawn as doors with pictograms.
var doorsSpec = &spec{name: "doors", content: func(p *page, n *directiveNode, d *Directive) {
	if l := p.onlyList(n, d); l != nil {
		d.Items = l.ChildCount()
		p.oneLineItems(l, d)
	}
}}
