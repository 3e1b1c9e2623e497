package build

import (
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
)

// Sheet is a page that is meant for paper.
type Sheet struct {
	Lang, Path string
	URL        string        // its file in the output
	Paper      string        // A4, A5 …
	Sides      int           // that it must fit; 0 where the page does not say
	Pos        diag.Position // where it says so
}

// sheets lists what is meant for paper: pages that say so in print, and what pages give to take home.
func (b *builder) sheets(model *site.Site) {
	for _, code := range b.config.Codes() {
		for _, p := range model.Pages[code] {
			if print := p.Doc.Front.Print; print != nil {
				at := p.Doc.Positions.At("print.pages")
				b.result.Sheets = append(b.result.Sheets, Sheet{code, p.Path, p.URL(), print.Sheet, print.Pages, at})
			}
			if p.HasHandouts() {
				b.result.Sheets = append(b.result.Sheets, Sheet{code, p.Path, render.HandoutURL(p), "A4", 0, diag.Position{File: p.Doc.Name}})
			}
		}
	}
}
