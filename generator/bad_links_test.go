package main

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// badLinks lead out of the site in every disguise that a browser sees through. {{js}}, {{rest}} and {{host}} are
// variables; [js] and [host] are defined below the text.
var badLinks = []string{
	// A script, written as it is, and as entities, escapes, white space and control characters hide it.
	"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](<javascript:alert(1)>)", "[x](< javascript:alert(1)>)",
	"[x](javascript&#58;alert(1))", "[x](javascript&#x3a;alert(1))", "[x](javascript&colon;alert(1))",
	"[x](&#106;avascript:alert(1))", "[x](&#x6A;avascript:alert(1))", "[x](&#0000106;avascript:alert(1))",
	"[x](java&Tab;script:alert(1))", "[x](java&NewLine;script:alert(1))", "[x](java&#10;script:alert(1))",
	"[x](java&#13;script:alert(1))", "[x](&#1;javascript:alert(1))", "[x](&#32;javascript:alert(1))", "[x](<java\tscript:alert(1)>)",
	`[x](\javascript:alert(1))`, `[x](javascript\:alert(1))`, `[x](j\avascript:alert(1))`, `[x](javascript&#92;:alert(1))`,
	"[x](javascript%3Aalert(1))", "[x](%6Aavascript:alert(1))", "[x](java\u200bscript:alert(1))", "[x](javascript\uff1aalert(1))",
	"[x](javascript://example.org/%0Aalert(1))", "[x](javascript:https://example.org)",

	// The same in autolinks, references, pictures, pictures in links, tables, headings and directives.
	"<javascript:alert(1)>", "<JAVASCRIPT:alert(1)>", "[x][js]", "[js]", "[js][]", "![x][js]",
	"![x](javascript:alert(1))", "![x](java&Tab;script:alert(1))", "[![x](ring.svg)](javascript:alert(1))", "[**x** `y`](javascript:alert(1))",
	"> - [x](javascript:alert(1))", "## [x](javascript:alert(1))", `[x](javascript:alert(1) "a title")`,

	// From variables, whole and in parts.
	"[x]({{js}})", "[x](java{{rest}})", "![x]({{js}})", "[x]({{host}})", "[x](&#106;ava{{rest}})", "[x][variable]",

	// Other kinds of links that act or leave the folder.
	"[x](vbscript:x)", "[x](data:text/html;base64,AA==)", "![x](data:image/svg+xml;base64,AA==)", "[x](DATA:text/html,x)", "<data:text/html,x>",
	"[x](file:///etc/passwd)", "[x](ftp://example.org)", "[x](http://example.org)", "[x](blob:https://example.org/1)", "[x](about:blank)",
	"[x](view-source:https://example.org)", "[x](intent://example.org#Intent;end)", "<http://example.org>", "![x](https://example.org/a.png)",

	// Other hosts without a scheme.
	"[x](//example.org)", "![x](//example.org/a.png)", `[x](\\\\example.org)`, `[x](/\example.org)`, `[x](\/\/example.org)`, "[x](&sol;&sol;example.org)",
	"[x](%2F%2Fexample.org)", "[x](< //example.org>)", "[x](&#9;//example.org)", "[x][host]", "[x](/)", "[x](/etc/passwd)", `[x](\etc)`,

	// Files outside the language's folder.
	"[x](../../config.yaml)", "![x](../../secret.svg)", "![x](%2e%2e/%2e%2e/secret.svg)", "![x](..%2f..%2fsecret.svg)", "![x](a/../../../secret.svg)",
	`![x](..\\..\\secret.svg)`, "![x](&period;&period;/&period;&period;/secret.svg)", "[x](..)", "[x](../gu/help.md)", "[x](.)", "[x](%00)", "[x](ring.svg%00.md)",
}

const definitions = `

[js]: javascript:alert(1)
[host]: //example.org
[variable]: {{js}}
`

// TestNoLinkInDisguise demands an error at the line of every bad link.
func TestNoLinkInDisguise(t *testing.T) {
	errors := map[int]string{}
	for _, f := range linkFaults(t, strings.Join(badLinks, "\n\n")+definitions) {
		errors[f.Pos.Line] = f.Code
	}
	for i, link := range badLinks {
		code := errors[6+2*i]
		if area, _, _ := strings.Cut(code, "-"); area != "link" && area != "image" {
			t.Errorf("%s passes: %q", link, code)
		}
	}
}

