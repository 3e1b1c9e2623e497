package catalog

import "psvsite/generator/internal/markup"

// Preview is a page to look at: its texts in order, without their markup.
type Preview struct {
	Path   string
	Title  string // of the source
	Rows   []Row
	Open   int // texts without a translation
	Stale  int
	Source string // its file
}

// Row is a text and its translation.
type Row struct {
	Kind           string // heading, paragraph, item, cell; label for texts of front matter and attributes
	Line           int    // of the source
	Source, Target string // what is read; Target is empty when there is none
	Stale          bool
}

// Previews are the pages of a catalog; only some, if any are named as for Export.
func (c *Catalog) Previews(only []string) (list []Preview) {
	for _, d := range c.documents {
		if p, ok := d.(*page); ok && named(d, only) {
			list = append(list, p.preview())
		}
	}
	return list
}

func (p *page) preview() Preview {
	v := Preview{Path: p.path, Source: p.source.Name}
	for i, u := range p.from.Units {
		row := Row{Kind: rowKind(u), Line: u.Pos.Line, Source: u.Plain, Stale: p.list[i].Stale}
		if u.Path == "title" {
			v.Title = u.Plain
		}
		switch a := p.answers[i]; {
		case a < 0:
			v.Open++
		default:
			row.Target = p.to.Units[a].Plain
		}
		if row.Stale {
			v.Stale++
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}

func rowKind(u markup.Unit) string {
	switch u.Kind {
	case markup.HeadingUnit, markup.ParagraphUnit, markup.ItemUnit, markup.CellUnit:
		return u.Kind
	}
	return "label"
}
