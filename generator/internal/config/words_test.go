package config

import (
	"strings"
	"testing"
)

func TestReadingDefaults(t *testing.T) {
	c := parse(t, base)
	for pageType, want := range map[string]float64{"session": 7, "handout": 7, "group-plan": 7, "template": 7, "guide": 9} {
		if got := c.Reading.GradeOf(pageType); got != want {
			t.Errorf("grade of %s: %g", pageType, got)
		}
	}
	for lang, want := range map[string]int{"en": 25, "gu": 20, "hi": 22, "ur": 0} {
		if got := c.Reading.Sentence[lang]; got != want {
			t.Errorf("words of a sentence in %s: %d", lang, got)
		}
	}
}

// TestReadingGiven sees that what is given stands beside what is not, and in one site alone.
func TestReadingGiven(t *testing.T) {
	c := parse(t, base+"reading: {grade: 8, types: {session: 6, home: 5.5}, sentence: {ur: 18}}\n")
	if r := c.Reading; r.GradeOf("guide") != 8 || r.GradeOf("session") != 6 || r.GradeOf("home") != 5.5 || r.GradeOf("handout") != 7 ||
		r.Sentence["ur"] != 18 || r.Sentence["en"] != 25 {
		t.Errorf("reading: %+v", r)
	}
	if other := parse(t, base); other.Reading.Sentence["ur"] != 0 || other.Reading.GradeOf("session") != 7 {
		t.Errorf("another site has it too: %+v", other.Reading)
	}
}

func TestWordsChecks(t *testing.T) {
	for text, want := range map[string]string{
		"reading: {sentence: {mr: 20}}":   `config.yaml:8:22: reading.sentence: "mr" is not a language of this site [config-value]`,
		"reading: {sentence: {en: 0}}":    `config.yaml:8:22: a sentence of en must be allowed more words than 0 [config-value]`,
		"words: {betray: {eng: [abuse]}}": `config.yaml:8:18: words.betray: "eng" is not a language of this site [config-value]`,
		"reading: {grade: high}":          `config.yaml:8:18: reading.grade must be a number [config-value]`,
		"words: {laon: [PSV]}":            `config.yaml:8:9: unknown key "laon" [config-key]`,
	} {
		_, faults := Parse("config.yaml", []byte(base+text))
		if got := printed(faults); !strings.Contains("\n"+got, "\n"+want+"\n") {
			t.Errorf("%s\ngives:\n%swant %s", text, got, want)
		}
	}
}
