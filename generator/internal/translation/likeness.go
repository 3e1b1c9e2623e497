package translation

import (
	"math"
	"strings"
	"unicode"

	"psvsite/generator/internal/markup"
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

// weights say what a word counts on a page: the fewer of its texts have it, the more. Two short plain sentences share "the"
// and "you" by chance, but hardly "bus pass". The measure is the inverse document frequency (Spärck Jones, 1972).
type weights struct {
	of      map[string]float64
	strange float64 // of a word that no text of the page has
}

func weigh(texts []markup.UnitFact) weights {
	w := weights{of: map[string]float64{}}
	for _, u := range texts {
		for word := range wordsOf(u.Text) {
			w.of[word]++
		}
	}
	all := float64(len(texts))
	for word, with := range w.of {
		w.of[word] = math.Log1p(all / with)
	}
	w.strange = math.Log1p(all)
	return w
}

func (w weights) word(word string) float64 {
	if weight, ok := w.of[word]; ok {
		return weight
	}
	return w.strange
}

func (w weights) sum(of words) (sum float64) {
	for word, times := range of {
		sum += float64(times) * w.word(word)
	}
	return sum
}

// likeness is Dice's, of weighed words: twice what two texts have in common, of all that they have.
func (w weights) likeness(a, b words) float64 {
	common := 0.0
	for word, times := range a {
		common += float64(min(times, b[word])) * w.word(word)
	}
	return 2 * common / (w.sum(a) + w.sum(b))
}
