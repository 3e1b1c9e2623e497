package markup

import (
	"encoding/binary"
	"iter"
)

// Kind says what a node of the body is.
type Kind uint8

// The kinds of nodes. All but HTML have holes that render fills.
const (
	HTML        Kind = iota // literal HTML
	Section                 // Index: its heading, which is its first child; runs to the next heading of level 2
	HeadingAt               // Index into Headings; children: its text
	LinkAt                  // Index into Links; children: its text
	ImageAt                 // Index into Links; children: its alternative text
	VariableAt              // Index into Variables
	DirectiveAt             // Index into Directives; children: its content
	Part                    // Index: number of the part of a directive that has several, such as a quiz
	UnitAt                  // Index into Units; children: a paragraph or a tick with its tags, of other units what stands in theirs
	ItemAt                  // Index: of the first unit in it, if it has one; children: a list item with its tags
	GroupAt                 // Index: likewise; children: a list, table or quote that stands in no other
)

// Body is a compiled body: nodes one after the other, each
//
//	kind (1 byte)  index (uvarint)  length (uvarint)  content (length bytes)
//
// where the content of an HTML node is HTML and that of every other node is a Body. It is small, can be kept on disk as
// it is, and filling its holes is copying.
type Body []byte

// Node is a piece of a body. Its slices are the body's own.
type Node struct {
	Kind     Kind
	Index    int
	HTML     []byte
	Children Body
}

// Nodes goes through the nodes of a body. It panics on bytes that markup did not write; a body read from disk is
// guarded by a checksum.
func (b Body) Nodes() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		for len(b) > 0 {
			var n Node
			n, b = b.cut()
			if !yield(n) {
				return
			}
		}
	}
}

// First returns the first node.
func (b Body) First() (n Node, rest Body) { return b.cut() }

func (b Body) cut() (n Node, rest Body) {
	n.Kind = Kind(b[0])
	at := 1
	index, size := binary.Uvarint(b[at:])
	at += size
	length, size := binary.Uvarint(b[at:])
	at += size
	content := b[at : at+int(length)]
	n.Index = int(index)
	if n.Kind == HTML {
		n.HTML = content
	} else {
		n.Children = content
	}
	return n, b[at+int(length):]
}

// appendNode appends an encoded node.
func appendNode(b []byte, kind Kind, index int, content []byte) []byte {
	b = append(b, byte(kind))
	b = binary.AppendUvarint(b, uint64(index))
	b = binary.AppendUvarint(b, uint64(len(content)))
	return append(b, content...)
}
