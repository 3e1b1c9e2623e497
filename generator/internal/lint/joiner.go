package lint

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	zwnj = '\u200c'
	zwj  = '\u200d'
)

// invisible are signs that nobody sees, and that keep words from being found, broken or read aloud.
var invisible = map[rune]string{
	'\u00a0': "a no-break space", '\u202f': "a narrow no-break space", '\u00ad': "a soft hyphen", '\u200b': "a zero-width space",
	'\u2060': "a word joiner", '\ufeff': "a byte order mark", '\u034f': "a grapheme joiner", '\u180e': "a vowel separator",
	'\u2028': "a line separator", '\u2029': "a paragraph separator",
}

// direction are marks that only scripts from right to left need.
var direction = map[rune]string{
	'\u200e': "a left-to-right mark", '\u200f': "a right-to-left mark", '\u061c': "an Arabic letter mark",
	'\u202a': "a direction mark", '\u202b': "a direction mark", '\u202c': "a direction mark", '\u202d': "a direction mark", '\u202e': "a direction mark",
	'\u2066': "a direction mark", '\u2067': "a direction mark", '\u2068': "a direction mark", '\u2069': "a direction mark",
}

// joiners finds invisible signs where they do nothing, each kind once in a text. A joiner or non-joiner behind a virama
// says how a conjunct is drawn (क्‍ष, क्‌ष) and is right; so it is between Arabic letters, and in emoji.
func (t text) joiners() {
	seen := map[rune]bool{}
	for i, r := range t.plain {
		if r < '\u00a0' {
			continue
		}
		name := invisible[r]
		if mark := direction[r]; mark != "" && !rightToLeft(t.plain) {
			name = mark
		}
		if (r == zwj || r == zwnj) && !joins(t.plain, i) {
			name = map[rune]string{zwj: "a zero-width joiner", zwnj: "a zero-width non-joiner"}[r]
		}
		if name == "" || seen[r] {
			continue
		}
		seen[r] = true
		t.fault("text-joiner", i, "delete it; it is often pasted from a word processor or a chat",
			"%s (%s) stands here unseen%s", name, fmt.Sprintf("%U", r), around(t.plain, i, r))
	}
}

// joins reports whether the joiner at i has something to join or to part.
func joins(s string, i int) bool {
	before, after := lastRune(s[:i]), rune0(s[i+utf8.RuneLen(zwj):])
	switch {
	case norm.NFC.PropertiesString(string(before)).CCC() == virama:
		return true
	case unicode.Is(unicode.Arabic, before):
		return unicode.Is(unicode.Arabic, after)
	case unicode.Is(unicode.Bengali, before): // ya-phalaa behind ra
		return norm.NFC.PropertiesString(string(after)).CCC() == virama
	}
	return (unicode.Is(unicode.So, before) || unicode.Is(unicode.Sk, before) || before == '\ufe0f') && unicode.Is(unicode.So, after)
}

// virama is the combining class that all viramas share.
const virama = 9

func rightToLeft(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Arabic, unicode.Hebrew) {
			return true
		}
	}
	return false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// around names the word that an invisible sign stands at.
func around(s string, i int, r rune) string {
	from, to := i, i+utf8.RuneLen(r)
	for from > 0 && isWord(lastRune(s[:from])) {
		from -= utf8.RuneLen(lastRune(s[:from]))
	}
	for to < len(s) && isWord(rune0(s[to:])) {
		to += utf8.RuneLen(rune0(s[to:]))
	}
	gap := ""
	if unicode.IsSpace(r) {
		gap = " "
	}
	word := s[from:i] + gap + s[i+utf8.RuneLen(r):to]
	if strings.TrimSpace(word) == "" {
		return ""
	}
	return fmt.Sprintf(", in %q", word)
}
