package catalog

import (
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/po"
	"psvsite/generator/internal/translation"
)

// Changes are what an import makes of a site.
type Changes struct {
	Files      []File // to write, whole
	Statements []translation.Statement
	Texts      translation.Texts
	Taken      int // texts
	Same       int // entries that say what the site says already
	Waiting    int // fuzzy entries, which nobody has looked at yet
}

// LanguageOf is the language of a PO file.
func LanguageOf(f *po.File) string { return f.Get(languageField) }

// Source is a PO file to import and its name.
type Source struct {
	Name string
	File *po.File
}

// Import takes in what PO files of the language say: entries that are not fuzzy and say something new. An entry that
// cannot be taken is a fault at its line, and all others are. force takes one also where somebody else has changed the
// site's text since the export.
func (c *Catalog) Import(sources []Source, force bool) (*Changes, diag.List) {
	var faults diag.List
	out := &Changes{Texts: translation.Texts{}}
	changes := make([][]change, len(c.documents))
	for _, s := range sources {
		for i := range s.File.Entries {
			e := &s.File.Entries[i]
			if e.Obsolete || strings.Join(e.Strings, "") == "" {
				continue
			}
			c.match(s, e, force, out, changes, &faults)
		}
	}
	for i, d := range c.documents {
		list := c.once(changes[i], d, &faults)
		if len(list) == 0 {
			continue
		}
		r := d.apply(list, &faults)
		out.add(d.name(), c.lang.Code, r)
	}
	return out, faults
}

// Unsaved is how many texts of a PO file, fuzzy or not, the site does not have and could lose when the file is lost.
func (c *Catalog) Unsaved(s Source) (n int) {
	for i := range s.File.Entries {
		e := &s.File.Entries[i]
		g := c.groups[key{e.Context, markup.UnitText(e.ID)}]
		as := markOf(e)
		if e.Obsolete || strings.Join(e.Strings, "") == "" || as == mark(e.Context, e.Strings) {
			continue
		}
		if g == nil || !slices.Equal(c.entry(g, nil).Strings, e.Strings) {
			n++
		}
	}
	return n
}

func (out *Changes) add(name, lang string, r result) {
	out.Taken += r.taken
	out.Statements = append(out.Statements, r.statements...)
	for h, text := range r.texts {
		out.Texts[h] = text
	}
	if r.data != nil {
		out.Files = append(out.Files, File{Name: name, Lang: lang, Data: r.data})
	}
}

// match finds what an entry changes.
func (c *Catalog) match(s Source, e *po.Entry, force bool, out *Changes, changes [][]change, faults *diag.List) {
	pos := diag.Position{File: s.Name, Line: e.Lines[0], Col: 1}
	g := c.groups[key{e.Context, markup.UnitText(e.ID)}]
	texts := make([]string, len(e.Strings))
	for i, text := range e.Strings {
		texts[i] = markup.UnitText(text)
	}
	as := markOf(e)
	switch {
	case e.Fuzzy():
		out.Waiting++
		return
	case g == nil:
		if as != mark(e.Context, texts) {
			faults.Add("translation-unknown", diag.Position{File: s.Name, Line: e.Line, Col: 1}, "export again: the text has changed, or its page has gone",
				"this text does not stand in the site: %q", clip(e.ID))
		}
		return
	}
	now := c.entry(g, nil)
	if len(texts) != len(now.Strings) || slices.Contains(texts, "") {
		faults.Add("translation-incomplete", pos, "", "%s has %d plural forms, and this entry not all of them", c.lang.Name, len(now.Strings))
		return
	}
	same := slices.Equal(texts, now.Strings)
	switch {
	case same && !now.Fuzzy():
		out.Same++
		return
	case same: // somebody has looked at it
	case as == mark(e.Context, texts): // nobody has touched it
		out.Same++
		return
	case !force && c.overtaken(s, as, now):
		faults.Add("translation-conflict", pos, "export again and look at both texts, or take this one: --force", "somebody has changed this text since the file was exported; the site has %q", clip(now.Strings[0]))
		return
	}
	c.change(g, texts, same, pos, changes)
}

// change gives the units of an entry new texts; where the text of one is the same and it is stale, it is stated anew.
func (c *Catalog) change(g *group, texts []string, same bool, pos diag.Position, changes [][]change) {
	units := c.documents[g.document].units()
	for _, i := range g.units {
		if u := units[i]; same && !u.Stale && u.Now != nil {
			continue // it has a text of its own, which nobody has spoken of
		}
		changes[g.document] = append(changes[g.document], change{unit: i, texts: texts, pos: pos})
	}
}

// markOf is the mark that an entry came with, or empty.
func markOf(e *po.Entry) string {
	for _, x := range e.Extracted {
		if strings.HasPrefix(x, marked) {
			return x
		}
	}
	return ""
}

// overtaken reports whether the site has another text than when the file was made. A file of other programs does not
// tell.
func (c *Catalog) overtaken(s Source, as string, now po.Entry) bool {
	if s.File.Get(releaseField) == "" {
		return false
	}
	return as != markOf(&now)
}

// once demands that no two files say different things of one text.
func (c *Catalog) once(list []change, d document, faults *diag.List) (good []change) {
	first := map[int]change{}
	for _, x := range list {
		before, there := first[x.unit]
		switch {
		case !there:
			first[x.unit] = x
			good = append(good, x)
		case !slices.Equal(before.texts, x.texts):
			fault(faults, "translation-conflict", x, "keep one of them", "%s has another translation of this text", before.pos)
		}
	}
	return good
}
