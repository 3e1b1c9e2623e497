package render

import (
	"bytes"
	"html/template"
	"slices"
	"time"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/release"
	"psvsite/generator/internal/site"
)

// Papers is what the layouts of sheets.html and changes.html see. Both are for people of all languages at once: they hang
// beside the printer.
type Papers struct {
	Lang, Dir, Title string
	Version, Date    string
	From, FromDate   string // of the version compared with; empty where there is none on record
	Languages        []LanguageLink
	Groups           []PaperGroup
	Gone             []PaperGone
}

// PaperGone is a paper that is no longer there.
type PaperGone struct{ Code, Title string }

// PaperGroup are papers of one kind.
type PaperGroup struct {
	Heading string // an interface string
	Rows    []PaperRow
}

// PaperRow is one paper in all languages; of one that it is not written in, the cell is empty.
type PaperRow struct {
	Code, UseUntil string // UseUntil: the earliest of all languages
	Cells          []PaperCell
}

// PaperCell is a paper in one language, and of a changed one why it is another.
type PaperCell struct {
	Lang, Title, URL, Sum string
	New, Text, Safety     bool
	Data                  []string
}

// papersView begins the view of a page about papers.
func papersView(s *site.Site) Papers {
	c := s.Config
	title, _ := c.Title.In(c.Chain(c.DefaultLanguage))
	v := Papers{Lang: c.DefaultLanguage, Dir: c.Language(c.DefaultLanguage).Dir, Title: title, Version: c.Release.Version, Date: c.Release.Date}
	for _, l := range c.Languages {
		v.Languages = append(v.Languages, LanguageLink{Code: l.Code, Name: l.Name, Dir: l.Dir, URL: l.Code + "/index.html"})
	}
	return v
}

// SheetsView makes the view of the list of all codes.
func SheetsView(s *site.Site, papers []site.Paper) Papers {
	v := papersView(s)
	for _, p := range papers {
		v.add(p, row(v.Languages, p))
	}
	v.sort()
	return v
}

// ChangesView makes the view of what has changed since a former release; nil is none.
func ChangesView(s *site.Site, papers []site.Paper, former *release.Release) Papers {
	v := papersView(s)
	if former == nil {
		return v
	}
	v.From, v.FromDate = former.Version, former.Date
	changes := release.Compare(former, release.Of(s, papers))
	for _, p := range changes.Gone {
		v.Gone = append(v.Gone, PaperGone{p.Code, p.Title})
	}
	for _, p := range papers {
		r := row(v.Languages, p)
		i := slices.IndexFunc(changes.Changed, func(c release.Change) bool { return c.Code == p.Code })
		switch {
		case slices.Contains(changes.New, p.Code):
			v.addTo("changes_new", r)
		case i >= 0:
			v.add(p, changed(r, p, changes.Changed[i]))
		}
	}
	v.sort()
	return v
}

// row is a paper with a cell for each language.
func row(languages []LanguageLink, p site.Paper) PaperRow {
	r := PaperRow{Code: p.Code, Cells: make([]PaperCell, len(languages))}
	for i, l := range languages {
		r.Cells[i].Lang = l.Code
		for _, in := range p.In {
			if in.Lang != l.Code {
				continue
			}
			r.Cells[i] = PaperCell{Lang: l.Code, Title: in.Title, URL: in.URL, Sum: in.Sum[:8]}
			if r.UseUntil == "" || in.UseUntil != "" && in.UseUntil < r.UseUntil {
				r.UseUntil = in.UseUntil
			}
		}
	}
	return r
}

// changed leaves only the languages in which a paper has changed.
func changed(r PaperRow, p site.Paper, c release.Change) PaperRow {
	for i := range r.Cells {
		at := slices.IndexFunc(c.In, func(in release.ChangeIn) bool { return in.Lang == r.Cells[i].Lang })
		if at < 0 {
			r.Cells[i] = PaperCell{Lang: r.Cells[i].Lang}
			continue
		}
		in := c.In[at]
		r.Cells[i].New, r.Cells[i].Text, r.Cells[i].Safety = in.New, in.Text, in.Safety
		for _, name := range in.Data {
			r.Cells[i].Data = append(r.Cells[i].Data, called(p, in.Lang, name))
		}
	}
	return r
}

// called is the title of an entry in a language; one that the paper no longer shows goes by its name.
func called(p site.Paper, lang, name string) string {
	for _, in := range p.In {
		for _, f := range in.Shows {
			if in.Lang == lang && f.Name() == name {
				return f.Title
			}
		}
	}
	return name
}

// headings are the groups of papers, in the order of the page.
var headings = []string{"papers_print", "papers_pack", "papers_read", "changes_new"}

func (v *Papers) add(p site.Paper, r PaperRow) {
	switch {
	case p.Type == "pack":
		v.addTo("papers_pack", r)
	case p.Sheet || slices.Contains(onPaper, p.Type):
		v.addTo("papers_print", r)
	default:
		v.addTo("papers_read", r)
	}
}

func (v *Papers) addTo(heading string, r PaperRow) {
	i := slices.IndexFunc(v.Groups, func(g PaperGroup) bool { return g.Heading == heading })
	if i < 0 {
		i = len(v.Groups)
		v.Groups = append(v.Groups, PaperGroup{Heading: heading})
	}
	v.Groups[i].Rows = append(v.Groups[i].Rows, r)
}

func (v *Papers) sort() {
	slices.SortFunc(v.Groups, func(a, b PaperGroup) int {
		return slices.Index(headings, a.Heading) - slices.Index(headings, b.Heading)
	})
}

// Papers renders sheets.html or changes.html; name is the layout's.
func (l *Layouts) Papers(name string, v Papers) ([]byte, diag.List) {
	var b bytes.Buffer
	if err := l.langs[v.Lang].blocks.ExecuteTemplate(&b, "root/"+name, v); err != nil {
		return nil, l.fault("layout-exec", err, "")
	}
	return assemble(b.Bytes(), nil), nil
}

// every writes an interface string in all languages of the site, each in an element of its own. A day among the
// arguments is written as each language does.
func (l *Layouts) every(key string, args ...any) (template.HTML, error) {
	var b bytes.Buffer
	for _, code := range l.codes {
		loc := l.langs[code]
		own := slices.Clone(args)
		for i, arg := range own {
			if day, ok := arg.(string); ok && isDay(day) {
				own[i] = l.Date(code, day)
			}
		}
		text, err := loc.text(key, own...)
		if err != nil {
			return "", err
		}
		b.WriteString(`<span class="every" lang="` + code + `" dir="` + loc.lang.Dir + `">` + template.HTMLEscapeString(text) + `</span> `)
	}
	return template.HTML(bytes.TrimRight(b.Bytes(), " ")), nil
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
