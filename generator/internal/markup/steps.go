package markup

import (
	"slices"

	"psvsite/generator/internal/strictyaml"
)

// checkSteps checks the sums of a page, and makes its list of slides.
func (p *page) checkSteps() {
	d := p.doc
	for _, h := range d.Headings {
		if h.Minutes > 0 && !h.IsStep() {
			d.Faults.Add("step-place", h.Pos, "a step is a heading of level 2 (##) outside any directive", "minutes stand on a heading that is no step")
		}
	}
	sum, steps := d.Minutes()
	// A day's and a course's minutes are those of their plan, checked where the plan is known.
	if want := d.Front.Minutes; steps > 0 && want > 0 && d.Front.Type != "day" && d.Front.Type != "course" && sum != want {
		d.Faults.Add("step-sum", d.Positions.At("minutes"), "change minutes, or those of a step", "the %d steps add up to %d minutes, minutes says %d: %s",
			steps, sum, want, difference(want-sum))
	}
	p.checkActivities()
	d.Slides = slides(d)
}

func difference(n int) string {
	if n < 0 {
		return itoa(-n) + " too many"
	}
	return itoa(n) + " missing"
}

// checkActivities demands that an activity fits in its step: in the last step heading before it.
func (p *page) checkActivities() {
	for _, a := range p.doc.Directives {
		minutes, ok := strictyaml.ParseInt(a.Attribute("minutes"))
		if a.Name != "activity" || !ok {
			continue
		}
		step := Heading{}
		for _, h := range p.doc.Headings {
			if h.Level == 2 && h.Directive < 0 && h.Pos.Line < a.Pos.Line {
				step = h
			}
		}
		if step.Minutes > 0 && minutes > step.Minutes {
			p.doc.Faults.Add("step-activity", a.Pos, "give the step more minutes, or the activity fewer", "an activity of %d minutes does not fit in the step %q of %d", minutes, step.Text, step.Minutes)
		}
	}
}

// slides lists the deck: the title, then every directive that is a slide and stands in no other, in no words for the
// trainer, and on no sheet to take home. A page without anything made for the wall has no deck: help and reference pages
// are to be read.
func slides(d *Document) []Slide {
	list, made := []Slide{{Directive: -1}}, false
	for i, x := range d.Directives {
		s := specs[x.Name]
		if s == nil || !s.slide || !onWall(d, x) {
			continue
		}
		made = made || s == slideSpec || s == quizSpec || s.cards
		if !s.cards {
			list = append(list, Slide{Directive: i})
		}
		for card := range x.Items {
			if s.cards {
				list = append(list, Slide{i, card + 1})
			}
		}
	}
	if !made {
		return nil
	}
	return slices.Clip(list)
}

func onWall(d *Document, x Directive) bool {
	for x.Parent >= 0 {
		x = d.Directives[x.Parent]
		if s := specs[x.Name]; s != nil && (s.slide || s == notesSpec || s == saySpec || s == handoutSpec) {
			return false
		}
	}
	return true
}
