package render

import (
	"strings"
	"testing"
)

const threeLanguages = `title: {en: Test}
default_language: en
languages:
  - {code: en, name: English}
  - {code: gu, name: ગુજરાતી, digits: gujr, fallback: [hi]}
  - {code: hi, name: हिन्दी, digits: deva}
`

const enStrings = `home: Home
help: Help
only_en: English alone
minutes: {one: "{n} minute", other: "{n} minutes"}
of: {one: "{n} page of {1}, {2}", other: "{n} pages of {1}, {2}"}
version: "Version {1}, {2}"
date: "{1} {2} {3}"
month_3: March
list_two: "{1} and {2}"
list_middle: "{1}, {2}"
list_end: "{1}, and {2}"
money_INR: "₹{1}"
money_USD: "{1} dollars"
`

const guStrings = `home: ઘર
minutes: "{n} મિનિટ"
of: {one: "{1} {n}", other: "{2} {n}"}
version: "{2} {1}"
date: "{1} {2}, {3}"
month_3: માર્ચ
list_two: "{1} અને {2}"
list_end: "{1} અને {2}"
`

const hiStrings = `home: घर
help: मदद
minutes: {one: "{n} मिनट", other: "{n} मिनटों"}
month_3: मार्च
`

// locales loads the three languages above.
func locales(t *testing.T, more ...File) (*Layouts, string) {
	files := []File{
		{Path: "i18n/en.yaml", Name: "layouts/i18n/en.yaml", Data: []byte(enStrings)},
		{Path: "i18n/gu.yaml", Name: "layouts/i18n/gu.yaml", Data: []byte(guStrings)},
		{Path: "i18n/hi.yaml", Name: "layouts/i18n/hi.yaml", Data: []byte(hiStrings)},
	}
	l, faults := Load(testConfig(t, threeLanguages), append(files, more...))
	var b strings.Builder
	faults.Sort()
	faults.Print(&b)
	return l, b.String()
}

// must is for strings that are there.
func must(t *testing.T, s string, err error) string {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
	return s
}

func TestStringsFallBack(t *testing.T) {
	l, faults := locales(t)
	for key, want := range map[string][3]string{
		"home": {"Home", "ઘર", "घर"}, "help": {"Help", "मदद", "मदद"}, "only_en": {"English alone", "English alone", "English alone"},
	} {
		for i, code := range []string{"en", "gu", "hi"} {
			if got := l.Text(code, key); got != want[i] {
				t.Errorf("%s in %s is %q", key, code, got)
			}
		}
	}
	for _, want := range []string{
		"layouts/i18n/gu.yaml: warning: interface strings are missing: help, list_middle, money_INR, money_USD, only_en [text-missing]",
		"layouts/i18n/hi.yaml: warning: interface strings are missing: date, list_end, list_middle, list_two, money_INR",
	} {
		if !strings.Contains(faults, want) {
			t.Errorf("faults:\n%swant %s", faults, want)
		}
	}
	if strings.Contains(faults, "en.yaml") {
		t.Errorf("the source language misses nothing:\n%s", faults)
	}
	if _, err := l.langs["en"].text("nowhere"); err == nil {
		t.Error("a string that is nowhere is no error")
	}
	if _, err := l.langs["en"].count("nowhere", 1); err == nil {
		t.Error("a string that is nowhere is no error")
	}
}

func TestStringsPlaces(t *testing.T) {
	l, _ := locales(t)
	en, gu, hi := l.langs["en"], l.langs["gu"], l.langs["hi"]
	text := func(s string, err error) string { return must(t, s, err) }
	for _, c := range []struct{ got, want string }{
		{text(en.text("version", "0.1", "March")), "Version 0.1, March"},
		{text(gu.text("version", "0.1", "માર્ચ")), "માર્ચ 0.1"},
		{text(en.text("version", "{2}", "{1}")), "Version {2}, {1}"}, // what is filled in stays as it is
		{text(en.text("version")), "Version {1}, {2}"},
		{text(en.count("minutes", 1)), "1 minute"},
		{text(en.count("minutes", 0)), "0 minutes"},
		{text(en.count("minutes", 1234)), "1,234 minutes"},
		{text(gu.count("minutes", 10)), "૧૦ મિનિટ"},
		{text(hi.count("minutes", 1)), "१ मिनट"},
		{text(hi.count("minutes", 123456)), "१,२३,४५६ मिनटों"},
		{text(en.count("of", 1, "{n}", "b")), "1 page of {n}, b"},
		{text(gu.count("of", 0, "a", "b")), "a ૦"},
		{text(gu.count("of", 2, "a", "b")), "b ૨"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestDatesListsMoney(t *testing.T) {
	l, _ := locales(t)
	en, gu, hi := l.langs["en"], l.langs["gu"], l.langs["hi"]
	text := func(s string, err error) string { return must(t, s, err) }
	for _, c := range []struct{ got, want string }{
		{text(en.date("2026-03-05")), "5 March 2026"},
		{text(gu.date("2026-03-05")), "૫ માર્ચ, ૨૦૨૬"},
		{text(hi.date("2026-03-05")), "५ मार्च २०२६"},
		{text(en.date("")), ""},
		{text(en.date("soon")), "soon"},
		{en.clock(570), "09:30"},
		{gu.clock(570), "૦૯:૩૦"},
		{hi.clock(0), "००:००"},
		{en.clock(24*60 + 15), "00:15"},
		{text(en.list(nil)), ""},
		{text(en.list([]string{"a"})), "a"},
		{text(en.list([]string{"a", "b"})), "a and b"},
		{text(en.list([]string{"a", "b", "c"})), "a, b, and c"},
		{text(en.list([]string{"a", "b", "c", "d"})), "a, b, c, and d"},
		{text(en.list([]string{"{2}", "{1}", "c"})), "{2}, {1}, and c"},
		{text(gu.list([]string{"ક", "ખ", "ગ"})), "ક, ખ અને ગ"},
		{text(en.money("", 1000)), "₹1,000"},
		{text(gu.money("INR", 123456)), "₹૧,૨૩,૪૫૬"},
		{text(hi.money("INR", 62.5)), "₹६२.५०"},
		{text(en.money("USD", 3)), "3 dollars"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
	if _, err := en.date("2026-04-01"); err == nil {
		t.Error("a month without a name is no error")
	}
	if _, err := en.money("XYZ", 1); err == nil {
		t.Error("a currency without a sign is no error")
	}
}

// TestStringFaults: what cannot be an interface string is said at its line.
func TestStringFaults(t *testing.T) {
	for text, want := range map[string]string{
		"a: [b]":       "layouts/i18n/gu.yaml:1:4: a must be text, or texts by plural category [text-value]",
		"a: {two: b}":  "layouts/i18n/gu.yaml:1:4: a lacks the category other [text-value]",
		"a: {some: b}": `layouts/i18n/gu.yaml:1:5: "some" is no plural category [text-value]`,
		"a: b\na: c":   `layouts/i18n/gu.yaml:2:1: key "a" stands twice [text-duplicate]`,
		"a: b: c":      "[text-syntax]",
		"a: &x b":      "[text-alias]",
	} {
		_, faults := locales(t, File{Path: "i18n/gu.yaml", Name: "layouts/i18n/gu.yaml", Data: []byte(text)})
		if !strings.Contains(faults, want) {
			t.Errorf("%q:\n%swant %s", text, faults, want)
		}
	}
}
