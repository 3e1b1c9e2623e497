package site

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/translation"
)

// TargetKind says what a link leads to.
type TargetKind int

// The kinds of targets. Nowhere is a link whose variable is empty: its text is shown, no link.
const (
	Nowhere TargetKind = iota
	ToPage
	ToFile
	Outside
	Drawing
)

// Target is what a link or picture of a page leads to.
type Target struct {
	Kind    TargetKind
	Path    string // of the page it leads to
	URL     string // relative to the page's folder; outside: absolute
	Title   string
	Picture int // Drawing, and pictures shown as files: index of the picture, else -1
}

// schemes that a link may have.
var schemes = []string{"https", "tel", "mailto", "sms"}

// target resolves one link of a page.
func (b *builder) target(p *Page, l markup.Link) Target {
	empty := false
	dest := markup.Expand(l.Target, func(name string) string {
		v := b.value(p, name)
		empty = empty || v.Blank
		return url.PathEscape(v.Text)
	})
	t := Target{Picture: -1, Title: b.expand(p, l.Title)}
	if empty {
		return t
	}
	scheme, hidden := schemeOf(dest)
	switch {
	case l.Target == "":
		b.faults.Add("link-missing", l.Pos, "[help](help.md), ![a ring](ring.svg)", "this link or picture names no file")
	case scheme != "" && (hidden || l.Picture || !slices.Contains(schemes, scheme)):
		b.faults.Add("link-scheme", l.Pos, "links: https, tel, mailto, sms; pictures stand beside the page", "%q is not a link the site carries", shorten(l.Target))
	case scheme != "":
		t.Kind, t.URL = Outside, strings.TrimSpace(dest)
		if scheme == "tel" || scheme == "sms" {
			t.URL = strings.ReplaceAll(t.URL, "%20", "") // a number of params is written as it is read: 079 1234
		}
	case strings.HasPrefix(dest, "/") || strings.HasPrefix(dest, `\`):
		b.faults.Add("link-absolute", l.Pos, "name the file from this one: ../help.md", "%q begins at a root that a copy on a stick does not have", shorten(l.Target))
	default:
		b.local(p, l, dest, &t)
	}
	return t
}

// schemeOf finds a scheme as a browser would: after dropping control characters and spaces. hidden is true when it
// only shows then.
func schemeOf(dest string) (scheme string, hidden bool) {
	plain := strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, dest)
	name, _, found := strings.Cut(plain, ":")
	if !found || strings.ContainsAny(name, "/?#") {
		return "", false
	}
	return strings.ToLower(name), !strings.HasPrefix(strings.TrimSpace(dest), name+":")
}

// local resolves a link inside the site.
func (b *builder) local(p *Page, l markup.Link, dest string, t *Target) {
	file, anchor, _ := strings.Cut(dest, "#")
	file, err1 := url.PathUnescape(file)
	anchor, err2 := url.PathUnescape(anchor)
	anchor = norm.NFC.String(anchor) // as ids are
	if err1 != nil || err2 != nil {
		b.faults.Add("link-syntax", l.Pos, "write %25 for the sign itself", "%q cannot be read: two digits must follow a %%", shorten(l.Target))
		return
	}
	full := p.Path + ".md"
	if file != "" {
		full = path.Join(folder(p.Doc), file)
	}
	switch {
	case full == ".." || strings.HasPrefix(full, "../"):
		b.faults.Add("link-outside", l.Pos, "link to the page of this language; readers change the language there", "%q leaves the language's folder", shorten(l.Target))
	case strings.HasSuffix(full, ".md"):
		b.toPage(p, l, identity(full), anchor, t)
	default:
		b.toFile(p, l, full, t)
	}
}

// folder is where a document's relative links begin.
func folder(d *markup.Document) string {
	if strings.HasSuffix(d.Name, "/index.md") && d.Path != "index" {
		return d.Path
	}
	return path.Dir(d.Path)
}

// identity is the page path of a file name: a/b.md and a/b/index.md are a/b.
func identity(file string) string {
	p := strings.TrimSuffix(file, ".md")
	if p != "index" {
		p = strings.TrimSuffix(p, "/index")
	}
	return p
}

func (b *builder) toPage(p *Page, l markup.Link, to, anchor string, t *Target) {
	q := b.byPath[p.Lang][to]
	if b.LeftOut(p.Lang, to) && !l.Picture {
		return // its text stands
	}
	if q == nil {
		hint := "write the page, or name the file from this one: ../help.md"
		if near, ok := diag.Nearest(to, b.paths); ok {
			hint = fmt.Sprintf("did you mean %q?", Relative(path.Join(folder(p.Doc), "x"), near+".md"))
		}
		b.faults.Add("link-missing", l.Pos, hint, "link to %q: there is no such page", shorten(l.Target))
		return
	}
	if l.Picture {
		b.faults.Add("link-missing", l.Pos, "without the ! it is a link", "%q is a page, not a picture", shorten(l.Target))
		return
	}
	t.Kind, t.Path, t.URL = ToPage, q.Path, Relative(p.URL(), q.URL())
	if anchor == "" {
		return
	}
	id, ok := b.anchor(p, q, anchor)
	if !ok {
		ids := slices.Sorted(maps.Keys(b.anchors(q.Doc)))
		b.faults.Add("link-anchor", l.Pos, diag.DidYouMean(anchor, ids, offer(ids)), "link to %q: the page has no %q", shorten(l.Target), "#"+anchor)
		return
	}
	if id == "" {
		return
	}
	if q == p {
		t.URL = ""
	}
	t.URL += "#" + url.PathEscape(id)
}

// anchors are the ids of a document.
func (b *builder) anchors(d *markup.Document) map[string]bool {
	ids := b.ids[d]
	if ids == nil {
		ids = map[string]bool{}
		for _, h := range d.Headings {
			ids[h.ID] = true
		}
		for _, x := range d.Directives {
			ids[x.ID] = true
		}
		delete(ids, "")
		b.ids[d] = ids
	}
	return ids
}

// anchor finds an id on the page that is served. An id that the target has in the link's own language or in the source
// language counts too: it stands for the heading that answers it. A translation that has fallen behind may have no such
// heading, and the link leads to its top.
func (b *builder) anchor(p, q *Page, id string) (served string, ok bool) {
	if b.anchors(q.Doc)[id] {
		return id, true
	}
	for _, lang := range []string{p.Doc.Lang, b.Config.DefaultLanguage} {
		if d := b.docs[lang][q.Path]; d != nil && b.anchors(d)[id] {
			return b.sameHeading(d, q.Doc, id), true
		}
	}
	return "", false
}

// sameHeading is the id of the heading that stands for one of another language's document of the same page, or empty. Both
// answer the source.
func (b *builder) sameHeading(from, to *markup.Document, id string) string {
	i := slices.IndexFunc(from.Headings, func(h markup.Heading) bool { return h.ID == id })
	if i < 0 {
		return ""
	}
	source := b.answered(from)[i]
	if j := slices.Index(b.answered(to), source); source >= 0 && j >= 0 {
		return to.Headings[j].ID
	}
	return ""
}

// answered says which heading of the source each of a document's stands for, or -1. A page of one language alone has no
// source, and its headings stand for themselves.
func (b *builder) answered(d *markup.Document) []int {
	source := b.docs[b.Config.DefaultLanguage][d.Path]
	if source == nil {
		source = d
	}
	return translation.Headings(d, source, b.stated.Of(d.Lang, d.Path))
}

// toFile resolves a link to a picture or another file: the document's own, else along the fallback chain.
func (b *builder) toFile(p *Page, l markup.Link, full string, t *Target) {
	for _, code := range append([]string{p.Doc.Lang}, b.Config.Chain(p.Lang)...) {
		f := b.pictures[code][full]
		if f == nil {
			continue
		}
		t.Kind, t.Picture, t.URL = ToFile, f.Index, Relative(p.URL(), f.URL())
		if l.Picture && f.Inner != "" {
			t.Kind = Drawing
			b.drawn += len(f.Inner)
		} else {
			b.Used[f.Index] = true
		}
		return
	}
	code, what := "link-missing", "link to"
	if l.Picture {
		code, what = "image-missing", "picture"
	}
	b.faults.Add(code, l.Pos, diag.DidYouMean(full, slices.Sorted(maps.Keys(b.pictures[p.Doc.Lang])), "put the file beside the page"),
		"%s %q: there is no such file", what, shorten(l.Target))
}

// Relative is the way from one file of the output to another.
func Relative(from, to string) string {
	same := 0 // where the folders end that both begin with
	for i := 0; i < min(len(from), len(to)) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			same = i + 1
		}
	}
	return strings.Repeat("../", strings.Count(from[same:], "/")) + to[same:]
}

// shorten keeps messages to a line.
func shorten(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}

// maxDrawings is how much of drawings, in bytes, a page holds itself. One with more shows them as files, which phones
// load when the reader comes near.
const maxDrawings = 600

// drawings decides whether the small drawings of a page are set into it.
func (b *builder) drawings(p *Page) {
	for i := range p.Targets {
		t := &p.Targets[i]
		switch {
		case t.Kind != Drawing:
		case b.drawn > maxDrawings:
			t.Kind = ToFile
			b.Used[t.Picture] = true
		default:
			t.URL = ""
		}
	}
	b.drawn = 0
}

// offer is a hint that lists what there is.
func offer(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "there is: " + strings.Join(names, ", ")
}
