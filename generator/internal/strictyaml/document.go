package strictyaml

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
)

// maxFile is the most bytes that a file may have; the library takes seconds for more.
const maxFile = 2 << 20

// Decode parses data and fills into, a pointer to a struct, slice or map.
func (d *Decoder) Decode(data []byte, into any) {
	if !d.legible(data) {
		return
	}
	var n yaml.Node
	if err := Parse(data, &n); err != nil {
		d.Syntax(data, err)
		return
	}
	d.DecodeNode(&n, into)
}

// legible reports what the library would say without a place: too many bytes, not UTF-8, control characters.
func (d *Decoder) legible(data []byte) bool {
	if len(data) > maxFile {
		d.Faults.Add("text-size", diag.Position{File: d.File}, "split it", "the file has %d kB; it may have 2,048", len(data)>>10)
		return false
	}
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			d.Faults.Add("text-utf8", d.at(data, i), "save it as UTF-8", "this is not UTF-8")
			return false
		case r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f:
			d.Faults.Add(d.Area+"-syntax", d.at(data, i), "remove it", "an invisible control character stands here")
			return false
		}
		i += n
	}
	return true
}

// Parse reads one document as nodes. The library passes over what follows a document; here it is an error.
func Parse(data []byte, n *yaml.Node) error {
	documents := yaml.NewDecoder(bytes.NewReader(data))
	if err := documents.Decode(n); err != nil && err != io.EOF {
		return err
	}
	var second yaml.Node
	if err := documents.Decode(&second); err == nil {
		return fmt.Errorf("line %d: a second document begins above this line", second.Line)
	} else if err != io.EOF {
		return err
	}
	return nil
}

// at is the place of a byte of the YAML in its file.
func (d *Decoder) at(data []byte, offset int) diag.Position {
	pos := diag.At(d.File, data, offset)
	pos.Line += d.Line
	return pos
}
