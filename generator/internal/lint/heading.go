package lint

import "strings"

// headings finds jumps, in the page and in each directive on its own, and second titles.
func (p *page) headings() {
	last := map[int]int{-1: 1} // by directive: the level before; the title's is 1
	for _, h := range p.doc.Headings {
		before, seen := last[h.Directive]
		if !seen {
			before = 2 // what a directive stands under
		}
		switch {
		case h.Level == 1:
			p.faults.Add("heading-level", h.Pos, "write ##", "%q is of level 1, as the title is", shown(h.Text))
		case h.Level > before+1:
			p.faults.Add("heading-jump", h.Pos, "write "+strings.Repeat("#", before+1), "%q is of level %d, the heading above it of level %d", shown(h.Text), h.Level, before)
		}
		last[h.Directive] = h.Level
	}
}
