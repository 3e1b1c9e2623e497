package render

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"psvsite/generator/internal/markup"
)

// TestEveryDirectiveHasAGolden: who adds a directive shows what becomes of it.
func TestEveryDirectiveHasAGolden(t *testing.T) {
	for _, name := range markup.Directives() {
		b, err := os.ReadFile("testdata/golden/" + name + ".txtar")
		if err != nil || !bytes.Contains(b, []byte("::: "+name)) || !bytes.Contains(b, []byte("-- want.html --")) {
			t.Errorf("testdata/golden/%s.txtar shows no %s: %v", name, name, err)
		}
	}
}

func TestWriteURL(t *testing.T) {
	for url, want := range map[string]string{
		"../help.html#call":      "../help.html#call",
		"https://e.org/?a=b&c=d": "https://e.org/?a=b&amp;c=d",
		`a"b'c`:                  "a%22b'c",
		"a b\tc\nd":              "a%20b%09c%0Ad",
		"<>\\^`{|}[]":            "%3C%3E%5C%5E%60%7B%7C%7D%5B%5D",
		"મા":                     "%E0%AA%AE%E0%AA%BE",
		"%41%zz":                 "%41%zz",
		"\x00\x7f":               "%00%7F",
		`" onclick="alert(1)`:    "%22%20onclick=%22alert(1)",
	} {
		var b bytes.Buffer
		writeURL(&b, url)
		if b.String() != want {
			t.Errorf("%q is written %q, want %q", url, b.String(), want)
		}
	}
}

// TestLayoutFaults: a fault of a layout stands at the layout, and names the page it was found with.
func TestLayoutFaults(t *testing.T) {
	c := testConfig(t, "")
	text := func(path, body string) File {
		return File{Path: path, Name: "layouts/" + path, Data: []byte(body)}
	}
	english := text("i18n/en.yaml", "home: Home\n")
	for body, want := range map[string]string{
		"<p>\n{{ if }}":       "layouts/directives/say.html:2:",
		"<p>\n\n{{ nofunc }}": "layouts/directives/say.html:3:",
		"{{ .Body }":          "layouts/directives/say.html:1:",
	} {
		_, faults := Load(c, []File{english, text("directives/say.html", body)})
		if len(faults) != 1 || faults[0].Code != "layout-syntax" || !strings.HasPrefix(faults[0].Pos.String(), want) {
			t.Errorf("%q: %v", body, faults)
		}
	}
	for body, want := range map[string]string{
		"<p>\n  {{ .Nothing }}":    "layouts/directives/say.html:2:",
		"{{ t \"no-such-text\" }}": "layouts/directives/say.html:1:",
		"{{ icon \"no-such\" }}":   "layouts/directives/say.html:1:",
		"<p>\n<a {{ .Body }}='x":   "layouts/directives/say.html",
	} {
		l, faults := Load(c, []File{english, text("directives/say.html", body)})
		mustBeGood(t, faults)
		_, faults = bodyOf(l, "::: say\nx\n:::\n")
		if len(faults) != 1 || faults[0].Code != "layout-exec" || !strings.HasPrefix(faults[0].Pos.String(), want) || !strings.Contains(faults[0].Hint, "example.md") {
			t.Errorf("%q: %v", body, faults)
		}
	}
	l, _ := Load(c, []File{english})
	if _, faults := bodyOf(l, "::: say\nx\n:::\n"); len(faults) != 1 || faults[0].Pos.String() != "layouts/directives/say.html" {
		t.Errorf("a layout that is missing: %v", faults)
	}
}
