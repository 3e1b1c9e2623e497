package translation

import (
	"bytes"
	"encoding/json"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// ReadSum reads the statements of a file: on each line
//
//	<page path> <target hash> <source hash>
//
// and behind it, where somebody left one, a note as a JSON string. The order of lines means nothing and a line may
// stand twice, so that two branches can be merged by keeping the lines of both (merge=union).
func ReadSum(name string, data []byte) (list []Statement, faults diag.List) {
	for pos, line := range lines(name, data) {
		s, bad := statement(line)
		if bad >= 0 {
			pos.Col += utf8.RuneCountInString(line[:bad])
			faults.Add("translation-sum", pos, "delete the line; psvsite translate accept writes it again",
				"a line is <page path> <target hash> <source hash>, each hash 16 digits of 0-9 a-f")
			continue
		}
		list = append(list, s)
	}
	return list, faults
}

// statement reads a line; bad is the byte at which it is wrong, or -1.
func statement(line string) (s Statement, bad int) {
	page, rest, _ := strings.Cut(line, " ")
	target, rest, _ := strings.Cut(rest, " ")
	source, note, _ := strings.Cut(rest, " ")
	at, ok := len(page)+1, false
	s.Page = page
	if s.Target, ok = markup.ParseHash(target); !ok {
		return s, min(at, len(line))
	}
	at += len(target) + 1
	if s.Source, ok = markup.ParseHash(source); !ok {
		return s, min(at, len(line))
	}
	if note != "" && json.Unmarshal([]byte(note), &s.Note) != nil {
		return s, at + len(source) + 1
	}
	return s, -1
}

// lines are the lines of a file that hold something, and where they begin.
func lines(name string, data []byte) iter.Seq2[diag.Position, string] {
	return func(yield func(diag.Position, string) bool) {
		number := 0
		for line := range strings.Lines(string(bytes.TrimPrefix(data, []byte("\ufeff")))) {
			number++
			if line = strings.TrimRight(line, " \t\r\n"); line != "" && !yield(diag.Position{File: name, Line: number, Col: 1}, line) {
				return
			}
		}
	}
}

// WriteSum writes statements as ReadSum reads them: sorted, each once.
func WriteSum(list []Statement) []byte {
	var b bytes.Buffer
	for _, s := range Sorted(list) {
		b.WriteString(s.Page + " " + s.Target.String() + " " + s.Source.String())
		if s.Note != "" {
			b.WriteString(" " + quoted(s.Note))
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// ReadTexts reads source texts: on each line `<source hash> <JSON string>`, in any order.
func ReadTexts(name string, data []byte) (Texts, diag.List) {
	t := Texts{}
	return t, t.read(name, data)
}

func (t Texts) read(name string, data []byte) (faults diag.List) {
	for pos, line := range lines(name, data) {
		first, rest, _ := strings.Cut(line, " ")
		h, ok := markup.ParseHash(first)
		var text string
		if !ok || json.Unmarshal([]byte(rest), &text) != nil {
			if ok {
				pos.Col += len(first) + 1
			}
			faults.Add("translation-sum", pos, "delete the line; psvsite translate accept writes it again", `a line is <source hash> "<text>"`)
			continue
		}
		t[h] = text
	}
	return faults
}

// Write writes texts as ReadTexts reads them, sorted.
func (t Texts) Write() []byte {
	var b bytes.Buffer
	for _, h := range slices.Sorted(maps.Keys(t)) {
		b.WriteString(h.String() + " " + quoted(t[h]) + "\n")
	}
	return b.Bytes()
}

// quoted is a JSON string on one line, for people to read: <, > and & as they are.
func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic("translation: " + err.Error()) // a string can always be encoded
	}
	return strings.TrimSuffix(b.String(), "\n")
}
