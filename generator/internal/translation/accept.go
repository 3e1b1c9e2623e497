package translation

import (
	"fmt"
	"strings"

	"psvsite/generator/internal/markup"
)

// Answers pairs the units of a page with those of its source as somebody sees them who holds one against the other: what
// the alignment found, and of the rest, between two that are paired, each run of texts that both pages have alike in
// kind and number. What it cannot pair so it leaves: nothing is guessed.
func (a *Alignment) Answers(target, source *markup.Document) (pairs, left []Pair) {
	m := &answers{alignment: a, target: target, source: source, of: map[int]int{}, by: map[int]int{}}
	for _, p := range a.Pairs {
		if p.Target >= 0 && p.Source >= 0 {
			m.pair(p.Target, p.Source)
		}
	}
	m.runs(func(u markup.UnitFact) bool { return u.Kind == markup.HeadingUnit })
	m.runs(func(markup.UnitFact) bool { return true })
	for t := range target.Units() {
		if s, ok := m.of[t]; ok {
			pairs = append(pairs, Pair{Target: t, Source: s})
		} else {
			left = append(left, Pair{Target: t, Source: -1, State: Extra})
		}
	}
	for s := range source.Units() {
		if _, ok := m.by[s]; !ok {
			left = append(left, Pair{Target: -1, Source: s, State: Missing})
		}
	}
	return pairs, left
}

type answers struct {
	alignment      *Alignment
	target, source *markup.Document
	of, by         map[int]int // target unit to source unit, and back
}

func (m *answers) pair(t, s int) { m.of[t], m.by[s] = s, t }

// run is where texts stand: behind a source unit that is paired, in a directive of the target, of front matter by kind.
type run struct {
	behind, directive int
	kind              string
}

// runs pairs what stands in runs that are alike.
func (m *answers) runs(of func(markup.UnitFact) bool) {
	var order []run
	targets, sources := map[run][]int{}, map[run][]int{}
	behind := -1
	for t, u := range m.target.Units() {
		if s, ok := m.of[t]; ok {
			behind = s
		} else if of(u) {
			r := run{behind, u.Directive, ""}.or(u)
			if len(targets[r]) == 0 {
				order = append(order, r)
			}
			targets[r] = append(targets[r], t)
		}
	}
	behind = -1
	for s, u := range m.source.Units() {
		if _, ok := m.by[s]; ok {
			behind = s
		} else if of(u) {
			r := run{behind, m.directive(u), ""}.or(u)
			sources[r] = append(sources[r], s)
		}
	}
	for _, r := range order {
		if m.signs(m.target, targets[r]) == m.signs(m.source, sources[r]) {
			for i, t := range targets[r] {
				m.pair(t, sources[r][i])
			}
		}
	}
}

// or is the run of front matter for its strings: those of one kind, wherever they stand.
func (r run) or(u markup.UnitFact) run {
	if strings.HasPrefix(u.Kind, markup.FrontUnit) {
		return run{kind: u.Kind}
	}
	return r
}

// directive is the target's directive for that of a source unit; -2 when there is none.
func (m *answers) directive(u markup.UnitFact) int {
	if u.Directive < 0 {
		return -1
	}
	if t := m.alignment.Directives[u.Directive]; t >= 0 {
		return t
	}
	return -2
}

// signs say of units what two texts must have in common to be the same one in two languages.
func (m *answers) signs(d *markup.Document, units []int) string {
	var b strings.Builder
	for _, i := range units {
		b.WriteString(d.Unit(i).Kind)
		if d.Unit(i).Kind == markup.HeadingUnit {
			h := d.Headings[heading(d, i)]
			fmt.Fprint(&b, h.Level, h.Minutes)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Rewrite returns the statements of a file with those on a page replaced: by one for each pair, which keeps the note that
// it had, or has the given one if it is new.
func Rewrite(list []Statement, target, source *markup.Document, pairs []Pair, note string) []Statement {
	notes := map[Statement]string{}
	var out []Statement
	for _, s := range list {
		if s.Page != target.Path {
			out = append(out, s)
			continue
		}
		was := s.Note
		s.Note = ""
		notes[s] = was
	}
	for _, p := range pairs {
		s := Statement{Page: target.Path, Target: target.Unit(p.Target).Hash, Source: source.Unit(p.Source).Hash}
		if was, known := notes[s]; known {
			s.Note = was
		} else {
			s.Note = note
		}
		out = append(out, s)
	}
	return Sorted(out)
}

// Keep adds the texts of a source.
func (t Texts) Keep(source *markup.Document) {
	for _, u := range source.Units() {
		t[u.Hash] = u.Text
	}
}

// Prune drops the texts that no statement speaks of.
func (t Texts) Prune(all []Statement) {
	used := map[markup.Hash]bool{}
	for _, s := range all {
		used[s.Source] = true
	}
	for h := range t {
		if !used[h] {
			delete(t, h)
		}
	}
}
