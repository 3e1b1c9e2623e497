package build

import (
	"fmt"
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
)

// run goes through the stages. Each reports all its faults; only what cannot stand without the former stops it.
func (b *builder) run() error {
	chain, err := b.configure()
	if err != nil || b.broken() {
		return err
	}
	tree, faults := source.Load(b.in, b.config, chain)
	b.tree = tree
	b.report(faults)
	docs, pictures, set := b.documents(), b.pictures(), b.data()
	layouts := b.layouts()
	model, faults := site.New(site.Input{Config: b.config, Documents: plain(docs), Pictures: pictures, Data: set, DataNames: b.dataNames()})
	b.report(faults)
	b.menu(model)
	if b.broken() {
		return nil
	}
	b.render(model, docs, pictures, layouts)
	b.static()
	b.root(model, layouts)
	return nil
}

// configure reads the config as the edition sees it.
func (b *builder) configure() (chain []string, err error) {
	file, faults := b.in.Config()
	b.report(faults)
	if len(faults) > 0 {
		return nil, nil
	}
	bytes, err := file.Read()
	if err != nil {
		return nil, err
	}
	c, faults := config.Parse(file.Name, bytes)
	b.report(faults)
	if b.broken() {
		return nil, nil
	}
	view, chain, ok := c.ForEdition(b.o.Edition)
	if !ok {
		var faults diag.List
		faults.Add("edition-unknown", c.Positions.At("editions"), diag.DidYouMean(b.o.Edition, c.EditionNames(), "editions stand under editions in config.yaml"),
			"there is no edition %q, or it extends itself", b.o.Edition)
		b.report(faults)
		return nil, nil
	}
	b.config = view
	return chain, nil
}

// read returns a file's bytes; what cannot be read is a fault at the file.
func (b *builder) read(f source.File) ([]byte, bool) {
	bytes, err := f.Read()
	if err != nil {
		var faults diag.List
		faults.Add("path-unreadable", diag.Position{File: f.Name}, "", "%v", strings.TrimPrefix(err.Error(), "read "+f.Name+": "))
		b.report(faults)
	}
	return bytes, err == nil
}

// documents parses all pages.
func (b *builder) documents() []*document {
	docs := make([]*document, len(b.tree.Pages))
	b.each(len(docs), func(i int) {
		f := b.tree.Pages[i]
		bytes, ok := b.read(f)
		if !ok {
			return
		}
		key := memo.SumOf([]byte(markup.Options), []byte(f.Name), []byte(f.Lang), []byte(f.Path), bytes)
		docs[i] = b.cache.documents.Do(key, func() *document {
			return &document{markup.Parse(f.Name, f.Lang, f.Path, bytes), key}
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
		list[i] = site.Picture{Lang: f.Lang, Path: f.Path, Name: f.Name}
		if bytes, ok := b.read(f); ok {
			key := memo.SumOf([]byte(f.Name), bytes)
			list[i].Picture = b.cache.pictures.Do(key, func() picture.Picture { return picture.Read(f.Name, bytes) })
		}
	})
	for _, p := range list {
		b.report(p.Faults)
	}
	return list
}

func (b *builder) data() *data.Set {
	files := map[string][]data.File{}
	for name, list := range b.tree.Data {
		for _, f := range list {
			if bytes, ok := b.read(f); ok {
				files[name] = append(files[name], data.File{Name: f.Name, Data: bytes})
			}
		}
	}
	set, faults := data.ReadAll(files)
	b.report(faults)
	return set
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
	var files []render.File
	take := func(f source.File, path string) {
		if bytes, ok := b.read(f); ok {
			files = append(files, render.File{Path: path, Name: f.Name, Data: bytes})
		}
	}
	for _, f := range b.tree.Layouts {
		take(f, f.Path)
	}
	for _, f := range b.tree.Static {
		if strings.HasPrefix(f.Path, "icons/") {
			take(f, f.Path)
		}
	}
	layouts, faults := render.Load(b.config, files)
	b.report(faults)
	return layouts
}

// menu reports menu entries that lead nowhere yet.
func (b *builder) menu(model *site.Site) {
	var faults diag.List
	for i, path := range b.config.Menu {
		if model.Page(b.config.DefaultLanguage, path) == nil {
			faults.Add("config-menu", b.config.Positions.At(fmt.Sprintf("menu[%d]", i)), "", "the menu names %q, which is not written yet", path)
		}
	}
	b.report(faults)
}
