package render

import (
	"bytes"
	"slices"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/report"
	"psvsite/generator/internal/site"
)

// Report is what the layout of report.html sees.
type Report struct {
	Lang, Dir, Title string
	Report           report.Report
	Copies           bool            // there are codes, sheets.html and changes.html
	Heaviest         []report.Weight // the first of Report.Weights
}

// heaviest is how many pages report.html names; report.json has them all.
const heaviest = 30

// ReportView makes the view of a report, in the site's default language.
func ReportView(s *site.Site, r *report.Report) Report {
	c := s.Config
	title, _ := c.Title.In(c.Chain(c.DefaultLanguage))
	copies := slices.ContainsFunc(s.Pages[c.DefaultLanguage], func(p *site.Page) bool { return p.Code != "" })
	return Report{
		Copies: copies,
		Lang:   c.DefaultLanguage, Dir: c.Language(c.DefaultLanguage).Dir, Title: title,
		Report: *r, Heaviest: r.Weights[:min(heaviest, len(r.Weights))],
	}
}

// Report renders report.html.
func (l *Layouts) Report(r Report) ([]byte, diag.List) {
	var b bytes.Buffer
	if err := l.langs[r.Lang].blocks.ExecuteTemplate(&b, "root/report.html", r); err != nil {
		return nil, l.fault("layout-exec", err, "")
	}
	return assemble(b.Bytes(), nil), nil
}
