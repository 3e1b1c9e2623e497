package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"psvsite/generator/internal/markup"
)

// term is a word to avoid, and what to say instead.
type term struct {
	word     folded
	instead  string
	original string
}

// besides is how many words may stand beside a word that is only mentioned: “the term X”.
const besides = 2

// readTerms takes the words to avoid out of the term base, longer ones first.
func (l *Linter) readTerms() {
	l.terms = map[string][]term{}
	for _, t := range l.Data.Terms {
		for lang, words := range t.Avoid {
			for _, w := range words {
				l.terms[lang] = append(l.terms[lang], term{fold(w), t.Text[lang], w})
			}
		}
	}
	for _, list := range l.terms {
		slices.SortStableFunc(list, func(a, b term) int { return cmp.Compare(len(b.word.runes), len(a.word.runes)) })
	}
}

// avoid finds words of the term base that a text should not hold. One between quotation marks is spoken of, not used.
func (l *Linter) avoid(t text) {
	if t.kind == sourcesKind || t.kind == termKind {
		return
	}
	var said []markup.Span
	for _, w := range l.terms[t.lang] {
		t.folded.find(w.word, func(start, end int, tail []rune) {
			within := slices.ContainsFunc(said, func(s markup.Span) bool { return s.Start <= start && start < s.End })
			if within || !inflected(tail) || mentioned(t.plain, start, end, besides) {
				return
			}
			said = append(said, markup.Span{Start: start, End: end})
			hint := ""
			if w.instead != "" {
				hint = fmt.Sprintf("say %q", w.instead)
			}
			t.fault("term-avoid", start, hint, "%q is a word to avoid", strings.Trim(t.plain[start:end], "\n"))
		})
	}
}

// inflected reports whether a word with this tail is still the word: in Latin letters a plural, in others any short
// ending, since Gujarati and Hindi write cases and plurals behind the word.
func inflected(tail []rune) bool {
	if len(tail) == 0 || string(tail) == "s" || string(tail) == "es" {
		return true
	}
	return len(tail) <= 4 && !slices.ContainsFunc(tail, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}
