package build

import (
	"encoding/json"
	"html/template"
	"path"
	"strings"
	"sync/atomic"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
)

// render fills and lays out every page of every language.
func (b *builder) render(model *site.Site, docs []*document, pictures []site.Picture, layouts *render.Layouts) {
	sums := map[string]memo.Sum{}
	for _, d := range docs {
		sums[d.Name] = d.sum
	}
	var pages []*site.Page
	for _, code := range b.config.Codes() {
		pages = append(pages, model.Pages[code]...)
	}
	files := make([][]output.File, len(pages))
	var done atomic.Int64
	b.each(len(pages), func(i int) {
		w := pageWork{b, model, pages[i], layouts, pictures, sums[pages[i].Doc.Name]}
		files[i] = w.files()
		if n := int(done.Add(1)); b.o.Progress != nil {
			b.progress(n, len(pages))
		}
	})
	for _, list := range files {
		b.result.Files = append(b.result.Files, list...)
	}
	b.result.Pages = len(pages)
	b.copyPictures(model, pictures)
}

func (b *builder) progress(done, total int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.o.Progress(done, total)
}

// pageWork is the work on one page.
type pageWork struct {
	*builder
	model    *site.Site
	page     *site.Page
	layouts  *render.Layouts
	pictures []site.Picture
	docSum   memo.Sum
}

// files makes the page, and its sheet of handouts when it gives any.
func (w pageWork) files() []output.File {
	bodyKey := w.bodyKey()
	body := w.cache.bodies.Do(bodyKey, func() *render.Body { return w.layouts.Body(w.page, w.pictures) })
	w.report(body.Faults)
	view := render.View(w.model, w.page)
	view.Body = template.HTML(body.HTML)
	files := []output.File{w.file(w.page.URL(), view, bodyKey)}
	if len(body.Handouts) > 0 {
		files = append(files, w.file(render.HandoutURL(w.page), render.HandoutView(view, body), bodyKey))
	}
	return files
}

// bodyKey covers all that a body is made of: the document, what its holes are filled with, the layouts.
func (w pageWork) bodyKey() memo.Sum {
	p := w.page
	var drawings []string
	for _, t := range p.Targets {
		if t.Picture >= 0 {
			pic := w.pictures[t.Picture]
			drawings = append(drawings, pic.ViewBox, pic.Inner)
		}
	}
	return memo.SumOf(w.docSum[:], w.layouts.Sum[:], []byte(p.Lang), encode(p.Targets), encode(p.Values), encode(p.Tables), encode(drawings))
}

// file lays a view out. The key holds the body's hash in place of the body.
func (w pageWork) file(url string, view render.Page, bodyKey memo.Sum) output.File {
	key := memo.SumOf(w.layouts.Sum[:], bodyKey[:], []byte(url), encode(view))
	p := w.cache.pages.Do(key, func() *page {
		bytes, faults := w.layouts.Execute(&view)
		return &page{output.File{Path: url, Data: bytes, Sum: memo.SumOf(bytes)}, faults}
	})
	w.report(p.faults)
	return p.file
}

// encode is the plain form of a value: JSON, which sorts the keys of maps.
func encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic("build: a view is not plain: " + err.Error())
	}
	return b
}

// copyPictures writes the pictures that pages link to; drawings set into pages need no file. What no page shows at
// all is reported.
func (b *builder) copyPictures(model *site.Site, pictures []site.Picture) {
	shown := make([]bool, len(pictures))
	for _, code := range b.config.Codes() {
		for _, p := range model.Pages[code] {
			for _, t := range p.Targets {
				if t.Picture >= 0 {
					shown[t.Picture] = true
				}
			}
		}
	}
	var faults diag.List
	for i, p := range pictures {
		switch {
		case !shown[i]:
			faults.Add("image-unused", diag.Position{File: p.Name}, "delete it, or show it", "no page shows this file")
		case model.Used[i]:
			b.copyFile(b.tree.Pictures[i], p.URL())
		}
	}
	b.report(faults)
}

// static writes the static files, minified. Pictograms stand in the pages.
func (b *builder) static() {
	for _, f := range b.tree.Static {
		if !strings.HasPrefix(f.Path, "icons/") && path.Base(f.Path) != "README.md" {
			b.copyFile(f, f.Path)
		}
	}
}

var mediaTypes = map[string]string{".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

func (b *builder) copyFile(f source.File, to string) {
	bytes, ok := b.read(f)
	if !ok {
		return
	}
	file := b.cache.static.Do(memo.SumOf([]byte(to), bytes), func() output.File {
		small := bytes
		if t := mediaTypes[path.Ext(to)]; t != "" {
			small = render.Minify(t, bytes)
		}
		return output.File{Path: to, Data: small, Sum: memo.SumOf(small)}
	})
	b.result.Files = append(b.result.Files, file)
}

// root writes what stands beside the language folders.
func (b *builder) root(model *site.Site, layouts *render.Layouts) {
	view := render.RootView(model)
	b.rootPage(layouts, "index.html", view)
	if base := strings.TrimSuffix(b.config.BaseURL, "/"); base != "" {
		view.Base = base + "/"
		b.rootPage(layouts, "404.html", view)
		b.add("sitemap.xml", render.Sitemap(model, base))
		b.add("robots.txt", []byte("User-agent: *\nAllow: /\nSitemap: "+base+"/sitemap.xml\n"))
	}
}

func (b *builder) rootPage(layouts *render.Layouts, name string, view render.Root) {
	bytes, faults := layouts.Root(name, view)
	b.report(faults)
	b.add(name, bytes)
}

func (b *builder) add(name string, bytes []byte) {
	b.result.Files = append(b.result.Files, output.File{Path: name, Data: bytes, Sum: memo.SumOf(bytes)})
}
