package lint

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"psvsite/generator/internal/diag"
)

// loanWords stand in Latin letters everywhere: sizes, formats, what is printed on phones. A site adds its own under
// words.loan.
var loanWords = []string{
	"PDF", "SMS", "QR", "USB", "PIN", "OTP", "ATM", "SIM", "SD", "GB", "MB", "kB", "km", "kg", "cm", "mm", "ml", "mg",
	"Wi", "Fi", "WiFi", "Bluetooth", "WhatsApp", "Android", "Chrome", "Google", "HTML", "ZIP", "OK", "TV",
}

func (l *Linter) readLoanWords() {
	l.loan = map[string]bool{}
	for _, list := range [][]string{loanWords, l.Config.Words.Loan} {
		for _, w := range list {
			for _, part := range wordsOf(w) {
				l.loan[strings.ToLower(part.text)] = true
			}
		}
	}
}

// token is a word and where it stands.
type token struct {
	text string
	at   int
}

// wordsOf lists the runs of letters and their marks.
func wordsOf(s string) []token {
	var out []token
	from := -1
	for i, r := range s + " " {
		inside := unicode.In(r, unicode.L, unicode.M) || r == zwj || r == zwnj
		switch {
		case inside && from < 0:
			from = i
		case !inside && from >= 0:
			out = append(out, token{s[from:i], from})
			from = -1
		}
	}
	return out
}

var webAddress = regexp.MustCompile(`(?i)\b(https?://\S+|[\w.+-]+@[\w-]+(\.[\w-]+)+|[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}(/\S*)?)`)

// few is how many words of another script may stand between quotation marks or brackets: a name as it is written.
const few = 4

// untranslated is from how many texts on, wholly in another script, a page is said to be so as a whole.
const untranslated = 4

// scripts judges the texts of a page. Many that have no letter of the language wait for their translation: they are
// said once.
func (p *page) scripts() {
	own := p.scriptOf(p.doc.Lang)
	var whole []text
	var waiting diag.List
	for _, t := range p.texts {
		var found diag.List
		t.faults = &found
		p.Linter.scripts(t)
		if len(found) > 0 && !strings.ContainsFunc(t.plain, func(r rune) bool { return unicode.Is(own.table, r) }) {
			whole, waiting = append(whole, t), append(waiting, found...)
		} else {
			p.faults = append(p.faults, found...)
		}
	}
	if len(whole) < untranslated {
		p.faults = append(p.faults, waiting...)
		return
	}
	p.faults.Add("text-script", whole[0].place(0), "translate them, or delete the file: readers then get the page in a fallback language",
		"%d texts of this page have no %s letter, the first of them %q", len(whole), own.name, shown(whole[0].plain))
}

// scripts finds words of mixed scripts, and words of another script than the language's.
func (l *Linter) scripts(t text) {
	own := l.scriptOf(t.lang)
	if own == nil || t.kind == sourcesKind {
		return
	}
	plain := t.plain
	if own.code != "Latn" {
		plain = webAddress.ReplaceAllStringFunc(plain, func(s string) string { return strings.Repeat(string(noProse), len(s)) })
	}
	var run foreign
	for _, w := range wordsOf(plain) {
		other, mixed := l.foreign(w.text, own)
		if mixed {
			t.fault("text-script", w.at, "a letter that looks alike was typed, or a space is missing", "%q mixes letters of %s and %s", w.text, own.name, other.name)
		}
		if other == nil || mixed || len(run.words) > 0 && !run.reaches(plain, w.at) {
			l.judge(t, run, own)
			run = foreign{}
		}
		if other != nil && !mixed {
			run.script, run.words = other, append(run.words, w)
		}
	}
	l.judge(t, run, own)
}

// foreign is a run of words in another script.
type foreign struct {
	script *script
	words  []token
}

func (f foreign) end() int { return f.words[len(f.words)-1].at + len(f.words[len(f.words)-1].text) }

// reaches reports whether only spaces and signs within a sentence lie between the run and a word behind it.
func (f foreign) reaches(s string, at int) bool {
	return strings.Trim(s[f.end():at], " -–—,'’&/") == ""
}

// foreign is the other script that a word is written in, or nil. A word in two scripts is mixed, unless what is not
// in the language's own is a loan word with an ending.
func (l *Linter) foreign(word string, own *script) (other *script, mixed bool) {
	rest, native := "", false
	for _, r := range word {
		switch s := runeScript(r); {
		case s == own:
			native = true
		case s != nil:
			rest += string(r)
			if other == nil {
				other = s
			} else if other != s {
				return other, true
			}
		}
	}
	if native && other != nil && l.loan[strings.ToLower(rest)] {
		return nil, false
	}
	return other, native && other != nil
}

// judge reports a run of words in another script, unless all are loan words or it is a name in brackets or quotes.
func (l *Linter) judge(t text, run foreign, own *script) {
	stray := ""
	for _, w := range run.words {
		if !l.loan[strings.ToLower(w.text)] && utf8.RuneCountInString(w.text) > 1 && strings.Trim(w.text, "IVX") != "" {
			stray = w.text
			break
		}
	}
	if stray == "" {
		return
	}
	start, end := run.words[0].at, run.end()
	if len(run.words) <= few && mentioned(t.plain, start, end, few) {
		return
	}
	t.fault("text-script", start, fmt.Sprintf("write it in %s, or list it under words.loan in config.yaml", own.name),
		"%q stands in %s letters", shown(t.plain[start:end]), run.script.name)
}
