package signoff

import (
	"strings"

	"psvsite/generator/internal/markup"
)

// Sheet is what a person who checks a page reads: its texts one by one, and what has become of each since the page was
// signed last.
type Sheet struct {
	Signed bool // it was, and that text is on record
	Rows   []SheetRow
}

// SheetRow is one line of a sheet.
type SheetRow struct {
	Number  int // from 1; 0 when the text was taken out
	Kind    string
	Safety  bool // it stands in a safety box
	Trainer bool // in notes for the trainer
	Handout bool // on the sheet to take home
	Data    bool // an entry of the data
	Text    string
	Was     string
	State   string // same, new, reworded, gone
}

// Texts are the texts of a page as they are signed: its units, then the entries of the data that it shows, each once.
func Texts(units []markup.Unit, facts []Text) []Text {
	var list []Text
	for _, u := range units {
		list = append(list, Text{u.Kind, u.Text})
	}
	seen := map[Text]bool{}
	for _, f := range facts {
		if !seen[f] {
			list = append(list, f)
		}
		seen[f] = true
	}
	return list
}

// NewSheet makes the sheet of a page. before is what was signed last, nil when nothing was or it is not on record;
// expand fills in variables.
func NewSheet(d *markup.Document, units []markup.Unit, facts, before []Text, expand func(string) string) Sheet {
	now := Texts(units, facts)
	compared := before
	if before == nil {
		compared = now
	}
	s := Sheet{Signed: before != nil}
	for _, r := range Compare(compared, now) {
		row := SheetRow{Number: r.Index + 1, Kind: r.Kind, Data: r.Data(), Text: r.Text.Text, Was: r.Was, State: stateNames[r.State]}
		if r.Index >= 0 && r.Index < len(units) {
			u := units[r.Index]
			row.Text = expand(strings.TrimSpace(u.Plain))
			row.Safety, row.Trainer, row.Handout = d.Around(u.Directive, "safety") >= 0, d.Around(u.Directive, "notes") >= 0, d.Around(u.Directive, "handout") >= 0
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

var stateNames = map[RowState]string{Same: "same", New: "new", Reworded: "reworded", Gone: "gone"}
