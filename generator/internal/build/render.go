package build

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/offline"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/picture"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
)

// render fills and lays out every page of every language.
func (b *builder) render(model *site.Site, docs []*document, pictures []site.Picture, layouts *render.Layouts) {
	sums := docSums(docs)
	var pages []*site.Page
	for _, code := range b.config.Codes() {
		pages = append(pages, model.Pages[code]...)
	}
	all := b.pages(model, layouts, len(pages))
	var done atomic.Int64
	b.each(len(pages), func(i int) {
		if p := pages[i]; all[i] == nil || !all[i].of(p) {
			w := pageWork{b, model, p, layouts, pictures, sums[p.Doc], &made{doc: p.Doc, translation: p.Translation, sources: p.Sources}, sums}
			w.files()
			all[i] = w.made
		}
		b.report(all[i].faults)
		b.weigh(all[i].weights)
		if b.o.Sink != nil {
			b.emit(all[i].files...)
			all[i] = nil
		}
		if n := int(done.Add(1)); b.o.Progress != nil {
			b.progress(n, len(pages))
		}
	})
	for _, m := range all {
		if m != nil {
			b.emit(m.files...)
		}
	}
	b.result.Pages = len(pages)
	b.copyPictures(model, pictures)
}

// docSums are the sums of documents.
func docSums(docs []*document) map[*markup.Document]memo.Sum {
	sums := make(map[*markup.Document]memo.Sum, len(docs))
	for _, d := range docs {
		sums[d.Document] = d.sum
	}
	return sums
}

// noBytes is the sum of what a layout that failed has written.
var noBytes = memo.SHA256(nil)

// emit hands finished files on. One whose layout failed has neither bytes nor a sum, and its fault was said.
func (b *builder) emit(files ...sized) {
	for _, f := range files {
		if f.Data == nil && f.Sum == noBytes {
			continue
		}
		var err error
		if b.o.Sink != nil {
			err = b.o.Sink(f.File)
		}
		b.mu.Lock()
		b.kept = append(b.kept, offline.File{Path: f.Path, Sum: f.Sum, Size: f.size})
		if b.whole != nil {
			b.whole[f.Path] = f.Data
		}
		if b.o.Sink == nil {
			b.result.Files = append(b.result.Files, f.File)
		}
		b.err = errors.Join(b.err, err)
		b.mu.Unlock()
	}
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
	made     *made
	sums     map[*markup.Document]memo.Sum
}

// files makes the page, and its sheet of handouts when it gives any. The body is filled only when one of them is not
// known yet.
func (w pageWork) files() {
	bodyKey := w.bodyKey()
	body := sync.OnceValue(func() *render.Body {
		return w.cache.bodies.Do(bodyKey, func() *render.Body { return w.layouts.Body(w.page, w.pictures) })
	})
	view := render.View(w.model, w.page)
	key := sumOf(w.layouts.Sum, bodyKey, w.page.URL(), &view, &w.shared)
	w.file(w.page.URL(), key, func() (render.Page, *render.Body) { return view, body() })
	if view.Docx != "" {
		w.docx(key, &view, body)
	}
	if w.page.HasHandouts() {
		url := render.HandoutURL(w.page)
		w.file(url, memo.SumOf(key[:], []byte(url)), func() (render.Page, *render.Body) {
			return render.HandoutView(view, body()), &render.Body{}
		})
	}
}

// bodyKey covers all that a body is made of: the document, what its holes are filled with, the layouts.
func (w pageWork) bodyKey() memo.Sum {
	p := w.page
	var pictures []picture.Picture
	for _, t := range p.Targets {
		if t.Picture >= 0 {
			pictures = append(pictures, w.pictures[t.Picture].Picture)
		}
	}
	return sumOf(w.docSum, w.layouts.Sum, p.Lang, &p.Targets, &p.Values, &p.Tables, &pictures, w.marks())
}

