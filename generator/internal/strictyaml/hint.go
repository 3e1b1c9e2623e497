package strictyaml

import (
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// wrongHint says how an author writes what was meant, where a value is not of the kind it must be.
func wrongHint(n *yaml.Node, path, want string) string {
	switch {
	case want == "a list" && n.Kind == yaml.ScalarNode:
		return listHint(path[strings.LastIndexByte(path, '.')+1:], n.Value)
	case want == "text" && n.Kind == yaml.MappingNode:
		return mappingHint(n)
	case want == "text" && n.Kind == yaml.SequenceNode:
		return `put a text that begins with [ in quotes: "[…"`
	case want == "a whole number":
		if i := strings.IndexFunc(n.Value, func(r rune) bool { return !unicode.Is(unicode.Nd, r) }); i > 0 && n.Value[i] == ' ' {
			return "write the number alone: " + n.Value[:i]
		}
	case want == "true or false":
		if word, ok := map[string]string{"yes": "true", "on": "true", "no": "false", "off": "false"}[strings.ToLower(n.Value)]; ok {
			return "write " + word
		}
	case want == "keys with values" && closePattern.MatchString(n.Value):
		key, rest, _ := strings.Cut(n.Value, ":")
		rest, _, _ = strings.Cut(rest, " ")
		return "a space is missing behind the colon: " + key + ": " + rest
	}
	return ""
}

// listHint writes a text as the list it should be: short words between brackets, others on lines.
func listHint(key, text string) string {
	first := strings.TrimLeft(text, "-•*· ")
	switch {
	case first != text:
		first, _, _ = strings.Cut(first, " ")
		return "an item begins with a dash and a space: - " + first + " …"
	case !strings.Contains(strings.ReplaceAll(text, ", ", ","), " "):
		return "write " + key + ": [" + text + "]"
	}
	return "write each item below, on a line of its own: - " + text
}

// mappingHint is for a text that YAML read as keys: it holds a colon, or begins with a variable.
func mappingHint(n *yaml.Node) string {
	if len(n.Content) == 0 {
		return ""
	}
	key, value := n.Content[0], n.Content[1]
	switch {
	case key.Kind == yaml.MappingNode && len(key.Content) > 0:
		return `put it in quotes: "{{` + key.Content[0].Value + `}}"`
	case n.Style&yaml.FlowStyle == 0 && len(n.Content) == 2 && value.Kind == yaml.ScalarNode:
		return "a colon with a space behind it makes a key; put the text in quotes: " + inQuotes(key.Value+": "+value.Value)
	}
	return ""
}

// keyHint is for an unknown key that is no key: what only looks like an indent is part of it, or a comma between braces
// made it of the rest of a text.
func keyHint(n, key, value *yaml.Node, other string) string {
	if strings.HasPrefix(key.Value, "\u00a0") {
		return "a no-break space stands before it: indent with spaces"
	}
	if n.Style&yaml.FlowStyle != 0 && isNull(value) && value.Value == "" {
		return "between braces a comma ends a text; put the whole text in quotes: \"…, " + key.Value + "\""
	}
	return other
}
