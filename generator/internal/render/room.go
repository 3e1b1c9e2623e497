package render

import (
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
)

// roomPrefix begins the interface strings that the scripts of slides show.
const roomPrefix = "room_"

// room is what the scripts of slides need in one language: their words, the course plans, and what the pages with slides
// plan. It is a script that hands over data, since a page opened from a folder may fetch nothing; it comes with the deck
// and not with the page, since most readers never need it.
type room struct {
	Words    map[string]any         `json:"words"`
	Plan     string                 `json:"plan"` // the plan that the site shows
	Plans    []roomPlan             `json:"plans"`
	Sessions map[string]roomSession `json:"sessions"` // by path
}

type roomPlan struct {
	ID   string    `json:"id"`
	Name string    `json:"name"`
	Days []roomDay `json:"days"`
}

// roomDay begins at minutes after midnight. Its items are [minutes] of a break, or [minutes, path] of a session.
type roomDay struct {
	Title string  `json:"title"`
	Start int     `json:"start"`
	Items [][]any `json:"items"`
}

// roomSession is a page with slides: its title, the minutes of its steps, and its activities as [step, minutes,
// priority], priority being 0 for could, 1 for should, 2 for must.
type roomSession struct {
	Title      string   `json:"title"`
	Steps      []int    `json:"steps"`
	Activities [][3]int `json:"acts"`
}

// RoomURL is where the data for slides in a language is written.
func RoomURL(lang string) string { return "js/room." + lang + ".js" }

// Room writes the data for slides in a language: all of it, or what slides of some pages need, which is those pages and the
// days on which they are held.
func (l *Layouts) Room(s *site.Site, lang string, only ...*site.Page) []byte {
	var asked asking
	for _, p := range only {
		if asked == nil {
			asked = asking{}
		}
		asked[p.Path] = true
	}
	held := asked.withDays(s.Plans[lang])
	r := room{Words: l.langs[lang].roomWords(), Plan: s.Course.ID, Plans: []roomPlan{}, Sessions: map[string]roomSession{}}
	for _, p := range s.Plans[lang] {
		r.Plans = append(r.Plans, planOf(p, asked))
	}
	for _, p := range s.Pages[lang] {
		if _, steps := p.Doc.Minutes(); steps > 0 && len(p.Doc.Slides) > 0 && (held == nil || held[p.Path]) {
			r.Sessions[p.Path] = sessionOf(p)
		}
	}
	data, err := json.Marshal(r)
	if err != nil {
		panic("render: the data of slides is not plain: " + err.Error())
	}
	name := strings.TrimSuffix(path.Base(RoomURL(lang)), ".js")
	return Minify("text/javascript", []byte("psv.offer("+string(quoted(name))+","+string(data)+");\n"))
}

// asking says which days a page is held on.
type asking map[string]bool // paths; nil asks for everything

func (a asking) day(d site.PlanDay) bool {
	return a == nil || slices.ContainsFunc(d.Items, func(i site.PlanItem) bool { return a[i.Session] })
}

// withDays are the pages asked for and what else is held on their days.
func (a asking) withDays(plans []site.Plan) asking {
	if a == nil {
		return nil
	}
	all := maps.Clone(a)
	for _, plan := range plans {
		for _, d := range plan.Days {
			for _, i := range d.Items {
				all[i.Session] = all[i.Session] || a.day(d)
			}
		}
	}
	return all
}

func quoted(s string) []byte {
	b, err := json.Marshal(s)
	if err != nil {
		panic("render: a string is not plain: " + err.Error())
	}
	return b
}

// roomWords are the interface strings for scripts, without their prefix, and the ten digits of the language.
func (loc *locale) roomWords() map[string]any {
	words := map[string]any{"digits": loc.numbers.digits("0123456789")}
	for key, m := range loc.strings {
		name, ours := strings.CutPrefix(key, roomPrefix)
		switch {
		case ours && len(m.forms) == 1:
			words[name] = m.forms["other"]
		case ours:
			words[name] = m.forms
		}
	}
	return words
}

// planOf is a plan, with the days that are asked for.
func planOf(p site.Plan, asked asking) roomPlan {
	out := roomPlan{ID: p.ID, Name: p.Name.Text, Days: []roomDay{}}
	for _, d := range p.Days {
		if !asked.day(d) {
			continue
		}
		day := roomDay{Title: d.Title, Start: d.Start}
		for _, i := range d.Items {
			item := []any{i.Minutes}
			if i.Session != "" {
				item = append(item, i.Session)
			}
			day.Items = append(day.Items, item)
		}
		out.Days = append(out.Days, day)
	}
	return out
}

func sessionOf(p *site.Page) roomSession {
	out := roomSession{Title: p.Title}
	var lines []int
	for _, h := range p.Doc.Headings {
		if h.IsStep() {
			out.Steps = append(out.Steps, h.Minutes)
			lines = append(lines, h.Pos.Line)
		}
	}
	for _, d := range p.Doc.Directives {
		minutes, _ := strconv.Atoi(d.Attribute("minutes"))
		if d.Name == "activity" && minutes > 0 {
			out.Activities = append(out.Activities, [3]int{stepAt(lines, d), minutes, priority(d)})
		}
	}
	return out
}

// stepAt is the number of the step a directive stands in, from 0; -1 before the first.
func stepAt(lines []int, d markup.Directive) int {
	step := -1
	for i, line := range lines {
		if line < d.Pos.Line {
			step = i
		}
	}
	return step
}

func priority(d markup.Directive) int {
	switch d.Attribute("priority") {
	case "could":
		return 0
	case "should":
		return 1
	}
	return 2 // what says nothing is not left out
}
