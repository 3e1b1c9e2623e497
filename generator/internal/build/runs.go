package build

import (
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
)

// runs lays out what trainers print, in every language: course plans, the sheets of their days, and for every session its
// form for a day without power and its slides. They are pages of their own and not views of a session's page: they print
// without a script, from any phone, and weigh on no page that is read.
func (b *builder) runs(model *site.Site, docs []*document, pictures []site.Picture, layouts *render.Layouts) {
	var jobs []func(pageWork)
	sums := docSums(docs)
	of := func(p *site.Page, m *made) pageWork {
		return pageWork{b, model, p, layouts, pictures, sums[p.Doc], m, sums}
	}
	for _, code := range b.config.Codes() {
		for _, plan := range model.Plans[code] {
			jobs = append(jobs, func(w pageWork) { w.plan(code, plan) })
			b.paper(code, site.PlanURL(code, plan.ID), 0, diag.Position{})
			for n := range plan.Days {
				jobs = append(jobs, func(w pageWork) { w.day(code, plan, n+1, of) })
				b.paper(code, site.RunURL(code, plan.ID, n+1), 0, diag.Position{})
				b.paper(code, site.BinderURL(code, plan.ID, n+1), 0, diag.Position{})
			}
		}
		for _, p := range model.Pages[code] {
			if p.IsHeld() {
				jobs = append(jobs, func(w pageWork) { of(p, w.made).noPower() })
				b.paper(code, p.NoPowerURL(), render.NoPowerSides, p.Doc.Positions.At("title"))
			}
			if p.HasWall() {
				jobs = append(jobs, func(w pageWork) { of(p, w.made).slides() })
				b.paper(code, p.SlidesURL(), 0, diag.Position{})
			}
		}
	}
	all := make([]made, len(jobs))
	b.each(len(jobs), func(i int) { jobs[i](of(&site.Page{}, &all[i])) })
	for _, m := range all {
		b.report(m.faults)
		b.emit(m.files...)
	}
}

// paper notes that a file is meant for paper.
func (b *builder) paper(lang, url string, sides int, at diag.Position) {
	path := url[len(lang)+1 : len(url)-len(".html")]
	b.result.Sheets = append(b.result.Sheets, Sheet{lang, path, url, "A4", sides, at})
}

func (w pageWork) plan(lang string, plan site.Plan) {
	view, url := render.PlanView(w.model, lang, plan), site.PlanURL(lang, plan.ID)
	w.file(url, sumOf(w.layouts.Sum, url, &view), func() (render.Page, *render.Body) { return view, &render.Body{} })
}

// day makes the run-sheet of a day and the binder of all that is needed on it.
func (w pageWork) day(lang string, plan site.Plan, n int, of func(*site.Page, *made) pageWork) {
	view, url := render.DayView(w.model, lang, plan, n, false), site.RunURL(lang, plan.ID, n)
	w.file(url, sumOf(w.layouts.Sum, url, &view), func() (render.Page, *render.Body) { return view, &render.Body{} })

	all, url := render.DayView(w.model, lang, plan, n, true), site.BinderURL(lang, plan.ID, n)
	pages := render.Held(w.model, lang, plan.Days[n-1])
	var keys []byte
	for _, p := range pages {
		key := of(p, nil).bodyKey()
		keys = append(keys, key[:]...)
	}
	w.file(url, sumOf(w.layouts.Sum, url, memo.SumOf(keys), &all), func() (render.Page, *render.Body) {
		render.FillForms(&all, pages, w.trainer(pages))
		return all, &render.Body{}
	})
}

func (w pageWork) trainer(pages []*site.Page) []*render.Body {
	bodies := make([]*render.Body, len(pages))
	for i, p := range pages {
		bodies[i] = w.layouts.Trainer(p, w.pictures)
	}
	return bodies
}

func (w pageWork) noPower() {
	view, url := render.NoPowerView(w.model, w.page), w.page.NoPowerURL()
	w.file(url, sumOf(w.layouts.Sum, url, w.bodyKey(), &view), func() (render.Page, *render.Body) {
		render.FillForms(&view, []*site.Page{w.page}, w.trainer([]*site.Page{w.page}))
		return view, &render.Body{}
	})
}

func (w pageWork) slides() {
	view, url := render.SlidesView(w.model, w.page), w.page.SlidesURL()
	w.file(url, sumOf(w.layouts.Sum, url, w.bodyKey(), &view), func() (render.Page, *render.Body) {
		render.FillWalls(&view, w.page, w.layouts.Trainer(w.page, w.pictures))
		return view, &render.Body{}
	})
}
