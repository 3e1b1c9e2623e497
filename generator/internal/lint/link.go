package lint

import (
	"html"
	"path"
	"regexp"
	"slices"
	"strings"

	"psvsite/generator/internal/markup"
)

// links judges the texts of links and pictures.
func (p *page) links() { p.linksIn(p.doc.Body) }

func (p *page) linksIn(b markup.Body) {
	for n := range b.Nodes() {
		switch n.Kind {
		case markup.HTML:
			continue
		case markup.LinkAt:
			p.link(p.doc.Links[n.Index], bodyText(n.Children))
		case markup.ImageAt:
			p.image(p.doc.Links[n.Index], bodyText(n.Children))
		}
		p.linksIn(n.Children)
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// bodyText is what is read of a body; a variable is noProse.
func bodyText(b markup.Body) string {
	var out strings.Builder
	for n := range b.Nodes() {
		switch n.Kind {
		case markup.HTML:
			out.WriteString(html.UnescapeString(tag.ReplaceAllString(string(n.HTML), "")))
		case markup.VariableAt:
			out.WriteRune(noProse)
		default:
			out.WriteString(bodyText(n.Children))
		}
	}
	return strings.TrimSpace(out.String())
}

// emptyWords are texts of links that say nothing when a list of links is read out.
var emptyWords = map[string][]string{
	"en": {"here", "click here", "click", "this", "this page", "this link", "link", "page", "more", "read more", "learn more", "see more", "go", "see here", "see"},
	"gu": {"અહીં", "અહીંયા", "અહીં ક્લિક કરો", "અહીં જુઓ", "ક્લિક કરો", "આ", "આ પાનું", "આ લિંક", "લિંક", "પાનું", "વધુ", "વધુ વાંચો", "વધુ જાણો", "જુઓ"},
	"hi": {"यहाँ", "यहां", "यहाँ क्लिक करें", "यहां क्लिक करें", "यहाँ देखें", "यहां देखें", "क्लिक करें", "यह", "यह पन्ना", "यह लिंक", "लिंक", "पन्ना", "और", "और पढ़ें", "अधिक", "अधिक पढ़ें", "अधिक जानें", "देखें"},
}

var address = regexp.MustCompile(`^(?i:https?://|www\.)\S+$|^[\pL\pN-]+(\.[\pL\pN-]+)*\.\pL{2,}(/\S*)?$`)

func (p *page) link(l markup.Link, text string) {
	base, _, _ := strings.Cut(p.doc.Lang, "-")
	plain := fold(strings.TrimFunc(text, func(r rune) bool { return !isWord(r) && r != noProse })).text()
	const hint = "write where the link leads, so that it can be read alone"
	switch {
	case text == "":
		p.faults.Add("link-text", l.Pos, hint, "this link has no text")
	case strings.HasPrefix(l.Target, "https:") && address.MatchString(text):
		p.faults.Add("link-text", l.Pos, "write the name of the page in words", "the text of this link is a bare address")
	case slices.ContainsFunc(emptyWords[base], func(w string) bool { return fold(w).text() == plain }):
		p.faults.Add("link-text", l.Pos, hint, "%q does not say where this link leads", text)
	}
}

func (p *page) image(l markup.Link, text string) {
	file := path.Base(l.Target)
	switch {
	case text == "":
		p.faults.Add("image-alt", l.Pos, "write it between the brackets: ![what one sees]("+file+")", "this picture has no words for those who do not see it")
	case text == file || text == strings.TrimSuffix(file, path.Ext(file)):
		p.faults.Add("image-alt", l.Pos, "write what one sees", "%q is the picture's file, not what one sees", text)
	}
}
