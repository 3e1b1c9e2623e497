package markup

import (
	"bytes"

	"psvsite/generator/internal/diag"
)

// Limits of a page, checked on its bytes. Beyond them goldmark needs seconds to minutes: 100,000 `>` take 7 s,
// 200 kB of `*a_ ` without a blank line 22 s, 2,000 nested lists 26 s.
const (
	maxFile  = 2 << 20
	maxBlock = 32 << 10
	maxNest  = 64
)

// limits reports what cannot be parsed at all; false means stop.
func (p *page) limits() bool {
	if len(p.src) > maxFile {
		p.doc.Faults.Add("text-size", diag.Position{File: p.doc.Name}, "split it", "the file has %d kB; a page may have 2,048", len(p.src)>>10)
		return false
	}
	if at := invalidUTF8(p.src); at >= 0 {
		p.fault("text-utf8", at, "save it as UTF-8", "this is not UTF-8")
		return false
	}
	block := 0
	for at := 0; at < len(p.src); {
		line := p.src[at:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		if block += len(line); len(bytes.TrimSpace(line)) == 0 {
			block = 0
		}
		if block > maxBlock {
			p.fault("text-block", at, "part it by blank lines", "this block has over 32 kB without a blank line")
			return false
		}
		if nesting(line) > maxNest {
			p.fault("text-nest", at, "", "this line is nested more than %d deep", maxNest)
			return false
		}
		at += len(line)
	}
	return true
}

// nesting counts the quotes, list items and steps of indent (two columns each) that a line begins with.
func nesting(line []byte) int {
	depth, columns := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		case c == '>':
			depth++
		case (c == '-' || c == '*' || c == '+') && i+1 < len(line) && line[i+1] == ' ':
			depth++
		case c >= '0' && c <= '9' || c == '.' || c == ')':
			if c == '.' || c == ')' {
				depth++
			}
		default:
			return depth + columns/2
		}
	}
	return 0
}
