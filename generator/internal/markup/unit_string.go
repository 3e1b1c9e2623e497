package markup

import (
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
)

// fronts takes in the strings of front matter that are translated.
func (c *collector) fronts() {
	p := c.page
	for _, s := range p.doc.Front.strings() {
		n := find(&p.meta, s.path)
		if n == nil || *s.text == "" {
			continue
		}
		at := p.at(diag.Position{Line: n.Line + 1, Col: n.Column})
		at += tag(p.src[at:])
		style := plainStyle
		if at < len(p.src) {
			style = styleOf(n, p.src[at])
		}
		c.string(Unit{Kind: FrontUnit + unnumbered(s.path), Path: s.path}, *s.text, at, style, p.doc.Positions.At(s.path))
	}
}

// attributes takes in the attributes that are texts.
func (c *collector) attributes() {
	p := c.page
	for i, d := range p.doc.Directives {
		for _, a := range d.Attributes {
			if !TextualAttribute(d.Name, a.Key) {
				continue
			}
			at, style := p.at(a.Pos), plainStyle
			if p.src[at] == '"' {
				style = attributeStyle
			}
			c.string(Unit{Kind: AttributeUnit + a.Key, Path: a.Key, Directive: i}, a.Value, at, style, a.Pos)
		}
	}
}

// string takes in a value that stands at a place of the file, in some style of quotes.
func (c *collector) string(u Unit, value string, at int, s style, pos diag.Position) {
	if strings.HasPrefix(u.Kind, FrontUnit) {
		u.Directive = -1
	}
	r := &reader{}
	end := r.scalar(c.page.src, at, value, s)
	for _, m := range variableIn.FindAllIndex(r.out, -1) {
		if r.out[m[0]] != '\\' {
			r.skip = append(r.skip, Span{m[0], m[1]})
		}
	}
	c.add(u, value, at, end, r)
}

// unnumbered is a path without its indexes: materials.item.
func unnumbered(path string) string {
	var b strings.Builder
	for _, part := range strings.FieldsFunc(path, func(r rune) bool { return r == '[' || r == ']' }) {
		if _, err := strconv.Atoi(part); err != nil {
			b.WriteString(part)
		}
	}
	return b.String()
}

// find returns the node at a path such as materials[0].item, or nil.
func find(n *yaml.Node, path string) *yaml.Node {
	if n.Kind == yaml.DocumentNode {
		n = n.Content[0]
	}
	for _, step := range strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune(".[]", r) }) {
		if n = child(n, step); n == nil {
			return nil
		}
	}
	return n
}

func child(n *yaml.Node, step string) *yaml.Node {
	if i, err := strconv.Atoi(step); err == nil && n.Kind == yaml.SequenceNode {
		if i < len(n.Content) {
			return n.Content[i]
		}
		return nil
	}
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		if n.Content[i].Value == step {
			return n.Content[i+1]
		}
	}
	return nil
}
