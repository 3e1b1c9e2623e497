package main

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// htmlPage is what stands in a file of HTML, in order.
type htmlPage struct {
	name     string
	data     []byte
	elements []*htmlElement
	ids      map[string]int
	broken   error // the file could not be read to its end
}

// htmlElement is a start tag, and the text up to its end tag.
type htmlElement struct {
	name  string
	attrs map[string]string
	text  string
	label bool // it, or something in it, has a name of its own: aria-label or alt
}

// parseHTML reads a page that psvsite wrote. End tags may be left out; attributes have quotes.
func parseHTML(name string, data []byte) *htmlPage {
	p := &htmlPage{name: name, data: data, ids: map[string]int{}}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict, d.Entity = false, xml.HTMLEntity
	var open []*htmlElement
	for {
		token, err := d.RawToken()
		if token == nil {
			if err != io.EOF {
				p.broken = err
			}
			return p
		}
		switch token := token.(type) {
		case xml.StartElement:
			if e := p.start(token, open); !isVoid(e.name) {
				open = append(open, e)
			}
		case xml.EndElement:
			if i := innermost(open, token.Name.Local); i >= 0 {
				open = open[:i]
			}
		case xml.CharData:
			for _, e := range open {
				e.text += string(token)
			}
		}
	}
}

func innermost(open []*htmlElement, name string) int {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].name == name {
			return i
		}
	}
	return -1
}

func (p *htmlPage) start(token xml.StartElement, open []*htmlElement) *htmlElement {
	e := &htmlElement{name: token.Name.Local, attrs: map[string]string{}}
	for _, a := range token.Attr {
		name := a.Name.Local
		if a.Name.Space != "" {
			name = a.Name.Space + ":" + name
		}
		e.attrs[name] = a.Value
		if name == "aria-label" || name == "alt" {
			for _, outer := range append(open, e) {
				outer.label = outer.label || strings.TrimSpace(a.Value) != ""
			}
		}
	}
	if id, ok := e.attrs["id"]; ok {
		p.ids[id]++
	}
	p.elements = append(p.elements, e)
	return e
}

func isVoid(name string) bool {
	return strings.Contains(" area base br col embed hr img input link meta source track wbr ", " "+name+" ")
}

// all returns the elements of a name.
func (p *htmlPage) all(name string) []*htmlElement {
	var list []*htmlElement
	for _, e := range p.elements {
		if e.name == name {
			list = append(list, e)
		}
	}
	return list
}

// meta returns the content of the meta element whose attribute key has the value.
func (p *htmlPage) meta(key, value string) (content string, found bool) {
	for _, e := range p.all("meta") {
		if e.attrs[key] == value {
			return e.attrs["content"], true
		}
	}
	return "", false
}
