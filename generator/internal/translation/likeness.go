package translation

import (
	"strings"
	"unicode"
)

// words are the words of a text, and how often each stands in it.
type words map[string]int

func wordsOf(text string) words {
	w := words{}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) }) {
		w[word]++
	}
	if len(w) == 0 { // signs alone
		w[text]++
	}
	return w
}

func (w words) count() (n int) {
	for _, times := range w {
		n += times
	}
	return n
}

// likeness is Dice's: twice the words that two texts have in common, of all their words.
func likeness(a, b words) float64 {
	common := 0
	for word, times := range a {
		common += min(times, b[word])
	}
	return 2 * float64(common) / float64(a.count()+b.count())
}
