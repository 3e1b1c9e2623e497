package translation

import (
	"slices"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// Safety is a box of safety text, as directives of the two documents; -1 for none. It is judged whole: steps that are
// each right may be wrong together.
type Safety struct {
	Target, Source int
	Stale          bool
}

// boxes judges the safety boxes of a page, in the order of the target; what is missing stands at the end.
func boxes(target, source *markup.Document, a *Alignment) (list []Safety) {
	answers := map[int]Pair{}
	for _, p := range a.Pairs {
		if p.Target >= 0 {
			answers[p.Target] = p
		}
	}
	for t, d := range target.Directives {
		if d.Name == safety {
			s := slices.Index(a.Directives, t)
			list = append(list, Safety{t, s, !a.Tracked || s < 0 || !sameBox(target, source, t, s, answers)})
		}
	}
	for s, d := range source.Directives {
		if d.Name == safety && a.Directives[s] < 0 {
			list = append(list, Safety{-1, s, true})
		}
	}
	return list
}

const safety = "safety"

// sameBox reports whether two boxes have the same texts, each current, in the same order, and are built alike.
func sameBox(target, source *markup.Document, t, s int, answers map[int]Pair) bool {
	mine, its := UnitsIn(target, t), UnitsIn(source, s)
	if len(mine) != len(its) {
		return false
	}
	for i, u := range mine {
		p, ok := answers[u]
		if !ok || p.State != Current || p.Source != its[i] || target.Unit(u).Kind != source.Unit(its[i]).Kind {
			return false
		}
		if target.Unit(u).Directive-t != source.Unit(its[i]).Directive-s {
			return false
		}
	}
	return slices.EqualFunc(inside(target, t), inside(source, s), func(x, y int) bool {
		a, b := target.Directives[x], source.Directives[y]
		return a.Name == b.Name && a.Parent-t == b.Parent-s && !slices.ContainsFunc(keys(a, b), func(key string) bool { return a.Attribute(key) != b.Attribute(key) })
	})
}

// inside lists the directives in a directive, which follow it.
func inside(d *markup.Document, directive int) (list []int) {
	for i := directive + 1; i < len(d.Directives) && d.Directives[i].Parent >= directive; i++ {
		list = append(list, i)
	}
	return list
}

// UnitsIn lists the units in a directive, at any depth.
func UnitsIn(d *markup.Document, directive int) (list []int) {
	for i, u := range d.Units() {
		if Within(d, u.Directive, directive) {
			list = append(list, i)
		}
	}
	return list
}

// Within reports whether a directive is another one or stands in it.
func Within(d *markup.Document, inner, outer int) bool {
	for inner > outer {
		inner = d.Directives[inner].Parent
	}
	return inner == outer
}

// Position is where a box stands, or the end of what is known of it.
func (s Safety) Position(target *markup.Document) diag.Position {
	if s.Target < 0 {
		return diag.Position{File: target.Name}
	}
	return target.Directives[s.Target].Pos
}
