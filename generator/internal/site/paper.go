package site

import (
	"cmp"
	"slices"
	"strings"

	"psvsite/generator/internal/config"
)

// Paper is what a code stands on: a page, its sheet of handouts, or a pack, in each language that it is written in.
type Paper struct {
	Code, Path string
	Type       string // of the page; pack
	Sheet      bool   // it is the sheet of handouts
	In         []PaperIn
}

// PaperIn is a paper in one language. Copies with one Sum say the same.
type PaperIn struct {
	Lang, Title, URL string
	Sum              string // of texts and data
	Text, Safety     string // of the texts alone, and of those in safety boxes
	UseUntil         string
	Shows            []Fact // entries of the data
}

// Papers lists all that has a code, by code. Pages that a language serves in another are not in it.
func (s *Site) Papers() []Paper {
	var list []Paper
	for _, path := range s.paths {
		page, sheet := Paper{Path: path}, Paper{Path: path, Sheet: true}
		for _, lang := range s.Config.Codes() {
			p := s.Page(lang, path)
			if p == nil || p.Fallback() || p.Code == "" {
				continue
			}
			page.Code, page.Type = p.Code, p.Doc.Front.Type
			page.In = append(page.In, s.paperIn(p, p.URL(), s.Sum(p.Doc), false))
			if p.HasHandouts() {
				sheet.Code, sheet.Type = SheetCode(p.Code), page.Type
				sheet.In = append(sheet.In, s.paperIn(p, p.HandoutURL(), s.SheetSum(p.Doc), true))
			}
		}
		for _, paper := range []Paper{page, sheet} {
			if len(paper.In) > 0 {
				list = append(list, paper)
			}
		}
	}
	for _, pack := range s.Config.Packs {
		if pack.Code != "" {
			list = append(list, s.Pack(pack))
		}
	}
	slices.SortFunc(list, func(a, b Paper) int { return cmp.Compare(a.Code, b.Code) })
	return list
}

func (s *Site) paperIn(p *Page, url, sum string, sheet bool) PaperIn {
	d := p.Doc
	in := func(directive int) bool { return inHandout(d, directive) == sheet }
	out := PaperIn{Lang: p.Lang, Title: p.Title, URL: url, Sum: sum, UseUntil: s.UseUntil(p)}
	out.Text = SumOf(unitHashes(d, in)...)
	if safety := unitHashes(d, func(directive int) bool { return in(directive) && d.Around(directive, "safety") >= 0 }); len(safety) > 0 {
		out.Safety = SumOf(safety...)
	}
	for _, f := range s.Facts(d) {
		if in(f.Directive) && !slices.ContainsFunc(out.Shows, func(x Fact) bool { return x.Name() == f.Name() }) {
			out.Shows = append(out.Shows, f)
		}
	}
	return out
}

// PackPages lists the pages of a pack that a language serves.
func (s *Site) PackPages(lang string, pack config.Pack) []*Page {
	var list []*Page
	for _, path := range pack.Pages {
		if p := s.Page(lang, path); p != nil {
			list = append(list, p)
		}
	}
	return list
}

// Pack is a pack as a paper: it says what its pages say, and is good for as long as all of them are.
func (s *Site) Pack(pack config.Pack) Paper {
	out := Paper{Code: pack.Code, Path: "print/" + pack.Name, Type: "pack"}
	for _, lang := range s.Config.Codes() {
		in := PaperIn{Lang: lang, URL: lang + "/print/" + pack.Name + ".html"}
		in.Title, _ = pack.Title.In(s.Config.Chain(lang))
		var sums, texts, safety []string
		for _, p := range s.PackPages(lang, pack) {
			page := s.paperIn(p, p.URL(), s.Sum(p.Doc), false)
			sums, texts, safety = append(sums, page.Sum), append(texts, page.Text), append(safety, page.Safety)
			in.Shows = append(in.Shows, page.Shows...)
			if in.UseUntil == "" || page.UseUntil != "" && page.UseUntil < in.UseUntil {
				in.UseUntil = page.UseUntil
			}
		}
		in.Sum, in.Text, in.Safety = SumOf(sums...), SumOf(texts...), SumOf(safety...)
		out.In = append(out.In, in)
	}
	return out
}

// SheetCode is the code on a sheet of handouts of the page with a code.
func SheetCode(code string) string {
	if code == "" {
		return ""
	}
	return code + "/H"
}

// HandoutURL is where the page's sheet of handouts is written.
func (p *Page) HandoutURL() string { return strings.TrimSuffix(p.URL(), ".html") + ".handout.html" }
