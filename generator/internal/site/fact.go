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
	Checked   Checked

	entry any
	chain []string // of the languages that its texts are in
}

// Name is how a fact is called on the command line and in sums: contacts#telemanas.
func (f Fact) Name() string { return f.File + "#" + f.ID }

// Title is what the entry is called in the document's language.
func (f Fact) Title() string {
	for line := range strings.SplitSeq(f.Text(), "\n") {
		if key, value, _ := strings.Cut(line, ": "); key == "name" || key == "text" {
			return value
		}
	}
	return f.ID
}

// Text is all that the entry says, a line for each key, in the document's language.
func (f Fact) Text() string {
	t := factText{chain: f.chain}
	t.write("", reflect.ValueOf(f.entry))
	return strings.Join(t.lines, "\n")
}

// Facts lists the entries that a document shows, in order. One shown twice stands there twice.
func (s *Site) Facts(d *markup.Document) []Fact {
	var list []Fact
	for i, dir := range d.Directives {
		for _, e := range s.entries(d, dir) {
			e.Directive = i
			list = append(list, e)
		}
	}
	return list
}

// entries are what a directive shows of its data file. Whether what it asks for is there is said when tables are filled.
func (s *Site) entries(d *markup.Document, dir markup.Directive) []Fact {
	chain := s.Config.Chain(d.Lang)
	switch dir.Name {
	case "contacts":
		return chosen(dir, s.Data.Contacts, func(e data.Contact) (string, Fact) {
			return e.Kind, newFact("contacts", e.ID, e, chain, Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil})
		})
	case "rates":
		return chosen(dir, s.Data.Rates, func(e data.Rate) (string, Fact) {
			return "", newFact("rates", e.ID, e, chain, Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil})
		})
	case "schemes":
		return chosen(dir, s.Data.Schemes, func(e data.Scheme) (string, Fact) {
			return "", newFact("schemes", e.ID, e, chain, Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil})
		})
	case "laws":
		return chosen(dir, s.Data.Laws, func(e data.Law) (string, Fact) {
			return "", newFact("laws", e.ID, e, chain, Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil})
		})
	case "terms":
		return chosen(dir, s.Data.Terms, func(e data.Term) (string, Fact) { return "", newFact("terms", e.ID, e, chain, Checked{}) })
	case "timetable":
		return s.plansShown(d, dir, chain)
	}
	return nil
}

// chosen are the facts that a directive names by ids or kinds; without either, all.
func chosen[E any](dir markup.Directive, all []E, fact func(E) (kind string, f Fact)) []Fact {
	kinds, ids := strings.Fields(dir.Attribute("kind")), strings.Fields(dir.Attribute("ids"))
	var list []Fact
	for _, e := range all {
		kind, f := fact(e)
		if slices.Contains(ids, f.ID) || len(ids) == 0 && (len(kinds) == 0 || slices.Contains(kinds, kind)) {
			list = append(list, f)
		}
	}
	return list
}

// plansShown are the plans of a timetable; a day page shows its day of them.
func (s *Site) plansShown(d *markup.Document, dir markup.Directive, chain []string) []Fact {
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
		list = append(list, newFact("courses", id, shown, chain, Checked{}))
	}
	return list
}

func newFact(file, id string, entry any, chain []string, c Checked) Fact {
	return Fact{File: file, ID: id, Checked: c, entry: entry, chain: chain}
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
