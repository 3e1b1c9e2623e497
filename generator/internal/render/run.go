package render

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"psvsite/generator/internal/bind"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
)

// Run is what the sheets of a course plan and of its days show.
type Run struct {
	Plan          string
	People, Group int
	Days          []RunDay
	Kit           []Kit  // for all days shown
	Sheet, All    string // links of a day: to its run-sheet, and to all that a trainer needs on it
	Course        string // link to the plan
}

// RunDay is a day by the clock, in minutes after midnight.
type RunDay struct {
	Title, Lang, URL string // URL leads to its run-sheet
	Start, End       int
	Items            []RunItem
}

// RunItem is a session or a break. Could is how many minutes of it may be left out.
type RunItem struct {
	Kind, Title, Lang string
	Clock, Minutes    int
	Rest              bool
	Could             int
	With              []string // who must be at hand
	Steps             []RunStep
}

// RunStep is a step by the clock.
type RunStep struct {
	Text                   string
	Number, Clock, Minutes int
}

// Kit is a thing to bring: how many for each person, group or room, and in all.
type Kit struct {
	Item, Lang, Per string
	Each, All       int
	For             []string // titles of what it is for
}

// Wall is the slides of a page.
type Wall struct {
	Title, Lang, Dir string
	Slides           []template.HTML `json:"-"`
}

// sheet makes the view of a page on paper that belongs to courses.
func sheet(s *site.Site, lang, url, kind, title string) Page {
	v := printed(s, lang, url[len(lang+"/print/"):len(url)-len(".html")])
	v.Type, v.Title = kind, title
	v.Styles = append(slices.Clone(anything), "run")
	v.Print = site.Relative(url, PrintURL(lang))
	return v
}

// PlanView makes the view of a whole course plan: its days by the clock, and what to bring for all of it.
func PlanView(s *site.Site, lang string, plan site.Plan) Page {
	url := site.PlanURL(lang, plan.ID)
	v := sheet(s, lang, url, "plan", plan.Name.Text)
	r := &runner{s, lang, url}
	v.Run = Run{Plan: plan.Name.Text, People: s.Config.Day.People, Group: s.Config.Day.Group}
	for i, d := range plan.Days {
		day := r.day(d, false)
		day.URL = site.Relative(url, site.RunURL(lang, plan.ID, i+1))
		v.Run.Days = append(v.Run.Days, day)
	}
	v.Run.Kit = r.kit(plan.Days)
	return v
}

// DayView makes the view of one day of a plan, counted from 1: of its run-sheet, or of all that a trainer needs on it.
func DayView(s *site.Site, lang string, plan site.Plan, n int, all bool) Page {
	d, url, kind := plan.Days[n-1], site.RunURL(lang, plan.ID, n), "run"
	if all {
		url, kind = site.BinderURL(lang, plan.ID, n), "binder"
	}
	v := sheet(s, lang, url, kind, d.Title)
	r := &runner{s, lang, url}
	v.Run = Run{
		Plan: plan.Name.Text, People: s.Config.Day.People, Group: s.Config.Day.Group, Days: []RunDay{r.day(d, true)}, Kit: r.kit(plan.Days[n-1 : n]),
		Sheet: site.Relative(url, site.RunURL(lang, plan.ID, n)), All: site.Relative(url, site.BinderURL(lang, plan.ID, n)), Course: site.Relative(url, site.PlanURL(lang, plan.ID)),
	}
	if p := s.Page(lang, d.Page); p != nil {
		v.Prepare = expand(p, p.Doc.Front.Prepare)
		v.BodyLang, v.BodyDir = p.Doc.Lang, s.Config.Language(p.Doc.Lang).Dir
	}
	if all {
		for i, p := range Held(s, lang, d) {
			v.Bound = append(v.Bound, formOf(s, p, i))
		}
	}
	return v
}

