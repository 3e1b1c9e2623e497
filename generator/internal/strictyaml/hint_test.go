package strictyaml

import (
	"strings"
	"testing"
)

// TestHints: what is said beside a value of the wrong kind.
func TestHints(t *testing.T) {
	for text, want := range map[string]string{
		"tags: red, green":               "write tags: [red, green]",
		"tags: red":                      "write tags: [red]",
		"tags: the whole text":           "write each item below, on a line of its own: - the whole text",
		"tags:\n  -red\n  -green":        "an item begins with a dash and a space: - red …",
		"tags:\n  • red\n  • green":      "an item begins with a dash and a space: - red …",
		"tags:\n  - Before: red":         `a colon with a space behind it makes a key; put the text in quotes: "Before: red"`,
		"tags: [[red]]":                  `put a text that begins with [ in quotes: "[…"`,
		"kind: {{hospital.kind}}":        `put it in quotes: "{{hospital.kind}}"`,
		"kind: !page one":                `put it in quotes: "!page one"`,
		"count: 75 minutes":              "write the number alone: 75",
		"count: ૭૫ મિનિટ":                "write the number alone: ૭૫",
		"open: yes":                      "write true",
		"open: Off":                      "write false",
		"sub: {id: a, two, where: here}": `between braces a comma ends a text; put the whole text in quotes: "…, two"`,
		"kidn: page":                     `did you mean "kind"?`,
	} {
		_, d := decode("name: A\n" + text)
		if len(d.Faults) != 1 || d.Faults[0].Hint != want {
			t.Errorf("%q:\n%swant %s", text, printed(d.Faults), want)
		}
	}
	if _, d := decode("name:Ring\nkind:page"); !strings.HasPrefix(d.Faults[0].Hint, "a space is missing behind the colon: name: Ring") {
		t.Error(printed(d.Faults))
	}
}
