package render

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"psvsite"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
)

// minimalFront is the least front matter a page can have.
const minimalFront = "---\ntitle: Example\nsummary: An example.\ntype: page\n---\n"

const englishOnly = `title: {en: Test}
default_language: en
languages: [{code: en, name: English}]
params: {hospital: {name: Civil Hospital & Co, ward_phone: ""}, town: {en: Bhuj}}
course: six-days
`

// testConfig reads a config.yaml; without a text, that of a small English site.
func testConfig(tb testing.TB, text string) *config.Config {
	if text == "" {
		text = englishOnly
	}
	c, faults := config.Parse("config.yaml", []byte(text))
	mustBeGood(tb, faults)
	c, _, _ = c.ForEdition("")
	return c
}

// loadLayouts parses the repository's own layouts, and more files over them.
func loadLayouts(tb testing.TB, c *config.Config, more ...File) *Layouts {
	var files []File
	err := fs.WalkDir(psvsite.Default, ".", func(name string, d fs.DirEntry, err error) error {
		layout, isLayout := strings.CutPrefix(name, "layouts/")
		icon, isIcon := strings.CutPrefix(name, "static/")
		if err != nil || d.IsDir() || !isLayout && !(isIcon && strings.HasPrefix(icon, "icons/")) {
			return err
		}
		data, err := fs.ReadFile(psvsite.Default, name)
		if isIcon {
			layout = icon
			data = []byte("<svg>" + strings.TrimSuffix(path.Base(name), ".svg") + "</svg>") // its name tells more than its lines
		}
		files = append(files, File{Path: layout, Name: name, Data: data})
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	l, faults := Load(c, append(files, more...))
	mustBeGood(tb, faults)
	return l
}

// mustBeGood stops a test at the first list with an error in it; warnings pass.
func mustBeGood(tb testing.TB, faults diag.List) {
	tb.Helper()
	if faults.Count(diag.Error) > 0 {
		var b strings.Builder
		faults.Print(&b)
		tb.Fatal(b.String())
	}
}
