package site

import (
	"maps"
	"slices"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// Value is what a variable stands for on one page. Blank: to be filled in by hand.
type Value struct {
	Text  string
	Blank bool
}

// blank stands in plain strings, such as a title, where a line cannot be drawn.
const blank = "____"

// lookup finds a variable: an edition's value, else the page's, else the config's.
func (b *builder) lookup(d *markup.Document, name string) (config.Param, bool) {
	for _, params := range b.params(d) {
		if v, ok := params[name]; ok {
			return v, true
		}
	}
	return config.Param{}, false
}

// params lists where the variables of a page are looked for. The page's own are settled in a copy: documents are shared.
func (b *builder) params(d *markup.Document) []config.Params {
	own, ok := b.own[d]
	if !ok {
		own = maps.Clone(d.Front.Params)
		own.Settle(b.Config.Codes())
		b.own[d] = own
	}
	return []config.Params{b.Config.Over, own, b.Config.Params}
}

func (b *builder) value(p *Page, name string) Value {
	v, _ := b.lookup(p.Doc, name)
	text := v.In(b.Config.Chain(p.Doc.Lang))
	return Value{text, text == ""}
}

// maxValues is how many bytes the variables of a page may add up to: one of 30 kB can be named 100,000 times.
const maxValues = 8 << 20

// values resolves the variables of a page; undeclared ones are faults.
func (b *builder) values(p *Page) {
	p.Values = make([]Value, len(p.Doc.Variables))
	size := 0
	for i, v := range p.Doc.Variables {
		p.Values[i] = b.value(p, v.Name)
		if size += len(p.Values[i].Text); size > maxValues {
			p.Values = make([]Value, len(p.Doc.Variables))
			b.faults.Add("text-size", v.Pos, "make their values shorter", "the variables of this page add up to over 8 MB")
			return
		}
		if _, ok := b.lookup(p.Doc, v.Name); !ok {
			b.faults.Add("variable-unknown", v.Pos, diag.DidYouMean(v.Name, b.declared(p.Doc), "declare it under params in config.yaml"),
				"{{%s}} is declared nowhere", v.Name)
		}
	}
}

func (b *builder) declared(d *markup.Document) []string {
	var names []string
	for _, params := range b.params(d) {
		for name := range params {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// expand fills the variables of a string in.
func (b *builder) expand(p *Page, s string) string {
	return markup.Expand(s, func(name string) string {
		v := b.value(p, name)
		if v.Blank {
			return blank
		}
		return v.Text
	})
}

// Expand fills the variables of a string of the page in, from the values already resolved.
func (p *Page) Expand(s string) string {
	return markup.Expand(s, func(name string) string {
		for i, v := range p.Doc.Variables {
			if v.Name == name && !p.Values[i].Blank {
				return p.Values[i].Text
			}
		}
		return blank
	})
}

// resolve fills in what pages need from the rest of the site.
func (b *builder) resolve() {
	for _, code := range b.Config.Codes() {
		for _, p := range b.Pages[code] {
			b.values(p)
			p.Title, p.Summary = b.expand(p, p.Doc.Front.Title), b.expand(p, p.Doc.Front.Summary)
		}
		for _, p := range b.Pages[code] {
			b.fill(p)
		}
	}
}

// fill resolves the links and the data of a page.
func (b *builder) fill(p *Page) {
	p.Targets = make([]Target, len(p.Doc.Links))
	for i, l := range p.Doc.Links {
		p.Targets[i] = b.target(p, l)
	}
	b.drawings(p)
	b.tables(p)
}
