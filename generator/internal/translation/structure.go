package translation

import (
	"fmt"
	"slices"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// Difference is a place where a page is built otherwise than its source.
type Difference struct {
	What           string // "::: write is missing"
	Target, Source diag.Position
	// Directives of the two pages that it concerns, or -1.
	TargetDirective, SourceDirective int
}

// differences compares directives, and the headings that answer each other. Texts that are missing or extra are states
// of units and no differences of structure.
func differences(target, source *markup.Document, pairs []Pair, matched []int) []Difference {
	c := &comparison{target: target, source: source}
	c.directives(matched)
	for _, p := range pairs {
		if p.Target >= 0 && p.Source >= 0 {
			c.pair(p, matched)
		}
	}
	return c.list
}

type comparison struct {
	target, source *markup.Document
	list           []Difference
}

func (c *comparison) add(target, source diag.Position, t, s int, format string, args ...any) {
	c.list = append(c.list, Difference{fmt.Sprintf(format, args...), target, source, t, s})
}

// directives compares those that stand for each other, and names the others.
func (c *comparison) directives(matched []int) {
	taken := map[int]bool{}
	before := diag.Position{File: c.target.Name, Line: 1, Col: 1}
	for s, t := range matched {
		d := c.source.Directives[s]
		if t < 0 {
			c.add(before, d.Pos, -1, s, "::: %s is missing", d.Name)
			continue
		}
		taken[t] = true
		before = c.target.Directives[t].Pos
		c.attributes(t, s)
	}
	before = diag.Position{File: c.source.Name, Line: 1, Col: 1}
	for t, d := range c.target.Directives {
		if !taken[t] {
			c.add(d.Pos, before, t, -1, "::: %s is too many", d.Name)
		} else {
			before = c.source.Directives[slices.Index(matched, t)].Pos
		}
	}
}

// attributes compares what is no text.
func (c *comparison) attributes(t, s int) {
	target, source := c.target.Directives[t], c.source.Directives[s]
	for _, key := range keys(target, source) {
		if x, y := target.Attribute(key), source.Attribute(key); x != y {
			c.add(target.Pos, source.Pos, t, s, "::: %s has %s=%q in place of %q", target.Name, key, x, y)
		}
	}
	if !slices.Equal(target.Right, source.Right) {
		c.add(target.Pos, source.Pos, t, s, "::: quiz has other right answers")
	}
}

// keys are the attributes of two directives that are no texts.
func keys(a, b markup.Directive) (list []string) {
	for _, x := range slices.Concat(a.Attributes, b.Attributes) {
		if !markup.TextualAttribute(a.Name, x.Key) && !slices.Contains(list, x.Key) {
			list = append(list, x.Key)
		}
	}
	return list
}

// pair compares the places of two units that answer each other, and of headings what they say besides their text.
func (c *comparison) pair(p Pair, matched []int) {
	t, s := c.target.Unit(p.Target), c.source.Unit(p.Source)
	inside := -1
	if s.Directive >= 0 {
		inside = matched[s.Directive]
	}
	if t.Directive != inside {
		c.add(c.target.Position(t), c.source.Position(s), t.Directive, s.Directive, "this %s stands in another box", t.Kind)
	}
	if t.Kind != markup.HeadingUnit || s.Kind != markup.HeadingUnit {
		return
	}
	x, y := c.target.Headings[heading(c.target, p.Target)], c.source.Headings[heading(c.source, p.Source)]
	switch {
	case x.Level != y.Level:
		c.add(x.Pos, y.Pos, t.Directive, s.Directive, "this heading is of level %d in place of %d", x.Level, y.Level)
	case x.Minutes != y.Minutes:
		c.add(x.Pos, y.Pos, t.Directive, s.Directive, "this step has %d minutes in place of %d", x.Minutes, y.Minutes)
	case x.Method != y.Method:
		c.add(x.Pos, y.Pos, t.Directive, s.Directive, "this step has method=%q in place of %q", x.Method, y.Method)
	}
}

// heading is the index of the heading that a unit is.
func heading(d *markup.Document, unit int) int { return slices.Index(d.Titles, unit) }
