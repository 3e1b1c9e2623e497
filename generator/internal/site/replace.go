package site

import "psvsite/generator/internal/markup"

// Replace puts a document in the place of another one that is the same in all that a site sees of it
// (markup.SameFacts). So New would have made the same site, but for the places of faults in it.
func (s *Site) Replace(old, by *markup.Document) {
	s.docs[by.Lang][by.Path] = by
	for _, pages := range s.byPath {
		if p := pages[by.Path]; p != nil && p.Doc == old {
			p.Doc = by
		}
	}
	if ids, ok := s.ids[old]; ok {
		delete(s.ids, old)
		s.ids[by] = ids
	}
}
