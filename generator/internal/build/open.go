package build

import (
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
	"psvsite/generator/internal/translation"
)

// Opened is a site that is read and joined, and not laid out: for commands that answer questions about it.
type Opened struct {
	Config  *config.Config
	Site    *site.Site // nil when Faults has an error
	Layouts *render.Layouts
	Tree    *source.Tree
	Stated  *translation.Set
	Faults  diag.List // what translations lack is none: see site.Translation
}

// Open reads a site as an edition has it. err is a fault of the world.
func Open(in source.Input, edition string) (*Opened, error) {
	b := &builder{in: in, o: Options{Edition: edition}, cache: NewRunCache(), result: &Result{}}
	o := &Opened{}
	if chain := b.configure(); !b.broken() {
		b.load(chain)
		docs, pictures, set := b.documents(), b.pictures(), b.data()
		o.Stated = b.statements()
		o.Layouts, o.Site, o.Tree = b.layouts(), b.model(docs, pictures, set, o.Stated), b.tree
		o.Site.Translate(o.Stated)
	}
	if b.config != nil {
		b.result.Faults = b.leveled(b.result.Faults)
	}
	b.result.Faults.Sort()
	o.Config, o.Faults = b.config, b.result.Faults
	if o.Faults.Count(diag.Error) > 0 {
		o.Site = nil
	}
	return o, b.err
}
