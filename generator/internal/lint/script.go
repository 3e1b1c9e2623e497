package lint

import (
	"unicode"

	"golang.org/x/text/language"
)

// script is a script by its ISO 15924 code.
type script struct {
	code, name string
	table      *unicode.RangeTable
	zero       rune // of its own digits; 0 when it has none
}

// scripts are those of India's languages and of some others. A language in another one is not judged.
var scripts = []script{
	{"Latn", "Latin", unicode.Latin, 0},
	{"Deva", "Devanagari", unicode.Devanagari, '०'},
	{"Gujr", "Gujarati", unicode.Gujarati, '૦'},
	{"Beng", "Bengali", unicode.Bengali, '০'},
	{"Guru", "Gurmukhi", unicode.Gurmukhi, '੦'},
	{"Orya", "Odia", unicode.Oriya, '୦'},
	{"Taml", "Tamil", unicode.Tamil, '௦'},
	{"Telu", "Telugu", unicode.Telugu, '౦'},
	{"Knda", "Kannada", unicode.Kannada, '೦'},
	{"Mlym", "Malayalam", unicode.Malayalam, '൦'},
	{"Arab", "Arabic", unicode.Arabic, '٠'},
	{"Olck", "Ol Chiki", unicode.Ol_Chiki, '᱐'},
	{"Mtei", "Meetei Mayek", unicode.Meetei_Mayek, '꯰'},
	{"Cyrl", "Cyrillic", unicode.Cyrillic, 0},
	{"Grek", "Greek", unicode.Greek, 0},
}

// scriptOf is the script that a language is written in, or nil.
func (l *Linter) scriptOf(lang string) *script {
	code := ""
	for _, x := range l.Config.Languages {
		if x.Code == lang {
			code = x.Script
		}
	}
	if code == "" {
		s, _ := language.Make(lang).Script()
		code = s.String()
	}
	for i := range scripts {
		if scripts[i].code == code {
			return &scripts[i]
		}
	}
	return nil
}

// runeScript is the script of a letter; nil for signs that all scripts share.
func runeScript(r rune) *script {
	for i := range scripts {
		if unicode.Is(scripts[i].table, r) {
			return &scripts[i]
		}
	}
	return nil
}
