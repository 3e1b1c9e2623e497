// Package strictyaml reads YAML into Go structs and says where every fault stands.
//
// In: YAML bytes and where they begin in their file. Out: a filled struct, the position of every key by its path
// (`objectives[1]`, `days[0].start`), and diagnostics: unknown keys with the nearest known one, doubled keys,
// wrong types, broken syntax. It never guesses a value, never follows aliases (so no YAML bomb can go off) and
// never stops at the first fault.
package strictyaml

import (
	"reflect"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
)

// Source says where YAML stands, so that faults carry the file's own lines.
type Source struct {
	File string // slash-separated, relative to the project
	Line int    // lines of the file before the YAML's first line
	Area string // first part of the codes: config, front, data, text
}

// Positions maps the path of a value to where its key (or list item) stands.
type Positions map[string]diag.Position

// At returns the position of path, or of its nearest parent, or the start of the file.
func (p Positions) At(path string) diag.Position {
	for {
		if pos, ok := p[path]; ok {
			return pos
		}
		i := strings.LastIndexAny(path, ".[")
		if i < 0 {
			return p[""]
		}
		path = path[:i]
	}
}

// Unmarshaler is a type that reads itself from a node.
type Unmarshaler interface {
	UnmarshalNode(n *yaml.Node, d *Decoder, path string)
}

// Decoder walks one document.
type Decoder struct {
	Source
	Positions Positions
	Faults    diag.List
}

// NewDecoder returns a decoder for one document of src.
func NewDecoder(src Source) *Decoder {
	return &Decoder{Source: src, Positions: Positions{"": {File: src.File, Line: src.Line + 1, Col: 1}}}
}

// DecodeNode fills into from a parsed document; of an empty one only the keys are missed that a struct demands.
func (d *Decoder) DecodeNode(n *yaml.Node, into any) {
	if n.Kind == yaml.DocumentNode {
		n = n.Content[0]
	}
	v := pointee(into)
	if n.Kind == 0 || isNull(n) {
		if v.Kind() != reflect.Struct {
			return
		}
		n = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	}
	if !d.aliases(n) {
		d.value(n, v, "", options{})
	}
}

// aliases reports anchors and aliases, which content has no use for and an attacker has.
func (d *Decoder) aliases(n *yaml.Node) bool {
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		d.Fault("alias", n, "write the value out", "anchors and aliases are not used here")
		return true
	}
	found := false
	for _, c := range n.Content {
		found = d.aliases(c) || found
		if found {
			break
		}
	}
	return found
}

// Pos is where a node stands in the file.
func (d *Decoder) Pos(n *yaml.Node) diag.Position {
	return diag.Position{File: d.File, Line: d.Line + n.Line, Col: n.Column}
}

// Fault records a fault at a node; kind is the second part of the code.
func (d *Decoder) Fault(kind string, n *yaml.Node, hint, format string, args ...any) {
	d.Faults.Add(d.Area+"-"+kind, d.Pos(n), hint, format, args...)
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }
