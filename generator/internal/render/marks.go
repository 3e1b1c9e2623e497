package render

import (
	"slices"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/translation"
)

// marks say what a page has to tell about its text, and where.
type marks struct {
	page    *site.Page
	stale   map[int]int                // unit to that of the source
	changed map[int]bool               // units of safety boxes that are not current
	answer  map[int]int                // unit of the source to that of the page
	boxes   map[int]translation.Safety // stale ones, by directive
	added   map[spot][]*block          // what is missing, of the source, by the place that it stands behind
	whole   map[spot]*block            // blocks of the source to stand whole beneath those that answer parts of them
	outline map[*site.Page][]*block    // of Sources
}

// newMarks plans the marks of a page; nil when it has none.
func newMarks(p *site.Page) *marks {
	if len(p.Sources) == 0 {
		return nil
	}
	m := &marks{
		page: p, stale: map[int]int{}, changed: map[int]bool{}, answer: map[int]int{}, boxes: map[int]translation.Safety{},
		added: map[spot][]*block{}, whole: map[spot]*block{}, outline: map[*site.Page][]*block{},
	}
	m.units()
	source := m.outlineOf(m.last())
	m.compare(source, outline(p.Doc, p.Doc.Body), spot{start: true})
	return m
}

// last is the page in the source language.
func (m *marks) last() *site.Page { return m.page.Sources[len(m.page.Sources)-1] }

func (m *marks) outlineOf(q *site.Page) []*block {
	if _, ok := m.outline[q]; !ok {
		m.outline[q] = outline(q.Doc, q.Doc.Body)
	}
	return m.outline[q]
}

func (m *marks) units() {
	t := m.page.Translation
	for _, x := range t.Safety {
		if x.Stale && x.Target >= 0 {
			m.boxes[x.Target] = x
		}
	}
	for _, p := range t.Pairs {
		if p.Target >= 0 && p.Source >= 0 {
			m.answer[p.Source] = p.Target
		}
		switch {
		case p.Target < 0 || p.State == translation.Current:
		case m.inBox(p.Target):
			m.changed[p.Target] = true
		case p.State == translation.Stale:
			m.stale[p.Target] = p.Source
		}
	}
}

// inBox reports whether a unit stands in a stale safety box.
func (m *marks) inBox(unit int) bool {
	d := m.page.Doc
	for i := d.Unit(unit).Directive; i >= 0; i = d.Directives[i].Parent {
		if _, ok := m.boxes[i]; ok {
			return true
		}
	}
	return false
}

// answers lists the units of the page that answer units of the source.
func (m *marks) answers(units []int) (list []int) {
	for _, s := range units {
		if t, ok := m.answer[s]; ok {
			list = append(list, t)
		}
	}
	return list
}

// compare goes through what stands right in the source, or in a directive of it, and plans what the page lacks of it.
func (m *marks) compare(source, target []*block, behind spot) {
	for _, s := range source {
		t := holding(target, m.answers(s.units))
		if s.node.Kind == markup.DirectiveAt {
			t = m.directive(target, s, t)
		}
		switch {
		case t != nil && s.node.Kind == markup.DirectiveAt:
			if _, stale := m.boxes[t.node.Index]; !stale {
				m.compare(s.blocks, t.blocks, spot{t.node.Kind, t.node.Index, true})
			}
		case t != nil:
			m.group(s, t)
		case len(m.answers(s.units)) > 0 || !m.lacks(s):
			continue
		default:
			m.added[behind] = append(m.added[behind], s)
			continue
		}
		behind = t.spot()
	}
}

// directive is the block that stands for a directive of the source; instead is the one that holds its texts.
func (m *marks) directive(target []*block, s, instead *block) *block {
	i := m.page.Translation.Directives[s.node.Index]
	at := slices.IndexFunc(target, func(b *block) bool { return b.node.Kind == markup.DirectiveAt && b.node.Index == i })
	if i >= 0 && at >= 0 {
		return target[at]
	}
	if instead != nil && instead.node.Kind != markup.DirectiveAt {
		return nil
	}
	return instead
}

// lacks reports whether a block that nothing answers must be shown. Of a page that nobody has held against its source
// only the safety texts are.
func (m *marks) lacks(s *block) bool {
	if m.page.Translation.Tracked {
		return len(s.units) > 0
	}
	return s.node.Kind == markup.DirectiveAt && m.page.Translation.Source.Directives[s.node.Index].Name == "safety"
}

// group plans what is missing of a list, table or quote that is answered in part: items one by one, all else whole.
func (m *marks) group(s, t *block) {
	if s.node.Kind != markup.GroupAt || len(m.answers(s.units)) == len(s.units) {
		return
	}
	if len(s.items) == 0 || len(t.items) == 0 || m.inQuiz(s) {
		m.whole[t.spot()] = s
		return
	}
	behind := spot{t.node.Kind, t.node.Index, true}
	for _, item := range s.items {
		answers := m.answers(item.units)
		at := holding(t.items, answers)
		switch {
		case len(item.units) > 0 && len(answers) == 0:
			m.added[behind] = append(m.added[behind], item)
			continue
		case at == nil || len(answers) < len(item.units):
			m.whole[t.spot()] = s
		}
		if at != nil {
			behind = at.spot()
		}
	}
}

// inQuiz reports whether a list is that of a quiz, whose right answers are numbers.
func (m *marks) inQuiz(s *block) bool {
	d := m.page.Translation.Source
	i := d.Unit(s.units[0]).Directive
	return i >= 0 && d.Directives[i].Name == "quiz"
}

// standIn finds the block that shows a block of the source, in the first language whose text is the one of the source as
// it is now.
func (m *marks) standIn(s *block) (*site.Page, *block) {
	for _, q := range m.page.Sources[:len(m.page.Sources)-1] {
		units, ok := current(q.Translation, s.units)
		if !ok {
			continue
		}
		if b := find(m.outlineOf(q), s.node.Kind, units); b != nil {
			return q, b
		}
	}
	return m.last(), s
}

// unit finds the unit that shows one of the source, likewise.
func (m *marks) unit(source int) (*site.Page, int) {
	for _, q := range m.page.Sources[:len(m.page.Sources)-1] {
		if units, ok := current(q.Translation, []int{source}); ok {
			return q, units[0]
		}
	}
	return m.last(), source
}

// current lists the units of a translation that answer units of the source, if all of them do and are current.
func current(t *site.Translation, source []int) (units []int, ok bool) {
	answer := map[int]int{}
	for _, p := range t.Pairs {
		if p.State == translation.Current {
			answer[p.Source] = p.Target
		}
	}
	for _, s := range source {
		u, ok := answer[s]
		if !ok {
			return nil, false
		}
		units = append(units, u)
	}
	return units, true
}
