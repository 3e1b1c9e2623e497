package markup

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"psvsite/generator/internal/diag"
)

// places turns byte offsets of a file into positions. Offsets come mostly in order, so what was counted last is kept:
// counted anew each time, a long page of many links takes ten seconds.
type places struct {
	starts []int // of lines
	offset int   // the last one asked for
	last   diag.Position
}

// place is the position of an offset in src; one outside is clamped.
func (p *places) place(file string, src []byte, offset int) diag.Position {
	if p.starts == nil {
		p.starts = lineStarts(src)
	}
	offset = max(0, min(offset, len(src)))
	line, found := slices.BinarySearch(p.starts, offset)
	if found {
		line++
	}
	col, from := 1, p.starts[line-1]
	if p.last.Line == line && p.offset <= offset {
		col, from = p.last.Col, p.offset
	}
	p.offset = offset
	p.last = diag.Position{File: file, Line: line, Col: col + utf8.RuneCount(src[from:offset])}
	return p.last
}

func lineStarts(src []byte) []int {
	starts := make([]int, 1, 1+bytes.Count(src, []byte{'\n'}))
	for i, c := range src {
		if c == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}
