package build

import (
	"fmt"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/site"
)

// signOffs reports sign-offs that no longer hold: the text or the data shown is another than the one signed. They are
// looked at in every build, since a model may be taken again when only texts have changed.
func (b *builder) signOffs(model *site.Site, docs []*document) {
	var faults diag.List
	for _, d := range docs {
		if len(d.Front.SignOffs) == 0 {
			continue
		}
		for _, r := range model.Roles(d.Document) {
			if r.State == site.Changed {
				faults.Add("page-signoff", d.Positions.At(fmt.Sprintf("signoffs[%d]", r.Index)), "psvsite review shows what has changed; psvsite sign signs it as it is",
					"the page has changed since %s checked it on %s (%s)", r.Name, r.Date, r.Role)
			}
		}
	}
	b.report(faults)
}
