package markup

import "slices"

// PageType is a kind of page: what it is for, and whether it is taught or worked through.
type PageType struct {
	Name, Doc string
	taught    bool
}

// PageTypes lists the types of pages, in the order of Front.Type.
var PageTypes = []PageType{
	{"home", "the first page of a language: where to go from here", false},
	{"page", "something to read", false},
	{"guide", "how to do something, step by step", true},
	{"course", "the whole training: what it is for, its plans, what it needs", true},
	{"day", "one day of the course: room, opening, timetable, closing", true},
	{"session", "a training session: steps, slides, words to say, exercises, handout", true},
	{"refresher", "a shorter session for those who had the training", true},
	{"role", "what somebody does and does not do, with lines for names", false},
	{"template", "a sheet that people fill in", true},
	{"group-plan", "a meeting of a group with a set agenda", true},
	{"cards", "cards to cut out", true},
	{"poster", "one sheet for the wall", false},
	{"handout", "one sheet to take home", false},
	{"help", "whom to call, and what to do until help comes", false},
	{"reference", "tables, words and rules to look things up in", false},
}

// taughtKeys are the keys of front matter that only types which are taught have.
var taughtKeys = []string{"minutes", "objectives", "materials", "prepare"}

// Without lists the keys of front matter that pages of the type do not have.
func (t PageType) Without() []string {
	if t.taught {
		return nil
	}
	return slices.Clone(taughtKeys)
}

// taught are the types that are taught or worked through.
var taught = taughtNames()

func taughtNames() []string {
	var names []string
	for _, t := range PageTypes {
		if t.taught {
			names = append(names, t.Name)
		}
	}
	return names
}
