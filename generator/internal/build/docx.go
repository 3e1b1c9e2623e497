package build

import (
	"path"

	"psvsite/generator/internal/docx"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/render"
)

// docx writes the page as a file for Word, unless the file of that key is known.
func (w pageWork) docx(pageKey memo.Sum, view *render.Page, body func() *render.Body) {
	url := path.Join(path.Dir(w.page.URL()), view.Docx)
	key := memo.SumOf(pageKey[:], []byte(url))
	w.add(w.known(url, key, func() *page {
		foot, faults := w.layouts.Age(view)
		draft, more := w.layouts.Draft(view)
		bytes, err := docx.Write(docx.Page{
			Title: view.Title, Summary: view.Summary, Lang: view.BodyLang, RightToLeft: view.BodyDir == "rtl", HTML: body().HTML,
			Draft: draft, Foot: foot, Date: view.Date,
		})
		if err != nil {
			panic("build: " + err.Error()) // it writes to memory
		}
		return &page{file: sizedFile(url, bytes), faults: append(faults, more...)}
	}))
}
