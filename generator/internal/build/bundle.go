package build

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"psvsite/generator/internal/bundle"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/offline"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
)

// Bundles says which files to make for passing on.
type Bundles struct {
	Lang   string // empty: one for each language
	Single bool   // one file of HTML; else a zip of the language
	What   string // of a single file: the path of a page, or the name of a pack; empty: the whole language
}

// ErrNothing says that a site has no page or pack of a name; it holds what it has.
type ErrNothing struct {
	What string
	Has  []string
}

func (e *ErrNothing) Error() string { return fmt.Sprintf("there is no page or pack %q", e.What) }

// Hint says what was meant, or what there is.
func (e *ErrNothing) Hint() string {
	return diag.DidYouMean(e.What, e.Has, "name a page by its path, as training/listening, or a pack of config.yaml")
}

// Bundle builds a site and gives the files for passing on in place of the site's own.
func Bundle(in source.Input, o Options, what Bundles) (*Result, error) {
	o.bundles = &what
	return Build(in, o, NewRunCache())
}

// bundling reports whether files to pass on are to be made: in place of the site, or besides.
func (b *builder) bundling() bool {
	return b.o.bundles != nil || b.o.Copies && b.config.Copies
}

// keepWhole has the build keep the files of the site, which files to pass on are made of. A file that only the output
// folder holds is then made anew.
func (b *builder) keepWhole() {
	if b.bundling() {
		b.whole, b.o.Have = bundle.Files{}, nil
	}
}

// bundler begins to make files of a language: from all of the site so far, what only such files hold, and their own page
// about passing on.
func (b *builder) bundler(model *site.Site, layouts *render.Layouts, lang string) bundler {
	files := maps.Clone(b.whole)
	for _, f := range b.tree.Static {
		if strings.HasPrefix(f.Path, "copies/") {
			file, _ := b.small(f, f.Path)
			files[f.Path] = file.Data
		}
	}
	for _, code := range b.config.Codes() {
		files[code+"/"+offline.SharePage] = b.sharePage(model, layouts, code, nil, nil)
	}
	return bundler{b, model, layouts, files, lang}
}

// copiesFolder is where files to pass on stand in a site. No phone keeps them: see offline.Groups.
const copiesFolder = "files/"

// copies makes the files to pass on that config.yaml asks for, and lists them.
func (b *builder) copies(model *site.Site, layouts *render.Layouts) (list []offline.File) {
	if b.o.bundles != nil || !b.bundling() || b.broken() {
		return nil
	}
	codes := b.config.Codes()
	made := make([][2][]byte, len(codes))
	makers := make([]bundler, len(codes))
	for i, code := range codes {
		makers[i] = b.bundler(model, layouts, code)
	}
	b.each(2*len(codes), func(i int) {
		if w := makers[i/2]; i%2 == 0 {
			made[i/2][0] = w.language()
		} else {
			made[i/2][1] = w.zip()
		}
	})
	for i, w := range makers {
		for k, ending := range []string{".html", ".zip"} {
			name := copiesFolder + w.base() + ending
			b.add(name, made[i][k])
			list = append(list, offline.File{Path: name, Size: len(made[i][k])})
		}
	}
	return list
}

// bundles makes what was asked for from the files of the site, and puts it in their place.
func (b *builder) bundles(model *site.Site, layouts *render.Layouts) {
	if b.o.bundles == nil || b.broken() {
		return
	}
	b.result.Files = nil
	for _, lang := range b.config.Codes() {
		if b.o.bundles.Lang == "" || b.o.bundles.Lang == lang {
			b.bundle(b.bundler(model, layouts, lang))
		}
	}
}

// bundle makes one file.
func (b *builder) bundle(w bundler) {
	name, data := w.base(), []byte(nil)
	switch what := b.o.bundles.What; {
	case !b.o.bundles.Single:
		name, data = name+".zip", w.zip()
	case what == "":
		name, data = name+".html", w.language()
	default:
		title, pages := w.pages(what)
		if pages == nil {
			b.err = &ErrNothing{what, w.names()}
			return
		}
		name, data = name+"-"+strings.ReplaceAll(what, "/", "-")+".html", w.single(title, pages, false)
	}
	b.result.Files = append(b.result.Files, output.File{Path: name, Data: data})
}

