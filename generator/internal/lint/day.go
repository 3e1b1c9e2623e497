package lint

import (
	"strings"

	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
)

// day adds up a day's minutes and its share of practice. The share is worked out only where all pages are written.
func (p *plan) day(number int, d data.Day, sessions map[string]bool) {
	total, taught, done, whole := 0, 0, 0, true
	for _, item := range d.Items {
		minutes, practised := item.Minutes, 0
		if doc := p.sources[item.Session]; doc != nil {
			sessions[item.Session] = true
			if doc.Front.Minutes > 0 {
				minutes = doc.Front.Minutes
			}
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
