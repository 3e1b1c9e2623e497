package lint

import (
	"slices"
	"strings"
	"unicode"

	"psvsite/generator/internal/diag"
)

// betraying are words that the path or title of a private page may not hold: they stand in the list of pages that a
// phone keeps, and in what is shared. A site adds its own under words.betray.
var betraying = map[string][]string{
	"en": {"abuse", "violence", "violent", "beat", "rape", "sexual", "assault", "suicide", "die", "kill", "police", "husband", "shelter"},
	"gu": {"હિંસા", "અત્યાચાર", "મારપીટ", "બળાત્કાર", "આત્મહત્યા", "મૃત્યુ", "પોલીસ", "પતિ"},
	"hi": {"हिंसा", "अत्याचार", "मारपीट", "बलात्कार", "आत्महत्या", "मृत्यु", "पुलिस", "पति"},
}

// private judges the path and title of a private page. Paths are in Latin letters, so they are held against English.
func (p *page) private() {
	if !p.doc.Front.Private {
		return
	}
	hint := "a neutral name: it stays in the phone's list of pages"
	p.betrays(strings.ReplaceAll(p.doc.Path, "/", " "), "en", diag.Position{File: p.doc.Name, Line: 1, Col: 1}, "path", hint)
	p.betrays(p.doc.Front.Title, p.doc.Lang, p.doc.Positions.At("title"), "title", hint)
}

func (p *page) betrays(s, lang string, pos diag.Position, what, hint string) {
	f := fold(s)
	for _, word := range slices.Concat(betraying[lang], p.Config.Words.Betray[lang]) {
		found := false
		f.find(fold(word), func(_, _ int, tail []rune) {
			found = found || slices.Contains(englishEndings, string(tail)) || len(tail) <= 4 && !unicode.Is(unicode.Latin, rune0(string(tail)))
		})
		if found {
			p.faults.Add("path-private", pos, hint, "the %s of this private page holds %q", what, word)
		}
	}
}

var englishEndings = []string{"", "s", "d", "r", "es", "ed", "en", "er", "rs", "ers", "ing", "ings", "ful"}
