package po

import (
	"bytes"
	"fmt"
	"strings"
)

// Bytes writes the file. A text stands on one line whatever its length, unless it has line ends of its own: so a change
// of a word is a change of a line, and editors wrap it as they like.
func (f *File) Bytes() []byte {
	var b bytes.Buffer
	var header strings.Builder
	for _, h := range f.Header {
		header.WriteString(h.Name + ": " + h.Value + "\n")
	}
	first := Entry{Comments: f.Comments, Strings: []string{header.String()}}
	first.write(&b)
	for i := range f.Entries {
		b.WriteByte('\n')
		f.Entries[i].write(&b)
	}
	return b.Bytes()
}

// write writes an entry, its comments in gettext's own order.
func (e *Entry) write(b *bytes.Buffer) {
	comments(b, "#", e.Comments)
	comments(b, "#.", e.Extracted)
	if len(e.References) > 0 {
		fmt.Fprintln(b, "#:", strings.Join(e.References, " "))
	}
	if len(e.Flags) > 0 {
		fmt.Fprintln(b, "#,", strings.Join(e.Flags, ", "))
	}
	if e.Previous != (Text{}) {
		e.Previous.write(b, previousMark(e.Obsolete))
	}
	mark := ""
	if e.Obsolete {
		mark = "#~ "
	}
	e.Text.write(b, mark)
	for i, s := range e.Strings {
		keyword := "msgstr"
		if e.Plural != "" {
			keyword = fmt.Sprintf("msgstr[%d]", i)
		}
		writeString(b, mark, keyword, s)
	}
}

func previousMark(obsolete bool) string {
	if obsolete {
		return "#~| "
	}
	return "#| "
}

func (t Text) write(b *bytes.Buffer, mark string) {
	if t.Context != "" {
		writeString(b, mark, "msgctxt", t.Context)
	}
	writeString(b, mark, "msgid", t.ID)
	if t.Plural != "" {
		writeString(b, mark, "msgid_plural", t.Plural)
	}
}

// comments writes lines of comments of one kind.
func comments(b *bytes.Buffer, mark string, texts []string) {
	for _, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			b.WriteString(strings.TrimRight(mark+" "+line, " ") + "\n")
		}
	}
}

// writeString writes a keyword and its text; one with line ends inside begins on the next line.
func writeString(b *bytes.Buffer, mark, keyword, s string) {
	b.WriteString(mark + keyword + " ")
	if strings.Contains(strings.TrimSuffix(s, "\n"), "\n") || keyword == "msgstr" && strings.HasSuffix(s, "\n") {
		b.WriteString("\"\"\n")
		for line := range strings.Lines(s) {
			b.WriteString(mark + quoted(line) + "\n")
		}
		return
	}
	b.WriteString(quoted(s) + "\n")
}

// quoted is a text in quotes, with the escapes of C.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b.WriteString(`\` + string(rune(c)))
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c == '\r':
			b.WriteString(`\r`)
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
