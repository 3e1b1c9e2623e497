package build

import (
	"fmt"

	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
)

// beside lays out the pages of two languages side by side that config.yaml asks for.
func (b *builder) beside(model *site.Site, docs []*document, pictures []site.Picture, layouts *render.Layouts) {
	pairs := render.BesidePairs(model)
	sums := docSums(docs)
	all := make([]made, len(pairs))
	b.each(len(pairs), func(i int) {
		p, q := pairs[i][0], pairs[i][1]
		ours := pageWork{b, model, p, layouts, pictures, sums[p.Doc], &all[i], sums}
		theirs := pageWork{b, model, q, layouts, pictures, sums[q.Doc], &all[i], sums}
		view := render.BesideView(render.View(model, p), q, b.config.Language(q.Lang))
		url := p.BesideURL(q.Lang)
		ours.file(url, sumOf(layouts.Sum, url, ours.bodyKey(), theirs.bodyKey(), ours.answers(), theirs.answers(), &view), func() (render.Page, *render.Body) {
			return view, layouts.BesideBody(&view, p, q, pictures)
		})
	})
	for _, m := range all {
		b.report(m.faults)
		b.emit(m.files...)
	}
}

// answers is what a row of a page in two languages is made by, besides the texts.
func (w pageWork) answers() string {
	t := w.page.Translation
	if t == nil {
		return ""
	}
	return fmt.Sprint(t.Pairs, t.Directives)
}
