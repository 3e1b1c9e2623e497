package strictyaml

import (
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
)

// thing has a field of every kind.
type thing struct {
	Name   string            `yaml:"name,required"`
	Kind   string            `yaml:"kind" enum:"page session"`
	Count  int               `yaml:"count"`
	Share  float64           `yaml:"share"`
	Open   bool              `yaml:"open"`
	Since  string            `yaml:"since" format:"date"`
	Tags   []string          `yaml:"tags" enum:"red green"`
	Texts  map[string]string `yaml:"texts"`
	Sub    *sub              `yaml:"sub"`
	Subs   []sub             `yaml:"subs"`
	Own    loud              `yaml:"own"`
	Secret string            `yaml:"-"`
	Plain  string
}

type sub struct {
	ID    string `yaml:"id,required"`
	Where string `yaml:"where"`
}

// loud reads itself.
type loud string

func (l *loud) UnmarshalNode(n *yaml.Node, d *Decoder, path string) {
	*l = loud(strings.ToUpper(n.Value))
	if n.Value == "" {
		d.Fault("value", n, "say something", "%s is silent", path)
	}
}

// decode reads YAML that begins on line 11 of data.yaml.
func decode(text string) (thing, *Decoder) {
	var into thing
	d := NewDecoder(Source{File: "data.yaml", Line: 10, Area: "data"})
	d.Decode([]byte(text), &into)
	return into, d
}

func printed(l diag.List) string {
	var b strings.Builder
	l.Sort()
	l.Print(&b)
	return b.String()
}

func TestDecode(t *testing.T) {
	got, d := decode(`
name: Ring
kind: session
count: ૧૨
share: 0.5
open: true
since: 2026-01-31
tags: [red, green]
texts: {en: Hello, gu: નમસ્તે}
sub: {id: a}
subs:
  - id: b
    where: here
own: hush
`)
	if len(d.Faults) > 0 {
		t.Fatal(printed(d.Faults))
	}
	if got.Name != "Ring" || got.Kind != "session" || got.Count != 12 || got.Share != 0.5 || !got.Open || got.Since != "2026-01-31" ||
		len(got.Tags) != 2 || got.Tags[1] != "green" || got.Texts["gu"] != "નમસ્તે" || got.Sub.ID != "a" || got.Subs[0].Where != "here" || got.Own != "HUSH" {
		t.Errorf("got %+v", got)
	}
}

func TestPositions(t *testing.T) {
	_, d := decode("name: Ring\ntags: [red,\n  green]\nsubs:\n  - id: b\n    where: here\n  - {id: c}\ntexts: {en: a}\n")
	for path, want := range map[string]string{
		"name":             "data.yaml:11:1",
		"tags":             "data.yaml:12:1",
		"tags[0]":          "data.yaml:12:8",
		"tags[1]":          "data.yaml:13:3",
		"subs[0].where":    "data.yaml:16:5",
		"subs[1]":          "data.yaml:17:5",
		"subs[1].id":       "data.yaml:17:6",
		"texts.en":         "data.yaml:18:9",
		"texts.gu":         "data.yaml:18:1", // the nearest that is there
		"subs[1].where[3]": "data.yaml:17:5",
		"nowhere":          "data.yaml:11:1",
	} {
		if got := d.Positions.At(path).String(); got != want {
			t.Errorf("At(%q) = %s, want %s", path, got, want)
		}
	}
}

func TestFaultsAreAllReported(t *testing.T) {
	_, d := decode("nmae: Ring\nkind: sesion\ncount: many\ntags: [red, blue]\nsubs:\n  - wher: here\nown: ''\n")
	const want = `data.yaml:11:1: unknown key "nmae" [data-key] did you mean "name"?
data.yaml:11:1: "name" is missing [data-missing]
data.yaml:12:7: kind: "sesion" is not known [data-value] did you mean "session"?
data.yaml:13:8: count must be a whole number [data-value]
data.yaml:14:13: tags[1]: "blue" is not known [data-value] one of: red, green
data.yaml:16:5: unknown key "wher" [data-key] did you mean "where"?
data.yaml:16:5: "id" is missing [data-missing]
data.yaml:17:6: own is silent [data-value] say something
`
	var got strings.Builder
	d.Faults.Sort()
	for _, f := range d.Faults {
		hint := ""
		if f.Code != "data-missing" && f.Hint != "" {
			hint = " " + f.Hint
		}
		got.WriteString(f.Pos.String() + ": " + f.Message + " [" + f.Code + "]" + hint + "\n")
	}
	if got.String() != want {
		t.Errorf("got:\n%swant:\n%s", got.String(), want)
	}
}
