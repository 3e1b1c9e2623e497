package site

import (
	"fmt"
	"slices"

	"psvsite/generator/internal/markup"
)

// codes gives every page the code of its source: a sheet in Gujarati and the same in English have one name. A code is
// written by hand into front matter, so that it stays when pages come, go and move.
func (b *builder) codes() {
	owners, codeless := map[string]*markup.Document{}, []*markup.Document{}
	for _, path := range b.paths {
		d := b.codeOwner(path)
		switch owner := owners[d.Front.Code]; {
		case d.Front.Code == "":
			codeless = append(codeless, d)
		case owner != nil:
			b.faults.Add("page-code", d.Positions.At("code"), "give this page one that is free: psvsite new tells the next", "the code %s is that of %s", d.Front.Code, owner.Name)
		default:
			owners[d.Front.Code] = d
		}
		for _, code := range b.Config.Codes() {
			b.code(d, b.docs[code][path], b.byPath[code][path])
		}
	}
	b.packCodes(owners)
	if len(owners) == 0 { // a site without codes
		return
	}
	for _, d := range codeless {
		b.faults.Add("page-codeless", d.Positions.At("type"), "code: H-07, any that is free", "other pages have a code, this has none")
	}
}

// packCodes sees to it that packs have codes of their own.
func (b *builder) packCodes(owners map[string]*markup.Document) {
	taken := map[string]bool{}
	for i, pack := range b.Config.Packs {
		pos := b.Config.Positions.At(fmt.Sprintf("packs[%d].code", i))
		switch owner := owners[pack.Code]; {
		case pack.Code == "":
		case owner != nil:
			b.faults.Add("page-code", pos, "give the pack one that is free", "the code %s is that of %s", pack.Code, owner.Name)
		case taken[pack.Code]:
			b.faults.Add("page-code", pos, "give the pack one that is free", "the code %s is that of another pack", pack.Code)
		}
		taken[pack.Code] = true
	}
}

// codeOwner is the document whose code a path has: that of the source language, where it is written.
func (b *builder) codeOwner(path string) *markup.Document {
	for _, code := range slices.Concat([]string{b.Config.DefaultLanguage}, b.Config.Codes()) {
		if d := b.docs[code][path]; d != nil {
			return d
		}
	}
	panic("site: a path without a page: " + path)
}

// code gives a page the owner's; a translation may repeat it, and nothing else.
func (b *builder) code(owner, d *markup.Document, p *Page) {
	if p != nil {
		p.Code = owner.Front.Code
	}
	if d != nil && d != owner && d.Front.Code != "" && d.Front.Code != owner.Front.Code {
		b.faults.Add("page-code", d.Positions.At("code"), "leave it out: a translation has the code of its source", "the code is %s, that of %s is %q", d.Front.Code, owner.Name, owner.Front.Code)
	}
}
