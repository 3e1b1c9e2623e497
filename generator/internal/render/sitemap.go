package render

import (
	"bytes"
	"encoding/xml"

	"psvsite/generator/internal/site"
)

// Sitemap lists every page in its own language with its translations (sitemaps.org 0.9). Pages shown in a fallback
// language and private pages are left out.
func Sitemap(s *site.Site, base string) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, code := range s.Config.Codes() {
		for _, p := range s.Pages[code] {
			if p.Fallback() || p.Doc.Front.Private {
				continue
			}
			b.WriteString("<url><loc>" + base + "/" + p.URL() + "</loc>")
			for _, other := range s.Config.Codes() {
				if q := s.Page(other, p.Path); q != nil && !q.Fallback() {
					b.WriteString(`<xhtml:link rel="alternate" hreflang="` + other + `" href="` + base + "/" + q.URL() + `"/>`)
				}
			}
			b.WriteString("</url>\n")
		}
	}
	b.WriteString("</urlset>\n")
	return b.Bytes()
}