// marks is all that the marks of a page are made of; empty when it has none.
func (w pageWork) marks() string {
	p := w.page
	if len(p.Sources) == 0 {
		return ""
	}
	t := p.Translation
	text := fmt.Appendf(nil, "%v %v %v %v %v", t.Tracked, t.Pairs, t.Safety, t.Directives, p.Emergency)
	for _, q := range p.Sources {
		if q.Translation != nil {
			text = fmt.Appendf(text, " %v %v", q.Translation.Pairs, q.Translation.Safety)
		}
		shown := pageWork{builder: w.builder, page: q, layouts: w.layouts, pictures: w.pictures, docSum: w.sums[q.Doc]}
		key := shown.bodyKey()
		text = append(text, key[:]...)
	}
	return string(text)
}

// file lays a view out, unless the page of that key is known. The key holds the body's hash in place of the body.
func (w pageWork) file(url string, key memo.Sum, view func() (render.Page, *render.Body)) {
	w.add(w.known(url, key, func() *page {
		v, body := view()
		bytes, more := w.layouts.Execute(&v, body.HTML)
		return &page{sizedFile(url, bytes), slices.Concat(body.Faults, more), w.weight(&v, url, bytes)}
	}))
}

// known is the page of a key: in memory, as a file of the output folder, or made now.
func (b *builder) known(url string, key memo.Sum, make func() *page) *page {
	if p, ok := b.cache.pages.Get(key); ok && (p.file.Data != nil || b.o.Have != nil && b.o.Have(url, p.file.Sum)) {
		return p
	}
	p := make()
	kept := *p
	if b.o.Sink != nil {
		kept.file.Data = nil
	}
	b.cache.pages.Set(key, &kept)
	return p
}

func (w pageWork) add(p *page) {
	w.made.files = append(w.made.files, p.file)
	w.made.faults = append(w.made.faults, p.faults...)
	w.made.weights = append(w.made.weights, p.weight)
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
		case !shown[i] && b.o.Edition != "" && !strings.HasPrefix(p.Name, "content/editions/"):
			// The base's own build says it: here an edition may have hidden or replaced its pages.
		case !shown[i]:
			faults.Add("image-unused", diag.Position{File: p.Name}, "delete it, or show it", "no page shows this file")
		case model.Used[i]:
			b.copyFile(b.tree.Pictures[i], p.URL())
		}
	}
	b.report(faults)
}

// static writes the static files, minified. Pictograms stand in the pages; what lies in copies/ goes only into files that
// are passed from hand to hand.
func (b *builder) static() {
	for _, f := range b.tree.Static {
		switch {
		case strings.HasPrefix(f.Path, "icons/"), path.Base(f.Path) == "README.md":
		case strings.HasPrefix(f.Path, "copies/"):
		default:
			b.count(f.Path, b.copyFile(f, f.Path))
		}
	}
}

var mediaTypes = map[string]string{".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

// copyFile writes a file of the site as small as can be, and returns its bytes.
func (b *builder) copyFile(f source.File, to string) []byte {
	file, ok := b.small(f, to)
	if ok {
		b.emit(sized{file, len(file.Data)})
	}
	return file.Data
}

// small makes a file of the site as small as can be.
func (b *builder) small(f source.File, to string) (output.File, bool) {
	return b.cache.reads.static.do(f, func() (output.File, bool) {
		bytes, ok := b.read(f)
		if !ok {
			return output.File{}, false
		}
		return b.minified(to, mediaTypes[path.Ext(to)], bytes), true
	})
}

// minified is a file of a media type, as small as can be; of none, as it is.
func (b *builder) minified(to, mediaType string, bytes []byte) output.File {
	return b.cache.static.Do(memo.SumOf([]byte(to), bytes), func() output.File {
		small := bytes
		if mediaType != "" {
			small = render.Minify(mediaType, bytes)
		}
		return output.File{Path: to, Data: small, Sum: memo.SHA256(small)}
	})
}

// root writes what stands beside the language folders.
func (b *builder) root(model *site.Site, layouts *render.Layouts) {
	view := render.RootView(model)
	b.rootPage(layouts, "index.html", view)
	for _, lang := range b.config.Codes() {
		script, faults := layouts.Fill(lang)
		b.report(faults)
		b.add("js/fill."+lang+".js", script)
		b.add(render.RoomURL(lang), layouts.Room(model, lang))
	}
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
	b.emit(sizedFile(name, bytes))
}
