package markup

// cardsSpec is a set of cards to cut out, one for each item of its list.
var cardsSpec = &spec{name: "cards", slide: true, cards: true, content: func(p *page, n *directiveNode, d *Directive) {
	if l := p.onlyList(n, d); l != nil {
		d.Items = l.ChildCount()
	}
}}
