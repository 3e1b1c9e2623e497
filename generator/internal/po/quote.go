package po

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// cut parts a line into its keyword, if it has one, and the rest, which begins with a quote or is empty.
func cut(s string) (keyword, value string) {
	i := strings.IndexAny(s, " \t\"")
	if i < 0 {
		return s, ""
	}
	return s[:i], strings.TrimSpace(s[i:])
}

// clipped is a word short enough for a message.
func clipped(s string) string {
	if r := []rune(s); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return s
}

// escapes are those of C that stand for one character.
var escapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v', '"': '"', '\\': '\\'}

// unquoted reads the text in quotes that s begins with; why says what is wrong with it.
func unquoted(s string) (text, rest, why string) {
	if s[0] != '"' {
		return "", "", "a text stands in quotes"
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '"':
			if !utf8.ValidString(b.String()) {
				return "", "", "an escape makes this text no UTF-8"
			}
			return b.String(), s[i+1:], ""
		case s[i] != '\\':
			b.WriteByte(s[i])
		default:
			c, size := escape(s[i+1:])
			if size == 0 {
				return "", "", `\ must be followed by n, t, ", \ or another escape of C`
			}
			b.WriteByte(c)
			i += size
		}
	}
	return "", "", "the closing quote is missing"
}

// escape reads what stands behind a backslash; size is 0 when it is no escape.
func escape(s string) (c byte, size int) {
	if s == "" {
		return 0, 0
	}
	if c, ok := escapes[s[0]]; ok {
		return c, 1
	}
	if s[0] == 'x' {
		return number(s, 1, 3, 16)
	}
	return number(s, 0, 3, 8)
}

// number reads digits of a base from s[from:to].
func number(s string, from, to, base int) (c byte, size int) {
	end := from
	for end < min(to, len(s)) && strings.IndexByte("0123456789abcdef"[:base], s[end]|0x20) >= 0 {
		end++
	}
	n, err := strconv.ParseUint(s[from:end], base, 8)
	if err != nil {
		return 0, 0
	}
	return byte(n), end
}
