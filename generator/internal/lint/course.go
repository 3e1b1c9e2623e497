package lint

import (
	"slices"

	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
)

// rulesID is the entry of courses.yaml that binds every plan.
const rulesID = "rules"

// courses holds every plan against the rules.
func (l *Linter) courses(faults *diag.List) {
	i := slices.IndexFunc(l.Data.Courses, func(c data.Course) bool { return c.ID == rulesID })
	if i < 0 {
		return
	}
	rules := l.Data.Courses[i]
	sessions := map[string]bool{}
	for _, c := range l.Data.Courses {
		if c.IsPlan() {
			p := &plan{Linter: l, course: c, rules: rules, held: map[string][]spot{}, faults: faults}
			p.walk()
			p.required()
			p.order()
			for i, d := range c.Days {
				p.day(i, d, sessions)
			}
		}
	}
	for _, path := range sortedKeys(sessions) {
		l.could(path, rules.CouldMin, faults)
	}
}

// plan is the work on one plan.
type plan struct {
	*Linter
	course, rules data.Course
	held          map[string][]spot
	count         int
	faults        *diag.List
}

// spot is where in a plan a session stands.
type spot struct {
	order int // of all sessions of the plan
	day   int // from 0; later ones: -1
	week  int // of later ones
	item  data.Item
	last  bool // of its day
	lunch bool // first after lunch
}

// walk finds the spot of every session.
func (p *plan) walk() {
	for i, d := range p.course.Days {
		lunch, last := false, ""
		for _, item := range d.Items {
			switch {
			case item.Kind == "lunch":
				lunch = true
			case item.Session != "":
				p.hold(spot{day: i, item: item, lunch: lunch})
				lunch, last = false, item.Session
			}
		}
		if list := p.held[last]; len(list) > 0 {
			list[len(list)-1].last = true
		}
	}
	for _, item := range p.course.Later {
		p.hold(spot{day: -1, week: item.Week, item: item})
	}
}

func (p *plan) hold(s spot) {
	p.count++
	s.order = p.count
	p.held[s.item.Session] = append(p.held[s.item.Session], s)
}

// required finds sessions that the plan leaves out, or puts off though it may not.
func (p *plan) required() {
	for _, rule := range p.rules.Sessions {
		spots := p.held[rule.Session]
		switch {
		case len(spots) == 0:
			p.faults.Add("course-required", p.course.Pos, "hold it on a day, or put it under later if the rules allow it", "the plan %q leaves out %s", p.course.ID, rule.Session)
		case rule.Required && spots[0].day < 0:
			p.faults.Add("course-required", spots[0].item.Pos, "hold it on a day", "the plan %q puts off %s, which the rules require", p.course.ID, rule.Session)
		}
	}
}

// order finds sessions before what people must have had, and at times of day that the rules bar.
func (p *plan) order() {
	for _, rule := range p.rules.Sessions {
		for _, s := range p.held[rule.Session] {
			p.spot(rule, s)
		}
	}
}

func (p *plan) spot(rule data.SessionRule, s spot) {
	for _, first := range rule.After {
		if !slices.ContainsFunc(p.held[first], func(x spot) bool { return x.precedes(s) }) {
			p.fault(s, "move it behind, or "+first+" before it", "%s stands before %s, which people must have had", rule.Session, first)
		}
	}
	for _, bar := range rule.Not {
		switch {
		case bar == "last" && s.last:
			p.fault(s, "", "%s is the last session of a day: the rules bar it there", rule.Session)
		case bar == "after-lunch" && s.lunch:
			p.fault(s, "", "%s is the first session after lunch: the rules bar it there", rule.Session)
		case bar == "first-day" && s.day == 0:
			p.fault(s, "", "%s is on the first day: the rules bar it there", rule.Session)
		}
	}
}

func (p *plan) fault(s spot, hint, format string, args ...any) {
	p.faults.Add("course-order", s.item.Pos, hint, format, args...)
}

// precedes reports whether a session is over before another begins; of those put off, the week says it.
func (s spot) precedes(other spot) bool {
	switch {
	case s.day < 0 && other.day < 0:
		return s.week < other.week || s.week == other.week && s.order < other.order
	case s.day < 0:
		return false
	}
	return other.day < 0 || s.order < other.order
}
