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
	"psvsite/generator/internal/picture"
	"psvsite/generator/internal/site"
)

// example is one case of CommonMark's specification.
type example struct {
	Number   int    `json:"example"`
	Markdown string `json:"markdown"`
	HTML     string `json:"html"`
	Section  string `json:"section"`
}

// differs names the examples that this site reads otherwise, on purpose.
var differs = map[int]string{}

// TestCommonMark runs the examples of the specification. An example with raw HTML must be refused; every other must
// give the specification's HTML, or stand in differs.
func TestCommonMark(t *testing.T) {
	layouts := loadLayouts(t, testConfig(t, ""))
	refused, equal := 0, 0
	for _, e := range examples(t) {
		got, doc := convert(layouts, e.Markdown)
		_, excepted := differs[e.Number]
		switch same := got == normalSpec(e.HTML); {
		case slices.ContainsFunc(doc.Faults, func(d diag.Diagnostic) bool { return d.Code == "text-html" }):
			refused++
			t.Log(e.Section, e.Number)
		case same && excepted:
			t.Errorf("example %d (%s) no longer differs: take it out of the list", e.Number, e.Section)
		case same:
			equal++
		case !excepted:
			t.Errorf("example %d (%s)\n%q\ngot  %q\nwant %q", e.Number, e.Section, e.Markdown, got, normalSpec(e.HTML))
		}
	}
	if equal != 0 || refused != 0 || equal+refused+len(differs) != 652 {
		t.Errorf("%d equal, %d refused for raw HTML, %d differ", equal, refused, len(differs))
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

// convert renders Markdown as a page whose every link leads where it says.
func convert(l *Layouts, text string) (string, *markup.Document) {
	front := "---\ntitle: Example\nsummary: An example.\ntype: page\n---\n"
	doc := markup.Parse("example.md", "en", "example", []byte(front+text))
	p := &site.Page{Path: "example", Lang: "en", Doc: doc, Values: make([]site.Value, len(doc.Variables))}
	for _, link := range doc.Links {
		target := site.Target{Kind: site.Outside, URL: link.Target, Title: link.Title}
		if link.Picture {
			target.Kind = site.ToFile
		}
		p.Targets = append(p.Targets, target)
	}
	return normalOurs(l.Body(p, []site.Picture{{Picture: picture.Picture{}}}).HTML), doc
}

var headingID = regexp.MustCompile(`(<h[1-6]) id="[^"]*"`)

// normalOurs takes away what this site adds to CommonMark's HTML, all of it documented.
func normalOurs(html string) string {
	html = headingID.ReplaceAllString(html, "$1")
	html = strings.NewReplacer(` loading="lazy"`, "", `<p class="pics">`, "<p>", "&#34;", "&quot;", "&#39;", "'").Replace(html)
	return strings.TrimSpace(html)
}

// normalSpec writes the specification's HTML without the slashes of XHTML.
func normalSpec(html string) string { return strings.TrimSpace(strings.ReplaceAll(html, " />", ">")) }
