package markup

import (
	"bytes"

	"psvsite/generator/internal/diag"
)

// Limits of a page, checked on its bytes. Beyond them goldmark needs seconds to minutes, or all memory: 100,000 `>`
// take 7 s, 200 kB of `*a_ ` without a blank line 22 s, 2,000 nested lists 26 s, and a table of 5,000 columns in a file
// of 30 kB more than 3 GB.
const (
	maxFile  = 2 << 20
	maxBlock = 32 << 10
	maxNest  = 64
	maxCells = 200_000     // of tables
	maxWork  = 500_000_000 // signs that may open emphasis or a link, times the bytes of their block
)

// limits reports what cannot be parsed at all; false means stop.
func (p *page) limits() bool {
	if len(p.src) > maxFile {
		p.doc.Faults.Add("text-size", diag.Position{File: p.doc.Name}, "split it into several pages", "the file has %d kB; a page may have 2,048", len(p.src)>>10)
		return false
	}
	if at := diag.NotUTF8(p.src); at >= 0 {
		p.fault("text-utf8", at, "save it as UTF-8", "this is not UTF-8")
		return false
	}
	var m meter
	for at := 0; at < len(p.src); {
		line := p.src[at:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		if nesting(line) > maxNest {
			p.fault("text-nest", at, "take away the signs or spaces it begins with", "this line is nested more than %d deep", maxNest)
			return false
		}
		if message := m.line(line); message != "" {
			p.fault("text-block", at, "part it by blank lines", "%s", message)
			return false
		}
		at += len(line)
	}
	return true
}

// meter adds up what the blocks of a page cost.
type meter struct {
	bytes, signs, lines, pipes int // of the block; pipes: the most in one line
	work, cells                int // of the blocks before it
}

// line takes in a line and says what is too much.
func (m *meter) line(line []byte) string {
	if len(bytes.TrimSpace(line)) == 0 {
		*m = meter{work: m.total(), cells: m.table()}
		return ""
	}
	m.bytes += len(line)
	m.lines++
	pipes := 0
	for _, c := range line {
		switch c {
		case '*', '_', '~', '[':
			m.signs++
		case '|':
			pipes++
		}
	}
	m.pipes = max(m.pipes, pipes)
	switch {
	case m.bytes > maxBlock:
		return "this block has over 32 kB without a blank line"
	case m.total() > maxWork:
		return "the long blocks of this page hold too many of the signs * _ ~ ["
	case m.table() > maxCells:
		return "the tables of this page have over 200,000 cells"
	}
	return ""
}

func (m *meter) total() int { return m.work + m.signs*m.bytes }

func (m *meter) table() int { return m.cells + m.pipes*m.lines }

// nesting counts the quotes, list items and steps of indent (two columns each) that a line begins with.
func nesting(line []byte) int {
	depth, columns := 0, 0
	for i := 0; i < len(line); i++ {
		next := byte('\n')
		if i+1 < len(line) {
			next = line[i+1]
		}
		item := next == ' ' || next == '\t' || next == '\n'
		switch c := line[i]; {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		case c == '>':
			depth++
		case (c == '-' || c == '*' || c == '+') && item:
			depth++
		case c >= '0' && c <= '9':
		case (c == '.' || c == ')') && item && i > 0 && line[i-1] >= '0' && line[i-1] <= '9':
			depth++
		case c == '\n':
			return depth
		default:
			return depth + columns/2
		}
	}
	return depth
}
