package translation

import (
	"slices"

	"psvsite/generator/internal/markup"
)

// match finds the directive of a target that stands for each of its source, or -1: first those of one name and id, then
// those whose texts answer each other, then those of one name and depth in order between the others.
func match(target, source *markup.Document, pairs []Pair) []int {
	m := &matcher{
		target: target, source: source,
		matched: slices.Repeat([]int{-1}, len(source.Directives)), taken: make([]bool, len(target.Directives)),
	}
	m.byID()
	m.byTexts(pairs)
	m.byOrder()
	return m.matched
}

type matcher struct {
	target, source *markup.Document
	matched        []int  // by source directive
	taken          []bool // by target directive
}

func (m *matcher) free(s, t int) bool {
	return m.matched[s] < 0 && !m.taken[t] && m.source.Directives[s].Name == m.target.Directives[t].Name
}

func (m *matcher) take(s, t int) { m.matched[s], m.taken[t] = t, true }

func (m *matcher) byID() {
	byID := map[string]int{}
	for t, d := range m.target.Directives {
		byID[d.ID] = t
	}
	for s, d := range m.source.Directives {
		if t, ok := byID[d.ID]; ok && d.ID != "" && m.free(s, t) {
			m.take(s, t)
		}
	}
}

// byTexts takes those first that have the most texts in common.
func (m *matcher) byTexts(pairs []Pair) {
	votes := map[[2]int]int{}
	for _, p := range pairs {
		if p.Target >= 0 && p.Source >= 0 {
			votes[[2]int{m.source.Unit(p.Source).Directive, m.target.Unit(p.Target).Directive}]++
		}
	}
	var list [][2]int
	for v := range votes {
		if v[0] >= 0 && v[1] >= 0 {
			list = append(list, v)
		}
	}
	slices.SortFunc(list, func(a, b [2]int) int {
		if votes[a] != votes[b] {
			return votes[b] - votes[a]
		}
		return slices.Compare(a[:], b[:])
	})
	for _, v := range list {
		if m.free(v[0], v[1]) {
			m.take(v[0], v[1])
		}
	}
}

// mostCompared is how many pairs of directives are compared. A page with more has them matched by place alone.
const mostCompared = 1 << 20

// byOrder matches the rest by the longest run that both have in common, gaps allowed, and that crosses no match made
// before.
func (m *matcher) byOrder() {
	n, k := len(m.source.Directives), len(m.target.Directives)
	if n*k > mostCompared {
		m.byPlace()
		return
	}
	low, high := m.between()
	deep := [2][]int{depths(m.source), depths(m.target)}
	same := func(s, t int) bool {
		return m.free(s, t) && deep[0][s] == deep[1][t] && t > low[s] && t < high[s]
	}
	longest := make([][]int, n+1)
	for s := n; s >= 0; s-- {
		longest[s] = make([]int, k+1)
		for t := k - 1; t >= 0 && s < n; t-- {
			if longest[s][t] = max(longest[s+1][t], longest[s][t+1]); same(s, t) {
				longest[s][t] = max(longest[s][t], longest[s+1][t+1]+1)
			}
		}
	}
	for s, t := 0, 0; s < n && t < k; {
		switch {
		case same(s, t) && longest[s][t] == longest[s+1][t+1]+1:
			m.take(s, t)
			s, t = s+1, t+1
		case longest[s+1][t] >= longest[s][t+1]:
			s++
		default:
			t++
		}
	}
}

func (m *matcher) byPlace() {
	for i := range min(len(m.matched), len(m.taken)) {
		if m.free(i, i) {
			m.take(i, i)
		}
	}
}

// between says for each source directive which targets its own must lie between, so that matches do not cross.
func (m *matcher) between() (low, high []int) {
	low, high = make([]int, len(m.matched)), make([]int, len(m.matched))
	last := -1
	for s, t := range m.matched {
		low[s] = last
		last = max(last, t)
	}
	last = len(m.taken)
	for s := len(m.matched) - 1; s >= 0; s-- {
		if high[s] = last; m.matched[s] >= 0 {
			last = min(last, m.matched[s])
		}
	}
	return low, high
}

func depths(d *markup.Document) []int {
	list := make([]int, len(d.Directives))
	for i, x := range d.Directives {
		if x.Parent >= 0 {
			list[i] = list[x.Parent] + 1
		}
	}
	return list
}
