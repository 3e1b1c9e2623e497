package report

import "psvsite/generator/internal/site"

// Unsigned is a page that nobody of a role has checked, or that is another than the one checked.
type Unsigned struct {
	Page
	Needs   []string  `json:"needs"`
	Changed []SignOff `json:"changed"`
}

// Signed is a page that somebody has checked as it is.
type Signed struct {
	Page
	By []SignOff `json:"by"`
}

// SignOff says who checked a page, as what, and when.
type SignOff struct {
	Role string `json:"role"`
	Name string `json:"name"`
	Date string `json:"date"`
}

// Review is a page that should have been read again by a day.
type Review struct {
	Page
	Due string `json:"due"`
}

// signOffs takes in who has checked a page, who has still to, and whether it is due to be read again.
func (r *Report) signOffs(s *site.Site, p *site.Page) {
	page := Page{p.Lang, p.Path, p.Code, p.Title, p.URL()}
	open, done := Unsigned{Page: page}, Signed{Page: page}
	for _, role := range s.Roles(p.Doc) {
		by := SignOff{role.Role, role.Name, role.Date}
		switch role.State {
		case site.Signed:
			done.By = append(done.By, by)
		case site.Changed:
			open.Changed = append(open.Changed, by)
		default:
			open.Needs = append(open.Needs, role.Role)
		}
	}
	if len(open.Needs)+len(open.Changed) > 0 {
		r.Unsigned = append(r.Unsigned, open)
	}
	if len(done.By) > 0 {
		r.Signed = append(r.Signed, done)
	}
	if due := s.ReviewDue(p.Doc); due != "" && due < r.Day {
		r.Review = append(r.Review, Review{page, due})
	}
}

// leftOut lists the pages that a language has not, since sign-offs are open on them.
func leftOut(s *site.Site, lang string) []Page {
	var list []Page
	for _, d := range s.LeftOutDocs(lang) {
		list = append(list, Page{Lang: lang, Path: d.Path, Code: d.Front.Code, Title: d.Front.Title})
	}
	return list
}
