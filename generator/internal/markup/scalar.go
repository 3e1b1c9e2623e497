package markup

import (
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Scalar finds where a text of a YAML file stands in its bytes, quotes included; end is start when that cannot be said.
// The node must come from those bytes.
func Scalar(data []byte, n *yaml.Node) (start, end int) {
	src, file := normalise(data), newOffsets(data)
	starts := lineStarts(src)
	if n.Line < 1 || n.Line > len(starts) {
		return 0, 0
	}
	at := starts[n.Line-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRune(src[at:])
		at += size
	}
	at += tag(src[at:])
	if at >= len(src) {
		return len(data), len(data)
	}
	r := &reader{}
	return file.of(at), file.of(r.scalar(src, at, n.Value, styleOf(n, src[at])))
}