// Held lists the sessions of a day that are written.
func Held(s *site.Site, lang string, d site.PlanDay) []*site.Page {
	var list []*site.Page
	for _, i := range d.Items {
		if p := s.Page(lang, i.Session); i.Session != "" && p != nil && p.IsHeld() {
			list = append(list, p)
		}
	}
	return list
}

// NoPowerView makes the view of a session's form for a day without power.
func NoPowerView(s *site.Site, p *site.Page) Page {
	v := sheet(s, p.Lang, p.NoPowerURL(), "no-power", p.Title)
	v.only(s, p, (*site.Page).IsHeld)
	v.Bound = []Part{formOf(s, p, 0)}
	v.Code, v.Sum = v.Bound[0].Code, v.Bound[0].Sum // the last day of its use stands on the leaf itself
	return v
}

// SlidesView makes the view of the slides of a page, to hand out.
func SlidesView(s *site.Site, p *site.Page) Page {
	v := sheet(s, p.Lang, p.SlidesURL(), "slides", p.Title)
	v.only(s, p, (*site.Page).HasWall)
	v.Walls = []Wall{{Title: p.Title, Lang: p.Doc.Lang, Dir: s.Config.Language(p.Doc.Lang).Dir}}
	v.UseUntil, v.Code, v.Sum = s.UseUntil(p), p.Code, s.Sum(p.Doc)[:8]
	return v
}

// only leaves the languages whose page has the same paper.
func (v *Page) only(s *site.Site, p *site.Page, has func(*site.Page) bool) {
	v.Languages = slices.DeleteFunc(v.Languages, func(l LanguageLink) bool {
		q := s.Page(l.Code, p.Path)
		return q == nil || !has(q)
	})
}

func formOf(s *site.Site, p *site.Page, i int) Part {
	l := s.Config.Language(p.Doc.Lang)
	return Part{
		ID: partName(i), Title: p.Title, Summary: p.Summary, Type: p.Doc.Front.Type, Code: p.Code, Lang: l.Code, Dir: l.Dir, LangName: l.Name,
		Fallback: p.Fallback(), Badge: badge(s, p.Doc), UseUntil: s.UseUntil(p), Sum: s.Sum(p.Doc)[:8], Minutes: p.Doc.Front.Minutes, Kit: kitOf(s, p),
	}
}

// FillForms sets the trainer's texts of sessions into a sheet. What they link to stands on no paper: links are text.
func FillForms(v *Page, pages []*site.Page, bodies []*Body) {
	for i, p := range pages {
		bound := bind.Page{Name: v.Bound[i].ID, URL: p.URL(), Link: nowhere(v)}
		v.Bound[i].Body = template.HTML(bound.Bind(bodies[i].HTML))
	}
}

// FillWalls sets the slides of a page into a sheet.
func FillWalls(v *Page, p *site.Page, b *Body) {
	for i, html := range b.Slides {
		bound := bind.Page{Name: "slide" + strconv.Itoa(i+1), URL: p.URL(), Link: nowhere(v)}
		v.Walls[0].Slides = append(v.Walls[0].Slides, template.HTML(bound.Bind([]byte(html))))
	}
}

// nowhere leads links to pages to nothing, and pictures to where they are.
func nowhere(v *Page) func(string) string {
	here := v.Lang + "/" + v.Path + ".html"
	return func(url string) string {
		if isPage(url) {
			return ""
		}
		return site.Relative(here, url)
	}
}

func isPage(url string) bool {
	file, _, _ := strings.Cut(url, "#")
	return file == "" || strings.HasSuffix(file, ".html")
}

// runner lays out days for one sheet.
type runner struct {
	*site.Site
	lang, url string
}

func (r *runner) day(d site.PlanDay, steps bool) RunDay {
	out := RunDay{Title: d.Title, Lang: d.Lang, Start: d.Start, End: d.End}
	for _, i := range d.Items {
		item := RunItem{Kind: i.Kind, Title: i.Title, Lang: i.Lang, Clock: i.Clock, Minutes: i.Minutes, Rest: i.Rest()}
		if p := r.Page(r.lang, i.Session); i.Session != "" && p != nil {
			item.With, item.Could = r.With(i.Session), could(p.Doc)
			if steps {
				item.Steps = stepsOf(p, i.Clock)
			}
		}
		out.Items = append(out.Items, item)
	}
	return out
}

