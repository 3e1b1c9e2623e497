package render

import (
	"testing"

	"psvsite/generator/internal/config"
)

func numbersOf(code, digits, from string) *numbers {
	return newNumbers(config.Language{Code: code, Digits: digits, LocaleFrom: from})
}

// TestNumbers: grouping is the language's (lakhs in India), digits are those that config chooses.
func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		n                   *numbers
		zero, tens, grouped string
		half, amount, whole string
	}{
		{numbersOf("en", "latn", ""), "0", "75", "1,234,567", "2.5", "62.50", "500"},
		{numbersOf("gu", "latn", ""), "0", "75", "12,34,567", "2.5", "62.50", "500"},
		{numbersOf("gu", "gujr", ""), "૦", "૭૫", "૧૨,૩૪,૫૬૭", "૨.૫", "૬૨.૫૦", "૫૦૦"},
		{numbersOf("hi", "latn", ""), "0", "75", "12,34,567", "2.5", "62.50", "500"},
		{numbersOf("hi", "deva", ""), "०", "७५", "१२,३४,५६७", "२.५", "६२.५०", "५००"},
		{numbersOf("kfr", "gujr", "gu"), "૦", "૭૫", "૧૨,૩૪,૫૬૭", "૨.૫", "૬૨.૫૦", "૫૦૦"},
	} {
		got := []string{c.n.format(0), c.n.format(75), c.n.format(1234567), c.n.format(2.5), c.n.amount(62.5), c.n.amount(500)}
		want := []string{c.zero, c.tens, c.grouped, c.half, c.amount, c.whole}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%v: %q, want %q", c.n.tag, got[i], want[i])
			}
		}
	}
}

// TestDigits: only digits change, and only where the language writes its own.
func TestDigits(t *testing.T) {
	for text, want := range map[string][2]string{
		"":           {"", ""},
		"09:30":      {"૦૯:૩૦", "०९:३०"},
		"A4, 2026":   {"A૪, ૨૦૨૬", "A४, २०२६"},
		"૧ already":  {"૧ already", "૧ already"},
		"no digits…": {"no digits…", "no digits…"},
	} {
		gu, hi, en := numbersOf("gu", "gujr", ""), numbersOf("hi", "deva", ""), numbersOf("en", "latn", "")
		if gu.digits(text) != want[0] || hi.digits(text) != want[1] || en.digits(text) != text {
			t.Errorf("%q: %q, %q, %q", text, gu.digits(text), hi.digits(text), en.digits(text))
		}
	}
}

// TestPlurals: in English nothing is plural, in Gujarati and Hindi it is singular (CLDR).
func TestPlurals(t *testing.T) {
	for code, want := range map[string][4]string{
		"en": {"other", "one", "other", "other"}, "gu": {"one", "one", "other", "other"}, "hi": {"one", "one", "other", "other"},
		"ar": {"zero", "one", "two", "few"},
	} {
		n := numbersOf(code, "latn", "")
		for i, w := range want {
			if got := n.category(i); got != w {
				t.Errorf("%s: %d is %s, want %s", code, i, got, w)
			}
		}
	}
	if got := numbersOf("kfr", "latn", "gu").category(0); got != "one" {
		t.Errorf("kfr does not take its plurals from gu: %s", got)
	}
}
