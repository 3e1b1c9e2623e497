package markup

import "slices"

// PageType is a kind of page: what it is for, the letter that codes of such pages begin with, and whether it is taught
// or worked through.
type PageType struct {
	Name, Doc, Letter string
	taught            bool
}

// PageTypes lists the types of pages, in the order of Front.Type. The letters are for people, who sort sheets by them:
// nothing goes by them but the next code of `psvsite new`, and a page that changes its type keeps its code.
var PageTypes = []PageType{
	{"home", "the first page of a language: where to go from here", "P", false},
	{"page", "something to read", "P", false},
	{"guide", "how to do something, step by step", "P", true},
	{"course", "the whole training: what it is for, its plans, what it needs", "P", true},
	{"day", "one day of the course: room, opening, timetable, closing", "D", true},
	{"session", "a training session: steps, slides, words to say, exercises, handout", "S", true},
	{"refresher", "a shorter session for those who had the training", "F", true},
	{"role", "what somebody does and does not do, with lines for names", "R", false},
	{"template", "a sheet that people fill in", "T", true},
	{"group-plan", "a meeting of a group with a set agenda", "G", true},
	{"cards", "cards to cut out", "C", true},
	{"poster", "one sheet for the wall", "W", false},
	{"handout", "one sheet to take home", "H", false},
	{"help", "whom to call, and what to do until help comes", "E", false},
	{"reference", "tables, words and rules to look things up in", "P", false},
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