func stepsOf(p *site.Page, clock int) (list []RunStep) {
	for _, h := range p.Doc.Headings {
		if h.IsStep() {
			list = append(list, RunStep{p.Expand(h.Text), len(list) + 1, clock, h.Minutes})
			clock += h.Minutes
		}
	}
	return list
}

// could is how many minutes of a page may be left out.
func could(d *markup.Document) int {
	sum := 0
	for _, x := range d.Directives {
		if minutes, _ := strconv.Atoi(x.Attribute("minutes")); x.Name == "activity" && priority(x) == 0 {
			sum += minutes
		}
	}
	return sum
}

// kit lists what to bring for some days, day pages and sessions, counted for all people. The same thing serves again: of
// what several sessions ask for, the most that one of them asks for is brought.
func (r *runner) kit(days []site.PlanDay) []Kit {
	var list []Kit
	for _, d := range days {
		paths := []string{d.Page}
		for _, i := range d.Items {
			if i.Session != "" {
				paths = append(paths, i.Session)
			}
		}
		for _, path := range paths {
			if p := r.Page(r.lang, path); p != nil {
				for _, k := range kitOf(r.Site, p) {
					list = add(list, k, p.Title)
				}
			}
		}
	}
	return list
}

func add(list []Kit, k Kit, title string) []Kit {
	i := slices.IndexFunc(list, func(x Kit) bool { return x.Item == k.Item && x.Per == k.Per })
	if i < 0 {
		list, i = append(list, k), len(list)
	}
	list[i].Each, list[i].All = max(list[i].Each, k.Each), max(list[i].All, k.All)
	if !slices.Contains(list[i].For, title) {
		list[i].For = append(list[i].For, title)
	}
	return list
}

func kitOf(s *site.Site, p *site.Page) []Kit {
	people, group := s.Config.Day.People, s.Config.Day.Group
	var list []Kit
	for _, m := range p.Doc.Front.Materials {
		k := Kit{Item: p.Expand(m.Item), Per: m.Per, Each: max(1, m.Count)}
		if p.Fallback() {
			k.Lang = p.Doc.Lang
		}
		switch m.Per {
		case "person":
			k.All = k.Each * people
		case "group":
			k.All = k.Each * ((people + group - 1) / group)
		default:
			k.All = k.Each
		}
		list = append(list, k)
	}
	return list
}

// runRows are the rows for courses in the list of what can be printed.
func runRows(s *site.Site, lang string) []PrintGroup {
	here := PrintURL(lang)
	days, forms, walls := PrintGroup{Type: "run"}, PrintGroup{Type: "no-power"}, PrintGroup{Type: "slides"}
	for _, plan := range s.Plans[lang] {
		days.Rows = append(days.Rows, PrintRow{Title: plan.Name.Text, URL: site.Relative(here, site.PlanURL(lang, plan.ID)), Sheet: "A4"})
	}
	for _, p := range s.Pages[lang] {
		row := PrintRow{Title: p.Title, Code: p.Code, Sheet: "A4"}
		if p.Fallback() {
			row.Lang = p.Doc.Lang
		}
		if p.IsHeld() {
			row.URL, row.Sides = site.Relative(here, p.NoPowerURL()), NoPowerSides
			forms.Rows = append(forms.Rows, row)
		}
		if p.HasWall() {
			row.URL, row.Sides = site.Relative(here, p.SlidesURL()), 0
			walls.Rows = append(walls.Rows, row)
		}
	}
	return slices.DeleteFunc([]PrintGroup{days, forms, walls}, func(g PrintGroup) bool { return len(g.Rows) == 0 })
}

// NoPowerSides is how many sides of an A4 sheet a session's form for a day without power may take: one leaf, held in a hand.
const NoPowerSides = 2
