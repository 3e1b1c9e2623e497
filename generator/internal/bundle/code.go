package bundle

import (
	"bytes"
	"compress/gzip"
	"encoding/ascii85"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Code is what a file holds besides its pages: one style sheet and one script.
type Code struct{ Style, Script []byte }

// packed is code as a block of data that static/copies/single.js unpacks: HTML, in gzip, in Ascii85, which takes less room
// than base64, with v for <, since </script would end the block.
func (c Code) packed() string {
	if len(c.Script) == 0 {
		return ""
	}
	var zipped bytes.Buffer
	w, _ := gzip.NewWriterLevel(&zipped, gzip.BestCompression)
	for _, part := range []string{"<style>", string(c.Style), "</style><script>", string(c.Script), "</script>"} {
		_, _ = w.Write([]byte(part)) // into memory
	}
	_ = w.Close()
	text := make([]byte, ascii85.MaxEncodedLen(zipped.Len()))
	text = text[:ascii85.Encode(text, zipped.Bytes())]
	return `<script type="text/plain" id="packed">` + string(bytes.ReplaceAll(text, []byte("<"), []byte("v"))) + "</script>\n"
}

// online are scripts that only a site on a server needs; deck are those that only slides need.
var (
	online = []string{"js/start", "js/offline", "js/keep"}
	deck   = []string{"js/deck", "js/clock", "js/desk", "js/room"}
)

// Code is what pages in a language may need: every script, the one that begins first, and every style sheet, both apart
// for what only slides need; empty where there are none. NAME.LANG.js is one language's.
func (f Files) Code(lang string, pages []Page) (of, slides Code) {
	skip := slices.Clone(online)
	if !f.say(pages, ` data-use="fill"`) {
		skip = append(skip, "js/fill")
	}
	if !f.say(pages, `class="btn leave"`) {
		skip = append(skip, "js/leave")
	}
	own, late := [][]byte{f["js/start.js"]}, [][]byte{}
	for _, name := range f.below("js/") {
		switch script, of, one := strings.Cut(strings.TrimSuffix(name, ".js"), "."); {
		case one && of != lang || slices.Contains(skip, script):
		case slices.Contains(deck, script):
			late = append(late, f[name])
		default:
			own = append(own, f[name])
		}
	}
	of = Code{f.style(pages), bytes.Join(append(own, f["copies/single.js"]), []byte(";\n"))}
	if f.say(pages, ` id="slides"`) {
		slides = Code{f["css/deck.css"], bytes.Join(late, []byte(";\n"))}
	}
	return of, slides
}

// say reports whether a text stands on one of the pages.
func (f Files) say(pages []Page, text string) bool {
	return slices.ContainsFunc(pages, func(p Page) bool { return bytes.Contains(f[p.URL], []byte(text)) })
}

// styleLink is a style sheet of a page.
var styleLink = regexp.MustCompile(`<link rel="stylesheet"(?: media="([^"]*)")? href="(?:\.\./)*(css/[a-z0-9-]+\.css)">`)

// style is every style sheet that one of the pages has, each once, behind the condition that it has there, and those that
// scripts bring in.
func (f Files) style(pages []Page) []byte {
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
		}
		if !last {
			if f.say(pages, ` data-use="fill"`) { // brought in by a script
				take("", "css/fill.css")
			}
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
