package data

import (
	"maps"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
)

// ReadAll reads every data file of a site; files are by name without .yaml.
func ReadAll(files map[string][]File) (*Set, diag.List) {
	s := &Set{}
	var faults diag.List
	for _, name := range slices.Sorted(maps.Keys(files)) {
		faults = append(faults, s.read(name, files[name])...)
	}
	return s, faults
}

func (s *Set) read(name string, files []File) (faults diag.List) {
	switch name {
	case "contacts":
		s.Contacts, faults = Read(files, func(e Contact) string { return e.ID })
	case "rates":
		s.Rates, faults = Read(files, func(e Rate) string { return e.ID })
	case "terms":
		s.Terms, faults = Read(files, func(e Term) string { return e.ID })
	case "schemes":
		s.Schemes, faults = Read(files, func(e Scheme) string { return e.ID })
	case "laws":
		s.Laws, faults = Read(files, func(e Law) string { return e.ID })
	case "courses":
		s.Courses, faults = Read(files, func(e Course) string { return e.ID })
	default:
		faults.Add("data-unknown", diag.Position{File: files[0].Name},
			diag.DidYouMean(name, Names, "psvsite knows: "+strings.Join(Names, ", ")), "there is no data of the name %q", name)
	}
	return faults
}

// Plan returns the course plan with the id.
func (s *Set) Plan(id string) (Course, bool) {
	i := slices.IndexFunc(s.Courses, func(c Course) bool { return c.ID == id && c.IsPlan() })
	if i < 0 {
		return Course{}, false
	}
	return s.Courses[i], true
}

// PlanIDs lists the ids of the course plans.
func (s *Set) PlanIDs() []string {
	var ids []string
	for _, c := range s.Courses {
		if c.IsPlan() {
			ids = append(ids, c.ID)
		}
	}
	return ids
}
