package lint

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"psvsite/generator/internal/markup"
)

var (
	// amount is rupees before or behind a number.
	amount = regexp.MustCompile(`(?i)(?:₹|\bRs\.?|\bINR|રૂ\.?|રૂપિયા|रु\.?|रुपये)\s*\p{Nd}(?:[\p{Nd},.]*\p{Nd})?` +
		`|\p{Nd}[\p{Nd},.]*\s*(?:rupees?\b|/-|રૂપિયા|રૂપિયો|રૂ\.?|रुपये|रुपए|रुपया|रुपयों|रु\.?)`)
	// dialled is what may be a phone number: digits with spaces, hyphens or brackets between.
	dialled = regexp.MustCompile(`\+?\p{Nd}(?:[ ()‑-]{0,2}\p{Nd})*`)
	date    = regexp.MustCompile(`^\d{4}-\d\d-\d\d$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$`)
	year    = regexp.MustCompile(`^(19|20)\d\d$`)
)

// phones finds the numbers in a text that one dials: those of the data, and others of seven digits or more.
func (l *Linter) phones(s string) []markup.Span {
	var out []markup.Span
	for _, at := range dialled.FindAllStringIndex(s, -1) {
		n := latin(s[at[0]:at[1]])
		digits := strings.Map(digitsOnly, n)
		alone := !isWord(lastRune(s[:at[0]])) && !isWord(rune0(s[at[1]:])) && !partOfNumeral(s, at)
		if alone && (l.numbers[digits] || len(digits) >= 7 && !isDate(n)) {
			out = append(out, markup.Span{Start: at[0], End: at[1]})
		}
	}
	return out
}

// partOfNumeral reports whether a number goes on before or behind it, over a point, a comma or a dash.
func partOfNumeral(s string, at []int) bool {
	for _, m := range numeral.FindAllStringIndex(s, -1) {
		if m[0] < at[0] && at[0] < m[1] || m[0] < at[1] && at[1] < m[1] {
			return true
		}
	}
	return false
}

// isDate reports whether digits are a date, or years.
func isDate(n string) bool {
	parts := strings.FieldsFunc(n, func(r rune) bool { return strings.ContainsRune(" -–/", r) })
	return date.MatchString(n) || !slices.ContainsFunc(parts, func(s string) bool { return !year.MatchString(s) })
}

// latin writes digits of any script as 0-9.
func latin(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Nd, r) {
			return '0' + r - zeroOf(r)
		}
		return r
	}, s)
}
