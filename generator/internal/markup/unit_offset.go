package markup

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"psvsite/generator/internal/diag"
)

// offsets turns offsets in a page's source into those of its file, which may have a byte order mark and \r\n.
type offsets struct {
	mark  int   // bytes of the byte order mark
	pairs []int // offsets in the source of the line ends that were \r\n
}

func newOffsets(data []byte) offsets {
	plain := bytes.TrimPrefix(data, []byte("\ufeff"))
	o := offsets{mark: len(data) - len(plain)}
	for i := 0; i+1 < len(plain); i++ {
		if plain[i] == '\r' && plain[i+1] == '\n' {
			o.pairs = append(o.pairs, i-len(o.pairs))
		}
	}
	return o
}

func (o offsets) of(at int) int {
	before, _ := slices.BinarySearch(o.pairs, at)
	return o.mark + at + before
}

// at is the offset in the source of a position.
func (p *page) at(pos diag.Position) int {
	if p.places.starts == nil {
		p.places.starts = lineStarts(p.src)
	}
	at := p.places.starts[min(pos.Line, len(p.places.starts))-1]
	for range pos.Col - 1 {
		_, size := utf8.DecodeRune(p.src[at:])
		at += size
	}
	return at
}
