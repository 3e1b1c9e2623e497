package render

import (
	"math"
	"path"
	"strings"

	"psvsite/generator/internal/offline"
	"psvsite/generator/internal/site"
)

// Share is what the page about keeping and passing on offers.
type Share struct {
	Keep   []Keep // what a phone can keep; none in a copy, which is kept already
	Copies Copies // files to pass on
}

// Copies are the files of a language to pass on: one for phones, and a zip for computers. Both are empty where a build
// makes none.
type Copies struct{ Phone, Computer Copy }

// Copy is one file.
type Copy struct {
	Name, URL string
	MB        float64
}

// Keep is a part of the site that a phone can keep.
type Keep struct {
	ID, Name, Lang, Kind string // Kind: sheets, print or both; empty: the pages of a language
	MB                   float64
	Own                  bool // the pages of the reader's language
}

// ShareView makes the view of a language's page about keeping and passing on. It is made from a layout and has no source
// among the pages, because it speaks of files and sizes that only a build knows, and must be there in every language.
func (l *Layouts) ShareView(s *site.Site, lang string, groups []offline.Group, copies []offline.File) Page {
	p := s.Own(lang, strings.TrimSuffix(offline.SharePage, ".html"), "share")
	p.Title, p.Summary = l.Text(lang, "keep_title"), l.Text(lang, "keep_lead")
	v := View(s, p)
	v.Sum = "" // it says what its layout says: its version tells copies apart
	v.Styles = []string{"parts", "share"}
	for _, other := range s.Config.Languages {
		if s.Page(other.Code, "index") != nil {
			url := site.Relative(p.URL(), other.Code+"/"+offline.SharePage)
			v.Languages = append(v.Languages, LanguageLink{Code: other.Code, Name: other.Name, Dir: other.Dir, URL: url, Current: other.Code == lang})
		}
	}
	v.Share.Keep = keeps(s, lang, groups)
	for _, f := range copies {
		c := Copy{path.Base(f.Path), site.Relative(p.URL(), f.Path), megabytes(f.Size)}
		switch {
		case strings.HasSuffix(f.Path, "-"+lang+".html"):
			v.Share.Copies.Phone = c
		case strings.HasSuffix(f.Path, "-"+lang+".zip"):
			v.Share.Copies.Computer = c
		}
	}
	return v
}

// keeps lists the groups in the order of the languages, the reader's first; what all pages need counts with each language.
func keeps(s *site.Site, lang string, groups []offline.Group) []Keep {
	var list, others []Keep
	var common int
	for _, g := range groups {
		code, kind, _ := strings.Cut(g.ID, ".")
		if code == "" {
			common = g.Size()
			continue
		}
		size := g.Size()
		if kind == "" {
			size += common
		}
		k := Keep{ID: g.ID, Name: s.Config.Language(code).Name, Lang: code, Kind: kind, MB: megabytes(size), Own: g.ID == lang}
		if code == lang {
			list = append(list, k)
		} else {
			others = append(others, k)
		}
	}
	return append(list, others...)
}

// megabytes rounds up to a tenth.
func megabytes(bytes int) float64 { return math.Ceil(float64(bytes)/1e5) / 10 }
