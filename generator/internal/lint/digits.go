package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// numeral is a number in a text, with the signs in it: 10:30, 1,000, 2014–2016.
var numeral = regexp.MustCompile(`\p{Nd}+(?:[.,:/–-]\p{Nd}+)*`)

// digits finds numbers in digits of two scripts, and digits that are neither the language's own nor 0-9.
func (l *Linter) digits(t text) {
	own := l.scriptOf(t.lang)
	if own == nil || !t.numbers {
		return
	}
	for _, at := range numeral.FindAllStringIndex(t.plain, -1) {
		n := t.plain[at[0]:at[1]]
		first := zeroOf(rune0(n))
		for _, r := range n {
			zero := zeroOf(r)
			if unicode.Is(unicode.Nd, r) && zero != first {
				t.fault("text-digits", at[0], "write all of it in the same digits", "the number %q mixes digits of two scripts", n)
				break
			}
			if unicode.Is(unicode.Nd, r) && zero != '0' && zero != own.zero {
				t.fault("text-digits", at[0], own.digitsHint(), "%q is written in digits of another script", n)
				break
			}
		}
	}
}

func (s *script) digitsHint() string {
	if s.zero == 0 {
		return "write 0-9"
	}
	return "write 0-9, or the digits of " + s.name
}

// zeroOf is the zero of a digit's script.
func zeroOf(r rune) rune {
	for _, s := range scripts {
		if s.zero != 0 && r >= s.zero && r <= s.zero+9 {
			return s.zero
		}
	}
	return '0'
}

// mixedDigits finds pages that write some numbers in 0-9 and others in the language's own digits. Phone numbers do not
// count, they are always in 0-9; nor do numbers on a Latin word, such as A4.
func (p *page) mixedDigits() {
	own := p.scriptOf(p.doc.Lang)
	if own == nil || own.zero == 0 {
		return
	}
	found := map[rune][]diag.Position{}
	for _, t := range p.texts {
		if t.kind == sourcesKind || !t.numbers {
			continue
		}
		phones := p.phones(t.plain)
		for _, at := range numeral.FindAllStringIndex(t.plain, -1) {
			inPhone := slices.ContainsFunc(phones, func(s markup.Span) bool { return s.Start <= at[0] && at[0] < s.End })
			if zero := zeroOf(rune0(t.plain[at[0]:])); !inPhone && !onLatin(t.plain[:at[0]]) {
				found[zero] = append(found[zero], t.place(at[0]))
			}
		}
	}
	native, latin := found[own.zero], found['0']
	if len(native) == 0 || len(latin) == 0 {
		p.unlikeFrame(native)
		return
	}
	pos, fewer := latin[0], "0-9"
	if len(native) < len(latin) {
		pos, fewer = native[0], own.name+" digits"
	}
	p.faults.Add("text-digits", pos, "use one kind of digits in a page; only phone numbers are always in 0-9",
		"this number is in %s, others of this page are not; in %s digits: %d, in 0-9: %d", fewer, own.name, len(native), len(latin))
}

// unlikeFrame finds a page in the language's own digits whose frame is in 0-9: there it says minutes, steps and dates.
func (p *page) unlikeFrame(native []diag.Position) {
	if len(native) > 0 && p.Config.Language(p.doc.Lang).Digits == "latn" {
		p.faults.Add("text-digits", native[0], "write 0-9, or set digits of this language in config.yaml", "numbers of this page are not in 0-9, as all around it are")
	}
}

// onLatin reports whether a text ends in a Latin letter, with or without a hyphen: A4, COVID-19.
func onLatin(s string) bool {
	s = strings.TrimSuffix(s, "-")
	return s != "" && unicode.Is(unicode.Latin, lastRune(s))
}
