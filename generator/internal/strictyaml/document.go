package strictyaml

import (
	"bytes"
	"fmt"
	"io"

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
	if at := diag.NotUTF8(data); at >= 0 {
		d.Faults.Add("text-utf8", d.at(data, at), "save it as UTF-8", "this is not UTF-8")
		return false
	}
	if at := bytes.IndexFunc(data, control); at >= 0 {
		d.Faults.Add(d.Area+"-syntax", d.at(data, at), "remove it", "an invisible control character stands here")
		return false
	}
	return true
}

func control(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f }

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
