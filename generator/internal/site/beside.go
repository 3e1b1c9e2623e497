package site

import "strings"

// Beside are a page and the one to stand beside it, for a pair of languages of config.yaml; not ok unless both are texts
// of their own. Home pages lead on and are not read.
func (s *Site) Beside(pair []string, path string) (p, q *Page, ok bool) {
	p, q = s.Page(pair[0], path), s.Page(pair[1], path)
	return p, q, p != nil && q != nil && !p.Fallback() && !q.Fallback() && p.Doc.Front.Type != "home"
}

// BesideURL is where the page with another language beside it is written.
func (p *Page) BesideURL(lang string) string {
	return strings.TrimSuffix(p.URL(), ".html") + ".with-" + lang + ".html"
}
