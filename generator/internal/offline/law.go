package offline

import (
	"bytes"
	"path"
	"regexp"

	"psvsite/generator/internal/diag"
)

// rule is something that fails where a page is opened as a file, or leaves the site. Each was tried in Chromium: modules,
// fetch, XMLHttpRequest, workers from a file and references into another drawing are refused over file://; an address
// that begins at the root leads to the root of the disk.
type rule struct {
	code    string
	ending  string // of the files it is about
	found   *regexp.Regexp
	message string
	hint    string
}

const (
	scripts = ".js"
	styles  = ".css"
	pages   = ".html"
)

var rules = []rule{
	{"output-module", scripts, regexp.MustCompile(`(?m)^\s*(?:import|export)\b|\bimport\s*\(`), "a module does not load over file://", "a classic script, brought in by psv.use"},
	{"output-module", pages, regexp.MustCompile(`type="?module|rel="?modulepreload`), "a module does not load over file://", "leave type out: a classic script"},
	{"output-fetch", scripts, regexp.MustCompile(`\bfetch\s*\(|\bXMLHttpRequest\b|\bnew EventSource\b|\bimportScripts\b`), "a page that is opened as a file may fetch nothing", "put the data into a script that calls psv.offer"},
	{"output-fetch", scripts, regexp.MustCompile(`\bnew (?:Shared)?Worker\s*\(`), "a page that is opened as a file may start no worker from a file", "do it in the page, in small steps"},
	{"output-host", scripts, regexp.MustCompile(`(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}|\bsendBeacon\b|\bnew WebSocket\b|\bRTCPeerConnection\b`), "a script speaks of another host", "the site asks no other host for anything"},
	{"output-host", styles, regexp.MustCompile(`(?:url\(\s*["']?|@import\s+(?:url\()?\s*["']?)(?:https?:)?//`), "a style asks another host for something", "put the file into static/"},
	{"output-host", pages, regexp.MustCompile(`<(?:script|img|link|iframe|source|video|audio|use)\b[^>]*(?:src|href)="(?:https?:)?//`), "a page asks another host for something", "put the file into static/"},
	{"output-absolute", styles, regexp.MustCompile(`url\(\s*["']?/[^/]`), "an address begins at the root, which a copy on a stick does not have", "begin at this file, as ../icon.svg"},
	{"output-absolute", pages, regexp.MustCompile(`\b(?:src|href)="/[^/]`), "an address begins at the root, which a copy on a stick does not have", "{{ .Root }} leads to the root of the site from any page"},
	{"output-use", pages, regexp.MustCompile(`<use\b[^>]*href="[^"#{]`), "a drawing refers into another file, which does not load over file://", "set the drawing into the page: {{ icon \"name\" }}"},
}

// comment is what a browser does not read.
var comment = map[string]*regexp.Regexp{
	".js": regexp.MustCompile(`(?m)/\*(?s:.*?)\*/|(?:^|[\s;{}])//.*$`), ".css": regexp.MustCompile(`/\*(?s:.*?)\*/`), ".html": regexp.MustCompile(`\{\{/\*(?s:.*?)\*/\}\}`),
}

// Law looks for what would not work in a copy of the site (the first law) in the source of a script, a style sheet or a
// layout. The service worker is none of these: it is for sites on servers only.
func Law(name string, src []byte) diag.List {
	ending := path.Ext(name)
	if comment[ending] == nil {
		return nil
	}
	text := comment[ending].ReplaceAllFunc(src, func(c []byte) []byte {
		blank := bytes.Repeat([]byte{' '}, len(c))
		for i, b := range c {
			if b == '\n' {
				blank[i] = b
			}
		}
		return blank
	})
	text = bytes.ReplaceAll(text, []byte("http://www.w3.org/"), []byte("xmlns:            ")) // names of XML, not addresses
	var faults diag.List
	for _, r := range rules {
		if r.ending != ending {
			continue
		}
		for _, at := range r.found.FindAllIndex(text, -1) {
			from := at[0] + len(text[at[0]:at[1]]) - len(bytes.TrimLeft(text[at[0]:at[1]], " \t\r\n"))
			faults.Add(r.code, diag.At(name, src, from), r.hint, "%s", r.message)
		}
	}
	return faults
}
