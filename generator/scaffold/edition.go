package scaffold

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/source"
	"psvsite/generator/internal/splice"
)

// regional are the data files whose entries hold in one region.
var regional = []string{"contacts", "rates", "schemes", "laws"}

// Edition starts a version of the site of its own: its entry in config.yaml with the empty variables, its folder with data
// files in which the base's facts stand behind #, and the list of facts to fill. Until an entry is written the
// edition shows the base's: an emergency number must not vanish because nobody came round to it.
func (s *Site) Edition(in source.Input, name, extends string) (*Change, error) {
	if err := s.checkEdition(name, extends); err != nil {
		return nil, err
	}
	base, chain, ok := s.config.ForEdition(extends)
	if !ok {
		return nil, refuse("mend extends in config.yaml first", "the edition %q extends itself", extends)
	}
	tree, _ := source.Load(in, base, chain)
	params, todo := s.variables(base)
	raw, err := splice.Append(s.raw, "editions", splice.Item{Name: name, Value: editionNode(extends, params)})
	if err := s.checkedConfig(raw, err, func(c *config.Config) bool { _, ok := c.Editions[name]; return ok }); err != nil {
		return nil, err
	}
	root := "content/editions/" + name + "/"
	change := &Change{Config: raw, Notes: heading(name) + todo}
	for _, file := range regional {
		entries, err := entriesOf(tree.Data[file])
		if err != nil {
			return nil, err
		}
		if len(entries) > 0 {
			change.Files = append(change.Files, File{root + "data/" + file + ".yaml", starter(name, file, entries)})
			change.Notes += ticks(root+"data/"+file+".yaml", entries)
		}
	}
	change.Files = append(change.Files, File{root + source.Notes, []byte(change.Notes)})
	return change, nil
}

func (s *Site) checkEdition(name, extends string) error {
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || name == "" {
		return refuse("choose a name such as gujarat or civil-hospital", "%q may hold only a-z, 0-9 and -", name)
	}
	if _, there := s.config.Editions[name]; there {
		return refuse("choose another name", "the edition %q is already in config.yaml", name)
	}
	if _, there := s.config.Editions[extends]; extends != "" && !there {
		return refuse("editions of config.yaml: "+strings.Join(s.config.EditionNames(), ", "), "there is no edition %q to extend", extends)
	}
	return nil
}

// variables lists what to tick, and the names of those that are empty so far; others hold until the edition sets them.
func (s *Site) variables(base *config.Config) (unset []string, todo string) {
	values := config.Params{}
	maps.Copy(values, base.Params)
	maps.Copy(values, base.Over)
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(values)) {
		now := values[name].In(base.Chain(base.DefaultLanguage))
		if now == "" {
			unset = append(unset, name)
			now = "empty so far"
		} else {
			now = "of the base: " + now
		}
		fmt.Fprintf(&b, "[ ] %-28s %s\n", name, now)
	}
	if b.Len() == 0 {
		return nil, ""
	}
	return unset, "\nVariables, in config.yaml under this edition's params\n" + b.String()
}

// editionNode is the edition's entry, its variables ready to fill.
func editionNode(extends string, params []string) *yaml.Node {
	entry := mapping()
	if extends != "" {
		entry.Content = append(entry.Content, scalar("extends", 0), scalar(extends, 0))
	}
	if len(params) > 0 {
		tree := mapping()
		for _, name := range params {
			place(tree, strings.Split(name, "."))
		}
		entry.Content = append(entry.Content, scalar("params", 0), tree)
	}
	if len(entry.Content) == 0 {
		entry.Style = yaml.FlowStyle
	}
	return entry
}

// place puts an empty value under nested keys.
func place(n *yaml.Node, keys []string) {
	if len(keys) == 1 {
		n.Content = append(n.Content, scalar(keys[0], 0), scalar("", yaml.DoubleQuotedStyle))
		return
	}
	for i := 0; i < len(n.Content); i += 2 {
		if n.Content[i].Value == keys[0] && n.Content[i+1].Kind == yaml.MappingNode {
			place(n.Content[i+1], keys[1:])
			return
		}
	}
	child := mapping()
	n.Content = append(n.Content, scalar(keys[0], 0), child)
	place(child, keys[1:])
}

func mapping() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode} }

func scalar(s string, style yaml.Style) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: s, Style: style}
}

func heading(name string) string {
	return "Facts to fill for the edition " + name + "\n\n" +
		"Tick a line when its fact is written and somebody has made sure of it.\n" +
		"An entry of a data file counts once its # signs are gone; until then the edition shows the base's.\n" +
		"To see it: psvsite build --edition " + name + "\n"
}
