package site

import (
	"cmp"
	"slices"
	"strings"
)

// arrange finds parents, children and neighbours.
func (b *builder) arrange() {
	b.Course, _ = b.Data.Plan(b.Config.Course)
	for _, code := range b.Config.Codes() {
		for _, p := range b.Pages[code] {
			if p.Parent = b.above(code, p.Path); p.Parent != nil {
				p.Parent.Children = append(p.Parent.Children, p)
			}
		}
		plan := b.plan(code)
		for _, p := range b.Pages[code] {
			slices.SortStableFunc(p.Children, func(x, y *Page) int { return order(x, y, plan) })
		}
		b.neighbours(code)
	}
}

// plan numbers the pages of the course in the order they are held, and gives sessions their day.
func (b *builder) plan(lang string) map[string]int {
	number := map[string]int{}
	for _, day := range b.Course.Days {
		number[day.Page] = len(number) + 1
		for _, item := range day.Items {
			if item.Session == "" {
				continue
			}
			number[item.Session] = len(number) + 1
			if p := b.byPath[lang][item.Session]; p != nil {
				p.Day = b.byPath[lang][day.Page]
			}
		}
	}
	return number
}

// order sorts pages of one section: those of the course plan as it has them, then by weight (none last), then path.
func order(x, y *Page, plan map[string]int) int {
	none := func(n int) int {
		if n == 0 {
			return 1 << 30
		}
		return n
	}
	return cmp.Or(
		cmp.Compare(none(plan[x.Path]), none(plan[y.Path])),
		cmp.Compare(none(x.Doc.Front.Weight), none(y.Doc.Front.Weight)),
		strings.Compare(x.Path, y.Path))
}

// neighbours strings the pages of each section together, from its first page down.
func (b *builder) neighbours(lang string) {
	home := b.byPath[lang]["index"]
	if home == nil {
		return
	}
	for _, section := range home.Children {
		var last *Page
		walk(section, func(p *Page) {
			if last != nil {
				last.Next, p.Prev = p, last
			}
			last = p
		})
	}
}

func walk(p *Page, f func(*Page)) {
	f(p)
	for _, c := range p.Children {
		walk(c, f)
	}
}

// Crumbs lists the pages above a page, the home page first; a session's day stands between it and the course.
func (p *Page) Crumbs() []*Page {
	var list []*Page
	at := p.Parent
	if p.Day != nil && p.Day != p {
		at = p.Day
	}
	for ; at != nil; at = at.Parent {
		list = append(list, at)
	}
	slices.Reverse(list)
	return list
}
