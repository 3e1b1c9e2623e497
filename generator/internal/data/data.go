// Package data reads content/data: what pages show but prose may not hold (numbers, amounts, rules, plans).
//
// In: the YAML files of one name, the base's first, then each edition's. Out: typed entries, an edition's in place of
// the base's entry of the same id, each with its position, and diagnostics. It knows no page and chooses no language.
package data

import (
	"reflect"
	"slices"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/strictyaml"
)

// Set is all data of a site.
type Set struct {
	Contacts []Contact
	Rates    []Rate
	Terms    []Term
	Schemes  []Scheme
	Laws     []Law
	Courses  []Course
}

// Names lists the data files that psvsite knows.
var Names = []string{"contacts", "courses", "laws", "rates", "schemes", "terms"}

// Contact is a helpline, an office or a person to fill in.
type Contact struct {
	ID              string      `yaml:"id,required" doc:"its name for directives"`
	Kind            string      `yaml:"kind,required" enum:"emergency listening women child legal health office hospital" doc:"what kind of help it is"`
	Name            config.Text `yaml:"name,required" doc:"what it is called"`
	Numbers         []string    `yaml:"numbers" doc:"phone numbers in Latin digits; none: a line to fill in"`
	Free            bool        `yaml:"free" doc:"whether a call costs nothing"`
	WithoutBalance  bool        `yaml:"without_balance" doc:"whether a phone without balance reaches it"`
	Hours           config.Text `yaml:"hours" doc:"when somebody answers"`
	SpokenLanguages config.Text `yaml:"spoken_languages" doc:"the languages somebody speaks there"`
	WhatHappens     config.Text `yaml:"what_happens" doc:"what happens when you call"`
	Say             config.Text `yaml:"say" doc:"words to begin with"`
	Deaf            config.Text `yaml:"deaf" doc:"the way for those who cannot hear or speak"`
	Region          string      `yaml:"region" doc:"where it holds: a state, or the whole country"`
	Source          string      `yaml:"source" doc:"where the facts were read"`
	LastChecked     string      `yaml:"last_checked" format:"date" doc:"the day the source was read"`
	CheckedBy       string      `yaml:"checked_by" doc:"who made sure themselves; empty until a person has"`
	UseUntil        string      `yaml:"use_until" format:"date" doc:"the day from which a copy must not be trusted"`

	Pos diag.Position `yaml:"-"`
}

// Rate is an amount of money for a time.
type Rate struct {
	ID          string      `yaml:"id,required" doc:"its name for directives"`
	Name        config.Text `yaml:"name,required" doc:"what is paid for"`
	Zone        config.Text `yaml:"zone" doc:"where in the region it holds"`
	Amount      float64     `yaml:"amount" doc:"how much; empty: for the hospital to fill in"`
	Per         string      `yaml:"per" doc:"for how long or for what: day, hour, month, session, trip"`
	HoursPerDay float64     `yaml:"hours_per_day" doc:"the hours of a day, for the amount of an hour"`
	Currency    string      `yaml:"currency" doc:"its currency, as INR"`
	ValidFrom   string      `yaml:"valid_from" format:"date" doc:"the day from which it holds"`
	Region      string      `yaml:"region" doc:"where it holds: a state, or the whole country"`
	Source      string      `yaml:"source" doc:"where the facts were read"`
	LastChecked string      `yaml:"last_checked" format:"date" doc:"the day the source was read"`
	CheckedBy   string      `yaml:"checked_by" doc:"who made sure themselves; empty until a person has"`
	UseUntil    string      `yaml:"use_until" format:"date" doc:"the day from which a copy must not be trusted"`
	Note        config.Text `yaml:"note" doc:"what else readers must know"`

	Pos diag.Position `yaml:"-"`
}

// Term is a word of the term base.
type Term struct {
	ID    string      `yaml:"id,required" doc:"its name for directives"`
	Text  config.Text `yaml:"text,required" doc:"the word to use"`
	Gloss config.Text `yaml:"gloss" doc:"everyday words for it"`
	Forms struct {
		Feminine  config.Text `yaml:"feminine" doc:"the word for women, where it differs"`
		Masculine config.Text `yaml:"masculine" doc:"the word for men, where it differs"`
	} `yaml:"forms" doc:"where the word changes for women and men"`
	Avoid      map[string][]string `yaml:"avoid" doc:"words not to use in its place, by language"`
	Note       config.Text         `yaml:"note" doc:"why, or how it is used"`
	ReviewedBy string              `yaml:"reviewed_by" doc:"who of the language has read it"`
	ReviewedOn string              `yaml:"reviewed_on" format:"date" doc:"the day they read it"`

	Pos diag.Position `yaml:"-"`
}

