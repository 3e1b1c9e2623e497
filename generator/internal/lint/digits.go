package lint

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"psvsite/generator/internal/diag"
)

// numeral is a number in a text, with the signs in it: 10:30, 1,000, 2014–2016.
var numeral = regexp.MustCompile(`\p{Nd}+(?:[.,:/–-]\p{Nd}+)*`)

// digits finds numbers in digits of two scripts, and digits that are neither the language's own nor 0-9.
func (l *Linter) digits(t text) {
	own := l.scriptOf(t.lang)
	if own == nil {
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
				t.fault("text-digits", at[0], fmt.Sprintf("write 0-9, or the digits of %s", own.name), "%q is written in digits of another script", n)
				break
			}
		}
	}
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
	found := map[bool][]diag.Position{}
	for _, t := range p.texts {
		if t.kind == sourcesKind {
			continue
		}
		for _, at := range numeral.FindAllStringIndex(t.plain, -1) {
			if n := t.plain[at[0]:at[1]]; !p.phone(n) && !onLatin(t.plain[:at[0]]) {
				native := zeroOf(rune0(n)) == own.zero
				found[native] = append(found[native], t.place(at[0]))
			}
		}
	}
	native, latin := found[true], found[false]
	if len(native) == 0 || len(latin) == 0 {
		return
	}
	pos, fewer := latin[0], "0-9"
	if len(native) < len(latin) {
		pos, fewer = native[0], own.name+" digits"
	}
	p.faults.Add("text-digits", pos, "use one kind of digits in a page; only phone numbers are always in 0-9",
		"this number is in %s, others of this page are not: %d numbers in %s digits, %d in 0-9", fewer, len(native), own.name, len(latin))
}

// phone reports whether a number is one that is dialled.
func (l *Linter) phone(n string) bool {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Nd, r) {
			return '0' + r - zeroOf(r)
		}
		return -1
	}, n)
	return l.numbers[plain] || len(plain) >= 7 && !isDate(n)
}

// onLatin reports whether a text ends in a Latin letter, with or without a hyphen: A4, COVID-19.
func onLatin(s string) bool {
	s = strings.TrimSuffix(s, "-")
	return s != "" && unicode.Is(unicode.Latin, lastRune(s))
}
