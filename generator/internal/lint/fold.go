package lint

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folded is a text made comparable: lower case, without nuktas, joiners and no-break, hyphens and runs of space as one
// space. Each rune keeps where it came from.
type folded struct {
	runes []rune
	at    []int // byte offsets in the text; one more for its end
}

func fold(s string) folded {
	var f folded
	var it norm.Iter
	it.InitString(norm.NFD, s)
	for !it.Done() {
		at := it.Pos()
		for _, r := range string(it.Next()) {
			f.add(r, at)
		}
	}
	f.at = append(f.at, len(s))
	return f
}

func (f *folded) add(r rune, at int) {
	switch {
	case r == zwj || r == zwnj || r == '\u00ad' || r == '\u093c' || r == '\u0abc':
		return
	case unicode.IsSpace(r) || unicode.Is(unicode.Pd, r):
		if n := len(f.runes); n > 0 && f.runes[n-1] == ' ' {
			return
		}
		r = ' '
	}
	f.runes = append(f.runes, unicode.ToLower(r))
	f.at = append(f.at, at)
}

func (f folded) text() string { return string(f.runes) }

// find calls hit for each place where word stands at the beginning of a word; tail is what follows in that word.
func (f folded) find(word folded, hit func(start, end int, tail []rune)) {
	n := len(word.runes)
	for i := 0; n > 0 && i+n <= len(f.runes); i++ {
		if f.runes[i] != word.runes[0] || !slices.Equal(f.runes[i:i+n], word.runes) || i > 0 && isWord(f.runes[i-1]) {
			continue
		}
		end := i + n
		for end < len(f.runes) && isWord(f.runes[end]) {
			end++
		}
		hit(f.at[i], f.at[end], f.runes[i+n:end])
	}
}
