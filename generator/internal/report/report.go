// Package report says what a site still lacks.
//
// In: the model of a site, the weights of its pages, the diagnostics of its build, the day. Out: a Report of plain
// values, which a layout turns into report.html and JSON into report.json: pages that are missing in a language,
// unsigned, with variables to be filled in by hand, over budget; data that nobody has checked or that is old. It is the
// only output that looks at the day, and it decides nothing: what is wrong enough to stop a build are diagnostics.
package report

import (
	"cmp"
	"slices"
	"strings"

	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/site"
)

// Report is the state of a site on a day.
type Report struct {
	Version string `json:"version"` // of the release
	Release string `json:"release"` // its date
	Day     string `json:"day"`     // 2026-11-23, in UTC

	Languages []Language `json:"languages"`
	Missing   []Missing  `json:"missing"`
	// Translations are the pages whose translation lacks something, those with stale safety text first.
	Translations []Translated `json:"translations"`
	Unsigned     []Unsigned   `json:"unsigned"`
	Signed       []Signed     `json:"signed"`
	Review       []Review     `json:"review"`   // to be read again, and the day is past
	LeftOut      []Page       `json:"left_out"` // written, and not shown, since a sign-off is open
	Unset        []Unset      `json:"unset"`
	Data         []Entry      `json:"data"`
	Weights      []Weight     `json:"weights"` // heaviest first; pages far below their budget are left out
	Budgets      []Budget     `json:"budgets"`
	Warnings     []Warning    `json:"warnings"`
}

// Language counts the pages of a language.
type Language struct {
	Code  string `json:"code"`
	Name  string `json:"name"`
	Pages int    `json:"pages"` // served
	Own   int    `json:"own"`   // in the language itself
	Texts `json:"texts"`
}

// Missing is a page that a language serves in another.
type Missing struct {
	Lang  string `json:"lang"`
	Path  string `json:"path"`
	Title string `json:"title"`
	From  string `json:"from"` // the language it is served in
	URL   string `json:"url"`
}

// Page is where a page stands, and its code.
type Page struct {
	Lang  string `json:"lang"`
	Path  string `json:"path"`
	Code  string `json:"code,omitempty"`
	Title string `json:"title"`
	URL   string `json:"url,omitempty"` // empty: it is left out
}

// Unset is a variable that prints as a line to write on.
type Unset struct {
	Name  string   `json:"name"`
	Pages []string `json:"pages"`
}

// Entry is an entry of the data that nobody has checked, that is a year old or past its use.
type Entry struct {
	File        string `json:"file"`
	ID          string `json:"id"`
	LastChecked string `json:"last_checked"`
	UseUntil    string `json:"use_until"`
	Unchecked   bool   `json:"unchecked"`
	Old         bool   `json:"old"`
	Expired     bool   `json:"expired"`
}

// Warning is a diagnostic of the build.
type Warning struct {
	Place   string `json:"place"`
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// New makes the report of a site on a day (2026-11-23).
func New(s *site.Site, weights []Weight, budgets []Budget, faults diag.List, day string) *Report {
	c := s.Config
	r := &Report{Version: c.Release.Version, Release: c.Release.Date, Day: day, Weights: weights, Budgets: budgets}
	translated := Translations(s)
	r.Translations = Behind(translated)
	unset := map[string][]string{}
	for _, l := range c.Languages {
		count := Language{Code: l.Code, Name: l.Name}
		for _, p := range s.Pages[l.Code] {
			count.Pages++
			if p.Fallback() {
				r.Missing = append(r.Missing, Missing{l.Code, p.Path, p.Title, p.Doc.Lang, p.URL()})
				continue
			}
			count.Own++
			r.signOffs(s, p)
			blanks(p, unset)
		}
		r.LeftOut = append(r.LeftOut, leftOut(s, l.Code)...)
		for _, p := range translated {
			if p.Lang == l.Code {
				count.Texts = Sum(count.Texts, p.Texts)
			}
		}
		r.Languages = append(r.Languages, count)
	}
	for _, name := range slices.Sorted(keys(unset)) {
		r.Unset = append(r.Unset, Unset{name, slices.Compact(unset[name])})
	}
	r.Data = entries(s.Data, day)
	for _, d := range faults {
		if d.Severity == diag.Warning {
			r.Warnings = append(r.Warnings, Warning{d.Pos.String(), d.Code, d.Message, d.Hint})
		}
	}
	return r
}

func keys(m map[string][]string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// blanks adds the variables of a page that nobody has set.
func blanks(p *site.Page, unset map[string][]string) {
	for i, v := range p.Doc.Variables {
		if p.Values[i].Blank {
			unset[v.Name] = append(unset[v.Name], p.URL())
		}
	}
}

// yearAgo is the day a year before a day written as 2026-11-23.
func yearAgo(day string) string {
	if len(day) < 5 {
		return ""
	}
	year := 0
	for _, r := range day[:4] {
		year = year*10 + int(r-'0')
	}
	return strings.Join([]string{four(year - 1), day[5:]}, "-")
}

func four(n int) string {
	b := []byte{'0', '0', '0', '0'}
	for i := 3; i >= 0 && n > 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	return string(b)
}

// entries lists the data that somebody should look at. Entries without any fact of their own, such as an office still to
// be filled in, are left out.
func entries(set *data.Set, day string) []Entry {
	var list []Entry
	add := func(file, id, checked, by, until string, empty bool) {
		e := Entry{File: file, ID: id, LastChecked: checked, UseUntil: until, Unchecked: by == ""}
		e.Old = checked != "" && checked < yearAgo(day)
		e.Expired = until != "" && until < day
		if !empty && (e.Unchecked || e.Old || e.Expired) {
			list = append(list, e)
		}
	}
	for _, e := range set.Contacts {
		add("contacts", e.ID, e.LastChecked, e.CheckedBy, e.UseUntil, len(e.Numbers) == 0)
	}
	for _, e := range set.Rates {
		add("rates", e.ID, e.LastChecked, e.CheckedBy, e.UseUntil, e.Amount == 0)
	}
	for _, e := range set.Schemes {
		add("schemes", e.ID, e.LastChecked, e.CheckedBy, e.UseUntil, false)
	}
	for _, e := range set.Laws {
		add("laws", e.ID, e.LastChecked, e.CheckedBy, e.UseUntil, false)
	}
	slices.SortStableFunc(list, func(a, b Entry) int { return cmp.Compare(order(a), order(b)) })
	return list
}

// order puts what is past its use first, then what is old.
func order(e Entry) int {
	switch {
	case e.Expired:
		return 0
	case e.Old:
		return 1
	}
	return 2
}
