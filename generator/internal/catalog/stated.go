package catalog

import (
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/translation"
)

// Stated is a text of the data or of the interface in the catalog's language, and how it stands to its source. It is told
// apart by its key, not by its place, so that none can be extra.
type Stated struct {
	File, Kind string // data/contacts.yaml and data.say; layouts/i18n and string.home
	State      string // translated, stale, missing, untracked
	Pos        diag.Position
	Statement  translation.Statement // that it answers its source as it is now; zero when it is missing
	Text, Was  string                // of the source, as it is and as it was when it became stale
}

// Stated lists the texts of data and interface.
func (c *Catalog) Stated() (list []Stated) {
	for _, d := range c.documents {
		if _, ok := d.(*page); ok {
			continue
		}
		for _, u := range d.units() {
			list = append(list, c.stated(u))
		}
	}
	return list
}

func (c *Catalog) stated(u Unit) Stated {
	file, kind, _ := strings.Cut(u.Context, "#")
	s := Stated{File: file, Kind: kind, State: "untracked", Pos: u.Pos, Text: strings.TrimSuffix(u.Text+"\n"+u.Plural, "\n"), Was: u.Was}
	if u.Now == nil {
		s.State = "missing"
		return s
	}
	s.Statement = translation.Statement{Page: file, Target: targetHash(kind, u.Now), Source: sourceHash(kind, u)}
	if u.Stale {
		s.State = "stale"
	} else if c.recorded(file, s.Statement.Target) {
		s.State = "translated"
	}
	return s
}

func (c *Catalog) recorded(file string, target markup.Hash) bool {
	for _, x := range c.in.Statements.Of(c.lang.Code, file) {
		if x.Target == target {
			return true
		}
	}
	return false
}
