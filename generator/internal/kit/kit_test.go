package kit

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"

	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/translation"
)

// kitFor makes the kit of a language in a site of one page.
func kitFor(t *testing.T, lang, fallback string) map[string]string {
	t.Helper()
	c, faults := config.Parse("config.yaml", []byte("title: {en: 'A <b>site</b>'}\ndefault_language: en\nlanguages:\n  - {code: en, name: English}\n"+
		"  - {code: "+lang+", name: Own, dir: rtl, fallback: ["+fallback+"]}\n"))
	set, more := translation.Read(nil)
	if len(faults)+len(more) > 0 {
		t.Fatal(faults, more)
	}
	in := catalog.Input{Config: c, Root: "content", Statements: set, Pages: []catalog.File{{
		Name: "content/en/help.md", Lang: "en", Path: "help", Data: []byte("---\ntitle: Help\nsummary: A < B\ntype: help\n---\n"),
	}}}
	files := map[string]string{}
	for _, f := range Make(Input{Config: c, Lang: lang, Catalog: catalog.New(in, lang), Terms: []data.Term{{ID: "x", Text: config.Text{"en": "ward, \"closed\""}}}}) {
		files[f.Name] = string(f.Data)
	}
	return files
}

// TestWords: every language that psvsite has words in says all of it, with the names filled in.
func TestWords(t *testing.T) {
	names, err := fs.Glob(wordFiles, "words/*.yaml")
	if err != nil || len(names) < 3 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		code := strings.TrimSuffix(strings.TrimPrefix(name, "words/"), ".yaml")
		if code == english {
			continue
		}
		files := kitFor(t, code, "en")
		start := files["start.html"]
		if !strings.Contains(start, `<section lang="`+code+`" dir="rtl">`) || !strings.Contains(start, `<section lang="en" dir="ltr">`) {
			t.Errorf("%s: the kit does not speak both languages", code)
		}
		for _, hole := range []string{"{site}", "{from}", "{to}", "<b>site"} {
			for name, text := range files {
				if strings.Contains(text, hole) && !strings.HasSuffix(name, ".po") {
					t.Errorf("%s: %s holds %s", code, name, hole)
				}
			}
		}
	}
}

// TestUnknownLanguage: a language that CLDR does not name is called by its own name, in English.
func TestUnknownLanguage(t *testing.T) {
	files := kitFor(t, "kfr", "en")
	if !strings.Contains(files["start.html"], "to translate into Own.") || !strings.Contains(files["start.html"], "<h1>Start here</h1>") {
		t.Error(files["start.html"])
	}
	if want := "\ufeffEnglish,Own,in everyday words (English),in everyday words (Own),do not use,note\r\n\"ward, \"\"closed\"\"\",,,,,\r\n"; files["glossary.csv"] != want {
		t.Errorf("the table %q, want %q", files["glossary.csv"], want)
	}
}

// TestSameBytes: a kit is made of what it is given and nothing else.
func TestSameBytes(t *testing.T) {
	a, b := kitFor(t, "gu", "en"), kitFor(t, "gu", "en")
	if len(a) != 5 {
		t.Errorf("%d files", len(a))
	}
	for name := range a {
		if !bytes.Equal([]byte(a[name]), []byte(b[name])) {
			t.Errorf("%s differs", name)
		}
	}
}
