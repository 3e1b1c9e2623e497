package scaffold

import (
	"bytes"
	"slices"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/source"
	"psvsite/generator/internal/splice"
)

// native is the sign-off that every translation needs.
const native = "native-speaker"

// translation starts a page from its source: the same keys and blocks, the text to be written over. Sign-offs are of one
// language and stay behind; a native speaker is asked for.
func (s *Site) translation(kind, lang string, from source.File, text []byte) (*Change, error) {
	doc := markup.Parse(from.Name, from.Lang, from.Path, text)
	switch doc.Front.Type {
	case kind:
	case "":
		return nil, refuse("mend it first", "%s has no type", from.Name)
	default:
		return nil, refuse("psvsite new "+doc.Front.Type+" "+from.Path+" --lang "+lang, "%s is of type %s, not %s", from.Name, doc.Front.Type, kind)
	}
	return &Change{
		Files: []File{{"content/" + lang + from.Name[len("content/"+from.Lang):], unsigned(text, doc.Front)}},
		Notes: "its text is still that of " + from.Name + ": write it in " + lang + "\n",
	}, nil
}

// unsigned is a page without its code, which is its source's, and without its sign-offs, with a native speaker among its needs.
func unsigned(text []byte, front markup.Front) []byte {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	fence := []byte("---\n")
	if bytes.Contains(text, []byte("---\r\n")) {
		fence = []byte("---\r\n")
	}
	head, rest, _ := bytes.Cut(text[len(fence):], append([]byte("\n"), fence...))
	head = without(without(append(head, '\n'), "signoffs"), "code")
	if !slices.Contains(front.Needs, native) {
		if with, err := splice.Append(head, "needs", splice.Item{Value: &yaml.Node{Kind: yaml.ScalarNode, Value: native}}); err == nil {
			head = with
		}
	}
	return slices.Concat(fence, head, fence, rest)
}

// without leaves an uppermost key out of YAML on lines of its own.
func without(text []byte, key string) []byte {
	var out []byte
	inside := false
	for line := range bytes.Lines(text) {
		if line[0] != ' ' && line[0] != '-' && line[0] != '#' && len(bytes.TrimSpace(line)) > 0 {
			inside = bytes.HasPrefix(line, []byte(key+":"))
		}
		if !inside {
			out = append(out, line...)
		}
	}
	return out
}
