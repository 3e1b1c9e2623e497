package config

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
)

// base is a good config that cases add to.
const base = `title: {en: Peer support, gu: સાથ}
default_language: en
languages:
  - {code: en, name: English}
  - {code: gu, name: ગુજરાતી, digits: gujr, fallback: [hi]}
  - {code: hi, name: हिन्दी}
  - {code: ur, name: اردو, dir: rtl}
`

func parse(t *testing.T, text string) *Config {
	t.Helper()
	c, faults := Parse("config.yaml", []byte(text))
	if len(faults) > 0 {
		t.Fatal(printed(faults))
	}
	return c
}

func printed(l diag.List) string {
	var b strings.Builder
	l.Sort()
	l.Print(&b)
	return b.String()
}

func TestDefaults(t *testing.T) {
	c := parse(t, base)
	if c.Day.Start != "10:00" || !*c.Search || c.DayOver || c.BaseURL != "" {
		t.Errorf("day %q, search %v", c.Day.Start, *c.Search)
	}
	want := []Language{
		{Code: "en", Name: "English", Dir: "ltr", Digits: "latn"},
		{Code: "gu", Name: "ગુજરાતી", Dir: "ltr", Digits: "gujr", Fallback: []string{"hi"}},
		{Code: "hi", Name: "हिन्दी", Dir: "ltr", Digits: "latn"},
		{Code: "ur", Name: "اردو", Dir: "rtl", Digits: "latn"},
	}
	if !reflect.DeepEqual(c.Languages, want) {
		t.Errorf("languages: %+v", c.Languages)
	}
	given := parse(t, base+"day: {start: \"09:15\"}\nsearch: false\n")
	if given.Day.Start != "09:15" || *given.Search {
		t.Errorf("given values are lost: %+v %v", given.Day, *given.Search)
	}
}

func TestChain(t *testing.T) {
	c := parse(t, base)
	for code, want := range map[string][]string{"en": {"en"}, "gu": {"gu", "hi", "en"}, "hi": {"hi", "en"}} {
		if got := c.Chain(code); !slices.Equal(got, want) {
			t.Errorf("Chain(%s) = %v, want %v", code, got, want)
		}
	}
	// The default language is where a chain ends, but it stays where it is named.
	named := parse(t, strings.Replace(base, "[hi]", "[en, hi]", 1))
	if got := named.Chain("gu"); !slices.Equal(got, []string{"gu", "en", "hi"}) {
		t.Errorf("Chain(gu) = %v", got)
	}
}

func TestChecks(t *testing.T) {
	replace := func(from, to string) string { return strings.Replace(base, from, to, 1) }
	for text, want := range map[string]string{
		replace("default_language: en", "default_language: fr"): `config.yaml:2:1: default_language "fr" is not a language of this site [config-value]`,
		replace("code: gu", "code: Gujarati"):                   `config.yaml:5:6: "Gujarati" is not a language code [config-value]`,
		replace("code: gu", "code: GU"):                         `config.yaml:5:6: "GU" is not a language code [config-value]`,
		replace("code: ur", "code: hi"):                         `config.yaml:7:6: language "hi" stands twice [config-value]`,
		replace("[hi]", "[hi, mr]"):                             `config.yaml:5:60: fallback "mr" is not another language of this site [config-value]`,
		replace("[hi]", "[gu]"):                                 `config.yaml:5:56: fallback "gu" is not another language of this site [config-value]`,
		replace("rtl", "right"):                                 `config.yaml:7:33: languages[3].dir: "right" is not known [config-value]`,
		replace("gujr", "gujarati"):                             `config.yaml:5:31: digits "gujarati" are not known [config-value]`,
		replace("dir: rtl", "locale_from: urdu-x-"):             `config.yaml:7:28: "urdu-x-" is not a language code [config-value]`,
		replace("title", "titel"):                               `config.yaml:1:1: unknown key "titel" [config-key]`,
		base + "day: {start: noon}":                             `config.yaml:8:7: day.start "noon" is not a clock time such as 10:00 [config-value]`,
		base + "day: {start: \"25:00\"}":                        `config.yaml:8:7: day.start "25:00" is not a clock time such as 10:00 [config-value]`,
		base + "base_url: example.org":                          `config.yaml:8:1: base_url "example.org" is not the address of a folder on the web [config-value]`,
		base + "lint: {link-mising: off}":                       `config.yaml:8:8: lint names no known code: "link-mising" [config-value]`,
		base + "lint: {link-missing: none}":                     `config.yaml:8:8: lint link-missing: "none" is no level [config-value]`,
		base + "editions: {kutch: {extends: gujrat}}":           `config.yaml:8:20: edition "kutch" extends "gujrat", which is not an edition [config-value]`,
		base + "bilingual: [[gu, en], [gu]]":                    `config.yaml:8:23: bilingual wants pairs of languages of this site, such as [gu, en] [config-value]`,
		base + "bilingual: [[gu, gu]]":                          `config.yaml:8:13: bilingual wants pairs of languages of this site, such as [gu, en] [config-value]`,
		base + "release: {date: today}":                         `config.yaml:8:17: release.date must be a date such as 2026-01-31 [config-value]`,
		base + "packs: [{name: a, pages: [b]}]":                 `config.yaml:8:9: "title" is missing [config-missing]`,
		base + "params: [a]":                                    `config.yaml:8:9: params must be keys with values [config-value]`,
		base + "params: {a: 1, a: 2}":                           `config.yaml:8:16: key "a" stands twice [config-duplicate]`,
	} {
		_, faults := Parse("config.yaml", []byte(text))
		if got := printed(faults); !strings.Contains("\n"+got, "\n"+want+"\n") {
			t.Errorf("%s\ngives:\n%swant %s", strings.TrimPrefix(text, base), got, want)
		}
	}
}

func TestTextIn(t *testing.T) {
	for _, c := range []struct {
		text       Text
		chain      []string
		want, lang string
	}{
		{Text{"en": "Ring", "gu": ""}, []string{"en"}, "Ring", "en"},
		{Text{"en": "Ring", "gu": ""}, []string{"gu", "hi", "en"}, "Ring", "en"},
		{Text{"en": "Ring", "gu": "ફોન કરો"}, []string{"gu", "en"}, "ફોન કરો", "gu"},
		{Text{"en": "Ring"}, []string{"gu", "hi"}, "", "gu"},
		{Text{"": "14416"}, []string{"gu", "en"}, "14416", "gu"}, // one text for all languages
	} {
		if got, lang := c.text.In(c.chain); got != c.want || lang != c.lang {
			t.Errorf("%v.In(%v) = %q, %q", c.text, c.chain, got, lang)
		}
	}
}

func TestLevels(t *testing.T) {
	c := parse(t, base+"lint: {image-unused: off, data-translation: error}\n")
	want := map[string]diag.Severity{"image-unused": diag.Off, "data-translation": diag.Error}
	if got := c.Levels(); !reflect.DeepEqual(got, want) {
		t.Errorf("levels: %v", got)
	}
}
