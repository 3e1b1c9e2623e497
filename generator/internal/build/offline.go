package build

import (
	"path"
	"slices"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/offline"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
)

// offline writes the service worker with the list of all files so far, the worker that undoes it, and the manifest.
func (b *builder) offline(layouts *render.Layouts) {
	c := b.config
	say := map[string]offline.Say{}
	for _, code := range c.Codes() {
		say[code] = offline.Say{New: layouts.Text(code, "keep_new"), Reload: layouts.Text(code, "keep_reload"), Shown: layouts.Text(code, "keep_shown")}
	}
	lang := c.DefaultLanguage
	title, _ := c.Title.In(c.Chain(lang))
	b.add("manifest.webmanifest", offline.Manifest(title, layouts.Text(lang, "site_name"), lang, c.Language(lang).Dir))
	groups := b.groups()
	script := b.minified("sw.js", "text/javascript", offline.Script).Data
	b.worker = b.gzip(script)
	b.add("sw.js", append(offline.List(c.Release.Version, c.Release.Date, groups, say), script...))
	b.add("sw-off.js", b.minified("sw-off.js", "text/javascript", offline.Off).Data)
}

// share writes each language's page about keeping the site and passing it on.
func (b *builder) share(model *site.Site, layouts *render.Layouts, copies []offline.File) {
	groups := b.groups()
	for _, code := range b.config.Codes() {
		b.add(code+"/"+offline.SharePage, b.sharePage(model, layouts, code, groups, copies))
	}
}

// sharePage lays that page out; in a copy, which is kept already, it has neither groups to keep nor files to pass on.
func (b *builder) sharePage(model *site.Site, layouts *render.Layouts, lang string, groups []offline.Group, copies []offline.File) []byte {
	view := layouts.ShareView(model, lang, groups, copies)
	page, faults := layouts.Execute(&view, nil)
	b.report(faults)
	return page
}

func (b *builder) groups() []offline.Group { return offline.Groups(b.kept, b.config.Codes()) }

// law holds scripts, styles and layouts to what works in a copy of the site.
func (b *builder) law() {
	all := slices.Concat(b.tree.Static, b.tree.Layouts)
	once(b, b.cache.reads.law, all, func() (bool, diag.List) {
		var faults diag.List
		for _, f := range all {
			if !slices.Contains([]string{".js", ".css", ".html"}, path.Ext(f.Path)) {
				continue
			}
			if bytes, ok := b.read(f); ok {
				faults = append(faults, offline.Law(f.Name, bytes)...)
			}
		}
		return true, faults
	})
}
