package report

import (
	"cmp"
	"slices"

	"psvsite/generator/internal/site"
	"psvsite/generator/internal/translation"
)

// Texts counts the texts of a page or a language by their states.
type Texts struct {
	Translated int `json:"translated"`
	Stale      int `json:"stale"`
	Missing    int `json:"missing"`
	Extra      int `json:"extra"`
	Untracked  int `json:"untracked"` // texts of pages that nobody has held against their source
	Safety     int `json:"safety"`    // safety boxes that are not those of the source
}

// Sum adds two counts.
func Sum(t, o Texts) Texts {
	return Texts{
		t.Translated + o.Translated, t.Stale + o.Stale, t.Missing + o.Missing, t.Extra + o.Extra,
		t.Untracked + o.Untracked, t.Safety + o.Safety,
	}
}

// Translated is a page in a language that is not the source's, and what it lacks.
type Translated struct {
	Lang  string `json:"lang"`
	Path  string `json:"path"`
	File  string `json:"file"`
	Title string `json:"title"`
	URL   string `json:"url"`
	Texts
	Blocks []Block `json:"blocks"` // that are not current: safety first, then in the order of the page
}

// Block is a text or a safety box that is not what its source says.
type Block struct {
	State  string `json:"state"` // stale, missing, extra, untracked
	Kind   string `json:"kind"`  // of a unit, or safety
	Target Place  `json:"target"`
	Source Place  `json:"source"`
}

// Place is a place in a file; without a line, the file.
type Place struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"`
	Col  int    `json:"col,omitempty"`
}

// Translations lists the translations of a site.
func Translations(s *site.Site) []Translated {
	list := []Translated{}
	for _, t := range s.Translations() {
		p := Translated{Lang: t.Doc.Lang, Path: t.Doc.Path, File: t.Doc.Name, Title: t.Doc.Front.Title, Blocks: []Block{}}
		if q := s.Page(p.Lang, p.Path); q != nil {
			p.Title, p.URL = q.Title, q.URL()
		}
		p.Texts = count(t)
		p.safety(t)
		p.texts(t)
		list = append(list, p)
	}
	return list
}

func count(t *site.Translation) Texts {
	n := Texts{
		Translated: t.Count(translation.Current), Stale: t.Count(translation.Stale),
		Missing: t.Count(translation.Missing), Extra: t.Count(translation.Extra),
	}
	if !t.Tracked {
		n.Untracked = len(t.Doc.Packed)
	}
	for _, x := range t.Safety {
		if x.Stale {
			n.Safety++
		}
	}
	return n
}

func (p *Translated) safety(t *site.Translation) {
	for _, x := range t.Safety {
		b := Block{State: translation.Stale.String(), Kind: "safety", Target: Place{File: t.Doc.Name}, Source: Place{File: t.Source.Name}}
		if x.Target >= 0 {
			b.Target = Place(t.Doc.Directives[x.Target].Pos)
		} else {
			b.State = translation.Missing.String()
		}
		if x.Source >= 0 {
			b.Source = Place(t.Source.Directives[x.Source].Pos)
		} else {
			b.State = translation.Extra.String()
		}
		if !t.Tracked && b.State == translation.Stale.String() {
			b.State = "untracked"
		}
		if x.Stale {
			p.Blocks = append(p.Blocks, b)
		}
	}
}

func (p *Translated) texts(t *site.Translation) {
	for _, x := range t.Pairs {
		if x.State == translation.Current {
			continue
		}
		b := Block{State: x.State.String(), Target: Place{File: t.Doc.Name}, Source: Place{File: t.Source.Name}}
		if x.Target >= 0 {
			u := t.Doc.Unit(x.Target)
			b.Kind, b.Target = u.Kind, Place(t.Doc.Position(u))
		}
		if x.Source >= 0 {
			u := t.Source.Unit(x.Source)
			b.Kind, b.Source = u.Kind, Place(t.Source.Position(u))
		}
		p.Blocks = append(p.Blocks, b)
	}
}

// Behind lists the pages on which something is to be done: those with stale safety text first.
func Behind(list []Translated) []Translated {
	list = slices.DeleteFunc(slices.Clone(list), func(p Translated) bool {
		return p.Stale+p.Missing+p.Extra+p.Untracked+p.Safety == 0
	})
	slices.SortStableFunc(list, func(a, b Translated) int { return cmp.Compare(b.Safety, a.Safety) })
	return list
}