// goodLinks look like bad ones and are none: text, code, or a link that stays what it is.
var goodLinks = []string{
	"javascript:alert(1)", "`[x](javascript:alert(1))`", `\[x](javascript:alert(1))`, "[x] (javascript:alert(1))", "[x][unknown]",
	"https://example.org is text", "<javascript&#58;alert(1)>", "[x](HTTPS://example.org)", "[x](https&colon;//example.org)", "[x](tel:112)", "[x](sms:112?body=hello)",
	"[x](mailto:a@example.org)", "<a@example.org>", "<https://example.org/?a&b>", "[x](#)", "[x](./help.md)", "[x](tel:{{ward}})",
	`[x](help.md "javascript:alert(1)")`, "![javascript:alert(1)](ring.svg)", "[x](help%2Emd)",
}

// TestGoodLinksPass shows that the net is not too narrow.
func TestGoodLinksPass(t *testing.T) {
	for _, f := range linkFaults(t, strings.Join(goodLinks, "\n\n")+definitions) {
		t.Errorf("%s: %s [%s]", goodLinks[(f.Pos.Line-6)/2], f.Message, f.Code)
	}
}

var acts = regexp.MustCompile(`(?i)(href|src)="(javascript|data|//)[^"]*"`)

// linkFaults builds a page of that text in a site of two pages and a drawing.
func linkFaults(t *testing.T, text string) diag.List {
	t.Helper()
	disk := fstest.MapFS{
		"config.yaml": {Data: []byte(`
title: A site
default_language: en
languages: [{code: en, name: English}, {code: gu, name: ગુજરાતી}]
params: {js: "javascript:alert(1)", rest: "script:alert(1)", host: //example.org, ward: ""}
lint: {text-missing: off, image-unused: off}
`)},
		"content/en/index.md": {Data: []byte(front + text)},
		"content/en/help.md":  {Data: []byte(front)},
		"content/en/ring.svg": {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>`)},
		"secret.svg":          {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>`)},
	}
	r, err := build.Build(source.Input{Disk: disk, Embedded: psvsite.Default}, build.Options{}, build.NewCache())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Files {
		if acts.Match(f.Data) {
			t.Errorf("%s holds a link that acts: %s", f.Path, acts.Find(f.Data))
		}
	}
	return r.Faults
}

// TestUnreadable builds sites of which a file or a folder may not be read.
func TestUnreadable(t *testing.T) {
	const why = "this cannot be read: permission denied [path-unreadable]"
	for name, want := range map[string]string{
		"content/en/help.md":      "content/en/help.md: " + why,
		"content/en":              "content/en: " + why,
		"content/en/ring.svg":     "content/en/ring.svg: " + why,
		"content/data":            "content/data: " + why,
		"content/data/terms.yaml": "content/data/terms.yaml: " + why,
		"content/editions":        "content/editions: " + why,
		"layouts":                 "layouts: " + why,
		"layouts/page.html":       "layouts/page.html: " + why,
		"static/css":              "static/css: " + why,
		"config.yaml":             "config.yaml: " + why,
	} {
		disk := fstest.MapFS{
			"config.yaml":         {Data: []byte("title: A site\ndefault_language: en\nlanguages: [{code: en, name: English}]\n")},
			"content/en/index.md": {Data: []byte(front + "[Help](help.md) ![a ring](ring.svg)\n")}, "content/en/help.md": {Data: []byte(front)},
			"content/en/ring.svg":     {Data: []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>`)},
			"content/data/terms.yaml": {Data: []byte("- {id: psv, text: {en: PSV}}\n")}, "content/editions/.keep": {},
			"layouts/page.html": {Data: []byte(`{{ define "main" }}<main>{{ .Body }}</main>{{ end }}`)}, "static/css/own.css": {},
		}
		r, err := build.Build(source.Input{Disk: locked{disk, name}, Embedded: psvsite.Default}, build.Options{}, build.NewCache())
		var said strings.Builder
		r.Faults.Print(&said)
		if err != nil || !strings.HasPrefix("\n"+said.String(), fmt.Sprintf("\n%s\n", want)) || r.Files != nil {
			t.Errorf("%s: %v, %d files\n%s", name, err, len(r.Files), &said)
		}
	}
}
