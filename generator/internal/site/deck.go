package site

import "psvsite/generator/internal/diag"

// Deck is a page with slides and, for each of them in the order of the deck, where it is written. The first is the
// title.
type Deck struct {
	URL    string
	Slides []diag.Position
}

// Decks lists the decks of all languages, in the order of config.yaml and of their paths.
func (s *Site) Decks() []Deck {
	var out []Deck
	for _, code := range s.Config.Codes() {
		for _, p := range s.Pages[code] {
			if len(p.Doc.Slides) > 0 {
				out = append(out, p.deck())
			}
		}
	}
	return out
}

func (p *Page) deck() Deck {
	d := Deck{URL: p.URL()}
	for _, s := range p.Doc.Slides {
		at := p.Doc.Positions.At("title")
		if s.Directive >= 0 {
			at = p.Doc.Directives[s.Directive].Pos
		}
		d.Slides = append(d.Slides, at)
	}
	return d
}
