package render

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/feature/plural"

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

// readStrings reads layouts/i18n/<lang>.yaml of every language and fills gaps along the fallback chain, with a warning
// that names the keys.
func readStrings(c *config.Config, files []File) (map[string]map[string]phrase, diag.List) {
	var faults diag.List
	own := map[string]map[string]phrase{}
	for _, f := range files {
		code, ok := strings.CutPrefix(f.Path, "i18n/")
		if !ok {
			continue
		}
		d := strictyaml.NewDecoder(strictyaml.Source{File: f.Name, Area: "text"})
		texts := map[string]phrase{}
		d.Decode(f.Data, &texts)
		own[strings.TrimSuffix(code, ".yaml")] = texts
		faults = append(faults, d.Faults...)
	}
	out := map[string]map[string]phrase{}
	for _, code := range c.Codes() {
		filled, missing := fill(c.Chain(code), own)
		out[code] = filled
		if len(missing) > 0 {
			faults.Add("text-missing", diag.Position{File: "layouts/i18n/" + code + ".yaml"}, "until then the next language's stand in",
				"interface strings are missing: %s", strings.Join(missing, ", "))
		}
	}
	return out, faults
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

// text is an interface string with {1}, {2} … replaced by args.
func (loc *locale) text(key string, args ...any) (string, error) {
	m, ok := loc.strings[key]
	if !ok {
		return "", fmt.Errorf("there is no interface string %q", key)
	}
	return place(m.forms["other"], args), nil
}

func place(s string, args []any) string {
	for i, a := range args {
		s = strings.ReplaceAll(s, "{"+strconv.Itoa(i+1)+"}", fmt.Sprint(a))
	}
	return s
}

// count is an interface string in the plural form of n, with {n} and further {1} … replaced.
func (loc *locale) count(key string, n int, args ...any) (string, error) {
	m, ok := loc.strings[key]
	if !ok {
		return "", fmt.Errorf("there is no interface string %q", key)
	}
	form := m.forms[loc.numbers.category(n)]
	if form == "" {
		form = m.forms["other"]
	}
	return strings.ReplaceAll(place(form, args), "{n}", loc.numbers.format(n)), nil
}

// clock writes minutes after midnight as a time of day.
func (loc *locale) clock(minutes int) string {
	return loc.numbers.digits(fmt.Sprintf("%02d:%02d", minutes/60%24, minutes%60))
}

// date writes 2026-11-23 as the language does; month names and the pattern are interface strings (CLDR's figures).
func (loc *locale) date(iso string) (string, error) {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso, nil
	}
	month, err := loc.text("month_" + strconv.Itoa(int(d.Month())))
	if err != nil {
		return "", err
	}
	year := loc.numbers.digits(strconv.Itoa(d.Year()))
	return loc.text("date", loc.numbers.format(d.Day()), month, year)
}

// list joins texts as the language does (CLDR list patterns).
func (loc *locale) list(texts []string) (string, error) {
	if len(texts) == 0 {
		return "", nil
	}
	out := texts[len(texts)-1]
	for i := len(texts) - 2; i >= 0; i-- {
		key := "list_middle"
		if i == len(texts)-2 {
			key = "list_end"
			if len(texts) == 2 {
				key = "list_two"
			}
		}
		joined, err := loc.text(key, texts[i], out)
		if err != nil {
			return "", err
		}
		out = joined
	}
	return out, nil
}

// money writes an amount with its currency's sign.
func (loc *locale) money(currency string, amount float64) (string, error) {
	if currency == "" {
		currency = "INR"
	}
	return loc.text("money_"+currency, loc.numbers.amount(amount))
}

// categoryNames are x/text's plural forms as CLDR names them.
var categoryNames = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}
