package catalog

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/po"
)

// PO is a PO file of a language.
type PO struct {
	Section string // its name without .po: a folder of content, or site.pages, site.data, site.interface
	Data    []byte
	// Texts are its entries, Open those without a translation, Stale those with one of another text.
	Texts, Open, Stale int
}

// Fields of the header that come back with the file.
const (
	languageField = "Language"
	releaseField  = "X-Psvsite-Release" // its file marks what stood in the site; see mark
)

// Export writes the PO files of the language, sorted by name; only those of some sections or pages, if any are named. The
// texts of another language, if given, stand beside as comments.
func (c *Catalog) Export(only []string, from *Catalog) []PO {
	files := map[string]*po.File{}
	var names []string
	var out []PO
	done := map[key]bool{}
	for _, d := range c.documents {
		if !named(d, only) {
			continue
		}
		section := d.section()
		if files[section] == nil {
			files[section] = &po.File{Comments: c.greeting(section), Header: c.header()}
			names = append(names, section)
		}
		f := files[section]
		for _, u := range d.units() {
			k := key{u.Context, u.Text}
			if !done[k] {
				done[k] = true
				f.Entries = append(f.Entries, c.entry(c.groups[k], from))
			}
		}
	}
	slices.Sort(names)
	for _, name := range names {
		p := PO{Section: name, Data: files[name].Bytes(), Texts: len(files[name].Entries)}
		for _, e := range files[name].Entries {
			switch {
			case e.Fuzzy():
				p.Stale++
			case e.Strings[0] == "":
				p.Open++
			}
		}
		out = append(out, p)
	}
	return out
}

// named reports whether a document is among sections, pages, or files that were asked for; all are when none was.
func named(d document, only []string) bool {
	if len(only) == 0 || slices.Contains(only, d.section()) {
		return true
	}
	if p, ok := d.(*page); ok {
		return slices.ContainsFunc(only, func(o string) bool {
			o = strings.TrimSuffix(o, "/")
			return p.path == o || strings.HasPrefix(p.path, o+"/")
		})
	}
	return false
}

// Known reports whether there is a section, folder or page of that name.
func (c *Catalog) Known(name string) bool {
	return slices.ContainsFunc(c.documents, func(d document) bool { return named(d, []string{name}) })
}

func (c *Catalog) title() string {
	title, _ := c.in.Config.Title.In([]string{c.source()})
	return title
}

// greeting tells translators what their file is.
func (c *Catalog) greeting(section string) []string {
	return []string{
		c.title() + ": " + section + ". " + c.in.Config.Language(c.source()).Name + " into " + c.lang.Name + " (" + c.lang.Code + ").",
		"Keep as they are: {{variables}}, what stands in (brackets) behind [a link], and `code`.",
	}
}

// header is gettext's. The only date is that of the release.
func (c *Catalog) header() []po.Field {
	r := c.in.Config.Release
	date := r.Date
	if date == "" {
		date = "1970-01-01"
	}
	date += " 00:00+0000"
	return []po.Field{
		{Name: "Project-Id-Version", Value: strings.TrimSpace(c.title() + " " + r.Version)},
		{Name: "POT-Creation-Date", Value: date},
		{Name: "PO-Revision-Date", Value: date},
		{Name: "Last-Translator", Value: ""},
		{Name: "Language-Team", Value: c.lang.Name},
		{Name: languageField, Value: c.lang.Code},
		{Name: "MIME-Version", Value: "1.0"},
		{Name: "Content-Type", Value: "text/plain; charset=UTF-8"},
		{Name: "Content-Transfer-Encoding", Value: "8bit"},
		{Name: "Plural-Forms", Value: c.plurals.header()},
		{Name: releaseField, Value: cmp.Or(strings.TrimSpace(r.Version+" "+r.Date), "none")},
	}
}

// entry is a group as an entry. Its translation is that of its first unit that has one.
func (c *Catalog) entry(g *group, from *Catalog) po.Entry {
	units := c.documents[g.document].units()
	first := units[g.units[0]]
	e := po.Entry{Text: po.Text{Context: first.Context, ID: first.Text, Plural: first.Plural}, Strings: []string{""}}
	if first.Plural != "" {
		e.Strings = make([]string, len(c.plurals.names))
	}
	told, open := false, false
	for _, i := range g.units {
		u := units[i]
		e.References = append(e.References, fmt.Sprintf("%s:%d", u.Pos.File, u.Pos.Line))
		if u.Now != nil && !told {
			told = true
			e.Strings = u.Now
			e.Extracted = append(e.Extracted, mark(u.Context, u.Now))
		}
		if u.Stale && !e.Fuzzy() {
			e.SetFuzzy()
			e.Previous = previous(u)
		}
		open = open || u.Now == nil || u.Guess
	}
	if told && open { // a text that stands in one more place, or may answer another: somebody has to look
		e.SetFuzzy()
	}
	e.References = slices.Compact(e.References)
	if beside := from.beside(key{first.Context, first.Text}); beside != "" {
		e.Extracted = append([]string{beside}, e.Extracted...)
	}
	return e
}

// previous is the text that a translation was made from.
func previous(u Unit) po.Text {
	was, plural, _ := strings.Cut(u.Was, "\n")
	return po.Text{ID: was, Plural: plural}
}

// beside is the text of this language, as a comment for people who translate into another.
func (c *Catalog) beside(k key) string {
	if c == nil || c.groups[k] == nil {
		return ""
	}
	units := c.documents[c.groups[k].document].units()
	for _, i := range c.groups[k].units {
		if u := units[i]; u.Now != nil && !u.Stale {
			return c.lang.Name + ": " + strings.Join(u.Now, " | ")
		}
	}
	return ""
}

// marked is what a mark begins with.
const marked = "as exported: "

// mark names the translation that the site had when the file was made, so that what has been changed since by others is
// not lost when it comes back.
func mark(context string, texts []string) string {
	return marked + markup.UnitHash(context, strings.Join(texts, "\n")).String()
}
