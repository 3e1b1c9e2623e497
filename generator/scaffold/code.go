package scaffold

import (
	"fmt"

	"psvsite/generator/internal/markup"
)

// code is the first free code of a type's letter, for a page of the default language: translations share their
// source's. Empty on a site that has no codes.
func (s *Site) code(kind, lang string) string {
	taken := map[string]bool{}
	for _, f := range s.tree.Pages {
		if text, err := f.Read(); err == nil {
			taken[markup.Parse(f.Name, f.Lang, f.Path, text).Front.Code] = true
		}
	}
	delete(taken, "")
	if lang != s.config.DefaultLanguage || len(taken) == 0 {
		return ""
	}
	letter := "P"
	for _, t := range markup.PageTypes {
		if t.Name == kind {
			letter = t.Letter
		}
	}
	for n := 1; ; n++ {
		if code := fmt.Sprintf("%s-%02d", letter, n); !taken[code] {
			return code
		}
	}
}
