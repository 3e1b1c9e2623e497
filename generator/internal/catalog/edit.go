package catalog

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// edit puts a text in the place of bytes of a file.
type edit struct {
	start, end int
	text       string
}

// splice makes edits, which must not overlap, and leaves all other bytes as they are. Those that add at one place add in
// their order.
func splice(data []byte, edits []edit) []byte {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b edit) int { return a.start - b.start })
	var b bytes.Buffer
	at := 0
	for _, e := range edits {
		b.Write(data[at:e.start])
		b.WriteString(e.text)
		at = e.end
	}
	b.Write(data[at:])
	return b.Bytes()
}

// lineEnd is how the lines of a file end.
func lineEnd(data []byte) string {
	if i := bytes.IndexByte(data, '\n'); i > 0 && data[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// withLineEnd gives the lines of a text, which may end in \r\n, another end.
func withLineEnd(text []byte, end string) string {
	return strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n", end)
}

// yamlText writes a text as YAML in one line, in the quotes of what stood there where there were any, and without any
// where it can stand so between brackets too.
func yamlText(text string, was []byte) string {
	switch {
	case len(was) > 0 && was[0] == '\'':
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	case len(was) > 0 && was[0] != '"' && plain(text):
		return text
	}
	return inQuotes(text)
}

// inQuotes writes a text as YAML's and as directives' double quotes want it.
func inQuotes(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// plain reports whether YAML reads a text without quotes as that very text.
func plain(text string) bool {
	if strings.ContainsAny(text, "\n[]{}") {
		return false
	}
	var list []any
	var value map[string]any
	return yaml.Unmarshal([]byte("["+text+"]"), &list) == nil && len(list) == 1 && list[0] == text &&
		yaml.Unmarshal([]byte("a: "+text), &value) == nil && value["a"] == text
}
