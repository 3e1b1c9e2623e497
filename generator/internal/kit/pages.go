package kit

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/csv"
	"fmt"
	"html/template"
	"strings"

	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/config"
)

//go:embed pages
var pageFiles embed.FS

var (
	pages = template.Must(template.ParseFS(pageFiles, "pages/*.html"))
	style = mustRead("pages/kit.css")
)

func mustRead(name string) string {
	b, err := pageFiles.ReadFile(name)
	if err != nil {
		panic("kit: " + err.Error()) // it is embedded
	}
	return string(b)
}

// view is what a page of the kit shows.
type view struct {
	Policy   template.HTMLAttr // the page's own content security policy, as an attribute
	Style    template.CSS
	Head     words
	Spoken   []words
	To, From config.Language
	Terms    []term
	Previews []catalog.Preview
}

// term is a word of the site in two languages.
type term struct {
	Source, Target           string
	SourceGloss, TargetGloss string
	SourceAvoid, TargetAvoid string
	SourceNote, TargetNote   string
	Feminine, Masculine      string // of the target
}

func (k *kit) page(name string, v view) []byte {
	sum := sha256.Sum256([]byte(style))
	v.Policy = template.HTMLAttr(fmt.Sprintf(`content="default-src 'none'; style-src 'sha256-%s'"`, base64.StdEncoding.EncodeToString(sum[:])))
	v.Style, v.Spoken, v.To, v.From = template.CSS(style), k.spoken(), k.to, k.from
	v.Head = v.Spoken[0]
	var b bytes.Buffer
	if err := pages.ExecuteTemplate(&b, name, v); err != nil {
		panic("kit: " + err.Error()) // a template of ours over values of ours
	}
	return b.Bytes()
}

func (k *kit) start() []byte    { return k.page("start.html", view{}) }
func (k *kit) glossary() []byte { return k.page("glossary.html", view{Terms: k.terms()}) }
func (k *kit) preview() []byte {
	return k.page("preview.html", view{Previews: k.Catalog.Previews(k.Only)})
}

func (k *kit) terms() (list []term) {
	in := func(t config.Text, lang string) string { s, _ := t.In([]string{lang}); return s }
	for _, t := range k.Terms {
		list = append(list, term{
			Source: in(t.Text, k.from.Code), Target: in(t.Text, k.to.Code),
			SourceGloss: in(t.Gloss, k.from.Code), TargetGloss: in(t.Gloss, k.to.Code),
			SourceAvoid: strings.Join(t.Avoid[k.from.Code], ", "), TargetAvoid: strings.Join(t.Avoid[k.to.Code], ", "),
			SourceNote: in(t.Note, k.from.Code), TargetNote: in(t.Note, k.to.Code),
			Feminine: in(t.Forms.Feminine, k.to.Code), Masculine: in(t.Forms.Masculine, k.to.Code),
		})
	}
	return list
}

// table is the glossary for a spreadsheet: with a byte order mark and \r\n, without which some take UTF-8 for another
// encoding.
func (k *kit) table() []byte {
	b := bytes.NewBufferString("\ufeff")
	w := csv.NewWriter(b)
	w.UseCRLF = true
	h := k.spoken()[0]
	rows := [][]string{{k.from.Name, k.to.Name, h.Gloss + " (" + k.from.Name + ")", h.Gloss + " (" + k.to.Name + ")", h.Avoid, h.Note}}
	for _, t := range k.terms() {
		rows = append(rows, []string{t.Source, t.Target, t.SourceGloss, t.TargetGloss, t.TargetAvoid, t.SourceNote})
	}
	if err := w.WriteAll(rows); err != nil {
		panic("kit: " + err.Error()) // nothing is written to, so nothing can fail
	}
	return b.Bytes()
}
