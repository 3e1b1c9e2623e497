package data

import (
	"strconv"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/strictyaml"
)

// Course is an entry of courses.yaml: a plan when it has days, the rules of all plans, or what follows a course.
type Course struct {
	ID    string      `yaml:"id,required" doc:"its name for directives and for course in config.yaml"`
	Name  config.Text `yaml:"name" doc:"what it is called"`
	Days  []Day       `yaml:"days" doc:"its days, in order; an entry with days is a plan"`
	Later []Item      `yaml:"later" doc:"what is held after the days"`

	// of the entry `rules`
	DayMinutes  int           `yaml:"day_minutes" doc:"of the entry rules: how many minutes a day has"`
	PracticeMin int           `yaml:"practice_min" doc:"of the entry rules: the least share of doing in a day, in percent"`
	CouldMin    int           `yaml:"could_min" doc:"of the entry rules: the least share marked could in a session, in percent"`
	Sessions    []SessionRule `yaml:"sessions" doc:"of the entry rules: what holds for each session in every plan"`

	// of the entry `after-course`
	Pages []SessionRule `yaml:"pages" doc:"of the entry after-course: what follows the course"`

	Pos diag.Position `yaml:"-"`
}

// Day is one day of a plan.
type Day struct {
	Page  string        `yaml:"page,required" doc:"the path of the day page"`
	Name  config.Text   `yaml:"name" doc:"its name, where the title of the page would be wrong"`
	Start string        `yaml:"start" doc:"the clock time at which it begins, as 10:00"`
	Items []Item        `yaml:"items,required" doc:"its sessions and breaks, in order"`
	Pos   diag.Position `yaml:"-"`
}

// Item is a session or something between sessions. The minutes of a session are those of its page; where they
// stand here too, a difference is an error.
type Item struct {
	Kind    string        `yaml:"kind" enum:"opening tea lunch closing rest" doc:"what it is, where it is no session"`
	Session string        `yaml:"session" doc:"the path of the session page"`
	Minutes int           `yaml:"minutes" doc:"how long it takes; a session takes the minutes of its page"`
	Week    int           `yaml:"week" doc:"of what is held later: the week by which it must be"`
	Pos     diag.Position `yaml:"-"`
}

// SessionRule is what holds for a session in every plan, or for a page after the course.
type SessionRule struct {
	Session  string        `yaml:"session" doc:"the path of the session page"`
	Page     string        `yaml:"page" doc:"the path of the page"`
	Month    int           `yaml:"month" doc:"of what follows the course: in which month"`
	Required bool          `yaml:"required" doc:"whether every plan must have it"`
	After    []string      `yaml:"after" doc:"what must come before it, by path"`
	With     []string      `yaml:"with" enum:"clinician social-worker lawyer" doc:"who must be at hand"`
	Not      []string      `yaml:"not" enum:"last after-lunch first-day" doc:"where in a plan it must not stand"`
	Pos      diag.Position `yaml:"-"`
}

// IsPlan reports whether the entry is a plan of days.
func (c Course) IsPlan() bool { return len(c.Days) > 0 }

// locate gives each part of a course the position of its YAML.
func (c *Course) locate(p strictyaml.Positions, path string) {
	for i := range c.Days {
		day := path + ".days[" + strconv.Itoa(i) + "]"
		c.Days[i].Pos = p.At(day)
		locateItems(c.Days[i].Items, p, day+".items")
	}
	locateItems(c.Later, p, path+".later")
	for i := range c.Sessions {
		c.Sessions[i].Pos = p.At(path + ".sessions[" + strconv.Itoa(i) + "]")
	}
	for i := range c.Pages {
		c.Pages[i].Pos = p.At(path + ".pages[" + strconv.Itoa(i) + "]")
	}
}

func locateItems(items []Item, p strictyaml.Positions, path string) {
	for i := range items {
		items[i].Pos = p.At(path + "[" + strconv.Itoa(i) + "]")
	}
}

func itemPath(i int) string { return "[" + strconv.Itoa(i) + "]" }
