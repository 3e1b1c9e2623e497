package render

import "psvsite/generator/internal/site"

// answers say which units and directives of one language of a page stand for those of another. Both are known through
// the source; where nobody has held a page against it, nothing is.
type answers struct {
	units, directives map[int]int
}

func newAnswers(p, q *site.Page) answers {
	a := answers{map[int]int{}, map[int]int{}}
	toUnit, toDirective := fromSource(q)
	units, directives := fromSource(p)
	for source, unit := range units {
		if other, ok := toUnit[source]; ok {
			a.units[unit] = other
		}
	}
	for source, directive := range directives {
		if other, ok := toDirective[source]; ok {
			a.directives[directive] = other
		}
	}
	return a
}

// fromSource says which units and directives of a page stand for those of its source, which may be the page itself.
func fromSource(p *site.Page) (units, directives map[int]int) {
	units, directives = map[int]int{}, map[int]int{}
	if p.Translation == nil {
		for i := range p.Doc.Units() {
			units[i] = i
		}
		for i := range p.Doc.Directives {
			directives[i] = i
		}
		return units, directives
	}
	for _, x := range p.Translation.Pairs {
		if x.Source >= 0 && x.Target >= 0 {
			units[x.Source] = x.Target
		}
	}
	for source, target := range p.Translation.Directives {
		if target >= 0 {
			directives[source] = target
		}
	}
	return units, directives
}

// pairRow is a row: blocks of both languages by their indexes, in order.
type pairRow struct{ ours, theirs []int }

// sideBySide puts the blocks of two languages into rows. What answers each other shares a row, as long as the order of
// both is kept; between such rows blocks of one kind meet in order, and what is left has a row of its own.
func sideBySide(a, b []piece, known answers) []pairRow {
	holder, box := map[int]int{}, map[int]int{}
	for j, x := range b {
		for _, u := range x.units {
			holder[u] = j
		}
		if x.directive >= 0 {
			box[x.directive] = j
		}
	}
	r := &rows{a: a, b: b}
	for i, x := range a {
		for _, u := range x.units {
			r.meetIn(i, known.units, u, holder)
		}
		r.meetIn(i, known.directives, x.directive, box)
	}
	r.gap(len(a), len(b))
	return r.list
}

// rows are the rows so far; ours and theirs are how many blocks of each stand in them.
type rows struct {
	a, b         []piece
	ours, theirs int
	list         []pairRow
}

// meetIn puts a block into one row with the one that holds the answer to a unit or directive of its.
func (r *rows) meetIn(i int, known map[int]int, of int, holder map[int]int) {
	if answer, ok := known[of]; ok {
		if j, ok := holder[answer]; ok {
			r.meet(i, j)
		}
	}
}

// meet puts two blocks into one row, unless one of them stands in a row above already.
func (r *rows) meet(i, j int) {
	last := len(r.list) - 1
	switch {
	case i >= r.ours && j >= r.theirs:
		r.gap(i, j)
		r.list = append(r.list, pairRow{[]int{i}, []int{j}})
		r.ours, r.theirs = i+1, j+1
	case i == r.ours-1 && j == r.theirs && last >= 0 && len(r.list[last].theirs) > 0: // one block answers two
		r.list[last].theirs = append(r.list[last].theirs, j)
		r.theirs++
	case j == r.theirs-1 && i == r.ours && last >= 0 && len(r.list[last].ours) > 0:
		r.list[last].ours = append(r.list[last].ours, i)
		r.ours++
	}
}

// mostMet is how many pairs of blocks are compared in a gap; in a longer one nothing meets.
const mostMet = 1 << 20

// gap fills the rows up to two blocks.
func (r *rows) gap(i, j int) {
	a, b := r.a[r.ours:i], r.b[r.theirs:j]
	longest := make([][]int, len(a)+1)
	same := func(s, t int) bool { return len(a)*len(b) <= mostMet && a[s].kind == b[t].kind }
	for s := len(a); s >= 0; s-- {
		longest[s] = make([]int, len(b)+1)
		for t := len(b) - 1; t >= 0 && s < len(a); t-- {
			if longest[s][t] = max(longest[s+1][t], longest[s][t+1]); same(s, t) {
				longest[s][t] = max(longest[s][t], longest[s+1][t+1]+1)
			}
		}
	}
	s, t := 0, 0
	for s < len(a) || t < len(b) {
		switch {
		case s < len(a) && t < len(b) && same(s, t) && longest[s][t] == longest[s+1][t+1]+1:
			r.list = append(r.list, pairRow{[]int{r.ours + s}, []int{r.theirs + t}})
			s, t = s+1, t+1
		case t == len(b) || s < len(a) && longest[s+1][t] >= longest[s][t+1]:
			r.list = append(r.list, pairRow{ours: []int{r.ours + s}})
			s++
		default:
			r.list = append(r.list, pairRow{theirs: []int{r.theirs + t}})
			t++
		}
	}
	r.ours, r.theirs = i, j
}
