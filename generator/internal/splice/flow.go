package splice

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"
)

// encode writes an item as YAML on lines.
func encode(item Item) string {
	value := item.Value
	if item.Name != "" {
		value = &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{{Kind: yaml.ScalarNode, Value: item.Name}, item.Value}}
	}
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(value); err != nil {
		panic("splice: " + err.Error()) // a node of ours
	}
	return b.String()
}

// flow writes an item as it stands between braces or brackets.
func flow(item Item) string {
	value := *item.Value
	if value.Kind != yaml.ScalarNode {
		value.Style = yaml.FlowStyle
	}
	body := strings.TrimSpace(encode(Item{Value: &value}))
	if item.Name == "" {
		return body
	}
	return item.Name + ": " + body
}

// closing finds the brace or bracket that closes the one at start, and where the last value before it ends; a comment
// may stand between them. stop is -1 when nothing closes.
func closing(data []byte, start int) (stop, last int) {
	depth := 0
	for i := start; i < len(data); i++ {
		switch c := data[i]; {
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			if depth--; depth == 0 {
				return i, last
			}
		case (c == '"' || c == '\'') && opens(data[:i]):
			if i = quoteEnd(data, i); i < 0 {
				return -1, 0
			}
		case c == '#' && (data[i-1] == ' ' || data[i-1] == '\t' || data[i-1] == '\n'):
			end := bytes.IndexByte(data[i:], '\n')
			if end < 0 {
				return -1, 0
			}
			i += end
			continue
		}
		if strings.IndexByte(" \t\r\n,", data[i]) < 0 {
			last = i + 1
		}
	}
	return -1, 0
}

// opens reports whether a quote behind this text opens a value: in the middle of a word it is a letter like others.
func opens(before []byte) bool {
	before = bytes.TrimRight(before, " \t\r\n")
	return len(before) > 0 && strings.IndexByte("[{,:", before[len(before)-1]) >= 0
}

// quoteEnd is the place of the quote that closes the one at from.
func quoteEnd(data []byte, from int) int {
	quote := data[from]
	for i := from + 1; i < len(data); i++ {
		switch {
		case data[i] == '\\' && quote == '"':
			i++
		case data[i] == quote && quote == '\'' && i+1 < len(data) && data[i+1] == quote:
			i++
		case data[i] == quote:
			return i
		}
	}
	return -1
}
