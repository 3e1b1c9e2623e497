package site

import (
	"maps"
	"path"
	"slices"
	"strings"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// Plan is a course plan as a timetable.
type Plan struct {
	ID    string
	Name  Text
	Days  []PlanDay
	Later []PlanItem
}

// PlanDay is one day of a plan. Clock times are minutes after midnight.
type PlanDay struct {
	Page       string // the path of its page
	Run        string // leads to its sheet for the trainer
	Title, URL string // URL is empty for a day that is not written yet
	Lang       string // of the title; empty: the page's
	Start, End int
	Items      []PlanItem
}

// PlanItem is a row of a timetable.
type PlanItem struct {
	Kind       string // opening, tea, lunch, closing, rest; empty for a session
	Session    string // the path of its page
	Title, URL string
	Lang       string
	Planned    bool // the session is not written yet
	Clock      int  // minutes after midnight
	Minutes    int
	Week       int // of what is held later: at the latest in this week
}

// Rest reports whether nothing is taught.
func (i PlanItem) Rest() bool { return slices.Contains([]string{"tea", "lunch", "rest"}, i.Kind) }

// courses checks every plan against the pages.
func (b *builder) courses() {
	if b.Config.Course != "" && b.Course.ID == "" && len(b.Data.Courses) > 0 {
		b.faults.Add("config-value", b.Config.Positions.At(b.Config.CourseAt), "name a plan of content/data/courses.yaml", "there is no course plan %q", b.Config.Course)
	}
	planned := map[string]bool{}
	for _, c := range b.Data.Courses {
		for _, d := range c.Days {
			b.day(d, planned)
		}
		for _, i := range c.Later {
			b.item(i, planned)
		}
	}
	if len(planned) > 0 {
		list := slices.Sorted(maps.Keys(planned))
		b.faults.Add("course-page-planned", diag.Position{File: b.dataName["courses"]}, "psvsite new session PATH starts one",
			"%s not written yet: %s", pages(len(list)), strings.Join(list, ", "))
	}
}

func pages(n int) string {
	if n == 1 {
		return "a page of the course plans is"
	}
	return itoa(n) + " pages of the course plans are"
}

// source returns the text that plans speak of: the one in the default language, shown or not.
func (b *builder) source(path string) *markup.Document {
	return b.written(b.Config.DefaultLanguage, path)
}

func (b *builder) day(d data.Day, planned map[string]bool) {
	sum := 0
	for _, i := range d.Items {
		sum += b.item(i, planned)
	}
	if d.Start != "" {
		if _, ok := config.ParseClock(d.Start); !ok {
			b.faults.Add("data-value", d.Pos, "", "start %q is not a clock time such as 10:00", d.Start)
		}
	}
	p := b.source(d.Page)
	if p == nil {
		planned[d.Page] = true
		return
	}
	if want := p.Front.Minutes; want > 0 && want != sum {
		b.faults.Add("course-sum", d.Pos, "change the minutes of the page or of an item", "sessions and breaks of %s add up to %d minutes, its page says %d: %s",
			d.Page, sum, want, difference(want-sum))
	}
}

func difference(n int) string {
	if n < 0 {
		return itoa(-n) + " too many"
	}
	return itoa(n) + " missing"
}

// item checks one item and returns its minutes.
func (b *builder) item(i data.Item, planned map[string]bool) int {
	if i.Minutes < 0 {
		b.faults.Add("data-value", i.Pos, "", "minutes cannot be negative")
	}
	if (i.Session == "") == (i.Kind == "") {
		b.faults.Add("data-value", i.Pos, "", "an item is either a session or a kind")
		return i.Minutes
	}
	if i.Session == "" {
		return i.Minutes
	}
	p := b.source(i.Session)
	if p == nil {
		planned[i.Session] = true
		return i.Minutes
	}
	minutes := p.Front.Minutes
	if i.Minutes != 0 && i.Minutes != minutes {
		b.faults.Add("course-minutes", i.Pos, "leave minutes out here: the page's count", "the plan gives %s %d minutes, its page %d", i.Session, i.Minutes, minutes)
	}
	return minutes
}

// timetables lays out every course plan in every language, for the clock in the room and the sheets of a day. What is
// missing in the data was said at the entry by courses and by the pages that show it.
func (b *builder) timetables() {
	b.Plans = map[string][]Plan{}
	said := b.faults
	for _, code := range b.Config.Codes() {
		home := b.byPath[code]["index"]
		if home == nil {
			continue
		}
		t := tabler{builder: b, page: home}
		for _, c := range b.Data.Courses {
			if c.IsPlan() {
				b.Plans[code] = append(b.Plans[code], t.plan(c, ""))
			}
		}
	}
	b.faults = said
}

// plans fills a timetable: the named plans, or the site's; of a day page only its day.
func (t tabler) plans() []Plan {
	ids := strings.Fields(t.d.Attribute("plan"))
	if len(ids) == 0 {
		ids = []string{t.Config.Course}
	}
	only := t.d.Attribute("page")
	if only == "" && t.page.Doc.Front.Type == "day" {
		only = t.page.Path
	}
	var out []Plan
	for _, id := range ids {
		c, ok := t.Data.Plan(id)
		if !ok {
			t.faults.Add("data-entry", t.position("plan"), diag.DidYouMean(id, t.Data.PlanIDs(), offer(t.Data.PlanIDs())),
				"content/data/courses.yaml has no plan %q", id)
			continue
		}
		out = append(out, t.plan(c, only))
	}
	return out
}

func (t tabler) plan(c data.Course, only string) Plan {
	p := Plan{ID: c.ID, Name: t.text(c.Name, c.Pos, c.ID, "name")}
	for i, d := range c.Days {
		if only == "" || d.Page == only {
			day := t.planDay(d)
			day.Run = Relative(t.page.URL(), RunURL(t.page.Lang, c.ID, i+1))
			p.Days = append(p.Days, day)
		}
	}
	if only != "" && len(p.Days) == 0 {
		t.faults.Add("data-entry", t.position("page"), "", "the plan %q has no day %q", c.ID, only)
	}
	if only == "" {
		for _, i := range c.Later {
			p.Later = append(p.Later, t.planItem(i, 0))
		}
	}
	return p
}

func (t tabler) planDay(d data.Day) PlanDay {
	start := t.Config.Day.Start
	if d.Start != "" && !t.Config.DayOver {
		start = d.Start
	}
	at, _ := config.ParseClock(start)
	out := PlanDay{Start: at, Page: d.Page}
	out.Title, out.URL, out.Lang, _ = t.named(d.Page)
	if len(d.Name) > 0 {
		name := t.text(d.Name, d.Pos, d.Page, "name")
		out.Title, out.Lang = name.Text, name.Lang
	}
	for _, i := range d.Items {
		item := t.planItem(i, at)
		out.Items = append(out.Items, item)
		at += item.Minutes
	}
	out.End = at
	return out
}

func (t tabler) planItem(i data.Item, at int) PlanItem {
	out := PlanItem{Kind: i.Kind, Session: i.Session, Clock: at, Minutes: i.Minutes, Week: i.Week}
	if i.Session == "" {
		return out
	}
	if q := t.source(i.Session); q != nil {
		out.Minutes = q.Front.Minutes
	}
	out.Title, out.URL, out.Lang, out.Planned = t.named(i.Session)
	return out
}

// named is the title and address of a page; one not yet written goes by its path, one left out has no address.
func (t tabler) named(to string) (title, address, lang string, planned bool) {
	q := t.byPath[t.page.Lang][to]
	if d := t.written(t.page.Lang, to); q == nil && d != nil {
		q = &Page{Path: to, Lang: t.page.Lang, Doc: d}
	}
	if q == nil {
		return strings.ReplaceAll(path.Base(to), "-", " "), "", t.Config.DefaultLanguage, true
	}
	if q.Fallback() {
		lang = q.Doc.Lang
	}
	if q.URL() != "" {
		address = Relative(t.page.URL(), q.URL())
	}
	return t.expand(q, q.Doc.Front.Title), address, lang, false
}
