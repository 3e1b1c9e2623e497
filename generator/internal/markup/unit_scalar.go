package markup

import (
	"bytes"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// style is how a string is quoted.
type style struct {
	quote  byte             // that closes it; 0: none
	block  bool             // | or >, and the text on the lines below
	escape func([]byte) int // bytes of the escape that begins here; 0: none
}

var (
	plainStyle     = style{escape: func([]byte) int { return 0 }}
	singleStyle    = style{quote: '\'', escape: escapeSingle}
	doubleStyle    = style{quote: '"', escape: escapeDouble}
	attributeStyle = style{quote: '"', escape: escapeAttribute}
	blockStyle     = style{block: true, escape: plainStyle.escape}
)

func styleOf(n *yaml.Node, first byte) style {
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0 && first == '"':
		return doubleStyle
	case n.Style&yaml.SingleQuotedStyle != 0 && first == '\'':
		return singleStyle
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return blockStyle
	}
	return plainStyle
}

func escapeSingle(b []byte) int {
	if bytes.HasPrefix(b, []byte("''")) {
		return 2
	}
	return 0
}

func escapeAttribute(b []byte) int {
	if len(b) > 1 && b[0] == '\\' && (b[1] == '"' || b[1] == '\\') {
		return 2
	}
	return 0
}

// escapeDouble is YAML's; a backslash at a line's end joins it with the next.
func escapeDouble(b []byte) int {
	if len(b) < 2 || b[0] != '\\' {
		return 0
	}
	switch b[1] {
	case 'x':
		return 4
	case 'u':
		return 6
	case 'U':
		return 10
	case '\n':
		return 2 + len(b[2:]) - len(bytes.TrimLeft(b[2:], " \t\n"))
	}
	return 2
}

// scalar writes a value down, and finds where it ends in the source from at on; at itself when source and value do
// not go together. Runs of white space stand for each other: YAML folds lines and takes indents off.
func (r *reader) scalar(src []byte, at int, value string, s style) (end int) {
	from := at
	switch {
	case s.quote != 0:
		at++
	case s.block:
		at += 1 + max(0, bytes.IndexByte(src[at:], '\n'))
	}
	for rest := []byte(value); len(rest) > 0; {
		_, size := utf8.DecodeRune(rest)
		switch n := s.escape(src[at:]); {
		case n > 0 && src[at+1] == '\n':
			at += n
			continue
		case n > 0:
			r.runes(rest[:size], at)
			at += n
		case isSpace(rest[0]):
			size = len(rest) - len(bytes.TrimLeft(rest, " \t\n"))
			r.literal([]byte(" "), at)
			at += len(src[at:]) - len(bytes.TrimLeft(src[at:], " \t\n"))
		case s.block && isSpace(src[at]): // the indent of the first line
			at++
			continue
		case !bytes.HasPrefix(src[at:], rest[:size]):
			r.literal(rest, at)
			return from
		default:
			r.runes(rest[:size], at)
			at += size
		}
		rest = rest[size:]
	}
	if s.quote == 0 {
		return from + len(bytes.TrimRight(src[from:at], " \t\n"))
	}
	return at + 1 + max(0, bytes.IndexByte(src[at:], s.quote))
}

// runes writes a rune whose bytes run along with the source from at on, as far as they do.
func (r *reader) runes(b []byte, at int) {
	if len(b) == 1 {
		r.literal(b, at)
		return
	}
	for i, c := range b {
		r.put(c, at+i)
	}
}

// tag is the length of a YAML tag and the space behind it.
func tag(src []byte) int {
	if len(src) == 0 || src[0] != '!' {
		return 0
	}
	n := max(0, bytes.IndexAny(src, " \n"))
	return n + len(src[n:]) - len(bytes.TrimLeft(src[n:], " \n"))
}
