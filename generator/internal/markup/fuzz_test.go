package markup

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"psvsite/generator/internal/diag"
)

// front is the least front matter a page can have.
const front = "---\ntitle: Example\nsummary: An example.\ntype: session\n---\n"

// FuzzParse gives Parse any bytes: it ends soon, never panics, and what it says lies inside the file.
func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		began := time.Now()
		d := Parse("x.md", "en", "x", data)
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%d bytes took %s", len(data), took)
		}
		inside(t, d, normalise(data))
		sound(t, d)
	})
}

// seed adds the examples of CommonMark, the goldens, and what is hard.
func seed(f *testing.F) {
	b, err := os.ReadFile("../render/testdata/commonmark/spec.json")
	var spec []struct{ Markdown string }
	if err != nil || json.Unmarshal(b, &spec) != nil {
		f.Fatal("spec.json cannot be read", err)
	}
	for _, e := range spec {
		f.Add([]byte(front + e.Markdown))
	}
	goldens, err := filepath.Glob("../render/testdata/golden/*.txtar")
	if err != nil || len(goldens) == 0 {
		f.Fatal("there are no goldens", err)
	}
	for _, name := range goldens {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(front + string(a.Files[0].Data)))
	}
	for _, s := range []string{
		"", "\ufeff---\r\n", "---\n---\n---\n", "---\ntitle: &a [*a]\n---\n", front + "\xff",
		front + strings.Repeat("> ", 60) + "x", front + strings.Repeat("*a_ ", 500), front + strings.Repeat("::: say\n", 12),
		front + "-\t::: say\n\t:::\n", front + ">\t::: check\n>\t- a\n>\t:::", front + "::: quiz\n- [x] \n:::\n",
	} {
		f.Add([]byte(s))
	}
}

// inside demands that every position lies in the file.
func inside(t *testing.T, d *Document, src []byte) {
	lines := bytes.Split(src, []byte("\n"))
	check := func(what string, pos diag.Position) {
		if whole := pos.Line == 0 && pos.File != ""; whole && what == "fault text-size" {
			return
		}
		if pos.File != "x.md" || pos.Line < 1 || pos.Line > len(lines) || pos.Col < 1 || pos.Col > utf8.RuneCount(lines[pos.Line-1])+1 {
			t.Errorf("%s at %v, outside the file", what, pos)
		}
	}
	for _, x := range d.Faults {
		check("fault "+x.Code, x.Pos)
	}
	for _, x := range d.Headings {
		check("heading", x.Pos)
	}
	for _, x := range d.Links {
		check("link", x.Pos)
	}
	for _, x := range d.Variables {
		check("variable", x.Pos)
	}
	for _, x := range d.Directives {
		check("directive", x.Pos)
		for _, a := range x.Attributes {
			check("attribute", a.Pos)
		}
	}
	for path, pos := range d.Positions {
		check("front matter "+path, pos)
	}
}

// sound demands that the parts of a document fit together.
func sound(t *testing.T, d *Document) {
	ids := map[string]bool{"": true}
	for _, h := range d.Headings {
		if ids[h.ID] || h.Directive >= len(d.Directives) {
			t.Errorf("heading %+v: its id stands twice, or its directive is none", h)
		}
		ids[h.ID] = true
	}
	for i, x := range d.Directives {
		if x.Parent >= i || x.ID != "" && ids[x.ID] {
			t.Errorf("directive %d: %+v", i, x)
		}
	}
	sizes := map[Kind]int{
		HTML: 1, Section: len(d.Headings), HeadingAt: len(d.Headings), LinkAt: len(d.Links), ImageAt: len(d.Links),
		VariableAt: len(d.Variables), DirectiveAt: len(d.Directives), Part: 3,
		UnitAt: len(d.Packed), ItemAt: len(d.Packed) + 1, GroupAt: len(d.Packed) + 1,
	}
	soundBody(t, d.Body, sizes)
}

func soundBody(t *testing.T, b Body, sizes map[Kind]int) {
	for n := range b.Nodes() {
		if size, known := sizes[n.Kind]; !known || n.Index < 0 || n.Index >= size {
			t.Errorf("node of kind %d has index %d", n.Kind, n.Index)
		}
		if n.Kind != HTML {
			soundBody(t, n.Children, sizes)
		}
	}
}
