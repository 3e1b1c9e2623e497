package lint

import (
	"math"
	"strings"
	"sync"
	"testing"

	"psvsite/generator/internal/markup"
)

func newDocument(path string) *markup.Document {
	return markup.Parse("content/en/"+path+".md", "en", path, []byte("---\ntitle: A\nsummary: B.\ntype: page\n---\n"))
}

func TestSyllables(t *testing.T) {
	for want, words := range map[int]string{
		0: "2014 સાથ '",
		1: "a I the one time make made asked helped hear stays groups voice close quotes speech called hmm",
		2: "person people listen table little candles wanted ended pages boxes safely someone going quiet client " +
			"useful statement agreed carried language everyone settled safety TV",
		3: "family hospital volunteer idea video radio audience volunteers' confidence somebody priestesses PSV",
		4: "recovery society material experience priority ability supervision WC",
		5: "opportunity electricity",
	} {
		for _, w := range strings.Fields(words) {
			if got := syllables(w); got != want {
				t.Errorf("%s: %d syllables, want %d", w, got, want)
			}
		}
	}
}

func TestGrade(t *testing.T) {
	s := score{sentences: 2, words: 20, syllables: 30}
	if got := s.grade(); math.Abs(got-6.01) > 0.001 { // 0.39 × 10 + 11.8 × 1.5 - 15.59
		t.Errorf("grade %g", got)
	}
	counted := score{known: &sync.Map{}}
	if n := counted.sentence("Stay. In 2014, 20 of the peers' friends came."); n != 7 || counted.sentences != 1 || counted.words != 7 || counted.syllables != 8 {
		t.Errorf("%d words, %+v", n, counted)
	}
}
