package main

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// right is a page that keeps every rule; wrong ones have something in place of the dots.
const right = `<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<title>Help</title></head><body><main id="main"><h1>Help</h1><a href="tel:108">108</a> <a href="#main">up</a>…</main></body></html>`

// TestRulesSeeFaults breaks every rule once, so that a rule which sees nothing is seen.
func TestRulesSeeFaults(t *testing.T) {
	if faults := withBody(right, "").check("en/help.html"); len(faults) > 0 {
		t.Fatalf("the right page: %q", faults)
	}
	for name, body := range wrongBodies {
		if faults := withBody(right, body).check("en/help.html"); len(faults) != 1 {
			t.Errorf("%s: %d faults are found: %q", name, len(faults), faults)
		}
	}
	for _, part := range []string{"<!doctype html>", ` lang="en"`, ` dir="ltr"`, ` charset="utf-8"`, "width=device-width", "default-src 'none'; ", "base-uri", "form-action", "<title>Help</title>", "<h1>Help</h1>"} {
		if faults := withBody(strings.Replace(right, part, "", 1), "").check("en/help.html"); len(faults) == 0 {
			t.Errorf("nobody misses %s", part)
		}
	}
	for _, css := range []string{"a { background: url(nowhere.png) }", "a { background: url('https://example.org/a.png') }", `@import "b.css"`} {
		s := newBuiltSite("")
		s.add("css/a.css", []byte(css))
		if len(s.check("css/a.css")) != 1 {
			t.Errorf("nothing is said about %s", css)
		}
	}
	if left := withBody(right, "").unreached(); !slices.Equal(left, []string{"en/help.html"}) {
		t.Errorf("unreached: %q", left)
	}
}

// withBody is a site of a first page and a page of help with this body.
func withBody(page, body string) *builtSite {
	s := newBuiltSite(address)
	s.add("index.html", []byte(right))
	s.add("en/help.html", []byte(strings.Replace(page, "…", body, 1)))
	s.add("en/a.png", []byte("\x89PNG"))
	return s
}

// wrongBodies each break one rule.
var wrongBodies = map[string]string{
	"another h1":             `<h1>Another</h1>`,
	"script in an attribute": `<p><b onclick="x()">now</b></p>`,
	"script":                 `<script>x()</script>`,
	"module":                 `<script src="a.png" type="module"></script>`,
	"style in an attribute":  `<p style="color:red">now</p>`,
	"style":                  `<style>p{}</style>`,
	"frame":                  `<iframe></iframe>`,
	"refresh":                `<meta http-equiv="refresh" content="1">`,
	"picture without text":   `<img src="a.png">`,
	"drawing without text":   `<svg viewBox="0 0 1 1"></svg>`,
	"link without text":      `<a href="help.html"> </a>`,
	"heading without text":   `<h2 id="x"></h2>`,
	"field without label":    `<textarea id="w"></textarea>`,
	"id twice":               `<p id="main">a</p>`,
	"id with a space":        `<p id="a b">a</p>`,
	"label of nothing":       `<label for="nothing">a</label>`,
	"language unknown":       `<p lang="english">a</p>`,
	"language empty":         `<p lang="">a</p>`,
	"missing file":           `<a href="nowhere.html">a</a>`,
	"missing place":          `<a href="help.html#nowhere">a</a>`,
	"empty place":            `<a href="help.html#">a</a>`,
	"folder":                 `<a href="./">a</a>`,
	"root":                   `<a href="/en/help.html">a</a>`,
	"outside":                `<a href="../../index.html">a</a>`,
	"query":                  `<a href="help.html?a">a</a>`,
	"scheme":                 `<a href="http://example.org/">a</a>`,
	"file":                   `<a href="FILE:help.html">a</a>`,
	"phone number":           `<a href="tel:one">a</a>`,
	"mail":                   `<a href="mailto:one">a</a>`,
	"own address":            `<a href="` + address + `/index.html">a</a>`,
	"other host":             `<img alt="a" src="https://example.org/a.png">`,
	"other host, no scheme":  `<img alt="a" src="//example.org/a.png">`,
	"source set":             `<img alt="a" srcset="a.png 2x">`,
	"template":               `<p>{{ .Title }}</p>`,
	"no value":               `<p><no value></p>`,
	"format":                 `<p>%!s(int=3)</p>`,
	"refused by the escaper": `<p title="#ZgotmplZ">a</p>`,
	"folder of the machine":  `<p>/home/someone/site</p>`,
	"not composed":           "<p>e\u0301</p>",
	"replacement character":  "<p>\ufffd</p>",
	"control character":      "<p>a\x7fb</p>",
}

// TestSitemapNamesPages looks up every address of the site map.
func TestSitemapNamesPages(t *testing.T) {
	s := buildSite(t, "testdata/site", address)
	list := sitemapURLs(s.files["sitemap.xml"])
	if len(list) < 10 {
		t.Fatalf("%d addresses: %q", len(list), list)
	}
	for _, u := range list {
		file, _ := strings.CutPrefix(u, address+"/")
		if page := s.pages[file]; page == nil {
			t.Errorf("the site map names %s", u)
		} else if robots, _ := page.meta("name", "robots"); robots != "" {
			t.Errorf("the site map names %s, which is kept from search engines", u)
		}
	}
	if strings.Contains(strings.Join(list, " "), "private") {
		t.Error("the site map names a private page")
	}
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		if name == "404.html" {
			return
		}
	}
	t.Error("there is no 404.html")
}