// bundler makes files of one language.
type bundler struct {
	*builder
	model   *site.Site
	layouts *render.Layouts
	files   bundle.Files
	lang    string
}

// base is the beginning of a file's name: the site's short name in its source language, and the language.
func (w bundler) base() string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		case r == ' ' || r == '-':
			return '-'
		}
		return -1
	}, strings.ToLower(w.layouts.Text(w.config.DefaultLanguage, "site_name")))
	if name = strings.Trim(name, "-"); name == "" {
		name = "site"
	}
	return name + "-" + w.lang
}

// names are what a single file can be made of.
func (w bundler) names() []string {
	var list []string
	for _, p := range w.model.Pages[w.lang] {
		list = append(list, p.Path)
	}
	for _, p := range w.config.Packs {
		list = append(list, p.Name)
	}
	return list
}

// pages are the pages of a pack, or the one at a path; nil when there is neither.
func (w bundler) pages(what string) (title string, pages []*site.Page) {
	if p := w.model.Page(w.lang, what); p != nil {
		return p.Title, []*site.Page{p}
	}
	i := slices.IndexFunc(w.config.Packs, func(p config.Pack) bool { return p.Name == what })
	if i < 0 {
		return "", nil
	}
	title, _ = w.config.Packs[i].Title.In(w.config.Chain(w.lang))
	return title, w.model.PackPages(w.lang, w.config.Packs[i])
}

// language is a whole language in one file, in the order of the site.
func (w bundler) language() []byte {
	title, _ := w.config.Title.In(w.config.Chain(w.lang))
	return w.single(title, inOrder(w.model.Page(w.lang, "index")), true)
}

// inOrder are a page and all below it.
func inOrder(p *site.Page) []*site.Page {
	if p == nil {
		return nil
	}
	list := []*site.Page{p}
	for _, child := range p.Children {
		list = append(list, inOrder(child)...)
	}
	return list
}

// single makes one file of pages, with their sheets; a whole language also has the page about passing it on.
func (w bundler) single(title string, pages []*site.Page, whole bool) []byte {
	var list []bundle.Page
	for _, p := range pages {
		list = append(list, bundle.Page{URL: p.URL()})
	}
	for _, p := range pages {
		if p.HasHandouts() {
			list = append(list, bundle.Page{URL: render.HandoutURL(p)})
		}
	}
	if whole {
		list = append(list, bundle.Page{URL: w.lang + "/" + offline.SharePage})
	}
	name := func(p *site.Page) string { return bundle.Page{URL: p.URL()}.Name() }
	view := w.layouts.SingleView(w.model, w.lang, title, pages, name)
	view.Policy = bundle.PolicyHere
	articles, pictures := bundle.Articles(list, w.files)
	file, faults := w.layouts.Single(view, articles)
	w.report(faults)
	files := w.files
	if !whole { // what is said of other sessions than those of its day nobody needs here
		files = maps.Clone(files)
		files[render.RoomURL(w.lang)] = w.layouts.Room(w.model, w.lang, pages...)
	}
	of, slides := files.Code(w.lang, list)
	of.Style = append(bundle.Prune(of.Style, file, of.Script, slides.Script), pictures...)
	slides.Style = bundle.Prune(slides.Style, file, of.Script, slides.Script)
	return bundle.Seal(file, of, slides)
}

// zip makes a folder of the language and packs it.
func (w bundler) zip() []byte {
	folder := bundle.Folder(w.lang, w.files)
	page, faults := w.layouts.OpenMe(w.model, w.lang, bundle.PolicyHere)
	w.report(faults)
	folder[bundle.OpenMe] = bundle.Dress(page, w.files["copies/alone.css"])
	return bundle.Zip(folder, w.config.Release.Date)
}
