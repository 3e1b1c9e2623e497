package impact

import (
	"slices"
	"strings"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/site"
)

// ofData finds what shows an entry of the data; without an id, any entry of the file. Of a contact also what has one of
// its numbers in the text of another entry.
func ofData(s *site.Site, file, id string) (*Found, error) {
	if !slices.Contains(data.Names, file) {
		return nil, refuse(diag.DidYouMean(file, data.Names, "there is: "+strings.Join(data.Names, ", ")), "there is no data %q", file)
	}
	var the entry
	if id != "" {
		all := entries(s.Data, file)
		i := slices.IndexFunc(all, func(e entry) bool { return e.id == id })
		if i < 0 {
			return nil, noEntry(file, id, all)
		}
		the = all[i]
	}
	f := newFinder(s, strings.TrimSuffix("data/"+file+".yaml#"+id, "#"))
	for _, code := range s.Config.Codes() {
		if f.found.Titles[code] = f.found.Name; id != "" {
			f.found.Titles[code] = the.title(s.Config.Chain(code))
		}
		for _, p := range s.Pages[code] {
			for _, fact := range s.Facts(p.Doc) {
				if fact.File == file && (id == "" || fact.ID == id) || the.dialled(fact) {
					f.directive(p, fact.Directive)
				}
			}
			for _, fact := range s.Renewed(p) {
				switch {
				case (fact.File != file || id != "" && fact.ID != id) && !the.dialled(fact):
				case fact.Directive < 0:
					f.page(p)
				default:
					f.directive(p, fact.Directive)
				}
			}
		}
	}
	return f.done(), nil
}

func noEntry(file, id string, all []entry) error {
	var list []string
	for _, e := range all {
		list = append(list, e.id)
	}
	return refuse(diag.DidYouMean(id, list, "there is: "+strings.Join(list, ", ")), "content/data/%s.yaml has no entry %q", file, id)
}

// dialled reports whether a number of the entry stands in a fact.
func (e entry) dialled(fact site.Fact) bool {
	return slices.ContainsFunc(e.numbers, func(n string) bool { return number(n).MatchString(fact.Text) })
}

// entry is what all entries have.
type entry struct {
	id      string
	name    config.Text
	numbers []string
}

// title calls an entry by its name and numbers; a whole file by its own.
func (e entry) title(chain []string) string {
	name, _ := e.name.In(chain)
	return strings.Join(append([]string{name}, e.numbers...), " ")
}

// entries lists the entries of a data file.
func entries(set *data.Set, file string) []entry {
	switch file {
	case "contacts":
		return each(set.Contacts, func(e data.Contact) entry { return entry{e.ID, e.Name, e.Numbers} })
	case "rates":
		return each(set.Rates, func(e data.Rate) entry { return entry{e.ID, e.Name, nil} })
	case "schemes":
		return each(set.Schemes, func(e data.Scheme) entry { return entry{e.ID, e.Name, nil} })
	case "laws":
		return each(set.Laws, func(e data.Law) entry { return entry{e.ID, e.Name, nil} })
	case "terms":
		return each(set.Terms, func(e data.Term) entry { return entry{e.ID, e.Text, nil} })
	}
	return each(set.Courses, func(e data.Course) entry { return entry{e.ID, e.Name, nil} })
}

func each[E any](all []E, as func(E) entry) []entry {
	list := make([]entry, len(all))
	for i, e := range all {
		list[i] = as(e)
	}
	return list
}
