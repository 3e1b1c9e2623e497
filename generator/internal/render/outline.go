package render

import (
	"slices"
	"strings"

	"psvsite/generator/internal/markup"
)

// spot names a node of a body; start: where its content begins, and of the body itself with kind HTML.
type spot struct {
	kind  markup.Kind
	index int
	start bool
}

// block is a paragraph, heading, list, table, quote or directive as it follows others in a page or a directive, or an
// item of a list.
type block struct {
	node   markup.Node
	units  []int    // in it, at any depth
	blocks []*block // of a directive: what stands right in it
	items  []*block // of a list
}

func (b *block) spot() spot { return spot{kind: b.node.Kind, index: b.node.Index} }

func (b *block) has(unit int) bool { return slices.Contains(b.units, unit) }

// outline lists the blocks of a body.
func outline(d *markup.Document, body markup.Body) (list []*block) {
	for n := range body.Nodes() {
		switch n.Kind {
		case markup.Section, markup.Part:
			list = append(list, outline(d, n.Children)...)
		case markup.HeadingAt, markup.UnitAt:
			list = append(list, &block{node: n, units: unitsIn(d, n)})
		case markup.GroupAt:
			b := &block{node: n, units: unitsIn(d, n)}
			for item := range n.Children.Nodes() {
				if item.Kind == markup.ItemAt {
					b.items = append(b.items, &block{node: item, units: unitsIn(d, item)})
				}
			}
			list = append(list, b)
		case markup.DirectiveAt:
			list = append(list, &block{node: n, units: unitsIn(d, n), blocks: outline(d, n.Children)})
		}
	}
	return list
}

// unitsIn lists the units in a node, in order.
func unitsIn(d *markup.Document, n markup.Node) (units []int) {
	switch n.Kind {
	case markup.HTML:
		return nil
	case markup.UnitAt:
		return []int{n.Index}
	case markup.DirectiveAt:
		for i, u := range d.Units() {
			if u.Directive == n.Index && strings.HasPrefix(u.Kind, markup.AttributeUnit) {
				units = append(units, i)
			}
		}
	}
	for child := range n.Children.Nodes() {
		units = append(units, unitsIn(d, child)...)
	}
	return units
}

// find returns the block of a list, or in it, of a kind and with just these units.
func find(list []*block, kind markup.Kind, units []int) *block {
	for _, b := range list {
		if b.node.Kind == kind && slices.Equal(b.units, units) {
			return b
		}
		if inner := find(slices.Concat(b.blocks, b.items), kind, units); inner != nil {
			return inner
		}
	}
	return nil
}

// holding returns the last block of a list that has one of the units, or nil.
func holding(list []*block, units []int) *block {
	for _, b := range slices.Backward(list) {
		if slices.ContainsFunc(units, b.has) {
			return b
		}
	}
	return nil
}
