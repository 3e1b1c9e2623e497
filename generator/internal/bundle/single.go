package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"psvsite/generator/internal/bind"
)

// Articles are pages as they stand in a single file, one after the other, and a style sheet that holds their pictures.
// Links among them lead to their names; a link to anything else of the site becomes text.
func Articles(pages []Page, files Files) (text, style []byte) {
	names := map[string]string{}
	for _, p := range pages {
		names[p.URL] = p.Name()
	}
	shown := album{files: files, numbers: map[string]int{}}
	var out bytes.Buffer
	for _, p := range pages {
		bound := bind.Page{Name: p.Name(), URL: p.URL, Picture: shown.take, Link: func(to string) string {
			if name := names[to]; name != "" {
				return "#" + name
			}
			return ""
		}}
		out.WriteString(`<article class="p" id="` + p.Name() + `">` + "\n")
		out.Write(pictureSource.ReplaceAll(bound.Bind(body(files[p.URL])), []byte(` class="pic $1"`)))
		out.WriteString("</article>\n")
	}
	return out.Bytes(), shown.style.Bytes()
}

// album holds each picture of a file once, as a class that shows it: a drawing stands on many pages, and an address with
// the picture in it would take its bytes each time.
type album struct {
	files   Files
	numbers map[string]int
	style   bytes.Buffer
}

// pictureSource is the source that take gives a picture until its class stands in its place.
var pictureSource = regexp.MustCompile(` src="class:(c[0-9]+)"`)

func (a *album) take(name string) string {
	n, there := a.numbers[name]
	if !there {
		n = len(a.numbers) + 1
		a.numbers[name] = n
		fmt.Fprintf(&a.style, `.c%d{content:url("%s")}`, n, dataURL(name, a.files[name]))
	}
	return fmt.Sprintf("class:c%d", n)
}

// body is what a built page holds between the bar on top and the foot, and the line of its foot that says how old it is.
func body(page []byte) []byte {
	top, page, _ := bytes.Cut(page, []byte("</header>\n"))
	for _, m := range drawn.FindAllSubmatch(top, -1) { // what was drawn in the bar is drawn where it stands next
		page = bytes.Replace(page, []byte(`<use href="#`+string(m[1])+`"/>`), []byte(`<g id="`+string(m[1])+`">`+string(m[2])+`</g>`), 1)
	}
	text, foot, _ := bytes.Cut(page, []byte(`<footer class="foot">`))
	_, age, found := bytes.Cut(foot, []byte(`<p class="age">`))
	age, _, closed := bytes.Cut(age, []byte("</p>"))
	if !found || !closed {
		return text
	}
	return slices.Concat(text, []byte(`<footer class="foot"><p class="age">`), age, []byte("</p></footer>\n"))
}

// dataURL is a picture as an address.
func dataURL(name string, data []byte) string {
	kind := pictures[path.Ext(name)]
	if kind == "image/svg+xml" { // as text it takes less room than in base64
		return "data:" + kind + "," + strings.NewReplacer("+", "%20", "%2F", "/", "%3D", "=", "%3A", ":", "%2C", ",").Replace(url.QueryEscape(string(data)))
	}
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)
}

// The places in a frame for what Seal fills in.
const (
	PolicyHere = "POLICY"
	styleOpen  = `<style class="deck-style">` // the deck need not bring its own
	styleHere  = styleOpen + "</style>"
	scriptHere = "<script></script>"
)

