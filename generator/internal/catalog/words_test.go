package catalog

import (
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/po"
)

// imported is a site's file after an import of entries, each context, msgid and msgstr.
func imported(t *testing.T, in Input, name string, entries ...[]string) (string, string) {
	t.Helper()
	f := &po.File{}
	for i, e := range entries {
		f.Entries = append(f.Entries, po.Entry{Text: po.Text{Context: e[0], ID: e[1]}, Strings: e[2:], Line: i + 1, Lines: []int{i + 1}})
	}
	changes, faults := New(in, "gu").Import([]Source{{"x.po", f}}, false)
	var said strings.Builder
	faults.Print(&said)
	for _, f := range changes.Files {
		if f.Name == name {
			return string(f.Data), said.String()
		}
	}
	return "", said.String()
}

// TestData: a text goes in beside those of the other languages, in whatever form they stand, and no other byte changes.
func TestData(t *testing.T) {
	for _, c := range []struct{ before, want string }{
		{"- name: {en: \"A\", gu: \"x\"}   # c\n", "- name: {en: \"A\", gu: \"બ: 'ક'\"}   # c\n"},
		{"- name: {en: A, gu: x, hi: y}\n", "- name: {en: A, gu: \"બ: 'ક'\", hi: y}\n"},
		{"- name: {gu: 'it''s', en: A}\n", "- name: {gu: 'બ: ''ક''', en: A}\n"},
		{"- name: {en: A}\n", "- name: {en: A, gu: \"બ: 'ક'\"}\n"},
		{"- name: { en: \"A\" , }\n", "- name: { en: \"A\", gu: \"બ: 'ક'\" , }\n"},
		{"- name:\n    en: A   # c\n    # d\n  b: 1\n", "- name:\n    en: A   # c\n    gu: \"બ: 'ક'\"\n    # d\n  b: 1\n"},
		{"- name:\n    gu: >-\n      two\n      lines\n    en: A", "- name:\n    gu: \"બ: 'ક'\"\n    en: A"},
		{"- name:\n    en: A", "- name:\n    en: A\n    gu: \"બ: 'ક'\""},
		{"\ufeff- name:\r\n    en: A\r\n  b: 1\r\n", "\ufeff- name:\r\n    en: A\r\n    gu: \"બ: 'ક'\"\r\n  b: 1\r\n"},
	} {
		in := newInput(t, threeLanguages)
		in.Data = []File{{Name: "content/data/x.yaml", Data: []byte(c.before)}}
		got, said := imported(t, in, "content/data/x.yaml", []string{"data/x.yaml#data.name", "A", "બ: 'ક'"})
		if got != c.want || said != "" {
			t.Errorf("%q became %q, want %q\n%s", c.before, got, c.want, said)
		}
	}
	in := newInput(t, threeLanguages)
	in.Data = []File{{Name: "content/data/x.yaml", Data: []byte("- b:\n    - name: {en: A}\n  avoid: {en: [A], gu: [b]}\n  number: 1\n- name: {en: \"\"}\n")}}
	var contexts []string
	for _, d := range New(in, "gu").documents {
		for _, u := range d.units() {
			contexts = append(contexts, u.Context+" "+u.Text)
		}
	}
	if want := []string{"data/x.yaml#data.b.name A"}; !slices.Equal(contexts, want) {
		t.Errorf("texts %q, want %q", contexts, want)
	}
}

// TestInterface: strings go in where they stand, or behind the one that stands before them in the source's file.
func TestInterface(t *testing.T) {
	const en = "# Strings.\nhome: Home\n\n# of time\nminutes: {one: \"{n} minute\", other: \"{n} minutes\"}\nend: \"{1} at {2}\"\n"
	home := []string{"layouts/i18n#string.home", "Home", "ઘર"}
	minutes := []string{"layouts/i18n#string.minutes", "{n} minute", "એક મિનિટ", "{n} મિનિટ"}
	end := []string{"layouts/i18n#string.end", "{1} at {2}", "{2} {1}"}
	for _, c := range []struct {
		before, want string
		entries      [][]string
	}{
		{"", "# Strings.\nhome: \"ઘર\"\n\n# of time\n", [][]string{home}},
		{"", "# Strings.\n\n# of time\nminutes: {one: \"એક મિનિટ\", other: \"{n} મિનિટ\"}\nend: \"{2} {1}\"\n", [][]string{minutes, end}},
		{"# none yet", "# none yet\nhome: \"ઘર\"\nend: \"{2} {1}\"\n", [][]string{end, home}},
		{"home: x # c\nend: y\n", "home: ઘર # c\nminutes: {one: \"એક મિનિટ\", other: \"{n} મિનિટ\"}\nend: y\n", [][]string{home, minutes}},
		{"end: y\n", "home: \"ઘર\"\nend: y\n", [][]string{home}},
		{"end: y\r\n", "end: \"{2} {1}\"\r\n", [][]string{end}},
		{"minutes: {one: a, other: 'b'}\n", "minutes: {one: એક મિનિટ, other: '{n} મિનિટ'}\n", [][]string{minutes}},
		{"minutes: b # c\nend: y\n", "minutes: {one: \"એક મિનિટ\", other: \"{n} મિનિટ\"} # c\nend: y\n", [][]string{minutes}},
		{"minutes:\n  one: a\n  other: b\n", "minutes:\n  one: એક મિનિટ\n  other: \"{n} મિનિટ\"\n", [][]string{minutes}},
		{"minutes:\n  other: b\nend: y\n", "minutes: {one: \"એક મિનિટ\", other: \"{n} મિનિટ\"}\nend: y\n", [][]string{minutes}},
	} {
		in := newInput(t, threeLanguages)
		in.Strings = []File{{Name: "layouts/i18n/en.yaml", Lang: "en", Data: []byte(en)}}
		if c.before != "" {
			in.Strings = append(in.Strings, File{Name: "layouts/i18n/gu.yaml", Lang: "gu", Data: []byte(c.before)})
		}
		got, said := imported(t, in, "layouts/i18n/gu.yaml", c.entries...)
		if got != c.want || said != "" {
			t.Errorf("%q became\n%s\nwant\n%s\n%s", c.before, got, c.want, said)
		}
	}
	in := newInput(t, threeLanguages)
	in.Strings = []File{{Name: "layouts/i18n/en.yaml", Lang: "en", Data: []byte(en)}}
	for _, c := range []struct {
		entry []string
		want  string
	}{
		{[]string{"layouts/i18n#string.end", "{1} at {2}", "{1}"}, "x.po:1:1: the translation lacks the {2} [translation-fixed]"},
		{[]string{"layouts/i18n#string.end", "{1} at {2}", "{1} {2} {3}"}, "x.po:1:1: the translation has the {3}, which its source has not [translation-fixed]"},
		{[]string{"layouts/i18n#string.minutes", "{n} minute", "એક", "ઘણી"}, "x.po:1:1: the translation lacks the {n} [translation-fixed]"},
		{[]string{"layouts/i18n#string.minutes", "{n} minute", "એક"}, "x.po:1:1: warning: ગુજરાતી has 2 plural forms, and this entry not all of them [translation-incomplete]"},
	} {
		got, said := imported(t, in, "layouts/i18n/gu.yaml", c.entry)
		if first, _, _ := strings.Cut(said, "\n"); got != "" || first != c.want {
			t.Errorf("%q: %s\nwant %s", c.entry, said, c.want)
		}
	}
}
