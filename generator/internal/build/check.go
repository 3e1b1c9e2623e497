package build

import (
	"time"

	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/lint"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
)

// Check goes through a build, makes every page and keeps none, and runs the lints of texts besides. today is the day on
// which facts are too old or not.
func Check(in source.Input, o Options, today time.Time) (*Result, error) {
	o.lint = &today
	o.Sink = func(output.File) error { return nil }
	return Build(in, o, NewRunCache())
}

// lint judges texts, when the build is a check. Faults of structure do not keep it from it: all are said in one run.
func (b *builder) lint(docs []*document, set *data.Set, model *site.Site) {
	if b.o.lint == nil {
		return
	}
	in := lint.Input{Config: b.config, Data: set, Documents: plain(docs), Today: *b.o.lint}
	if !b.broken() {
		in.Model = model
	}
	linter := lint.New(in)
	byName := map[string]*markup.Document{}
	for _, d := range in.Documents {
		byName[d.Name] = d
	}
	found := make([]diag.List, len(b.tree.Pages))
	b.each(len(found), func(i int) {
		f := b.tree.Pages[i]
		doc, parsed := byName[f.Name]
		if bytes, err := f.Read(); parsed && err == nil {
			found[i] = linter.Page(doc, markup.Units(f.Name, f.Lang, f.Path, bytes))
		}
	})
	for _, list := range found {
		b.report(list)
	}
	b.report(linter.Site())
}
