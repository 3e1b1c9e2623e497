package render

import (
	"html/template"
	"path"
	"slices"
	"strings"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/offline"
	"psvsite/generator/internal/site"
)

// Page is all that a page layout can see: plain values, so that its hash says what the page depends on.
type Page struct {
	Lang, Dir         string // of the interface: the reader's language
	BodyLang, BodyDir string // of the text
	Fallback          bool   // the text is in another language
	BodyLangName      string

	Path, Type     string
	Title, Summary string
	SiteTitle      string
	Root           string   // "../" for each folder down to the site's root
	Home, Help     string   // Help is empty when there is no help page
	Styles         []string // besides site.css: names in css/
	Doors          bool     // the page itself leads to the parts of the site
	Private        bool
	OwnPlan        bool // people fill it in about themselves
	Leave          bool // the reader may have to leave the page at once: it has a button for that, and its title names no site
	NoIndex        bool
	Canonical      string
	Alternates     []Alternate

	Languages  []LanguageLink
	Menu       []Item
	Crumbs     []Item
	Children   []Item
	Prev, Next Item
	TOC        []Entry

	Audience, Objectives, Prepare, Sources []string
	Badge
	Materials           []markup.Material
	Minutes             int
	HasSteps, HasSlides bool
	Said                []Said // strings of the front matter that are not as the source says now
	Sheet               string
	Release             string // version
	Date                string // 2026-11-23
	Code                string // H-07; of a sheet of handouts with /H behind it
	UseUntil            string // 2027-11-23
	Sum, SheetSum       string // of what it says, short; and of what its sheet of handouts says

	Body     template.HTML `json:"-"` // where Execute sets the body in
	Handouts []Sheet
	Sheets   bool         // this is the page of handouts itself
	Bound    []Part       // of a pack
	Prints   []PrintGroup // of the list of what can be printed
	Leaves   int          // pages of a booklet
	Docx     string       // the page as a file for Word
	Print    string       // leads to that list; empty when there is none
	Copies   string       // of that list: leads to the codes that are good; empty when there are none
	Share    Share
	Keep     string // the page that tells how to keep the site and pass it on
	Run      Run    // of the sheets of a day, and of a course plan
	Walls    []Wall // of slides to hand out
	Beside   Beside // of a page in two languages: the other one
	Besides  []Item // this page with another language beside it
}

// Alternate is a translation, for search engines.
type Alternate struct{ Lang, URL string }

// LanguageLink leads to the same page in a language.
type LanguageLink struct {
	Code, Name, Dir, URL string
	Current, Handouts    bool // Handouts: the page there has a sheet of handouts
}

// Item is a link to a page.
type Item struct {
	Title, Summary, URL, Type string
	Lang                      string // of the title; empty: the page's
	Current                   bool
}

// Entry is a heading in the table of contents.
type Entry struct {
	ID, Text       string
	Level, Minutes int
	Number         int // of a timed step, from 1
}

// Sheet is a handout on its own sheet.
type Sheet struct {
	ID, Title string
	Body      template.HTML `json:"-"`
}

// View makes the view of a page, its body still empty.
func View(s *site.Site, p *site.Page) Page {
	d, c := p.Doc, s.Config
	title, _ := c.Title.In(c.Chain(p.Lang))
	lang, body := c.Language(p.Lang), c.Language(d.Lang)
	v := Page{
		Lang: p.Lang, Dir: lang.Dir, BodyLang: d.Lang, BodyDir: body.Dir, BodyLangName: body.Name, Fallback: p.Fallback(),
		Path: p.Path, Type: d.Front.Type, Title: p.Title, Summary: p.Summary, SiteTitle: title,
		Root: strings.Repeat("../", strings.Count(p.URL(), "/")), Private: d.Front.Private, NoIndex: p.Fallback() || d.Front.Private,
		Audience: d.Front.Audience, Minutes: d.Front.Minutes, Materials: d.Front.Materials,
		Objectives: expand(p, d.Front.Objectives), Prepare: expand(p, d.Front.Prepare), Sources: expand(p, d.Front.Sources),
		HasSlides: len(d.Slides) > 0, Release: c.Release.Version, Date: c.Release.Date,
	}
	v.Code, v.UseUntil, v.Sum, v.SheetSum = p.Code, s.UseUntil(p), s.Sum(d)[:8], s.SheetSum(d)[:8]
	v.Badge = badge(s, d)
	v.OwnPlan = v.Type == "template" && slices.Contains(v.Audience, "member")
	v.Leave = v.Private || v.OwnPlan || d.Front.Leave
	_, steps := d.Minutes()
	v.HasSteps = steps > 0
	v.Styles = styles(d)
	if v.Type == "role" {
		v.Docx = path.Base(p.Path) + ".docx"
	}
	v.Doors = uses(d, "doors")
	if d.Front.Print != nil {
		v.Sheet, v.Leaves = d.Front.Print.Sheet, booklet(d)
	}
	v.Said = said(s, p)
	if len(p.Sources) > 0 || slices.ContainsFunc(p.Tables, func(t site.Table) bool { return len(t.Since) > 0 }) {
		v.Styles = append(v.Styles, "since")
	}
	v.navigation(s, p)
	v.TOC = contents(p)
	v.alternates(s, p)
	return v
}

