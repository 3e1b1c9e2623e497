package site

import "strings"

// PlanURL is where a course plan on paper is written.
func PlanURL(lang, plan string) string { return lang + "/print/days/" + plan + ".html" }

// RunURL is where the run-sheet of a day of a plan is written; days count from 1.
func RunURL(lang, plan string, day int) string {
	return strings.TrimSuffix(PlanURL(lang, plan), ".html") + "-" + itoa(day) + ".html"
}

// BinderURL is where all that a trainer needs on a day of a plan is written.
func BinderURL(lang, plan string, day int) string {
	return strings.TrimSuffix(RunURL(lang, plan, day), ".html") + "-all.html"
}

// NoPowerURL is where the form of a session for a day without power is written.
func (p *Page) NoPowerURL() string { return p.Lang + "/print/no-power/" + p.Path + ".html" }

// SlidesURL is where the slides of a page, to hand out, are written.
func (p *Page) SlidesURL() string { return p.Lang + "/print/slides/" + p.Path + ".html" }

// IsHeld reports whether the page is held in a room, step by step, with something to show.
func (p *Page) IsHeld() bool {
	_, steps := p.Doc.Minutes()
	return steps > 0 && p.HasWall()
}

// HasWall reports whether the page has slides that were written as such.
func (p *Page) HasWall() bool {
	for _, d := range p.Doc.Directives {
		if d.Name == "slide" {
			return true
		}
	}
	return false
}

// With lists who must be at hand in a session, as the rules of course plans say.
func (s *Site) With(session string) []string {
	for _, c := range s.Data.Courses {
		for _, r := range c.Sessions {
			if r.Session == session {
				return r.With
			}
		}
	}
	return nil
}
