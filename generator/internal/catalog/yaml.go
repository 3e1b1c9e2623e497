package catalog

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/strictyaml"
)

// yamlFile is a file of YAML that is being changed.
type yamlFile struct {
	data  []byte
	edits []edit
}

// read parses a file; nil when it is none that texts can be taken from, which a build has said.
func readYAML(data []byte) *yaml.Node {
	var n yaml.Node
	if strictyaml.Parse(data, &n) != nil || len(n.Content) == 0 || n.Kind != yaml.DocumentNode {
		return nil
	}
	return n.Content[0]
}

// get is the value of a key of a map, or nil.
func get(n *yaml.Node, key string) *yaml.Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// replace gives a text a new value; false when where it ends cannot be said.
func (f *yamlFile) replace(n *yaml.Node, text string) bool {
	start, end := markup.Scalar(f.data, n)
	if n.Kind != yaml.ScalarNode || start == end {
		return false
	}
	f.edits = append(f.edits, edit{start, end, yamlText(text, f.data[start:end])})
	return true
}

// addBehind adds a key to a map, behind a value that is there.
func (f *yamlFile) addBehind(m *yaml.Node, i int, key, value string) bool {
	end := f.end(m.Content[i])
	if end < 0 {
		return false
	}
	if m.Style&yaml.FlowStyle != 0 {
		f.edits = append(f.edits, edit{end, end, ", " + key + ": " + value})
		return true
	}
	newline := lineEnd(f.data)
	line := newline + strings.Repeat(" ", m.Content[0].Column-1) + key + ": " + value
	if next := bytes.IndexByte(f.data[end:], '\n'); next >= 0 { // behind a comment on the line
		end += next
		if end > 0 && f.data[end-1] == '\r' {
			end--
		}
	} else {
		end = len(f.data)
	}
	f.edits = append(f.edits, edit{end, end, line})
	return true
}

// end is where a value ends, or -1 when that cannot be said.
func (f *yamlFile) end(n *yaml.Node) int {
	switch {
	case n.Kind == yaml.ScalarNode:
		start, end := markup.Scalar(f.data, n)
		if start == end {
			return -1
		}
		return end
	case len(n.Content) == 0:
		return -1
	}
	last := f.end(n.Content[len(n.Content)-1])
	if last < 0 || n.Style&yaml.FlowStyle == 0 {
		return last
	}
	closing := bytes.IndexAny(f.data[last:], "}]")
	if closing < 0 {
		return -1
	}
	return last + closing + 1
}
