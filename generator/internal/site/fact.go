package site

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/markup"
)

// Fact is an entry of the data that a document shows.
type Fact struct {
	File, ID  string // contacts, telemanas
	Directive int    // that shows it
	Title     string // what it is called, in the document's language
	Text      string // all that it says, a line for each key
	Checked   Checked

	kind string // of contacts
}

// Name is how a fact is called on the command line and in sums: contacts#telemanas.
func (f Fact) Name() string { return f.File + "#" + f.ID }

// Facts lists the entries that a document shows, in order. One shown twice stands there twice.
func (s *Site) Facts(d *markup.Document) []Fact {
	var list []Fact
	for i, dir := range d.Directives {
		for _, e := range s.shownBy(d, dir) {
			e.Directive = i
			list = append(list, e)
		}
	}
	return list
}

// shownBy are the entries that a directive names by ids or kinds; without either, all of its file. Whether what it asks
// for is there is said when tables are filled.
func (s *Site) shownBy(d *markup.Document, dir markup.Directive) []Fact {
	switch {
	case !isData(dir):
		return nil
	case dir.Name == "timetable":
		return s.plansShown(d, dir)
	}
	kinds, ids := strings.Fields(dir.Attribute("kind")), strings.Fields(dir.Attribute("ids"))
	var list []Fact
	for _, f := range s.entries(dir.Name, d.Lang) {
		if slices.Contains(ids, f.ID) || len(ids) == 0 && (len(kinds) == 0 || slices.Contains(kinds, f.kind)) {
			list = append(list, f)
		}
	}
	return list
}

// entries are all facts of a data file in a language. They are written out once: thousands of pages show them.
func (s *Site) entries(file, lang string) []Fact {
	key := file + " " + lang
	if known, ok := s.facts.Load(key); ok {
		return known.([]Fact)
	}
	list := s.readEntries(file, s.Config.Chain(lang))
	s.facts.Store(key, list)
	return list
}

func (s *Site) readEntries(file string, chain []string) (list []Fact) {
	switch file {
	case "contacts":
		for _, e := range s.Data.Contacts {
			f := newFact(file, e.ID, e, chain, Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil})
			f.kind = e.Kind
			list = append(list, f)
		}
	case "rates":
		for _, e := range s.Data.Rates {
			list = append(list, newFact(file, e.ID, e, chain, Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil}))
		}
	case "schemes":
		for _, e := range s.Data.Schemes {
			list = append(list, newFact(file, e.ID, e, chain, Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil}))
		}
	case "laws":
		for _, e := range s.Data.Laws {
			list = append(list, newFact(file, e.ID, e, chain, Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil}))
		}
	case "terms":
		for _, e := range s.Data.Terms {
			list = append(list, newFact(file, e.ID, e, chain, Checked{}))
		}
	}
	return list
}

// plansShown are the plans of a timetable; a day page shows its day of them.
func (s *Site) plansShown(d *markup.Document, dir markup.Directive) []Fact {
	ids, only := strings.Fields(dir.Attribute("plan")), dir.Attribute("page")
	if len(ids) == 0 {
		ids = []string{s.Config.Course}
	}
	if only == "" && d.Front.Type == "day" {
		only = d.Path
	}
	var list []Fact
	for _, id := range ids {
		plan, ok := s.Data.Plan(id)
		if !ok {
			continue
		}
		var shown any = plan
		if i := slices.IndexFunc(plan.Days, func(day data.Day) bool { return day.Page == only }); i >= 0 {
			shown = plan.Days[i]
		}
		list = append(list, newFact("courses", id, shown, s.Config.Chain(d.Lang), Checked{}))
	}
	return list
}

func newFact(file, id string, entry any, chain []string, c Checked) Fact {
	t := factText{chain: chain}
	t.write("", reflect.ValueOf(entry))
	f := Fact{File: file, ID: id, Title: id, Text: strings.Join(t.lines, "\n"), Checked: c}
	for _, line := range t.lines {
		if key, value, _ := strings.Cut(line, ": "); key == "name" || key == "text" {
			f.Title = value
			break
		}
	}
	return f
}

// asides are the keys of an entry that say where it comes from, and no reader acts on: looking at a source again does
// not undo what was checked.
var asides = []string{"id", "source", "last_checked", "checked_by", "use_until", "reviewed_by", "reviewed_on", "avoid", "-"}

// factText writes an entry as lines of `key: value`, texts in the first language of a chain that has one.
type factText struct {
	chain []string
	lines []string
}

func (t *factText) write(key string, v reflect.Value) {
	if texts, ok := v.Interface().(config.Text); ok {
		text, _ := texts.In(t.chain)
		t.line(key, text)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if name != "" && !slices.Contains(asides, name) {
				t.write(strings.TrimPrefix(key+"."+name, "."), v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			t.write(key, v.Index(i))
		}
	default:
		if !v.IsZero() {
			t.line(key, fmt.Sprint(v.Interface()))
		}
	}
}

func (t *factText) line(key, value string) {
	if value != "" {
		t.lines = append(t.lines, key+": "+value)
	}
}
