package build

import (
	"fmt"
	"slices"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
)

// packs lays out the print products of config.yaml in every language.
func (b *builder) packs(model *site.Site, docs []*document, pictures []site.Picture, layouts *render.Layouts) {
	type job struct {
		lang string
		pack config.Pack
	}
	var jobs []job
	for _, lang := range b.config.Codes() {
		for _, pack := range b.config.Packs {
			jobs = append(jobs, job{lang, pack})
			b.result.Sheets = append(b.result.Sheets, Sheet{lang, "print/" + pack.Name, render.PackURL(lang, pack), paper(pack), 0, diag.Position{}})
		}
	}
	sums := docSums(docs)
	all := make([]made, len(jobs))
	b.each(len(jobs), func(i int) {
		b.pack(model, jobs[i].lang, jobs[i].pack, sums, pictures, layouts, &all[i])
	})
	if render.HasPrints(model) {
		all = append(all, b.printLists(model, layouts))
	}
	for _, m := range all {
		b.report(m.faults)
		b.emit(m.files...)
	}
}

func paper(pack config.Pack) string {
	if pack.Sheet == "" {
		return "A4"
	}
	return pack.Sheet
}

// printLists lays out what can be printed in each language.
func (b *builder) printLists(model *site.Site, layouts *render.Layouts) (m made) {
	w := pageWork{builder: b, model: model, layouts: layouts, made: &m}
	for _, lang := range b.config.Codes() {
		view := render.PrintView(model, lang, layouts.Text(lang, "type_pack"))
		url := render.PrintURL(lang)
		w.file(url, sumOf(layouts.Sum, url, &view), func() (render.Page, *render.Body) { return view, &render.Body{} })
	}
	return m
}

// pack lays out one pack, unless it is known already.
func (b *builder) pack(model *site.Site, lang string, pack config.Pack, sums map[*markup.Document]memo.Sum, pictures []site.Picture, layouts *render.Layouts, m *made) {
	view := render.PackView(model, lang, pack)
	pages := model.PackPages(lang, pack)
	works := make([]pageWork, len(pages))
	var keys []byte
	for i, p := range pages {
		works[i] = pageWork{b, model, p, layouts, pictures, sums[p.Doc], m, sums}
		key := works[i].bodyKey()
		keys = append(keys, key[:]...)
	}
	w := pageWork{builder: b, model: model, layouts: layouts, made: m}
	url := render.PackURL(lang, pack)
	w.file(url, sumOf(layouts.Sum, url, memo.SumOf(keys), &view), func() (render.Page, *render.Body) {
		bodies := make([]*render.Body, len(pages))
		for i := range pages {
			bodies[i] = layouts.Body(pages[i], pictures)
		}
		render.FillPack(&view, pages, bodies)
		return view, &render.Body{}
	})
}

// checkPacks reports packs that name pages which are not there.
func (b *builder) checkPacks(model *site.Site, hidden []string) {
	var faults diag.List
	for i, pack := range b.config.Packs {
		for j, path := range pack.Pages {
			if model.Page(b.config.DefaultLanguage, path) == nil && !model.LeftOut(b.config.DefaultLanguage, path) && !slices.Contains(hidden, path) {
				at := b.config.Positions.At(fmt.Sprintf("packs[%d].pages[%d]", i, j))
				faults.Add("config-pack", at, "", "the pack %q names %q, which is not written yet", pack.Name, path)
			}
		}
	}
	b.report(faults)
}
