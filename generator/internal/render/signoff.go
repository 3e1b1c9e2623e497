package render

import (
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
)

// Badge says who has checked a text, and who has still to.
type Badge struct {
	Needs           []string  // roles that have not signed
	Signed, Changed []SignOff // of the text as it is; of a text that is another now
	ReviewDue       string
}

// SignOff is what a role said, and when.
type SignOff struct{ Role, Date string }

func badge(s *site.Site, d *markup.Document) Badge {
	b := Badge{ReviewDue: s.ReviewDue(d)}
	for _, r := range s.Roles(d) {
		switch r.State {
		case site.Signed:
			b.Signed = append(b.Signed, SignOff{r.Role, r.Date})
		case site.Changed:
			b.Changed = append(b.Changed, SignOff{r.Role, r.Date})
		default:
			b.Needs = append(b.Needs, r.Role)
		}
	}
	return b
}
