package lint

import (
	"slices"
	"strings"

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
			p := &plan{l, c, rules, map[string]spot{}, faults}
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
	held          map[string]spot
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
				p.held[item.Session] = spot{order: len(p.held), day: i, item: item, lunch: lunch}
				lunch, last = false, item.Session
			}
		}
		if s, ok := p.held[last]; ok {
			s.last = true
			p.held[last] = s
		}
	}
	for _, item := range p.course.Later {
		p.held[item.Session] = spot{order: len(p.held), day: -1, week: item.Week, item: item}
	}
}

// required finds sessions that the plan leaves out, or puts off though it may not.
func (p *plan) required() {
	for _, rule := range p.rules.Sessions {
		s, ok := p.held[rule.Session]
		switch {
		case !ok:
			p.faults.Add("course-required", p.course.Pos, "hold it on a day, or put it under later if the rules allow it", "the plan %q leaves out %s", p.course.ID, rule.Session)
		case rule.Required && s.day < 0:
			p.faults.Add("course-required", s.item.Pos, "hold it on a day", "the plan %q puts off %s, which the rules require", p.course.ID, rule.Session)
		}
	}
}

// order finds sessions before what people must have had, and at times of day that the rules bar.
func (p *plan) order() {
	for _, rule := range p.rules.Sessions {
		s, ok := p.held[rule.Session]
		if !ok {
			continue
		}
		for _, first := range rule.After {
			if before, ok := p.held[first]; !ok || !before.precedes(s) {
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

// day adds up a day's minutes and its share of practice. The share is worked out only where all pages are written.
func (p *plan) day(number int, d data.Day, sessions map[string]bool) {
	total, taught, done, whole := 0, 0, 0, true
	for _, item := range d.Items {
		minutes, practised := item.Minutes, 0
		if doc := p.sources[item.Session]; doc != nil {
			sessions[item.Session] = true
			minutes = doc.Front.Minutes
			for _, h := range doc.Headings {
				if h.IsStep() && h.Method == "do" {
					practised += h.Minutes
				}
			}
		} else if item.Session != "" {
			whole = false
		}
		total += minutes
		if item.Session != "" {
			taught, done = taught+minutes, done+practised
		}
	}
	if want := p.rules.DayMinutes; want > 0 && total != want {
		p.faults.Add("course-length", d.Pos, "", "day %d of the plan %q has %d minutes, the rules want %d", number+1, p.course.ID, total, want)
	}
	if whole && taught > 0 && done*100 < p.rules.PracticeMin*taught {
		p.faults.Add("course-practice", d.Pos, "make more steps {method=do}", "on day %d of the plan %q people practise for %d of %d minutes, %d %%; the rules want %d %%",
			number+1, p.course.ID, done, taught, done*100/taught, p.rules.PracticeMin)
	}
}

// could finds sessions with too little to leave out.
func (l *Linter) could(path string, least int, faults *diag.List) {
	doc, minutes := l.sources[path], 0
	for _, d := range doc.Directives {
		if d.Name == "activity" && d.Attribute("priority") == "could" {
			minutes += number(d.Attribute("minutes"))
		}
	}
	if all := doc.Front.Minutes; minutes*100 < least*all {
		faults.Add("course-could", doc.Positions.At("minutes"), "mark an activity with {priority=could}",
			"%d of %d minutes may be left out; the rules want %d %%", minutes, all, least)
	}
}

func number(digits string) int {
	n := 0
	for _, r := range strings.Map(digitsOnly, digits) {
		n = n*10 + int(r-'0')
	}
	return n
}
