package markup

import (
	"slices"
	"testing"
)

func TestExpand(t *testing.T) {
	value := func(name string) string {
		return map[string]string{"town": "Bhuj", "a.b_1": "{{town}}", "back": `\{{town}}`}[name]
	}
	for text, want := range map[string]string{
		"":                      "",
		"no variable":           "no variable",
		"In {{town}}.":          "In Bhuj.",
		"{{town}}{{town}}":      "BhujBhuj",
		"{{a.b_1}}":             "{{town}}",  // a value is never expanded again
		"{{back}}":              `\{{town}}`, // nor unescaped
		"{{nowhere}}.":          ".",
		`\{{town}}`:             "{{town}}",
		`\{{ town }}, {{town}}`: "{{ town }}, Bhuj",
		"{{ town }}":            "{{ town }}",
		"{{to-wn}} {{}} {{ {":   "{{to-wn}} {{}} {{ {",
		"{{{town}}}":            "{Bhuj}",
		"{{town}":               "{{town}",
		"નગર {{town}}":          "નગર Bhuj",
	} {
		if got := Expand(text, value); got != want {
			t.Errorf("Expand(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestVariablesIn(t *testing.T) {
	for text, want := range map[string][]string{
		"":                             nil,
		"none":                         nil,
		"{{a}} and {{b.c_2}}, {{a}}":   {"a", "b.c_2", "a"},
		`\{{a}} {{b}}`:                 {"b"},
		"{{ a }} {{a-b}} {{}} {{{c}}}": {"c"},
	} {
		if got := VariablesIn(text); !slices.Equal(got, want) {
			t.Errorf("VariablesIn(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestVariables: every place that may hold a variable reports it, at its own position; code does not.
func TestVariables(t *testing.T) {
	d := Parse("x.md", "en", "x", []byte(`---
title: "In {{title}}"
summary: "{{summary}}"
type: session
objectives: [one, "{{objective}}"]
---
{{text}} `+"`{{code}}`"+` \{{no}} [{{label}}](tel:{{target}} "{{tip}}") ![{{alt}}](a.svg)

    {{block}}

::: write {label="{{attribute}}"}
:::
`))
	want := map[string]string{
		"title": "x.md:2:1", "summary": "x.md:3:1", "objective": "x.md:5:19", "text": "x.md:7:1", "label": "x.md:7:30",
		"target": "x.md:7:29", "tip": "x.md:7:29", "alt": "x.md:7:69", "attribute": "x.md:11:18",
	}
	for _, v := range d.Variables {
		if got := v.Pos.String(); got != want[v.Name] {
			t.Errorf("{{%s}} is found at %s, want %q", v.Name, got, want[v.Name])
		}
		delete(want, v.Name)
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}
