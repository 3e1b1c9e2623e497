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
func differences(target, source *markup.Document, pairs []Pair) []Difference {
	c := &comparison{target: target, source: source}
	matched := c.directives()
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

// directives matches the directives of both pages: safety by id where both have one, all others in order. It returns the
// target directive's for each source directive, or -1.
func (c *comparison) directives() []int {
	matched := MatchDirectives(c.target, c.source)
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
	return matched
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
	t, s := c.target.Units[p.Target], c.source.Units[p.Source]
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

// MatchDirectives finds the directive of a target that stands for each of its source, or -1: first those of one name
// and id, then those of one name and depth in order.
func MatchDirectives(target, source *markup.Document) []int {
	matched := slices.Repeat([]int{-1}, len(source.Directives))
	taken := make([]bool, len(target.Directives))
	for s, d := range source.Directives {
		t := slices.IndexFunc(target.Directives, func(x markup.Directive) bool { return d.ID != "" && x.ID == d.ID && x.Name == d.Name })
		if t >= 0 {
			matched[s], taken[t] = t, true
		}
	}
	for _, p := range common(source, target, matched, taken) {
		matched[p[0]] = p[1]
	}
	return matched
}

// mostCompared is how many pairs of directives are compared. A page with more has them matched by place alone.
const mostCompared = 1 << 20

// common is the longest common run of directives, gaps allowed, that are not matched yet.
func common(source, target *markup.Document, matched []int, taken []bool) (pairs [][2]int) {
	n, m := len(source.Directives), len(target.Directives)
	if n*m > mostCompared {
		return samePlace(source, target, matched, taken)
	}
	same := func(s, t int) bool {
		x, y := source.Directives[s], target.Directives[t]
		return matched[s] < 0 && !taken[t] && x.Name == y.Name && depth(source, s) == depth(target, t)
	}
	longest := make([][]int, n+1)
	for s := n; s >= 0; s-- {
		longest[s] = make([]int, m+1)
		for t := m - 1; t >= 0 && s < n; t-- {
			if longest[s][t] = max(longest[s+1][t], longest[s][t+1]); same(s, t) {
				longest[s][t] = max(longest[s][t], longest[s+1][t+1]+1)
			}
		}
	}
	for s, t := 0, 0; s < n && t < m; {
		switch {
		case same(s, t) && longest[s][t] == longest[s+1][t+1]+1:
			pairs = append(pairs, [2]int{s, t})
			s, t = s+1, t+1
		case longest[s+1][t] >= longest[s][t+1]:
			s++
		default:
			t++
		}
	}
	return pairs
}

func samePlace(source, target *markup.Document, matched []int, taken []bool) (pairs [][2]int) {
	for i := range min(len(matched), len(taken)) {
		if matched[i] < 0 && !taken[i] && source.Directives[i].Name == target.Directives[i].Name {
			pairs = append(pairs, [2]int{i, i})
		}
	}
	return pairs
}

func depth(d *markup.Document, i int) (n int) {
	for i = d.Directives[i].Parent; i >= 0; i = d.Directives[i].Parent {
		n++
	}
	return n
}
