package render

import (
	"bytes"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/signoff"
	"psvsite/generator/internal/site"
)

// Review is what the layout of a sheet for a checker sees.
type Review struct {
	Lang, Dir        string // of the page's text, and of the words around it
	SiteTitle, Title string
	Code, Path, File string
	Release, Date    string
	UseUntil         string
	Sum              string // of the text, whole
	Roles            []ReviewRole
	Rows, Facts      []ReviewRow
}

// ReviewRole is a role that is asked to check, and what it said before.
type ReviewRole struct {
	Role, Name, Date string
	State            string // open, changed, signed
}

// ReviewRow is one text of the sheet. Of an entry of the data it has lines, as it is and as it was.
type ReviewRow struct {
	signoff.SheetRow
	Lines, WasLines []ReviewLine
}

// ReviewLine is a line of an entry; Label is an interface string that says what it is, or empty.
type ReviewLine struct{ Label, Text string }

// labels are the keys of entries that pages show with a word before them.
var labels = []string{
	"free", "without_balance", "say", "deaf", "what_happens", "spoken_languages", "who", "gives", "papers", "apply_at", "form", "renew", "companion", "note",
}

// unread are keys of entries that choose what is shown and are no words.
var unread = []string{"kind", "region", "currency"}

// reviewLines are the lines of an entry. What is only there or not says so by its label.
func reviewLines(text string) []ReviewLine {
	var list []ReviewLine
	for line := range strings.SplitSeq(text, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		l := ReviewLine{Text: value}
		if slices.Contains(labels, key) {
			l.Label = key
		}
		if value == "true" {
			l.Text = ""
		}
		if text != "" && !slices.Contains(unread, key) {
			list = append(list, l)
		}
	}
	return list
}

// ReviewView makes the view of a sheet. The words around the text are in the text's own language: who checks it reads it.
func ReviewView(s *site.Site, p *site.Page, sheet signoff.Sheet) Review {
	d, c := p.Doc, s.Config
	title, _ := c.Title.In(c.Chain(d.Lang))
	v := Review{
		Lang: d.Lang, Dir: c.Language(d.Lang).Dir, SiteTitle: title, Title: p.Title, Code: p.Code, Path: p.Path, File: d.Name,
		Release: c.Release.Version, Date: c.Release.Date, UseUntil: s.UseUntil(p), Sum: s.SignSum(d),
	}
	for _, r := range s.Roles(d) {
		v.Roles = append(v.Roles, ReviewRole{r.Role, r.Name, r.Date, []string{"open", "changed", "signed"}[r.State]})
	}
	for _, r := range sheet.Rows {
		if r.Data {
			v.Facts = append(v.Facts, ReviewRow{r, reviewLines(r.Text), reviewLines(r.Was)})
		} else {
			v.Rows = append(v.Rows, ReviewRow{SheetRow: r})
		}
	}
	return v
}

// Review renders a sheet for a checker. It is a file of its own, with its styles in it.
func (l *Layouts) Review(v Review) ([]byte, diag.List) {
	var b bytes.Buffer
	if err := l.langs[v.Lang].blocks.ExecuteTemplate(&b, "root/review.html", v); err != nil {
		return nil, l.fault("layout-exec", err, "")
	}
	return assemble(b.Bytes(), nil), nil
}
