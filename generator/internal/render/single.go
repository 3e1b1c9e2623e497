package render

import (
	"bytes"
	"cmp"
	"html/template"
	"slices"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/site"
)

// Single is what the layout of a single file sees: the frame around its pages.
type Single struct {
	Lang, Dir, LangName string
	Title, SiteTitle    string
	Policy              string // where the policy is set in
	Help                string // leads to the page of help in the file; empty when it is not there
	Calls               []Call
	Sections            []SingleSection // empty when there is one page only
	Code, Release, Date string
	UseUntil            string // the earliest of its pages after the release
	Slides              string // path of the page whose slides the file shows; empty when it has none, or many pages
	Body                template.HTML
}

// Call is a number to dial at once.
type Call struct{ Text, Dial, Name, Lang string }

// SingleSection is a part of the index by picture.
type SingleSection struct {
	Path       string
	Icon       template.HTML
	Title, URL string // URL is empty where only pages below it are in the file
	Lang       string // of the title; empty: the reader's
	Items      []Item
}

// calls are how many numbers stand on top of a single file.
const calls = 2

// SingleView makes the view of a file with pages of a language; name gives their addresses in it.
func (l *Layouts) SingleView(s *site.Site, lang, title string, pages []*site.Page, name func(*site.Page) string) Single {
	c := s.Config
	v := Single{
		Lang: lang, Dir: c.Language(lang).Dir, LangName: c.Language(lang).Name, Title: title, Release: c.Release.Version, Date: c.Release.Date,
	}
	v.SiteTitle, _ = c.Title.In(c.Chain(lang))
	in := map[*site.Page]bool{}
	for _, p := range pages {
		in[p] = true
		// A page that was past its day before the release says so itself.
		if until := s.UseUntil(p); until > c.Release.Date && (v.UseUntil == "" || until < v.UseUntil) {
			v.UseUntil = until
		}
	}
	if help := s.Page(lang, "help"); help != nil {
		v.Calls = callsOf(help)
		if in[help] {
			v.Help = name(help)
		}
	}
	if len(pages) == 1 {
		v.Code = pages[0].Code
		if len(pages[0].Doc.Slides) > 0 {
			v.Slides = pages[0].Path
		}
		return v
	}
	v.Sections = l.sections(pages, name)
	slices.SortStableFunc(v.Sections, func(x, y SingleSection) int { return cmp.Compare(rank(c, x), rank(c, y)) })
	return v
}

// callsOf takes the first numbers of a page of help, one of each contact: those for an emergency stand first there.
func callsOf(help *site.Page) []Call {
	var list []Call
	for _, t := range help.Tables {
		for _, c := range t.Contacts {
			if len(c.Numbers) > 0 && len(list) < calls {
				list = append(list, Call{c.Numbers[0].Text, c.Numbers[0].Dial, c.Name.Text, c.Name.Lang})
			}
		}
	}
	return list
}

// rank orders the parts of the index: help, then as the menu has them, then the rest.
func rank(c *config.Config, s SingleSection) int {
	if s.Path == "help" {
		return -1
	}
	if i := slices.Index(c.Menu, s.Path); i >= 0 {
		return i
	}
	return len(c.Menu)
}

// sections sorts pages by the part of the site they are in, as the home page has its parts. The home page is none: the
// index stands in its place.
func (l *Layouts) sections(pages []*site.Page, name func(*site.Page) string) []SingleSection {
	var list []SingleSection
	at := map[*site.Page]int{}
	for _, p := range pages {
		if p.Path == "index" {
			continue
		}
		top := p
		for top.Parent != nil && top.Parent.Parent != nil {
			top = top.Parent
		}
		i, there := at[top]
		if !there {
			i = len(list)
			at[top] = i
			list = append(list, SingleSection{Path: top.Path, Icon: l.door(top.Path), Title: top.Title, Lang: foreign(top)})
		}
		if p == top {
			list[i].URL = name(p)
		} else {
			list[i].Items = append(list[i].Items, Item{Title: p.Title, URL: name(p), Lang: foreign(p)})
		}
	}
	return list
}

// foreign is the language of a page's title, when it is not the reader's.
func foreign(p *site.Page) string {
	if p.Fallback() {
		return p.Doc.Lang
	}
	return ""
}

// Single lays a single file out, with its pages in the frame.
func (l *Layouts) Single(v Single, pages []byte) ([]byte, diag.List) {
	v.Body = bodyHere
	var b bytes.Buffer
	if err := l.langs[v.Lang].blocks.ExecuteTemplate(&b, "root/single.html", v); err != nil {
		return nil, l.fault("layout-exec", err, "")
	}
	return readable(share(assemble(b.Bytes(), pages))), nil
}

// OpenMe lays out the page that a zip's reader is told to open, which stands alone; policy stands for the one it gets.
func (l *Layouts) OpenMe(s *site.Site, lang, policy string) ([]byte, diag.List) {
	v := Open{Lang: lang, Dir: s.Config.Language(lang).Dir, URL: lang + "/index.html", Policy: policy}
	for _, other := range s.Config.Languages {
		text := func(key string) string { return l.Text(other.Code, key) }
		say := OpenSay{other.Code, other.Dir, text("open_title"), text("open_first"), text("open_go")}
		if other.Code == lang {
			v.Says = append([]OpenSay{say}, v.Says...)
		} else {
			v.Says = append(v.Says, say)
		}
	}
	var b bytes.Buffer
	if err := l.langs[lang].blocks.ExecuteTemplate(&b, "root/open.html", v); err != nil {
		return nil, l.fault("layout-exec", err, "")
	}
	return assemble(b.Bytes(), nil), nil
}

// Open is what the layout of that page sees.
type Open struct {
	Lang, Dir, URL, Policy string
	Says                   []OpenSay
}

// OpenSay is what it says in one language.
type OpenSay struct{ Lang, Dir, Title, First, Go string }
