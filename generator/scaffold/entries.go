package scaffold

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/source"
)

// entry is an entry of a data file as it stands in the file.
type entry struct {
	id, region, fact string
	lines            []string
}

// entriesOf lists the entries of data files that name a region, an edition's in place of the base's.
func entriesOf(files []source.File) ([]entry, error) {
	var all []entry
	for _, f := range files {
		text, err := f.Read()
		if err != nil {
			return nil, err
		}
		for _, e := range parseEntries(text) {
			if i := slices.IndexFunc(all, func(x entry) bool { return x.id == e.id }); i >= 0 {
				all[i] = e
			} else {
				all = append(all, e)
			}
		}
	}
	return slices.DeleteFunc(all, func(e entry) bool { return e.region == "" }), nil
}

// parseEntries cuts a data file into its entries; one that is no YAML has none.
func parseEntries(text []byte) []entry {
	var doc yaml.Node
	if yaml.Unmarshal(text, &doc) != nil || doc.Kind == 0 || doc.Content[0].Kind != yaml.SequenceNode || doc.Content[0].Style&yaml.FlowStyle != 0 {
		return nil
	}
	lines := strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n")
	var list []entry
	items := doc.Content[0].Content
	for i, n := range items {
		end := len(lines)
		if i+1 < len(items) {
			end = items[i+1].Line - 1
		}
		own := lines[n.Line-1 : end]
		for len(own) > 0 && (strings.TrimSpace(own[len(own)-1]) == "" || strings.HasPrefix(own[len(own)-1], "#")) {
			own = own[:len(own)-1]
		}
		list = append(list, entry{id: field(n, "id"), region: field(n, "region"), fact: factOf(n), lines: own})
	}
	return list
}

// field is the text of a key; of a list its items, of texts by language the first.
func field(n *yaml.Node, key string) string {
	for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != key {
			continue
		}
		switch v := n.Content[i+1]; v.Kind {
		case yaml.SequenceNode:
			var words []string
			for _, c := range v.Content {
				words = append(words, c.Value)
			}
			return strings.Join(words, ", ")
		case yaml.MappingNode:
			if len(v.Content) > 1 {
				return v.Content[1].Value
			}
		case yaml.ScalarNode:
			return v.Value
		}
	}
	return ""
}

// factOf names an entry in a few words: its name, and its number or amount.
func factOf(n *yaml.Node) string {
	fact := field(n, "name")
	for _, key := range []string{"numbers", "amount"} {
		if v := field(n, key); v != "" {
			fact += ": " + v
		}
	}
	return fact
}

// starter is a data file in which the base's entries stand behind #.
func starter(edition, file string, entries []entry) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, `# Facts of the edition %s: content/data/%s.yaml as it stands, each line behind "# ".
# An entry without it takes the place of the base's entry of the same id. Write this region's facts: region, source,
# and in last_checked the day you read them; leave checked_by empty until a person has made sure.
`, edition, file)
	for _, e := range entries {
		b.WriteString("\n")
		for _, line := range e.lines {
			b.WriteString(strings.TrimRight("# "+line, " ") + "\n")
		}
	}
	return []byte(b.String())
}

// ticks lists the entries of a file to go through.
func ticks(name string, entries []entry) string {
	var b strings.Builder
	b.WriteString("\n" + name + "\n")
	for _, e := range entries {
		fmt.Fprintf(&b, "[ ] %-28s %s: %s\n", e.id, e.region, e.fact)
	}
	return b.String()
}