// Scheme is an entitlement.
type Scheme struct {
	ID          string      `yaml:"id,required" doc:"its name for directives"`
	Name        config.Text `yaml:"name,required" doc:"what it is called"`
	Region      string      `yaml:"region" doc:"where it holds: a state, or the whole country"`
	Who         config.Text `yaml:"who" doc:"who can have it"`
	Gives       config.Text `yaml:"gives" doc:"what it gives"`
	Papers      config.Text `yaml:"papers" doc:"the papers one needs"`
	ApplyAt     config.Text `yaml:"apply_at" doc:"where to apply"`
	Form        config.Text `yaml:"form" doc:"the form to fill in"`
	Renew       config.Text `yaml:"renew" doc:"when and how to renew it"`
	Companion   config.Text `yaml:"companion" doc:"what it gives to who comes along"`
	Note        config.Text `yaml:"note" doc:"what else readers must know"`
	Source      string      `yaml:"source" doc:"where the facts were read"`
	LastChecked string      `yaml:"last_checked" format:"date" doc:"the day the source was read"`
	CheckedBy   string      `yaml:"checked_by" doc:"who made sure themselves; empty until a person has"`
	UseUntil    string      `yaml:"use_until" format:"date" doc:"the day from which a copy must not be trusted"`

	Pos diag.Position `yaml:"-"`
}

// Law is an act and the sections that pages speak of.
type Law struct {
	ID          string      `yaml:"id,required" doc:"its name for directives"`
	Name        config.Text `yaml:"name,required" doc:"its full name"`
	Short       config.Text `yaml:"short" doc:"its short name"`
	Year        int         `yaml:"year" doc:"the year it was made"`
	InForce     config.Text `yaml:"in_force" doc:"since when it holds"`
	Region      string      `yaml:"region" doc:"where it holds: a state, or the whole country"`
	Sections    []LawPart   `yaml:"sections" doc:"the sections that pages speak of"`
	Source      string      `yaml:"source" doc:"where the facts were read"`
	LastChecked string      `yaml:"last_checked" format:"date" doc:"the day the source was read"`
	CheckedBy   string      `yaml:"checked_by" doc:"who made sure themselves; empty until a person has"`
	UseUntil    string      `yaml:"use_until" format:"date" doc:"the day from which a copy must not be trusted"`
	Note        config.Text `yaml:"note" doc:"what else readers must know"`

	Pos diag.Position `yaml:"-"`
}

// LawPart is a section of an act in plain words.
type LawPart struct {
	Number string      `yaml:"number,required" doc:"the number of the section"`
	Plain  config.Text `yaml:"plain,required" doc:"what it says, in plain words"`
	Binds  config.Text `yaml:"binds" doc:"whom it binds"`
	Since  string      `yaml:"since" doc:"since when it stands so"`
}

// Entry is what all entries have; ID is unique in its file.
type Entry interface {
	Contact | Rate | Term | Scheme | Law | Course
}

// File is one YAML file.
type File struct {
	Name string
	Data []byte
}

// Read decodes the files of one name and lays editions over the base.
func Read[E Entry](files []File, id func(E) string) ([]E, diag.List) {
	var all []E
	var faults diag.List
	for _, f := range files {
		list, more := read[E](f, id)
		faults = append(faults, more...)
		for _, e := range list {
			at := slices.IndexFunc(all, func(x E) bool { return id(x) == id(e) })
			if at >= 0 {
				all[at] = e
			} else {
				all = append(all, e)
			}
		}
	}
	return all, faults
}

func read[E Entry](f File, id func(E) string) ([]E, diag.List) {
	d := strictyaml.NewDecoder(strictyaml.Source{File: f.Name, Area: "data"})
	var list []E
	d.Decode(f.Data, &list)
	seen := map[string]bool{}
	for i, e := range list {
		pos := d.Positions.At(itemPath(i))
		if name := id(e); seen[name] && name != "" {
			d.Faults.Add("data-duplicate", pos, "give it another id", "the id %q stands twice", name)
		} else {
			seen[name] = true
		}
		reflect.ValueOf(&list[i]).Elem().FieldByName("Pos").Set(reflect.ValueOf(pos))
		switch e := any(&list[i]).(type) {
		case *Course:
			e.locate(d.Positions, itemPath(i))
		case *Contact:
			e.checkNumbers(d, itemPath(i))
		}
	}
	return list, d.Faults
}
