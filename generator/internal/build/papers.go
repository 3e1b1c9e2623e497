package build

import (
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/release"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/site"
)

// papers writes sheets.html, the codes that are good, and changes.html, what has changed since the former release. A site
// without codes has neither.
func (b *builder) papers(model *site.Site, layouts *render.Layouts) {
	papers := model.Papers()
	if len(papers) == 0 {
		return
	}
	sheets, faults := layouts.Papers("sheets.html", render.SheetsView(model, papers))
	b.report(faults)
	b.add("sheets.html", sheets)
	changes, faults := layouts.Papers("changes.html", render.ChangesView(model, papers, release.Former(b.releases(), b.config.Release.Version)))
	b.report(faults)
	b.add("changes.html", changes)
}

// releases reads what former versions said.
func (b *builder) releases() []*release.Release {
	return once(b, b.cache.reads.releases, b.tree.Releases, func() (list []*release.Release, faults diag.List) {
		for _, f := range b.tree.Releases {
			if bytes, ok := b.read(f); ok {
				r, more := release.Read(f.Name, bytes)
				list, faults = append(list, r), append(faults, more...)
			}
		}
		return list, faults
	})
}
