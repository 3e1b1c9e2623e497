package bundle

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

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
	return small(out.Bytes()), shown.style.Bytes()
}

// small leaves out the closing tags and the spaces that HTML does without.
func small(text []byte) []byte {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepQuotes: true, KeepDefaultAttrVals: true})
	if less, err := m.Bytes("text/html", text); err == nil {
		return less
	}
	return text
}

// album holds each picture of a file once, as a class that shows it: a drawing stands on many pages, and an address with
// the picture in it would take its bytes each time.
type album struct {
	files   Files
	numbers map[string]int
	style   bytes.Buffer
}

// pictureSource is the source that take gives a picture until its class stands in its place; no layout has a class of that form.
var pictureSource = regexp.MustCompile(` src="class:(pic-[0-9]+)"`)

func (a *album) take(name string) string {
	n, there := a.numbers[name]
	if !there {
		n = len(a.numbers) + 1
		a.numbers[name] = n
		fmt.Fprintf(&a.style, `.pic-%d{content:url("%s")}`, n, dataURL(name, a.files[name]))
	}
	return fmt.Sprintf("class:pic-%d", n)
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

// inURL are the characters of a drawing that a browser would not take as they are: within quotes in a style sheet, in an
// address, in a page.
var inURL = strings.NewReplacer(`%`, "%25", `#`, "%23", `"`, "%22", `\`, "%5C", "\n", " ", "</s", "%3C/s")

// dataURL is a picture as an address.
func dataURL(name string, data []byte) string {
	kind := pictures[path.Ext(name)]
	if kind == "image/svg+xml" { // as text it takes less room than in base64
		return "data:" + kind + "," + inURL.Replace(string(data))
	}
	return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)
}
