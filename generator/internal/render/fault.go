package render

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"psvsite/generator/internal/diag"
)

// checkText reports a layout that is not UTF-8: its letters would spoil every page.
func checkText(f File) diag.List {
	var list diag.List
	if at := diag.NotUTF8(f.Data); at >= 0 {
		list.Add("text-utf8", diag.At(f.Name, f.Data, at), "save it as UTF-8", "this is not UTF-8")
	}
	return list
}

// The library tells where a template failed only in its words.
var (
	templatePlace = regexp.MustCompile(`(?:template: |html/template:)"?([^":]+)"?(?::(\d+))?(?::\d+)?:? ?(.*)$`)
	templateCall  = regexp.MustCompile(`^executing "[^"]*" at <(.*?)>: (?:error calling \w+: )?(.*)$`)
)

// fault turns a template error into a diagnostic at the layout. hint names the page it was found with.
func (l *Layouts) fault(code string, err error, hint string) diag.List {
	var list diag.List
	text := strings.ReplaceAll(err.Error(), "\n", " ")
	m := templatePlace.FindStringSubmatch(text)
	if m == nil {
		list.Add(code, diag.Position{File: "layouts"}, hint, "%s", text)
		return list
	}
	f, ok := l.files[m[1]]
	if !ok {
		f.Name = m[1]
	}
	pos := diag.Position{File: f.Name, Col: 1}
	pos.Line, _ = strconv.Atoi(m[2])
	message := m[3]
	if call := templateCall.FindStringSubmatch(message); call != nil {
		pos.Col = column(f.Data, pos.Line, call[1])
		message = "{{ " + call[1] + " }}: " + call[2]
	}
	list.Add(code, pos, hint, "%s", message)
	return list
}

// column is where an expression stands in a line. What the library counts is a layout whose indents are gone.
func column(src []byte, line int, expression string) int {
	lines := bytes.Split(src, []byte{'\n'})
	if line < 1 || line > len(lines) {
		return 1
	}
	at := max(0, bytes.Index(lines[line-1], []byte(strings.TrimSuffix(expression, "..."))))
	return utf8.RuneCount(lines[line-1][:at]) + 1
}
