package render

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"psvsite/generator/internal/config"
)

// numbers writes numbers as one language does, in the digits that config chooses.
type numbers struct {
	tag     language.Tag
	printer *message.Printer
	small   [1000]string // the numbers that pages are full of, written once
	zero    rune         // the digit 0
}

func newNumbers(l config.Language) *numbers {
	code := l.Code
	if l.LocaleFrom != "" {
		code = l.LocaleFrom
	}
	tag, err := language.Parse(code + "-u-nu-" + l.Digits)
	if err != nil {
		tag = language.Make(code)
	}
	n := &numbers{tag: tag, printer: message.NewPrinter(tag)}
	for i := range n.small {
		n.small[i] = n.printer.Sprint(number.Decimal(i))
	}
	n.zero = []rune(n.small[0])[0]
	return n
}

// format writes an int or a float.
func (n *numbers) format(v any) string {
	if i, ok := v.(int); ok && i >= 0 && i < len(n.small) {
		return n.small[i]
	}
	return n.printer.Sprint(number.Decimal(v))
}

// amount writes money: two decimals unless it is whole.
func (n *numbers) amount(f float64) string {
	if f == float64(int(f)) {
		return n.format(int(f))
	}
	return n.printer.Sprint(number.Decimal(f, number.Scale(2)))
}

// digits writes the digits of a string in the language's own.
func (n *numbers) digits(s string) string {
	if n.zero == '0' {
		return s
	}
	out := []rune(s)
	for i, r := range out {
		if r >= '0' && r <= '9' {
			out[i] = n.zero + r - '0'
		}
	}
	return string(out)
}

// category is the CLDR plural category of a whole number.
func (n *numbers) category(i int) string {
	return categoryNames[plural.Cardinal.MatchPlural(n.tag, i, 0, 0, 0, 0)]
}
