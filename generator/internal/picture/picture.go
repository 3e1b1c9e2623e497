// Package picture reads the pictures that stand beside pages.
//
// In: a picture's name and bytes. Out: its size in pixels and, for a small drawing, the SVG to set into a page, so that
// it follows the reader's colours and needs no request. What a drawing may not hold (scripts, styles, links, text of
// other hosts) is a fault: such a file could act when it is opened alone. It changes no picture.
package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // size of GIF files
	_ "image/jpeg" // size of JPEG files
	_ "image/png"  // size of PNG files
	"io"
	"strconv"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/svg"

	"psvsite/generator/internal/diag"
)

// maxInline is the largest drawing set into a page, in bytes.
const maxInline = 8 << 10

// Picture is what is known of a picture.
type Picture struct {
	Width, Height int    // in pixels, 0 when not known
	ViewBox       string // of a drawing to set into a page
	Inner         string // what stands between its svg tags; empty: it is linked
	Faults        diag.List
}

// Read measures a picture; name chooses the kind by its ending.
func Read(name string, data []byte) Picture {
	if strings.HasSuffix(name, ".svg") {
		return drawing(name, data)
	}
	var p Picture
	if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		p.Width, p.Height = c.Width, c.Height
	} else if !errors.Is(err, image.ErrFormat) {
		p.Faults.Add("image-broken", diag.Position{File: name}, "", "this picture cannot be read: %v", err)
	}
	return p
}

var minifier = func() *minify.M {
	m := minify.New()
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}()

// drawing reads an SVG file.
func drawing(name string, data []byte) Picture {
	var p Picture
	root, err := p.checkSVG(name, data)
	if err != nil {
		p.Faults.Add("image-broken", diag.At(name, data, offset(err, data)), "", "this drawing is not XML: %v", err)
		return p
	}
	p.ViewBox = attr(root, "viewBox")
	p.Width, p.Height = size(p.ViewBox)
	if p.ViewBox == "" {
		p.Faults.Add("image-broken", diag.Position{File: name}, `<svg viewBox="0 0 184 116" …>`, "this drawing has no viewBox")
		return p
	}
	if len(data) <= maxInline && len(p.Faults) == 0 {
		p.Inner = inner(data)
	}
	return p
}

// inner is the minified drawing without its outer tags.
func inner(data []byte) string {
	small, err := minifier.Bytes("image/svg+xml", data)
	if err != nil {
		small = data
	}
	s := string(small)
	from := strings.Index(s[strings.Index(s, "<svg"):], ">") + strings.Index(s, "<svg") + 1
	to := strings.LastIndex(s, "</svg>")
	if to < from {
		return ""
	}
	return s[from:to]
}

// allowed are the elements that a drawing is made of.
const allowed = " svg g path circle ellipse rect line polyline polygon text tspan title desc defs use clipPath linearGradient radialGradient stop marker pattern "

// checkSVG reads the whole file, reports what may not stand in it, and returns the root element.
func (p *Picture) checkSVG(name string, data []byte) (root xml.StartElement, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	for first := true; ; {
		at := d.InputOffset()
		token, err := d.Token()
		if err == io.EOF && !first {
			return root, nil
		}
		if err != nil {
			return root, err
		}
		if e, ok := token.(xml.StartElement); ok {
			if first {
				root, first = e, false
			}
			p.checkElement(e, diag.At(name, data, int(at)))
		}
	}
}

func (p *Picture) checkElement(e xml.StartElement, pos diag.Position) {
	if !strings.Contains(allowed, " "+e.Name.Local+" ") {
		p.Faults.Add("image-unsafe", pos, "keep to shapes and text", "a drawing may not hold <%s>", e.Name.Local)
	}
	for _, a := range e.Attr {
		n, v := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value)
		switch {
		case n == "href" && strings.HasPrefix(v, "#"):
		case n == "href", n == "style", strings.HasPrefix(n, "on"), strings.Contains(strings.ToLower(v), "url(") && !strings.Contains(v, "url(#"):
			p.Faults.Add("image-unsafe", pos, "use attributes such as fill and stroke", "a drawing may not hold the attribute %s=%q", a.Name.Local, v)
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// size is the width and height of a viewBox, rounded.
func size(viewBox string) (w, h int) {
	f := strings.FieldsFunc(viewBox, func(r rune) bool { return r == ' ' || r == ',' })
	if len(f) != 4 {
		return 0, 0
	}
	x, _ := strconv.ParseFloat(f[2], 64)
	y, _ := strconv.ParseFloat(f[3], 64)
	return int(x + .5), int(y + .5)
}

func offset(err error, data []byte) int {
	var s *xml.SyntaxError
	if !errors.As(err, &s) {
		return 0
	}
	at := 0
	for range s.Line - 1 {
		next := bytes.IndexByte(data[at:], '\n')
		if next < 0 {
			break
		}
		at += next + 1
	}
	return at
}

// SVG returns the element to set into a page. label is its text for who does not see it.
func (p Picture) SVG(label string) string {
	return fmt.Sprintf(`<svg class="art" viewBox="%s" role="img" aria-label="%s">%s</svg>`, p.ViewBox, label, p.Inner)
}
