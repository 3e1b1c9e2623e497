package build

import (
	"maps"
	"path"
	"slices"
	"strings"

	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// Texts gathers what a site has to translate: that of the base, or what an edition has of its own. A page with an error in
// it has texts that cannot be told; the faults say so, and then there is no input.
func Texts(in source.Input, edition string) (*catalog.Input, diag.List) {
	b := &builder{in: in, o: Options{Edition: edition}, cache: NewRunCache(), result: &Result{}}
	chain := b.configure()
	if !b.broken() {
		b.load(chain)
		b.documents()
	}
	if b.broken() {
		return nil, b.faults()
	}
	out := &catalog.Input{Config: b.config, Root: source.ContentOf(edition), Statements: b.statements(), Pages: b.catalogFiles(b.tree.Pages)}
	for _, name := range slices.Sorted(maps.Keys(b.tree.Data)) {
		own := slices.DeleteFunc(slices.Clone(b.tree.Data[name]), func(f source.File) bool { return path.Dir(f.Name) != out.Root+"/data" })
		out.Data = append(out.Data, b.catalogFiles(own)...)
	}
	for _, f := range b.catalogFiles(b.tree.Layouts) {
		if lang, ok := strings.CutPrefix(f.Path, "i18n/"); ok && edition == "" {
			f.Lang = strings.TrimSuffix(lang, ".yaml")
			out.Strings = append(out.Strings, f)
		}
	}
	if b.broken() {
		return nil, b.faults()
	}
	return out, nil
}

// faults are those of a run that ends before there is a site.
func (b *builder) faults() diag.List {
	list := b.result.Faults
	if b.config != nil {
		list = list.Leveled(b.config.Levels())
	}
	list.Sort()
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
}

// catalogFiles reads files whole.
func (b *builder) catalogFiles(files []source.File) []catalog.File {
	out := make([]catalog.File, len(files))
	b.each(len(files), func(i int) {
		data, _ := b.read(files[i])
		out[i] = catalog.File{Name: files[i].Name, Lang: files[i].Lang, Path: files[i].Path, Data: data}
	})
	return out
}
