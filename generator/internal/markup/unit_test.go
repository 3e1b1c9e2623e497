package markup

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
)

// everyUnit holds a unit of every kind, in every style of quotes.
const everyUnit = `---
title: "Listening: \"well\" and \u0995 so on"
summary: A summary that goes
  over two lines.
type: session
minutes: 10
objectives:
  - 'It''s one.'
  - |
    Literal text.
  - >-
    Folded
    text.
materials:
  - {item: skill pictures, per: room}
  - item: a pen
---
## Steps *first* {#one minutes=10 method=do}

A paragraph of **two**
lines with {{hospital.name}}.

Set in two
lines
-----

> Quoted [link](https://example.org) &amp; code ` + "`x  y`" + `
> and <https://example.org/a>.

- item one
- [x] item two

  its second paragraph ![a ring](ring.svg "Ring") end

| Head | |
|---|---|
| cell \| one | cell two |

` + "```" + `
no unit
` + "```" + `

::: write {lines=2 label="Say \"so\" now"}
Hint.
:::

::: quiz
Which?

- [x] right
- [ ] wrong
:::
`

func listed(units []Unit) string {
	var b strings.Builder
	for _, u := range units {
		name := u.Kind
		if u.Path != "" {
			name += " " + u.Path
		}
		fmt.Fprintf(&b, "%d:%d %s %d: %s\n", u.Pos.Line, u.Pos.Col, name, u.Directive, u.Text)
	}
	return b.String()
}

func TestUnits(t *testing.T) {
	want := `2:8 front.title title -1: Listening: "well" and ক so on
3:10 front.summary summary -1: A summary that goes over two lines.
8:5 front.objectives objectives[0] -1: It's one.
9:5 front.objectives objectives[1] -1: Literal text.
11:5 front.objectives objectives[2] -1: Folded text.
15:12 front.materials.item materials[0].item -1: skill pictures
16:11 front.materials.item materials[1].item -1: a pen
18:4 heading -1: Steps *first*
20:1 paragraph -1: A paragraph of **two** lines with {{hospital.name}}.
23:1 heading -1: Set in two lines
27:3 paragraph -1: Quoted [link](https://example.org) &amp; code ` + "`x y`" + ` and <https://example.org/a>.
30:3 item -1: item one
31:3 item -1: [x] item two
33:3 item -1: its second paragraph ![a ring](ring.svg "Ring") end
35:3 cell -1: Head
37:3 cell -1: cell \| one
37:17 cell -1: cell two
43:26 attribute.label label 0: Say "so" now
44:1 paragraph 0: Hint.
48:1 paragraph 1: Which?
50:7 item 1: right
51:7 item 1: wrong
`
	units := Units("x.md", "en", "x", []byte(everyUnit))
	if got := listed(units); got != want {
		t.Errorf("units:\n%swant:\n%s", got, want)
	}
	if got, want := units[7].Hash.String(), "fcee49a39b24741b"; got != want { // printf 'heading\0Steps *first*' | sha256sum
		t.Errorf("hash %s, want %s", got, want)
	}
}

// TestUnitSpans sees that a unit's bytes are the unit and nothing else, also in a file with a byte order mark and \r\n.
func TestUnitSpans(t *testing.T) {
	file := []byte("\ufeff" + strings.ReplaceAll(everyUnit, "\n", "\r\n"))
	var spans []string
	for _, u := range Units("x.md", "en", "x", file) {
		spans = append(spans, strings.ReplaceAll(string(file[u.Start:u.End]), "\r\n", "⏎"))
	}
	want := []string{
		`"Listening: \"well\" and \u0995 so on"`, "A summary that goes⏎  over two lines.", "'It''s one.'",
		"|⏎    Literal text.", ">-⏎    Folded⏎    text.", "skill pictures", "a pen",
		"Steps *first*", "A paragraph of **two**⏎lines with {{hospital.name}}.", "Set in two⏎lines",
		"Quoted [link](https://example.org) &amp; code `x  y`⏎> and <https://example.org/a>.",
		"item one", "[x] item two", `its second paragraph ![a ring](ring.svg "Ring") end`,
		"Head", `cell \| one`, "cell two", `"Say \"so\" now"`, "Hint.", "Which?", "right", "wrong",
	}
	if got, want := strings.Join(spans, "\n"), strings.Join(want, "\n"); got != want {
		t.Errorf("spans:\n%s\nwant:\n%s", got, want)
	}
}

