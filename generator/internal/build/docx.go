package build

import (
	"path"

	"psvsite/generator/internal/docx"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/report"
)

// docx writes the page as a file for Word, unless the file of that key is known.
func (w pageWork) docx(pageKey memo.Sum, view *render.Page, body func() *render.Body) {
	url := path.Join(path.Dir(w.page.URL()), view.Docx)
	key := memo.SumOf(pageKey[:], []byte(url))
	if p, ok := w.cache.pages.Get(key); ok && (p.file.Data != nil || w.o.Have != nil && w.o.Have(url, p.file.Sum)) {
		w.add(p.file, p.faults, report.Weight{})
		return
	}
	foot, faults := w.layouts.Age(view)
	bytes, err := docx.Write(docx.Page{
		Title: view.Title, Summary: view.Summary, Lang: view.BodyLang, RightToLeft: view.BodyDir == "rtl", HTML: body().HTML, Foot: foot, Date: view.Date,
	})
	if err != nil {
		panic("build: " + err.Error()) // it writes to memory
	}
	file := sizedFile(url, bytes)
	w.add(file, faults, report.Weight{})
	if w.o.Sink != nil {
		file.Data = nil
	}
	w.cache.pages.Set(key, &page{file, faults, report.Weight{}})
}
