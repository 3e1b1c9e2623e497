package render

import (
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"

	"psvsite/generator/internal/bind"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/offline"
	"psvsite/generator/internal/site"
)

// Part is a page as it stands in a pack: what its own title says, and its text.
type Part struct {
	ID                  string // of the part in the pack
	Title, Summary      string
	Type, Code          string
	Lang, Dir, LangName string // of the text
	Fallback            bool
	Badge
	UseUntil, Sum string
	Minutes       int           // of a session
	Kit           []Kit         // of a session: what to bring
	Body          template.HTML `json:"-"`
}

// PrintGroup are things to print of one kind.
type PrintGroup struct {
	Type string // of the pages, or pack
	Rows []PrintRow
}

// PrintRow is one thing to print.
type PrintRow struct {
	Title, URL, Lang, Code, Sheet string
	Sides                         int
}

// PackURL is where a pack is written.
func PackURL(lang string, pack config.Pack) string { return lang + "/print/" + pack.Name + ".html" }

// printed makes the view of a page below print/, which no file of content stands behind.
func printed(s *site.Site, lang, name string) Page {
	c := s.Config
	site, _ := c.Title.In(c.Chain(lang))
	l := c.Language(lang)
	up := strings.Repeat("../", strings.Count(name, "/"))
	v := Page{
		Lang: lang, Dir: l.Dir, BodyLang: lang, BodyDir: l.Dir, BodyLangName: l.Name, Path: "print/" + name, Type: "pack", SiteTitle: site,
		Root: up + "../../", Styles: anything, NoIndex: true, Home: up + "../index.html", Keep: up + "../" + offline.SharePage, Release: c.Release.Version, Date: c.Release.Date,
	}
	if s.Page(lang, "help") != nil {
		v.Help = up + "../help.html"
	}
	for _, other := range c.Languages {
		url := up + "../../" + other.Code + "/print/" + name + ".html"
		v.Languages = append(v.Languages, LanguageLink{other.Code, other.Name, other.Dir, url, other.Code == lang, false})
	}
	return v
}

// onPaper are the types of pages that are made for paper, in the order in which people look for them.
var onPaper = []string{"role", "help", "handout", "template", "cards", "poster", "group-plan"}

// HasPrints reports whether there is anything to print but single pages.
func HasPrints(s *site.Site) bool {
	return len(s.Config.Packs) > 0 || len(s.Plans[s.Config.DefaultLanguage]) > 0
}

// PrintURL is where the list of what can be printed is written.
func PrintURL(lang string) string { return lang + "/print/index.html" }

// PrintView makes the view of the list of what can be printed in a language.
func PrintView(s *site.Site, lang, title string) Page {
	v := printed(s, lang, "index")
	v.Title, v.Type, v.UseUntil = title, "prints", ""
	if slices.ContainsFunc(s.Pages[lang], func(p *site.Page) bool { return p.Code != "" }) {
		v.Copies = v.Root + "sheets.html"
	}
	packs := PrintGroup{Type: "pack"}
	for _, p := range s.Config.Packs {
		title, of := p.Title.In(s.Config.Chain(lang))
		row := PrintRow{Title: title, URL: p.Name + ".html", Sheet: "A4"}
		if of != lang {
			row.Lang = of
		}
		packs.Rows = append(packs.Rows, row)
	}
	v.Prints = append(v.Prints, packs)
	v.Prints = append(v.Prints, runRows(s, lang)...)
	for _, kind := range onPaper {
		group := PrintGroup{Type: kind}
		for _, p := range s.Pages[lang] {
			if print := p.Doc.Front.Print; print != nil && p.Doc.Front.Type == kind {
				row := PrintRow{Title: p.Title, URL: site.Relative(PrintURL(lang), p.URL()), Code: p.Code, Sheet: print.Sheet, Sides: print.Pages}
				if p.Fallback() {
					row.Lang = p.Doc.Lang
				}
				group.Rows = append(group.Rows, row)
			}
		}
		if len(group.Rows) > 0 {
			v.Prints = append(v.Prints, group)
		}
	}
	return v
}

// PackView makes the view of a pack, its parts still empty.
func PackView(s *site.Site, lang string, pack config.Pack) Page {
	c := s.Config
	v := printed(s, lang, pack.Name)
	v.Title, _ = pack.Title.In(c.Chain(lang))
	v.Sheet, v.Code = pack.Sheet, pack.Code
	for _, in := range s.Pack(pack).In {
		if in.Lang == lang {
			v.UseUntil, v.Sum = in.UseUntil, in.Sum[:8]
		}
	}
	for i, p := range s.PackPages(lang, pack) {
		if len(p.Sources) > 0 && !slices.Contains(v.Styles, "since") {
			v.Styles = append(v.Styles, "since")
		}
		part := Part{
			ID: partName(i), Title: p.Title, Summary: p.Summary, Type: p.Doc.Front.Type, Code: p.Code, Lang: p.Doc.Lang,
			Dir: c.Language(p.Doc.Lang).Dir, LangName: c.Language(p.Doc.Lang).Name, Fallback: p.Fallback(), Badge: badge(s, p.Doc),
			UseUntil: s.UseUntil(p), Sum: s.Sum(p.Doc)[:8],
		}
		v.Bound = append(v.Bound, part)
	}
	return v
}

func partName(i int) string { return "part" + strconv.Itoa(i+1) }

// FillPack sets the texts of the pages into a pack. Links to a page of the pack lead to its part, others to the page where
// it stands in the site.
func FillPack(v *Page, pages []*site.Page, bodies []*Body) {
	parts := map[string]string{}
	for i, p := range pages {
		parts[p.URL()] = "#" + v.Bound[i].ID
	}
	here := path.Join(v.Lang, v.Path) + ".html"
	for i, p := range pages {
		bound := bind.Page{Name: v.Bound[i].ID, URL: p.URL(), Link: func(url string) string {
			if part := parts[strings.Replace(url, ".handout.html", ".html", 1)]; part != "" {
				return part
			}
			return site.Relative(here, url)
		}}
		v.Bound[i].Body = template.HTML(bound.Bind(bodies[i].HTML))
	}
}