// uses reports whether a page holds one of the directives.
func uses(d *markup.Document, names ...string) bool {
	return slices.ContainsFunc(d.Directives, func(x markup.Directive) bool { return slices.Contains(names, x.Name) })
}

// styles names the style sheets that a page needs besides site.css: steps for what is done with people and for cards, rows
// for roles, parts for what is looked up, tables for course plans, data for schemes and laws, front for doors to other parts. Hardly any page
// needs more than two.
func styles(d *markup.Document) (names []string) {
	if _, steps := d.Minutes(); steps > 0 || uses(d, "slide", "say", "notes", "activity", "quiz", "cards") {
		names = append(names, "steps")
	}
	if d.Front.Type == "role" {
		names = append(names, "rows")
	}
	if uses(d, "terms") {
		names = append(names, "parts")
	}
	if uses(d, "timetable") {
		names = append(names, "tables")
	}
	if uses(d, "schemes", "laws") {
		names = append(names, "data")
	}
	if d.Front.Type == "home" || uses(d, "doors") {
		names = append(names, "front")
	}
	return names
}

func expand(p *site.Page, texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = p.Expand(s)
	}
	return out
}

// navigation fills in the links to other pages.
func (v *Page) navigation(s *site.Site, p *site.Page) {
	v.Home = link(p, s.Page(p.Lang, "index"))
	v.Help = link(p, s.Page(p.Lang, "help"))
	if HasPrints(s) {
		v.Print = site.Relative(p.URL(), PrintURL(p.Lang))
	}
	v.Keep = site.Relative(p.URL(), p.Lang+"/"+offline.SharePage)
	for _, l := range s.Config.Languages {
		if q := s.Page(l.Code, p.Path); q != nil {
			v.Languages = append(v.Languages, LanguageLink{l.Code, l.Name, l.Dir, site.Relative(p.URL(), q.URL()), l.Code == p.Lang, q.HasHandouts()})
		}
	}
	v.Besides = besides(s, p)
	for _, to := range s.Config.Menu {
		if q := s.Page(p.Lang, to); q != nil {
			v.Menu = append(v.Menu, item(p, q))
		}
	}
	for _, q := range p.Crumbs() {
		v.Crumbs = append(v.Crumbs, item(p, q))
	}
	for _, q := range p.Children {
		v.Children = append(v.Children, item(p, q))
	}
	if p.Prev != nil {
		v.Prev = item(p, p.Prev)
	}
	if p.Next != nil {
		v.Next = item(p, p.Next)
	}
}

func link(from, to *site.Page) string {
	if to == nil {
		return ""
	}
	return site.Relative(from.URL(), to.URL())
}

func item(from, to *site.Page) Item {
	i := Item{Title: to.Title, Summary: to.Summary, URL: link(from, to), Type: to.Doc.Front.Type, Current: from == to}
	if to.Fallback() {
		i.Lang = to.Doc.Lang
	}
	return i
}

// contents lists the headings outside directives, of levels 2 and 3.
func contents(p *site.Page) []Entry {
	var list []Entry
	number := 0
	for _, h := range p.Doc.Headings {
		if h.Directive >= 0 || h.Level < 2 || h.Level > 3 {
			continue
		}
		e := Entry{ID: h.ID, Text: p.Expand(h.Text), Level: h.Level, Minutes: h.Minutes}
		if h.IsStep() {
			number++
			e.Number = number
		}
		list = append(list, e)
	}
	return list
}

// alternates lists true translations: a page in a fallback language is none.
func (v *Page) alternates(s *site.Site, p *site.Page) {
	base := strings.TrimSuffix(s.Config.BaseURL, "/")
	if base == "" {
		return
	}
	v.Canonical = base + "/" + p.Doc.Lang + "/" + p.Path + ".html"
	for _, code := range s.Config.Codes() {
		if q := s.Page(code, p.Path); q != nil && !q.Fallback() {
			v.Alternates = append(v.Alternates, Alternate{code, base + "/" + q.URL()})
		}
	}
}

// anything are the style sheets of pages that are put together of parts of others, whatever these show.
var anything = []string{"steps", "parts", "rows", "tables", "data"}

// HandoutURL is where the handouts of a page are written.
func HandoutURL(p *site.Page) string { return p.HandoutURL() }

// HandoutView makes the view of the page of handouts.
func HandoutView(v Page, b *Body) Page {
	v.Sheets, v.TOC, v.Children, v.Body, v.Styles = true, nil, nil, "", anything
	v.Canonical, v.Alternates, v.NoIndex = "", nil, true
	v.Code, v.Sum = site.SheetCode(v.Code), v.SheetSum
	own := Item{Title: v.Title, URL: path.Base(v.Path) + ".html", Current: true}
	v.Prev, v.Next = own, Item{}
	v.Languages = slices.Clone(v.Languages)
	for i, l := range v.Languages {
		if l.Handouts {
			v.Languages[i].URL = strings.TrimSuffix(l.URL, ".html") + ".handout.html"
		}
	}
	v.Handouts = nil
	for _, h := range b.Handouts {
		v.Handouts = append(v.Handouts, Sheet{h.ID, h.Title, template.HTML(h.HTML)})
	}
	return v
}
