package render

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/strictyaml"
)

// phrase is an interface string: one text, or one for each CLDR plural category.
type phrase struct {
	forms map[string]string
}

var categories = []string{"zero", "one", "two", "few", "many", "other"}

// UnmarshalNode reads a text, or a map of plural categories.
func (m *phrase) UnmarshalNode(n *yaml.Node, d *strictyaml.Decoder, path string) {
	m.forms = map[string]string{}
	if n.Kind == yaml.ScalarNode {
		m.forms["other"] = n.Value
		return
	}
	if n.Kind != yaml.MappingNode {
		d.Fault("value", n, "", "%s must be text, or texts by plural category", path)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if !slices.Contains(categories, key.Value) {
			d.Fault("value", key, "one of: "+strings.Join(categories, ", "), "%q is no plural category", key.Value)
			continue
		}
		m.forms[key.Value] = n.Content[i+1].Value
	}
	if m.forms["other"] == "" {
		d.Fault("value", n, "", "%s lacks the category other", path)
	}
}

// english is the language whose strings psvsite always carries.
const english = "en"

// readStrings reads layouts/i18n/<lang>.yaml of every language and fills gaps along the fallback chain, with a warning
// that names the keys.
func readStrings(c *config.Config, files []File) (map[string]map[string]phrase, diag.List) {
	var faults diag.List
	own, places := map[string]map[string]phrase{}, map[string]strictyaml.Positions{}
	for _, f := range files {
		code, ok := strings.CutPrefix(f.Path, "i18n/")
		if !ok {
			continue
		}
		d := strictyaml.NewDecoder(strictyaml.Source{File: f.Name, Area: "text"})
		texts := map[string]phrase{}
		d.Decode(f.Data, &texts)
		code = strings.TrimSuffix(code, ".yaml")
		own[code], places[code] = texts, d.Positions
		faults = append(faults, d.Faults...)
	}
	faults = append(faults, strangers(c, own, places)...)
	out := map[string]map[string]phrase{}
	for _, code := range c.Codes() {
		chain := c.Chain(code)
		if !slices.Contains(chain, english) {
			chain = append(chain, english)
		}
		filled, missing := fill(chain, own)
		out[code] = filled
		if own[code] == nil {
			faults.Add("text-missing", diag.Position{File: "layouts/i18n/" + code + ".yaml"}, "translate layouts/i18n/en.yaml of a new site (psvsite init DIR); until then the next language's stand in",
				"there is no file of interface strings for %s", code)
		} else if len(missing) > 0 {
			faults.Add("text-missing", diag.Position{File: "layouts/i18n/" + code + ".yaml"}, "until then the next language's stand in",
				"interface strings are missing: %s", strings.Join(missing, ", "))
		}
	}
	return out, faults
}

// strangers reports keys that only one translation has: no layout can ask for what the source language lacks.
func strangers(c *config.Config, own map[string]map[string]phrase, places map[string]strictyaml.Positions) diag.List {
	count := map[string]int{}
	for _, texts := range own {
		for key := range texts {
			count[key]++
		}
	}
	var faults diag.List
	for _, code := range c.Codes() {
		for key := range own[code] {
			if count[key] == 1 && code != c.DefaultLanguage {
				faults.Add("text-key", places[code].At(key), diag.DidYouMean(key, slices.Sorted(maps.Keys(own[c.DefaultLanguage])),
					"add it to layouts/i18n/"+c.DefaultLanguage+".yaml as well, or delete it"), "no other language has the interface string %q", key)
			}
		}
	}
	return faults
}

func fill(chain []string, own map[string]map[string]phrase) (filled map[string]phrase, missing []string) {
	filled = maps.Clone(own[chain[0]])
	if filled == nil {
		filled = map[string]phrase{}
	}
	for _, code := range chain[1:] {
		for _, key := range slices.Sorted(maps.Keys(own[code])) {
			if _, ok := filled[key]; !ok {
				filled[key] = own[code][key]
				missing = append(missing, key)
			}
		}
	}
	slices.Sort(missing)
	return filled, missing
}