// Seal sets the style sheets and scripts into a laid-out file, and the policy that allows these and nothing else: by the
// SHA-256 of their very bytes.
func Seal(file, style, script []byte) []byte {
	file = symbols(file)
	policy := "default-src 'none'; img-src data:; style-src " + hash(style) + "; script-src " + hash(script) + "; base-uri 'none'; form-action 'none'"
	for _, part := range [][2]string{
		{PolicyHere, policy}, {styleHere, styleOpen + string(style) + "</style>"}, {scriptHere, "<script>" + string(script) + "</script>"},
	} {
		file = bytes.Replace(file, []byte(part[0]), []byte(part[1]), 1)
	}
	return file
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// A pictogram where it is drawn, and where it refers to that; see package render.
var (
	drawn    = regexp.MustCompile(`<svg class="i" [^>]*><g id="(i\.[a-z0-9-]+)">(.*?)</g></svg>`)
	referred = regexp.MustCompile(`<svg class="i" [^>]*><use `)
)

// symbols draws the pictograms at the end of the file, outside of pages that may be hidden, and shortens each place where
// one is shown: there are thousands.
func symbols(file []byte) []byte {
	var list bytes.Buffer
	file = drawn.ReplaceAllFunc(file, func(svg []byte) []byte {
		m := drawn.FindSubmatch(svg)
		fmt.Fprintf(&list, `<symbol id="%s" viewBox="0 0 24 24">%s</symbol>`, m[1], m[2])
		return fmt.Appendf(nil, `<svg class="i" aria-hidden="true"><use href="#%s"/></svg>`, m[1])
	})
	file = referred.ReplaceAll(file, []byte(`<svg class="i" aria-hidden="true"><use `))
	all := `<svg class="symbols" aria-hidden="true">` + list.String() + "</svg>\n" + scriptHere
	return bytes.Replace(file, []byte(scriptHere), []byte(all), 1)
}

// online are scripts that only a site on a server needs.
var online = []string{"js/start", "js/offline", "js/keep"}

// Script is every script that pages in a language may need, the one that begins first; NAME.LANG.js is one language's. What
// only slides need is left out where there are none, and so is what only sheets to fill in need.
func (f Files) Script(lang string, pages []Page) []byte {
	var all bytes.Buffer
	for _, p := range pages {
		all.Write(f[p.URL])
	}
	skip := slices.Clone(online)
	if !bytes.Contains(all.Bytes(), []byte(` id="slides"`)) {
		skip = append(skip, "js/deck", "js/clock", "js/desk", "js/room")
	}
	if !bytes.Contains(all.Bytes(), []byte(` data-use="fill"`)) {
		skip = append(skip, "js/fill")
	}
	list := [][]byte{f["js/start.js"]}
	for _, name := range f.below("js/") {
		script, of, one := strings.Cut(strings.TrimSuffix(name, ".js"), ".")
		if !slices.Contains(skip, script) && (!one || of == lang) {
			list = append(list, f[name])
		}
	}
	return bytes.Join(append(list, f["copies/single.js"]), []byte(";\n"))
}

// styleLink is a style sheet of a page.
var styleLink = regexp.MustCompile(`<link rel="stylesheet"(?: media="([^"]*)")? href="(?:\.\./)*(css/[a-z0-9-]+\.css)">`)

// Style is every style sheet that one of the pages has, each once, behind the condition that it has there, and those that
// scripts bring in.
func (f Files) Style(pages []Page) []byte {
	var out bytes.Buffer
	taken := map[string]bool{}
	take := func(media, name string) {
		if taken[name] {
			return
		}
		taken[name] = true
		if media != "" {
			out.WriteString("@media " + media + "{")
			defer out.WriteString("}")
		}
		out.Write(f[name])
	}
	for _, last := range []bool{false, true} { // conditions go over what they change
		for _, p := range pages {
			for _, m := range styleLink.FindAllSubmatch(f[p.URL], -1) {
				if media := string(m[1]); (media != "") == last {
					take(media, string(m[2]))
				}
			}
			for _, brought := range [][2]string{{` id="slides"`, "css/deck.css"}, {` data-use="fill"`, "css/fill.css"}} { // by scripts
				if !last && bytes.Contains(f[p.URL], []byte(brought[0])) {
					take("", brought[1])
				}
			}
		}
		if !last {
			take("", "copies/single.css")
		}
	}
	return out.Bytes()
}

func (f Files) below(folder string) []string {
	var list []string
	for name := range f {
		if path.Dir(name)+"/" == folder {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}
