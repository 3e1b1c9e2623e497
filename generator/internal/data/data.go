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
	ID              string      `yaml:"id,required"`
	Kind            string      `yaml:"kind,required" enum:"emergency listening women child legal health office hospital"`
	Name            config.Text `yaml:"name,required"`
	Numbers         []string    `yaml:"numbers"`
	Free            bool        `yaml:"free"`
	WithoutBalance  bool        `yaml:"without_balance"`
	Hours           config.Text `yaml:"hours"`
	SpokenLanguages config.Text `yaml:"spoken_languages"`
	WhatHappens     config.Text `yaml:"what_happens"`
	Say             config.Text `yaml:"say"`
	Deaf            config.Text `yaml:"deaf"`
	Region          string      `yaml:"region"`
	Source          string      `yaml:"source"`
	LastChecked     string      `yaml:"last_checked" format:"date"`
	CheckedBy       string      `yaml:"checked_by"`
	UseUntil        string      `yaml:"use_until" format:"date"`

	Pos diag.Position `yaml:"-"`
}

// Rate is an amount of money for a time.
type Rate struct {
	ID          string      `yaml:"id,required"`
	Name        config.Text `yaml:"name,required"`
	Zone        config.Text `yaml:"zone"`
	Amount      float64     `yaml:"amount"` // 0: to be filled in by the hospital
	Per         string      `yaml:"per"`
	HoursPerDay float64     `yaml:"hours_per_day"`
	Currency    string      `yaml:"currency"`
	ValidFrom   string      `yaml:"valid_from" format:"date"`
	Region      string      `yaml:"region"`
	Source      string      `yaml:"source"`
	LastChecked string      `yaml:"last_checked" format:"date"`
	CheckedBy   string      `yaml:"checked_by"`
	UseUntil    string      `yaml:"use_until" format:"date"`
	Note        config.Text `yaml:"note"`

	Pos diag.Position `yaml:"-"`
}

// Term is a word of the term base.
type Term struct {
	ID    string      `yaml:"id,required"`
	Text  config.Text `yaml:"text,required"`
	Gloss config.Text `yaml:"gloss"`
	Forms struct {
		Feminine  config.Text `yaml:"feminine"`
		Masculine config.Text `yaml:"masculine"`
	} `yaml:"forms"`
	Avoid      map[string][]string `yaml:"avoid"`
	Note       config.Text         `yaml:"note"`
	ReviewedBy string              `yaml:"reviewed_by"`
	ReviewedOn string              `yaml:"reviewed_on" format:"date"`

	Pos diag.Position `yaml:"-"`
}

// Scheme is an entitlement.
type Scheme struct {
	ID          string      `yaml:"id,required"`
	Name        config.Text `yaml:"name,required"`
	Region      string      `yaml:"region"`
	Who         config.Text `yaml:"who"`
	Gives       config.Text `yaml:"gives"`
	Papers      config.Text `yaml:"papers"`
	ApplyAt     config.Text `yaml:"apply_at"`
	Form        config.Text `yaml:"form"`
	Renew       config.Text `yaml:"renew"`
	Companion   config.Text `yaml:"companion"`
	Note        config.Text `yaml:"note"`
	Source      string      `yaml:"source"`
	LastChecked string      `yaml:"last_checked" format:"date"`
	CheckedBy   string      `yaml:"checked_by"`
	UseUntil    string      `yaml:"use_until" format:"date"`

	Pos diag.Position `yaml:"-"`
}

// Law is an act and the sections that pages speak of.
type Law struct {
	ID          string      `yaml:"id,required"`
	Name        config.Text `yaml:"name,required"`
	Short       config.Text `yaml:"short"`
	Year        int         `yaml:"year"`
	InForce     config.Text `yaml:"in_force"`
	Region      string      `yaml:"region"`
	Sections    []LawPart   `yaml:"sections"`
	Source      string      `yaml:"source"`
	LastChecked string      `yaml:"last_checked" format:"date"`
	CheckedBy   string      `yaml:"checked_by"`
	UseUntil    string      `yaml:"use_until" format:"date"`
	Note        config.Text `yaml:"note"`

	Pos diag.Position `yaml:"-"`
}

// LawPart is a section of an act in plain words.
type LawPart struct {
	Number string      `yaml:"number,required"`
	Plain  config.Text `yaml:"plain,required"`
	Binds  config.Text `yaml:"binds"`
	Since  string      `yaml:"since"`
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
		if c, ok := any(&list[i]).(*Course); ok {
			c.locate(d.Positions, itemPath(i))
		}
	}
	return list, d.Faults
}
