package data

import (
	"strconv"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/strictyaml"
)

// Course is an entry of courses.yaml: a plan when it has days, the rules of all plans, or what follows a course.
type Course struct {
	ID    string      `yaml:"id,required"`
	Name  config.Text `yaml:"name"`
	Days  []Day       `yaml:"days"`
	Later []Item      `yaml:"later"`

	// of the entry `rules`
	DayMinutes  int           `yaml:"day_minutes"`
	PracticeMin int           `yaml:"practice_min"` // least share of steps with method do in a day, in percent
	CouldMin    int           `yaml:"could_min"`    // least share of a session marked could, in percent
	Sessions    []SessionRule `yaml:"sessions"`

	// of the entry `after-course`
	Pages []SessionRule `yaml:"pages"`

	Pos diag.Position `yaml:"-"`
}

// Day is one day of a plan.
type Day struct {
	Page  string        `yaml:"page,required"`
	Name  config.Text   `yaml:"name"` // in place of the page's title, where its number would be wrong
	Start string        `yaml:"start"`
	Items []Item        `yaml:"items,required"`
	Pos   diag.Position `yaml:"-"`
}

// Item is a session or something between sessions. The minutes of a session are those of its page; where they
// stand here too, a difference is an error.
type Item struct {
	Kind    string        `yaml:"kind" enum:"opening tea lunch closing rest"`
	Session string        `yaml:"session"`
	Minutes int           `yaml:"minutes"`
	Week    int           `yaml:"week"` // of `later`: at the latest in this week
	Pos     diag.Position `yaml:"-"`
}

// SessionRule is what holds for a session in every plan, or for a page after the course.
type SessionRule struct {
	Session  string        `yaml:"session"`
	Page     string        `yaml:"page"`
	Month    int           `yaml:"month"`
	Required bool          `yaml:"required"`
	After    []string      `yaml:"after"`
	With     []string      `yaml:"with" enum:"clinician social-worker lawyer"`
	Not      []string      `yaml:"not" enum:"last after-lunch first-day"`
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
