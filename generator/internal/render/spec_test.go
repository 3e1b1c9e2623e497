package render

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/site"
)

// example is one case of CommonMark's specification.
type example struct {
	Number   int    `json:"example"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
	Section  string `json:"section"`
}

// withHTML lists the examples that hold raw HTML, as first and last of each run: pages may not, so these are refused.
var withHTML = [][2]int{
	{21, 21},
	{31, 31},
	{148, 191},
	{201, 201},
	{308, 309},
	{344, 344},
	{475, 477},
	{491, 491},
	{494, 494},
	{524, 524},
	{536, 536},
	{613, 617},
	{623, 623},
	{625, 631},
	{642, 643},
}

// TestCommonMark runs the examples of the specification. Those of withHTML must be refused; every other must give the
// specification's HTML.
func TestCommonMark(t *testing.T) {
	layouts := loadLayouts(t, testConfig(t, ""))
	list := examples(t)
	if len(list) != 652 {
		t.Fatalf("%d examples, not the 652 of version 0.31.2", len(list))
	}
	for _, e := range list {
		got, doc := convert(layouts, e.Markdown)
		refused := slices.ContainsFunc(doc.Faults, func(d diag.Diagnostic) bool { return d.Code == "text-html" })
		expected := slices.ContainsFunc(withHTML, func(run [2]int) bool { return run[0] <= e.Number && e.Number <= run[1] })
		switch {
		case refused != expected:
			t.Errorf("example %d (%s): refused is %v, withHTML says %v\n%q", e.Number, e.Section, refused, expected, e.Markdown)
		case !refused && got != normalSpec(e.HTML):
			t.Errorf("example %d (%s)\n%q\ngot  %q\nwant %q", e.Number, e.Section, e.Markdown, got, normalSpec(e.HTML))
		case !refused && len(doc.Faults) > 0:
			t.Errorf("example %d (%s)\n%q\nfaults: %v", e.Number, e.Section, e.Markdown, doc.Faults)
		}
	}
}

func examples(tb testing.TB) []example {
	b, err := os.ReadFile("testdata/commonmark/spec.json")
	if err != nil {
		tb.Fatal(err)
	}
	var list []example
	if err := json.Unmarshal(b, &list); err != nil {
		tb.Fatal(err)
	}
	return list
}

// convert renders Markdown as CommonMark would.
func convert(l *Layouts, text string) (string, *markup.Document) {
	p := linkedPage(text)
	return normalOurs(string(l.Body(p, make([]site.Picture, 1)).HTML)), p.Doc
}

// bodyOf renders Markdown as a page.
func bodyOf(l *Layouts, text string) (string, diag.List) {
	b := l.Body(linkedPage(text), make([]site.Picture, 1))
	return string(b.HTML), b.Faults
}

// linkedPage is a page whose every link leads where it says.
func linkedPage(text string) *site.Page {
	doc := markup.Parse("example.md", "en", "example", []byte(minimalFront+text))
	p := &site.Page{Path: "example", Lang: "en", Doc: doc, Values: make([]site.Value, len(doc.Variables))}
	for _, link := range doc.Links {
		target := site.Target{Kind: site.Outside, URL: link.Target, Title: link.Title}
		if link.Picture {
			target.Kind = site.ToFile
		}
		p.Targets = append(p.Targets, target)
	}
	return p
}

var headingID = regexp.MustCompile(`(<h[1-6]) id="[^"]*"`)

// normalOurs takes away what this site adds to CommonMark's HTML: ids of headings, lazy pictures, the class of
// paragraphs that hold pictures alone. Quotes escaped by number are equal to those escaped by name.
func normalOurs(html string) string {
	html = headingID.ReplaceAllString(html, "$1")
	html = strings.NewReplacer(` loading="lazy"`, "", `<p class="pics">`, "<p>", "&#34;", "&quot;", "&#39;", "'").Replace(html)
	return strings.TrimSpace(html)
}

// normalSpec writes the specification's HTML without the slashes of XHTML.
func normalSpec(html string) string { return strings.TrimSpace(strings.ReplaceAll(html, " />", ">")) }