func TestUnitPlain(t *testing.T) {
	units := Units("x.md", "en", "x", []byte(everyUnit))
	for i, want := range map[int]string{
		7: "Steps first", 8: "A paragraph of two lines with {{hospital.name}}.",
		10: "Quoted link & code x y and https://example.org/a.", 13: "its second paragraph\na ring\nend",
		15: "cell | one", 0: `Listening: "well" and ক so on`, 17: `Say "so" now`,
	} {
		if got := units[i].Plain; got != want {
			t.Errorf("plain %q, want %q", got, want)
		}
	}
	for _, c := range []struct {
		unit int
		word string
		want string
	}{
		{0, "ক", "x.md:2:33"},
		{0, "so on", "x.md:2:40"},
		{1, "over", "x.md:4:3"},
		{4, "text", "x.md:13:5"},
		{8, "two", "x.md:20:18"},
		{8, "lines", "x.md:21:1"},
		{8, "{{", "x.md:21:12"},
		{10, "code", "x.md:27:44"},
		{10, "and", "x.md:28:3"},
		{10, "https", "x.md:28:8"},
		{13, "ring", "x.md:33:28"},
		{13, "end", "x.md:33:51"},
		{15, "one", "x.md:37:11"},
		{17, "now", "x.md:43:38"},
	} {
		u := units[c.unit]
		if got := u.Place(strings.Index(u.Plain, c.word)).String(); got != c.want {
			t.Errorf("%q of %q stands at %s, want %s", c.word, u.Plain, got, c.want)
		}
	}
	var skipped []string
	for _, u := range units {
		for _, s := range u.Skip {
			skipped = append(skipped, u.Plain[s.Start:s.End])
		}
	}
	if got, want := strings.Join(skipped, "|"), "{{hospital.name}}|x y|https://example.org/a"; got != want {
		t.Errorf("no prose: %s, want %s", got, want)
	}
}

// TestUnitsRoundTrip puts every unit's text in the place of its bytes, in one line: the same units come back.
func TestUnitsRoundTrip(t *testing.T) {
	pages := contentPages(t)
	pages["every unit"] = everyUnit
	for name, text := range commonMark(t) {
		pages[name] = front + text
	}
	delete(pages, "CommonMark 353") // `*\u00a0a\u00a0*`: a no-break space is white space in a unit, not in Markdown
	count := 0
	for name, page := range pages {
		if slices.ContainsFunc(Parse("x.md", "en", "x", []byte(page)).Faults, func(d diag.Diagnostic) bool { return d.Code == "text-html" }) {
			continue // lines of HTML in a paragraph; a page may have none
		}
		units := Units("x.md", "en", "x", []byte(page))
		count += len(units)
		again := Units("x.md", "en", "x", respliced([]byte(page), units))
		if got, want := hashes(again), hashes(units); got != want {
			t.Errorf("%s: units\n%safter the splice\n%s", name, want, got)
		}
	}
	if count < 2000 {
		t.Errorf("only %d units were tried", count)
	}
}

func contentPages(t *testing.T) map[string]string {
	pages := map[string]string{}
	err := filepath.WalkDir("../../../content", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".md") {
			return err
		}
		b, err := os.ReadFile(name)
		pages[name] = string(b)
		return err
	})
	if err != nil || len(pages) == 0 {
		t.Fatal("no content", err)
	}
	return pages
}

func commonMark(t *testing.T) map[string]string {
	b, err := os.ReadFile("../render/testdata/commonmark/spec.json")
	var spec []struct {
		Markdown string
		Example  int
	}
	if err != nil || json.Unmarshal(b, &spec) != nil {
		t.Fatal("spec.json cannot be read", err)
	}
	pages := map[string]string{}
	for _, e := range spec {
		pages[fmt.Sprintf("CommonMark %d", e.Example)] = e.Markdown
	}
	return pages
}

// respliced writes each unit's text over its bytes, from the last to the first.
func respliced(file []byte, units []Unit) []byte {
	for i := len(units) - 1; i >= 0; i-- {
		u := units[i]
		text := u.Text
		if strings.Contains(u.Kind, ".") {
			text = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
		}
		file = bytes.Join([][]byte{file[:u.Start], []byte(text), file[u.End:]}, nil)
	}
	return file
}

func hashes(units []Unit) string {
	var b strings.Builder
	for _, u := range units {
		fmt.Fprintln(&b, u.Hash, u.Kind, u.Path, u.Text)
	}
	return b.String()
}

// FuzzUnits gives Units any bytes: its units lie in the file, in order, apart from each other, with places inside it.
func FuzzUnits(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		last := 0
		lines := bytes.Count(normalise(data), []byte("\n")) + 1
		for _, u := range Units("x.md", "en", "x", data) {
			if u.Start < last || u.End < u.Start || u.End > len(data) || u.Text == "" {
				t.Fatalf("unit %+v behind byte %d of %d", u, last, len(data))
			}
			last = u.End
			for at := range len(u.Plain) + 1 {
				if p := u.Place(at); p.Line < 1 || p.Line > lines || p.Col < 1 {
					t.Fatalf("byte %d of %q stands at %v", at, u.Plain, p)
				}
			}
		}
	})
}
