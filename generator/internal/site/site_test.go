package site

import (
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/picture"
)

const settings = `title: {en: Test}
default_language: en
languages:
  - {code: en, name: English}
  - {code: gu, name: ગુજરાતી, fallback: [hi]}
  - {code: hi, name: हिन्दी}
params: {town: {en: Bhuj, gu: ભુજ}, phone: "", number: "+91 79", bad: "javascript:alert(1)"}
course: plan
`

const drawing = `<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>`

// join makes a site of files by name below content/: pages by their Markdown, front matter left out; pictures; data.
// Home pages are added.
func join(t *testing.T, files map[string]string) (*Site, diag.List) {
	t.Helper()
	c, faults := config.Parse("config.yaml", []byte(settings))
	c, _, _ = c.ForEdition("")
	in := Input{Config: c, DataNames: map[string]string{}, Documents: []*markup.Document{page("en/index.md", "")}}
	sets := map[string][]data.File{}
	for name, text := range files {
		rest, isData := strings.CutPrefix(name, "data/")
		lang, path, _ := strings.Cut(name, "/")
		switch {
		case isData:
			key := strings.TrimSuffix(rest, ".yaml")
			sets[key] = []data.File{{Name: "content/" + name, Data: []byte(text)}}
			in.DataNames[key] = "content/" + name
		case strings.HasSuffix(name, ".md"):
			in.Documents = append(in.Documents, page(name, text))
		default:
			in.Pictures = append(in.Pictures, Picture{Lang: lang, Path: path, Name: "content/" + name, Picture: picture.Read(name, []byte(text))})
		}
	}
	slices.SortFunc(in.Pictures, func(a, b Picture) int { return strings.Compare(a.Name, b.Name) })
	set, more := data.ReadAll(sets)
	in.Data = set
	faults = append(faults, more...)
	for _, d := range in.Documents {
		faults = append(faults, d.Faults...)
	}
	if len(faults) > 0 {
		t.Fatalf("the files of this test are wrong: %v", faults)
	}
	s, faults := New(in)
	faults.Sort()
	return s, faults
}

// page parses a page. Its front matter is made up, unless it has one.
func page(name, text string) *markup.Document {
	if !strings.HasPrefix(text, "---\n") {
		text = "---\ntitle: " + name + "\nsummary: A page.\ntype: page\n---\n" + text
	}
	lang, path, _ := strings.Cut(strings.TrimSuffix(name, ".md"), "/")
	if path != "index" {
		path = strings.TrimSuffix(path, "/index")
	}
	return markup.Parse("content/"+name, lang, path, []byte(text))
}

// weighed is a page with a weight.
func weighed(n string) string {
	return "---\ntitle: Page\nsummary: A page.\ntype: page\nweight: " + n + "\n---\n"
}

func codes(faults diag.List) string {
	var list []string
	for _, f := range faults {
		list = append(list, f.Code)
	}
	return strings.Join(list, " ")
}

func paths(pages []*Page) string {
	var list []string
	for _, p := range pages {
		list = append(list, p.Path)
	}
	return strings.Join(list, " ")
}

// TestFallback: every language serves every page, in the first language of its chain that has it.
func TestFallback(t *testing.T) {
	s, faults := join(t, map[string]string{
		"en/a.md": "", "en/b.md": "", "en/c/index.md": "", "gu/a.md": "", "hi/b.md": "", "hi/a.md": "", "hi/index.md": "",
	})
	if len(faults) > 0 {
		t.Error(faults)
	}
	for _, c := range []struct{ lang, path, from, url string }{
		{"en", "a", "en", "en/a.html"},
		{"gu", "a", "gu", "gu/a.html"},
		{"gu", "b", "hi", "gu/b.html"},
		{"gu", "c", "en", "gu/c.html"},
		{"gu", "index", "hi", "gu/index.html"},
		{"hi", "c", "en", "hi/c.html"},
	} {
		p := s.Page(c.lang, c.path)
		if p.Doc.Lang != c.from || p.URL() != c.url || p.Fallback() != (c.from != c.lang) {
			t.Errorf("%s/%s is served from %s at %s", c.lang, c.path, p.Doc.Lang, p.URL())
		}
	}
	if s.Page("en", "nowhere") != nil || len(s.Pages["gu"]) != 4 {
		t.Errorf("pages: %s", paths(s.Pages["gu"]))
	}
}

func TestSourceless(t *testing.T) {
	_, faults := join(t, map[string]string{"gu/only.md": "", "hi/only.md": ""})
	if codes(faults) != "translation-source translation-source" || faults[0].Pos.File != "content/gu/only.md" || faults[0].Severity != diag.Warning {
		t.Errorf("faults: %v", faults)
	}
}

func TestNoHome(t *testing.T) {
	c, _ := config.Parse("config.yaml", []byte(settings))
	_, faults := New(Input{Config: c, Documents: []*markup.Document{page("en/a.md", "")}, Data: &data.Set{}})
	if codes(faults) != "page-home" || faults[0].Pos.String() != "content/en/index.md" {
		t.Errorf("faults: %v", faults)
	}
}
