package site

import (
	"slices"

	"psvsite/generator/internal/markup"
)

// State says what a role has to say of a document.
type State int

// The states of a role.
const (
	Open    State = iota // nobody of it has signed
	Changed              // somebody has, and the text or the data shown is another now
	Signed
)

// Role is what one role has to say of a document: who signed, and when. Of several the last that counts.
type Role struct {
	Role, Name, Date string
	State            State
	Index            int // of the sign-off in Front.SignOffs; -1 when there is none
}

// Roles lists what each role has to say of the text that a page shows: those that it needs, or that its source needs,
// and then others that have signed. A sign-off counts for the text and data whose sum it holds, so it holds for one
// language, and for an edition as far as that says the same.
func (s *Site) Roles(d *markup.Document) []Role {
	needs := s.Needs(d)
	for _, o := range d.Front.SignOffs {
		if !slices.Contains(needs, o.Role) {
			needs = append(needs, o.Role)
		}
	}
	var list []Role
	sum := ""
	for _, name := range needs {
		r := Role{Role: name, Index: -1}
		for i, o := range d.Front.SignOffs {
			if o.Role != name {
				continue
			}
			if sum == "" {
				sum = s.SignSum(d)
			}
			state := Changed
			if o.Hash == sum {
				state = Signed
			}
			if state >= r.State {
				r = Role{name, o.Name, o.Date, state, i}
			}
		}
		list = append(list, r)
	}
	return list
}

// Needs lists the roles that must sign a document: its own, and those that its source needs.
func (s *Site) Needs(d *markup.Document) []string {
	needs := slices.Clone(d.Front.Needs)
	if source := s.sourceDoc(d.Path); source != nil {
		for _, role := range source.Front.Needs {
			if !slices.Contains(needs, role) {
				needs = append(needs, role)
			}
		}
	}
	return needs
}

// ReviewDue is the day by which a document must be read again: its own or its source's, the earlier; or empty.
func (s *Site) ReviewDue(d *markup.Document) string {
	due := d.Front.ReviewDue
	if source := s.sourceDoc(d.Path); source != nil && (due == "" || source.Front.ReviewDue != "" && source.Front.ReviewDue < due) {
		due = source.Front.ReviewDue
	}
	return due
}

// sourceDoc is a page as it is written in the source language, or nil.
func (s *Site) sourceDoc(path string) *markup.Document { return s.docs[s.Config.DefaultLanguage][path] }

// published reports whether a document may be shown. Under `publish: signed-only` that is one on which no sign-off is
// open; the first page, help, and what holds a safety box or an emergency number always ships, with its mark as a
// draft: a reader in danger is worse off without it.
func (s *Site) published(d *markup.Document) bool {
	if s.Config.Publish != "signed-only" || s.vital(d) {
		return true
	}
	needs := s.Needs(d)
	return !slices.ContainsFunc(s.Roles(d), func(r Role) bool { return r.State != Signed && slices.Contains(needs, r.Role) })
}

func (s *Site) vital(d *markup.Document) bool {
	if d.Path == "index" || d.Path == "help" || d.Front.Type == "help" {
		return true
	}
	if slices.ContainsFunc(d.Directives, func(x markup.Directive) bool { return x.Name == "safety" }) {
		return true
	}
	emergency := map[string]bool{}
	for _, c := range s.Data.Contacts {
		emergency[c.ID] = c.Kind == "emergency"
	}
	return slices.ContainsFunc(s.Facts(d), func(f Fact) bool { return f.File == "contacts" && emergency[f.ID] })
}

// LeftOut reports whether a page is written, for a language or what it falls back to, and not shown, since a sign-off is
// open on it.
func (s *Site) LeftOut(lang, path string) bool {
	return s.byPath[lang][path] == nil && s.written(lang, path) != nil
}

// LeftOutDocs lists what a language would show if nothing had to be signed, by path.
func (s *Site) LeftOutDocs(lang string) []*markup.Document {
	var list []*markup.Document
	for _, path := range s.paths {
		if s.LeftOut(lang, path) {
			list = append(list, s.written(lang, path))
		}
	}
	return list
}

// written is the document that a language would show at a path if nothing had to be signed.
func (s *Site) written(lang, path string) *markup.Document {
	for _, from := range s.Config.Chain(lang) {
		if d := s.docs[from][path]; d != nil {
			return d
		}
	}
	return nil
}
