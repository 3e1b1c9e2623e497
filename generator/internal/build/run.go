package build

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/picture"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
	"psvsite/generator/internal/translation"
)

// run goes through the stages. Each reports all its faults; only what cannot stand without the former stops it.
func (b *builder) run() {
	chain := b.configure()
	if b.broken() {
		return
	}
	b.load(chain)
	docs, pictures, set := b.documents(), b.pictures(), b.data()
	stated := b.statements()
	layouts := b.layouts()
	b.law()
	model := b.model(docs, pictures, set, stated)
	b.report(model.Translate(stated))
	b.menu(model)
	b.signOffs(model, docs)
	b.budgets()
	b.lint(docs, set, model)
	if b.broken() {
		return
	}
	b.keepWhole()
	b.static()
	b.sheets(model)
	if b.o.Decks {
		b.result.Decks = model.Decks()
	}
	b.render(model, docs, pictures, layouts)
	b.packs(model, docs, pictures, layouts)
	b.runs(model, docs, pictures, layouts)
	b.beside(model, docs, pictures, layouts)
	b.root(model, layouts)
	b.share(model, layouts, b.copies(model, layouts))
	b.papers(model, layouts)
	b.offline(layouts)
	b.summary(model, layouts)
	b.bundles(model, layouts)
}

// configure reads the config as the edition sees it.
func (b *builder) configure() (chain []string) {
	file, faults := b.in.Config()
	b.report(faults)
	if len(faults) > 0 {
		return nil
	}
	bytes, ok := b.read(file)
	if !ok {
		return nil
	}
	b.configSum = memo.SumOf(bytes, []byte(b.o.Edition))
	c, faults := config.Parse(file.Name, bytes)
	b.report(faults)
	if b.broken() {
		return nil
	}
	view, chain, ok := c.ForEdition(b.o.Edition)
	if !ok {
		var faults diag.List
		if _, there := c.Editions[b.o.Edition]; there {
			faults.Add("edition-unknown", c.Positions.At("editions."+b.o.Edition+".extends"), "let one of them extend nothing",
				"the edition %q extends itself, or others that extend it", b.o.Edition)
		} else {
			faults.Add("edition-unknown", c.Positions.At("editions"), diag.DidYouMean(b.o.Edition, c.EditionNames(), "name it under editions in config.yaml"),
				"there is no edition %q", b.o.Edition)
		}
		b.report(faults)
		return nil
	}
	b.config = view
	return chain
}

// read returns a file's bytes; what cannot be read is a fault at the file.
func (b *builder) read(f source.File) ([]byte, bool) {
	bytes, err := f.Read()
	if err != nil {
		var faults diag.List
		faults.Add("path-unreadable", diag.Position{File: f.Name}, "", "this cannot be read: %v", strings.TrimPrefix(err.Error(), "read "+f.Name+": "))
		b.report(faults)
		b.unread.Store(true)
	}
	return bytes, err == nil
}

// documents parses all pages.
func (b *builder) documents() []*document {
	docs := make([]*document, len(b.tree.Pages))
	b.each(len(docs), func(i int) {
		f := b.tree.Pages[i]
		known, parse, role := &b.cache.reads.documents, markup.Parse, "page"
		if f.Lang == b.config.DefaultLanguage {
			known, parse, role = &b.cache.reads.sources, markup.ParseSource, "source"
		}
		docs[i], _ = known.do(f, func() (*document, bool) {
			bytes, ok := b.read(f)
			if !ok {
				return nil, false
			}
			key := memo.SumOf([]byte(markup.Options), []byte(role), []byte(f.Name), []byte(f.Lang), []byte(f.Path), bytes)
			return b.cache.documents.Do(key, func() *document {
				return &document{parse(f.Name, f.Lang, f.Path, bytes), key}
			}), true
		})
	})
	out := docs[:0]
	for _, d := range docs {
		if d != nil {
			b.report(d.Faults)
			out = append(out, d)
		}
	}
	return out
}

