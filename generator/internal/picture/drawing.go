package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/svg"

	"psvsite/generator/internal/diag"
)

// drawing reads an SVG file.
func drawing(name string, data []byte) Picture {
	var p Picture
	root, err := p.checkSVG(name, data)
	if err != nil {
		p.Faults.Add("image-broken", diag.At(name, data, offset(err, data)), "", "this drawing is not XML: %v", err)
		return p
	}
	const wanted = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 184 116" …>`
	if root.Name.Local != "svg" {
		p.Faults.Add("image-broken", diag.Position{File: name}, wanted, "this drawing begins with <%s>", root.Name.Local)
		return p
	}
	if !p.size(attr(root, "viewBox")) {
		p.Faults.Add("image-broken", diag.Position{File: name}, wanted, "this drawing has no viewBox of four numbers")
		return p
	}
	if len(data) <= maxInline && len(p.Faults) == 0 {
		p.Inner = inner(data)
	}
	return p
}

// size takes the width and height from a viewBox, rounded.
func (p *Picture) size(viewBox string) bool {
	fields := strings.FieldsFunc(viewBox, func(r rune) bool { return strings.ContainsRune(" ,\t\n\r", r) })
	if len(fields) != 4 {
		return false
	}
	var f [4]float64
	for i, s := range fields {
		var err error
		if f[i], err = strconv.ParseFloat(s, 64); err != nil || !(f[i] > -1e6 && f[i] < 1e6) {
			return false
		}
	}
	p.ViewBox, p.Width, p.Height = strings.Join(fields, " "), int(f[2]+.5), int(f[3]+.5)
	return f[2] > 0 && f[3] > 0
}

var minifier = func() *minify.M {
	m := minify.New()
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}()

// inner is the minified drawing without its outer tags. Minifying also takes away what HTML reads otherwise than XML
// does: comments, character data, instructions.
func inner(data []byte) string {
	small, err := minifier.Bytes("image/svg+xml", data)
	if err != nil {
		return ""
	}
	d := xml.NewDecoder(bytes.NewReader(small))
	for {
		token, err := d.Token()
		if err != nil {
			return ""
		}
		if _, ok := token.(xml.StartElement); ok {
			inside := string(small[d.InputOffset():])
			return inside[:max(0, strings.LastIndex(inside, "</svg>"))]
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
