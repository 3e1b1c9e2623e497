package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"psvsite/generator/internal/markup"
)

// closers of quotation marks and brackets.
var closers = map[rune]rune{'“': '”', '‘': '’', '«': '»', '"': '"', '\'': '\'', '(': ')', '[': ']'}

// enclosed lists what stands between quotation marks or brackets, without them. Marks that stand in a word, such as an
// apostrophe, enclose nothing.
func enclosed(s string) []markup.Span {
	var out []markup.Span
	for i, r := range s {
		closer, opens := closers[r]
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		from := i + utf8.RuneLen(r)
		after, _ := utf8.DecodeRuneInString(s[from:])
		if !opens || isLetter(before) || unicode.IsSpace(after) {
			continue
		}
		if n := closing(s[from:], closer); n > 0 {
			out = append(out, markup.Span{Start: from, End: from + n})
		}
	}
	return out
}

// closing finds the closer that stands in no word, or -1.
func closing(s string, closer rune) int {
	for at := 0; ; {
		n := strings.IndexRune(s[at:], closer)
		if n < 0 {
			return -1
		}
		at += n
		after, _ := utf8.DecodeRuneInString(s[at+utf8.RuneLen(closer):])
		if !isLetter(after) {
			return at
		}
		at += utf8.RuneLen(closer)
	}
}

func isLetter(r rune) bool { return r != utf8.RuneError && unicode.In(r, unicode.L, unicode.M) }

// mentioned reports whether s[start:end] is spoken of rather than said: it stands between quotation marks or brackets
// with at most so many words besides.
func mentioned(s string, start, end, besides int) bool {
	for _, q := range enclosed(s) {
		if q.Start <= start && end <= q.End {
			rest := len(strings.Fields(s[q.Start:start])) + len(strings.Fields(strings.TrimLeftFunc(s[end:q.End], isWord)))
			if rest <= besides {
				return true
			}
		}
	}
	return false
}