func plain(docs []*document) []*markup.Document {
	out := make([]*markup.Document, len(docs))
	for i, d := range docs {
		out[i] = d.Document
	}
	return out
}

// pictures measures what stands beside pages.
func (b *builder) pictures() []site.Picture {
	list := make([]site.Picture, len(b.tree.Pictures))
	b.each(len(list), func(i int) {
		f := b.tree.Pictures[i]
		list[i] = site.Picture{Lang: f.Lang, Path: f.Path, Name: f.Name, Index: i}
		list[i].Picture, _ = b.cache.reads.pictures.do(f, func() (picture.Picture, bool) {
			bytes, ok := b.read(f)
			if !ok {
				return picture.Picture{}, false
			}
			key := memo.SumOf([]byte(f.Name), bytes)
			return b.cache.pictures.Do(key, func() picture.Picture { return picture.Read(f.Name, bytes) }), true
		})
	})
	for _, p := range list {
		b.report(p.Faults)
	}
	return list
}

func (b *builder) data() *data.Set {
	var all []source.File
	for _, name := range slices.Sorted(maps.Keys(b.tree.Data)) {
		all = append(all, b.tree.Data[name]...)
	}
	return once(b, b.cache.reads.data, all, func() (*data.Set, diag.List) {
		files := map[string][]data.File{}
		for name, list := range b.tree.Data {
			for _, f := range list {
				if bytes, ok := b.read(f); ok {
					files[name] = append(files[name], data.File{Name: f.Name, Data: bytes})
				}
			}
		}
		return data.ReadAll(files)
	})
}

// statements reads what people have stated of translations.
func (b *builder) statements() *translation.Set {
	return once(b, b.cache.reads.stated, b.tree.Translations, func() (*translation.Set, diag.List) {
		var files []translation.File
		for _, f := range b.tree.Translations {
			if bytes, ok := b.read(f); ok {
				files = append(files, translation.File{Name: f.Name, Lang: f.Lang, Data: bytes})
			}
		}
		return translation.Read(files)
	})
}

func (b *builder) dataNames() map[string]string {
	names := map[string]string{}
	for name, list := range b.tree.Data {
		names[name] = list[0].Name
	}
	return names
}

// layouts parses layouts and pictograms.
func (b *builder) layouts() *render.Layouts {
	all := slices.Clone(b.tree.Layouts)
	for _, f := range b.tree.Static {
		if strings.HasPrefix(f.Path, "icons/") {
			all = append(all, f)
		}
	}
	return once(b, b.cache.reads.layouts, all, func() (*render.Layouts, diag.List) {
		var files []render.File
		for _, f := range all {
			if bytes, ok := b.read(f); ok {
				files = append(files, render.File{Path: f.Path, Name: f.Name, Data: bytes})
			}
		}
		return render.Load(b.config, files)
	})
}

// budgets reports budgets of what has no weight.
func (b *builder) budgets() {
	known := []string{"page", "scripts", "styles", "worker"}
	for _, t := range markup.PageTypes {
		known = append(known, t.Name)
	}
	var faults diag.List
	for _, name := range slices.Sorted(maps.Keys(b.config.Budgets)) {
		if !slices.Contains(known, name) {
			faults.Add("config-value", b.config.Positions.At("budgets."+name), diag.DidYouMean(name, known, "page, scripts, styles or a page type"),
				"budgets names nothing that has a weight: %q", name)
		}
	}
	b.report(faults)
}

// menu reports menu entries that lead nowhere yet.
func (b *builder) menu(model *site.Site) {
	var faults diag.List
	_, chain, _ := b.config.ForEdition(b.o.Edition)
	hidden := b.config.Hidden(chain)
	for i, path := range b.config.Menu {
		if model.Page(b.config.DefaultLanguage, path) == nil && !model.LeftOut(b.config.DefaultLanguage, path) && !slices.Contains(hidden, path) {
			faults.Add("config-menu", b.config.Positions.At(fmt.Sprintf("menu[%d]", i)), "", "the menu names %q, which is not written yet", path)
		}
	}
	b.report(faults)
	b.checkPacks(model, hidden)
}
