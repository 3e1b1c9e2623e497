package splice

import (
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

func node(t *testing.T, s string) *yaml.Node {
	t.Helper()
	var n yaml.Node
	if err := yaml.Unmarshal([]byte(s), &n); err != nil {
		t.Fatal(err)
	}
	return n.Content[0]
}

// places is where an entry or an item may have to go; | marks the place where it must stand.
var places = []struct {
	name, before, key, item, want string
}{
	{"no key", "a: 1\n", "map", "x: {y: 1}", "a: 1\nmap:\n  x: {y: 1}\n"},
	{"no line end", "a: 1", "map", "x: 1", "a: 1\nmap:\n  x: 1\n"},
	{"nothing", "", "map", "x: 1", "map:\n  x: 1\n"},
	{"only a comment", "# what\n", "list", "- x", "# what\nlist:\n  - x\n"},
	{"empty braces", "map: {}   # none yet\nb: 1\n", "map", "x:\n  y: 1", "map:   # none yet\n  x:\n    y: 1\nb: 1\n"},
	{"empty brackets", "list: []\n", "list", "- {a: 1}", "list:\n  - {a: 1}\n"},
	{"braces over lines", "map: {\n}\nb: 1\n", "map", "x: 1", "map: {\nx: 1}\nb: 1\n"},
	{"no value", "map:\n# later\nb: 1\n", "map", "x: 1", "map:\n  x: 1\n# later\nb: 1\n"},
	{"no value at the end", "map:", "map", "x: 1", "map:\n  x: 1\n"},
	{"braces", "map: {a: 'it''s } # no', b: [1, \"}\"]} # end\n", "map", "x:\n  y: 1", "map: {a: 'it''s } # no', b: [1, \"}\"], x: {y: 1}} # end\n"},
	{"apostrophe in a word", "map: {a: it's}\nb: it's\n", "map", "x: 1", "map: {a: it's, x: 1}\nb: it's\n"},
	{"brackets over lines", "list: [\n  a,   # } ]\n  b,\n]\n", "list", "- c", "list: [\n  a,   # } ]\n  b, c,\n]\n"},
	{"comment before the end", "list: [\n  a   # x, y\n]\n", "list", "- c", "list: [\n  a, c   # x, y\n]\n"},
	{"letters of several bytes", "નામ: ક\nlist: [ક, \"ખ\"]\n", "list", "- ગ", "નામ: ક\nlist: [ક, \"ખ\", ગ]\n"},
	{"lines", "map:\n    a: 1\n\n# of b\nb: 1\n", "map", "x: {y: 1}", "map:\n    a: 1\n    x: {y: 1}\n\n# of b\nb: 1\n"},
	{"lines with a comment", "map:\n  a:\n    c: 1\n  # d: 1\nb: 1\n", "map", "x: 1", "map:\n  a:\n    c: 1\n  # d: 1\n  x: 1\nb: 1\n"},
	{"text over lines", "map:\n  a: |\n    one\n\n    # two\n\nb: 1\n", "map", "x: 1", "map:\n  a: |\n    one\n\n    # two\n  x: 1\n\nb: 1\n"},
	{"list without indent", "list:\n- a\n- b\nb: 1\n", "list", "- {x: 1}", "list:\n- a\n- b\n- {x: 1}\nb: 1\n"},
	{"list at the end", "list:\n  - a", "list", "- b", "list:\n  - a\n  - b\n"},
	{"windows", "map:\r\n  a: 1\r\nb: 1\r\n", "map", "x:\n  y: 1", "map:\r\n  a: 1\r\n  x:\r\n    y: 1\r\nb: 1\r\n"},
}

func TestAppend(t *testing.T) {
	for _, p := range places {
		n := node(t, p.item)
		item := Item{Value: n.Content[0]}
		if n.Kind == yaml.MappingNode {
			item = Item{Name: n.Content[0].Value, Value: n.Content[1]}
		}
		got, err := Append([]byte(p.before), p.key, item)
		if err != nil || string(got) != p.want {
			t.Errorf("%s: %v\ngot:\n%swant:\n%s", p.name, err, got, p.want)
		}
		var before, after map[string]any
		if yaml.Unmarshal([]byte(p.before), &before) != nil || yaml.Unmarshal(got, &after) != nil {
			t.Fatalf("%s: not YAML", p.name)
		}
		for key, value := range before {
			if key != p.key && !reflect.DeepEqual(after[key], value) {
				t.Errorf("%s: %s became %v", p.name, key, after[key])
			}
		}
	}
}

func TestRefused(t *testing.T) {
	for before, why := range map[string]string{
		"map: [a]\n":  "something else",
		"map: text\n": "something else",
		"{map: {}}\n": "no list of keys",
		"- map\n":     "no list of keys",
		"map: {\n":    "append to map: yaml",
	} {
		got, err := Append([]byte(before), "map", Item{Name: "x", Value: node(t, "1")})
		if err == nil || !strings.Contains(err.Error(), why) {
			t.Errorf("%q: %v, %q", before, err, got)
		}
	}
}
