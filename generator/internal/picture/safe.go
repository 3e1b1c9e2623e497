package picture

import (
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"

	"psvsite/generator/internal/diag"
)

// allowed are the elements that a drawing is made of.
const allowed = " svg g path circle ellipse rect line polyline polygon text tspan title desc defs use clipPath linearGradient radialGradient stop marker pattern "

// enough faults of one drawing are reported; more would tell its author nothing, and each costs a look through the file.
const enough = 20

// checker reads one drawing.
type checker struct {
	*Picture
	name string
	data []byte
	at   int // of the piece being looked at
}

// checkSVG reads the whole file, reports what may not stand in it, and returns the root element.
func (p *Picture) checkSVG(name string, data []byte) (root xml.StartElement, err error) {
	c := checker{Picture: p, name: name, data: data}
	d := xml.NewDecoder(bytes.NewReader(data))
	for first := true; ; {
		c.at = int(d.InputOffset())
		token, err := d.Token()
		if err == io.EOF && !first {
			return root, nil
		}
		if err != nil {
			return root, err
		}
		if e, ok := token.(xml.StartElement); ok && first {
			root, first = e, false
		}
		c.check(token)
	}
}

func (c *checker) check(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		c.element(t)
	case xml.ProcInst:
		if t.Target != "xml" {
			c.unsafe("take it out", "<?"+t.Target+"?>")
		}
	case xml.Directive:
		if bytes.ContainsAny(t, "[<") {
			c.unsafe("take it out", "declarations of its own")
		}
	}
}

func (c *checker) unsafe(hint, what string) {
	if len(c.Faults) < enough {
		c.Faults.Add("image-unsafe", diag.At(c.name, c.data, c.at), hint, "a drawing may not hold %s", what)
	}
}

func (c *checker) element(e xml.StartElement) {
	if !strings.Contains(allowed, " "+e.Name.Local+" ") || e.Name.Space != "" && e.Name.Space != "http://www.w3.org/2000/svg" {
		c.unsafe("keep to shapes and text", "<"+e.Name.Local+">")
	}
	for _, a := range e.Attr {
		if n, v := strings.ToLower(a.Name.Local), strings.TrimSpace(a.Value); leads(n, v) || n == "style" || strings.HasPrefix(n, "on") {
			c.unsafe("use attributes such as fill and stroke", "the attribute "+a.Name.Local+`="`+v+`"`)
		}
	}
}

// loading are the functions by which an attribute that CSS reads could load a file; url(#…) stays in the drawing.
var loading = regexp.MustCompile(`(?i)(?:url|src|image|image-set|cross-fade)\(`)

// leads reports whether an attribute leads out of the drawing. A backslash before a bracket hides a function's name.
func leads(name, value string) bool {
	switch {
	case name == "href":
		return !strings.HasPrefix(value, "#")
	case name == "base":
		return true
	case !strings.Contains(value, "("):
		return false
	case strings.Contains(value, `\`):
		return true
	}
	for _, at := range loading.FindAllStringIndex(value, -1) {
		if !strings.HasSuffix(strings.ToLower(value[:at[1]]), "url(") || !strings.HasPrefix(value[at[1]:], "#") {
			return true
		}
	}
	return false
}
