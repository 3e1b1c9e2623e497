package config

import (
	"maps"
	"slices"

	"psvsite/generator/internal/diag"
)

// Reading is how easy pages must be to read.
type Reading struct {
	Grade    float64            `yaml:"grade" doc:"the highest school grade (Flesch-Kincaid) that an English page may need"`
	Types    map[string]float64 `yaml:"types" doc:"another grade for pages of a type"`
	Sentence map[string]int     `yaml:"sentence" doc:"the most words in a sentence, by language"`
}

// Words are this site's own words, for the lints of texts.
type Words struct {
	Loan   []string            `yaml:"loan" doc:"words that stand in Latin letters in every language, as PSV"`
	Betray map[string][]string `yaml:"betray" doc:"words that the path or title of a private page may not hold, by language"`
}

// What holds where config.yaml says nothing. Sessions, handouts, group plans and templates are read aloud, or by
// people who read little; Gujarati and Hindi need fewer words for the same than English.
var (
	readingTypes    = map[string]float64{"session": 7, "handout": 7, "group-plan": 7, "template": 7}
	readingSentence = map[string]int{"en": 25, "gu": 20, "hi": 22}
)

const readingGrade = 9

// GradeOf is the highest grade that a page of the type may need.
func (r Reading) GradeOf(pageType string) float64 {
	if grade, ok := r.Types[pageType]; ok {
		return grade
	}
	return r.Grade
}

// checkWords finds languages that the site does not have, and limits that no text can keep.
func (c *Config) checkWords(report func(path, hint, format string, args ...any)) {
	known := func(path, lang string) {
		if !slices.Contains(c.Codes(), lang) {
			report(path+"."+lang, diag.DidYouMean(lang, c.Codes(), "name a code of languages"), "%s: %q is not a language of this site", path, lang)
		}
	}
	for lang, n := range c.Reading.Sentence {
		known("reading.sentence", lang)
		if n < 1 {
			report("reading.sentence."+lang, "", "a sentence of %s must be allowed more words than %d", lang, n)
		}
	}
	for lang := range c.Words.Betray {
		known("words.betray", lang)
	}
}

func (r *Reading) defaults() {
	if r.Grade == 0 {
		r.Grade = readingGrade
	}
	r.Types = over(readingTypes, r.Types)
	r.Sentence = over(readingSentence, r.Sentence)
}

// over lays what is given over what holds else.
func over[V any](base, given map[string]V) map[string]V {
	all := maps.Clone(base)
	maps.Copy(all, given)
	return all
}
