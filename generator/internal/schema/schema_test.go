package schema

import (
	"bytes"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"psvsite"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/markup"
)

// compiled is a schema ready to check with; compiling also checks it against the draft's own.
func compiled(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// plain reads YAML as editors do: by YAML's core, in which a date is a text.
func plain(t *testing.T, text []byte) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal(text, &n); err != nil {
		t.Fatal(err)
	}
	undate(&n)
	var v any
	if err := n.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func undate(n *yaml.Node) {
	if n.Tag == "!!timestamp" {
		n.Tag = "!!str"
	}
	for _, c := range n.Content {
		undate(c)
	}
}

func front(text []byte) []byte {
	_, rest, _ := bytes.Cut(text, []byte("---\n"))
	head, _, _ := bytes.Cut(rest, []byte("\n---\n"))
	return head
}

// TestContentPasses holds the default site against its schemas.
func TestContentPasses(t *testing.T) {
	pages, files := compiled(t, Front()), map[string]*jsonschema.Schema{}
	for _, name := range DataNames() {
		text, _ := Data(name)
		files[name] = compiled(t, text)
	}
	seen := 0
	err := fs.WalkDir(psvsite.Default, "content", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(psvsite.Default, name)
		s := files[strings.TrimSuffix(path.Base(name), ".yaml")]
		if path.Ext(name) == ".md" {
			s, text = pages, front(text)
		} else if path.Ext(name) != ".yaml" {
			return err
		}
		seen++
		if fault := s.Validate(plain(t, text)); fault != nil {
			t.Errorf("%s: %v", name, fault)
		}
		return err
	})
	if err != nil || seen < 10 {
		t.Errorf("%d files, %v", seen, err)
	}
	text, err := fs.ReadFile(psvsite.Default, "config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if fault := compiled(t, Config()).Validate(plain(t, text)); fault != nil {
		t.Error(fault)
	}
}

// TestAgrees holds the schema of pages against the program's own reading: what one takes the other takes.
func TestAgrees(t *testing.T) {
	s := compiled(t, Front())
	const good = "title: A\nsummary: B\n"
	for text, want := range map[string]bool{
		"type: page":                              true,
		"type: session\nminutes: ૭૫":              true,
		"type: session\nminutes: 75":              true,
		"type: session\nminutes: long":            false,
		"type: page\nminutes: 75":                 false,
		"type: poster\nprepare: [a]":              false,
		"type: guide\nprepare: [a]":               true,
		"type: pgae":                              false,
		"type: page\ntitel: A":                    false,
		"type: page\naudience: trainer":           false,
		"type: page\naudience: [trainer, 12]":     false,
		"type: page\naudience: []":                true,
		"type: page\nsources: [12, a]":            true,
		"type: page\nreview_due: 2026-01-31":      true,
		"type: page\nreview_due: 31.1.2026":       false,
		"type: page\nreview_due:":                 true,
		"type: page\nprivate: yes":                false,
		"type: page\nprivate: true":               true,
		"type: page\nprint: {pages: 2}":           false,
		"type: page\nprint: {sheet: A4}":          true,
		"type: page\nprint: {sheet: a4}":          false,
		"type: page\nparams: {a: {b: x, c: {}}}":  true,
		"type: page\nparams: [a]":                 false,
		"type: session\nmaterials: [{per: room}]": false,
		"weight: 1": false,
	} {
		schema := s.Validate(plain(t, []byte(good+text))) == nil
		doc := markup.Parse("a.md", "en", "a", []byte("---\n"+good+text+"\n---\n"))
		if program := len(doc.Faults) == 0; schema != want || program != want {
			t.Errorf("%q: schema takes it: %v, program: %v %v", text, schema, program, doc.Faults)
		}
	}
}

func TestRefused(t *testing.T) {
	c := compiled(t, Config())
	const good = "title: A\ndefault_language: en\nlanguages: [{code: en, name: English}]\n"
	for text, want := range map[string]bool{
		good:                                      true,
		good + "lint: {image-unused: off}":        true,
		good + "lint: {image-unsued: off}":        false,
		good + "lint: {image-unused: quiet}":      false,
		good + "editions: {x: {extends: y}}":      true,
		good + "editions: {x: {extend: y}}":       false,
		good + "release: {version: 0.1}":          true,
		good + "bilingual: [[gu, en]]":            true,
		"title: A\ndefault_language: en":          false,
		strings.Replace(good, "code", "kode", 1):  false,
		strings.Replace(good, "A", "{en: A}", 1):  true,
		strings.Replace(good, "A", "[A]", 1):      false,
		strings.Replace(good, "{code", "{dir", 1): false,
	} {
		if err := c.Validate(plain(t, []byte(text))); (err == nil) != want {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, ok := Data("people"); ok {
		t.Error("there is a schema for data that is not known")
	}
	if !slices.Equal(DataNames(), data.Names) {
		t.Errorf("schemas for %v, data %v", DataNames(), data.Names)
	}
}

// TestTypesAreListed: front matter's own list of types is that of PageTypes.
func TestTypesAreListed(t *testing.T) {
	f, _ := reflect.TypeFor[markup.Front]().FieldByName("Type")
	var names []string
	for _, p := range markup.PageTypes {
		names = append(names, p.Name)
	}
	if got := strings.Fields(f.Tag.Get("enum")); !slices.Equal(got, names) {
		t.Errorf("Front.Type takes %v, PageTypes lists %v", got, names)
	}
}

// TestEveryKeyIsExplained demands a description for every key that an author may write.
func TestEveryKeyIsExplained(t *testing.T) {
	keys := 0
	var walk func(t reflect.Type, at string)
	walk = func(typ reflect.Type, at string) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || typ == reflect.TypeFor[config.Param]() {
			return
		}
		for f := range fields(typ) {
			name, _ := Name(f)
			keys++
			if doc := f.Tag.Get("doc"); doc == "" || strings.HasSuffix(doc, ".") {
				t.Errorf("%s.%s: the tag doc says %q", at, name, doc)
			}
			walk(f.Type, at+"."+name)
		}
	}
	walk(reflect.TypeFor[markup.Front](), "front")
	walk(reflect.TypeFor[config.Config](), "config")
	for name, typ := range files {
		walk(typ, name)
	}
	if keys < 100 {
		t.Errorf("only %d keys seen", keys)
	}
}
