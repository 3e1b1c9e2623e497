package render

import (
	"bytes"
	"encoding/json"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/site"
)

// Execute renders a view through the layout of its type, with the body in its place.
func (l *Layouts) Execute(v *Page, body []byte) ([]byte, diag.List) {
	kind := v.Type
	switch {
	case v.Sheets:
		kind = "handouts"
	case v.Beside.Lang != "":
		kind = "bilingual"
	}
	t, err := l.langs[v.Lang].page(kind)
	if err != nil {
		return nil, l.fault("layout-syntax", err, "")
	}
	frame := *v
	frame.Body = bodyHere
	var b bytes.Buffer
	b.Grow(12 << 10)
	if err := t.ExecuteTemplate(&b, "base.html", &frame); err != nil {
		return nil, l.fault("layout-exec", err, "shown by "+v.Lang+"/"+v.Path)
	}
	return readable(share(assemble(b.Bytes(), body))), nil
}

// bodyHere stands for the body while the layout around it is executed and its empty lines are dropped: a body is
// compiled without them, and what stands in its code blocks and fields must stay as it is.
const bodyHere = "\x00body\x00"

func assemble(frame, body []byte) []byte {
	out := make([]byte, 0, len(frame)+len(body))
	for len(frame) > 0 {
		line, rest, _ := bytes.Cut(frame, []byte{'\n'})
		frame = rest
		if before, after, ok := bytes.Cut(line, []byte(bodyHere)); ok {
			out = append(append(append(out, before...), body...), after...)
		} else {
			out = append(out, line...)
		}
		if len(line) > 0 {
			out = append(out, '\n')
		}
	}
	return out
}

// Root is what the layouts of root pages see: the choice of language, and the page for addresses that do not exist.
type Root struct {
	Lang, Dir, Title string
	Base             string // of the 404 page: the site's address; empty: links are relative
	Languages        []LanguageLink
	CSS              string // of the 404 page, which stands at any depth
}

// RootView makes the view of the language choice.
func RootView(s *site.Site) Root {
	c := s.Config
	title, _ := c.Title.In(c.Chain(c.DefaultLanguage))
	r := Root{Lang: c.DefaultLanguage, Dir: c.Language(c.DefaultLanguage).Dir, Title: title}
	for _, l := range c.Languages {
		if s.Page(l.Code, "index") != nil {
			r.Languages = append(r.Languages, LanguageLink{Code: l.Code, Name: l.Name, Dir: l.Dir, URL: l.Code + "/index.html"})
		}
	}
	return r
}

// Root renders index.html or 404.html of the site's root; name is the layout's.
func (l *Layouts) Root(name string, r Root) ([]byte, diag.List) {
	var b bytes.Buffer
	if err := l.langs[r.Lang].blocks.ExecuteTemplate(&b, "root/"+name, r); err != nil {
		return nil, l.fault("layout-exec", err, "")
	}
	return readable(share(assemble(b.Bytes(), nil))), nil
}

// Age is the line of a page's code, version and last day, as HTML.
func (l *Layouts) Age(v *Page) ([]byte, diag.List) { return l.partial("age", v) }

// Draft says who has checked a page and who has not, as HTML; of a page that nobody has to check, nothing.
func (l *Layouts) Draft(v *Page) ([]byte, diag.List) { return l.partial("draft", v) }

func (l *Layouts) partial(name string, v *Page) ([]byte, diag.List) {
	var b bytes.Buffer
	if err := l.langs[v.Lang].blocks.ExecuteTemplate(&b, "partials/"+name+".html", v); err != nil {
		return nil, l.fault("layout-exec", err, "shown by "+v.Lang+"/"+v.Path)
	}
	return b.Bytes(), nil
}

// Fill is the script that holds the bar to fill in sheets, in a language.
func (l *Layouts) Fill(lang string) ([]byte, diag.List) {
	var b bytes.Buffer
	if err := l.langs[lang].blocks.ExecuteTemplate(&b, "root/fill.html", nil); err != nil {
		return nil, l.fault("layout-exec", err, "")
	}
	var script bytes.Buffer
	script.WriteString("psv.offer(\"fill." + lang + "\",")
	e := json.NewEncoder(&script)
	e.SetEscapeHTML(false)
	if err := e.Encode(string(assemble(b.Bytes(), nil))); err != nil {
		panic("render: " + err.Error()) // a string is always JSON
	}
	script.WriteString(")")
	return Minify("text/javascript", script.Bytes()), nil
}

// Text returns an interface string of a language with {1}, {2} … replaced by args, for messages outside layouts; empty
// when there is none.
func (l *Layouts) Text(lang, key string, args ...any) string {
	s, _ := l.langs[lang].text(key, args...)
	return s
}

// Date writes a day (2026-11-23) as a language does.
func (l *Layouts) Date(lang, iso string) string {
	s, _ := l.langs[lang].date(iso)
	return s
}

var minifier = func() *minify.M {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}()

// Minify makes CSS, JavaScript and SVG smaller (pages are written small); what cannot be parsed stays as it is.
func Minify(mediaType string, data []byte) []byte {
	small, err := minifier.Bytes(mediaType, data)
	if err != nil {
		return data
	}
	return small
}
