package po

import (
	"bytes"
	"strings"

	"psvsite/generator/internal/diag"
)

// maxFile is the most bytes that a file may have.
const maxFile = 16 << 20

// Parse reads a PO file. Faults stand at their lines; an entry that has one is left out, and the rest is read.
func Parse(name string, data []byte) (*File, diag.List) {
	r := &reader{name: name, file: &File{}}
	switch at := diag.NotUTF8(data); {
	case len(data) > maxFile:
		r.faults.Add("text-size", diag.Position{File: name}, "split it", "the file has %d MB; it may have %d", len(data)>>20, maxFile>>20)
		return r.file, r.faults
	case at >= 0:
		r.faults.Add("text-utf8", diag.At(name, data, at), "choose UTF-8 in the editor's settings of the file and save it again", "this is not UTF-8")
		return r.file, r.faults
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	for row := range strings.Lines(string(data)) {
		r.line++
		r.row(strings.TrimSpace(row))
	}
	r.finish()
	return r.file, r.faults
}

// reader is the work on one file.
type reader struct {
	name   string
	file   *File
	faults diag.List
	line   int
	header bool // it was read

	entry  Entry
	broken bool    // the entry at hand has a fault
	begun  bool    // it has a keyword
	into   *string // what a line of text alone goes on with
	seen   map[Text]int
}

func (r *reader) fault(hint, format string, args ...any) {
	r.faults.Add("translation-po", diag.Position{File: r.name, Line: r.line, Col: 1}, hint, format, args...)
	r.broken = true
	r.into = nil
}

// row reads one line, without white space around it.
func (r *reader) row(s string) {
	switch {
	case s == "" && r.broken: // what is wrong ends here; elsewhere an empty line says nothing
		r.finish()
	case s == "":
	case strings.HasPrefix(s, "#~|"):
		r.previous(s[3:], true)
	case strings.HasPrefix(s, "#~"):
		r.message(strings.TrimSpace(s[2:]), true)
	case strings.HasPrefix(s, "#|"):
		r.previous(s[2:], false)
	case strings.HasPrefix(s, "#"):
		r.comment(s)
	default:
		r.message(s, false)
	}
}

// comment reads a line of a comment; behind a msgstr it belongs to the next entry.
func (r *reader) comment(s string) {
	r.between()
	if len(s) < 2 {
		r.entry.Comments = append(r.entry.Comments, "")
		return
	}
	rest := strings.TrimSpace(s[2:])
	switch s[1] {
	case '.':
		r.entry.Extracted = append(r.entry.Extracted, rest)
	case ':':
		r.entry.References = append(r.entry.References, strings.Fields(rest)...)
	case ',':
		for flag := range strings.SplitSeq(rest, ",") {
			if flag = strings.TrimSpace(flag); flag != "" {
				r.entry.Flags = append(r.entry.Flags, flag)
			}
		}
	default:
		r.entry.Comments = append(r.entry.Comments, strings.TrimSpace(s[1:]))
	}
}

// previous reads a line of the text as it was.
func (r *reader) previous(s string, obsolete bool) {
	r.between()
	r.entry.Obsolete = obsolete
	keyword, value := cut(strings.TrimSpace(s))
	switch keyword {
	case "msgctxt":
		r.text(&r.entry.Previous.Context, value)
	case "msgid":
		r.text(&r.entry.Previous.ID, value)
	case "msgid_plural":
		r.text(&r.entry.Previous.Plural, value)
	case "":
		r.more(value)
	default:
		r.fault("", "behind #| stands msgctxt, msgid or msgid_plural, not %q", keyword)
	}
}

// between ends the entry before a line that can only begin one.
func (r *reader) between() {
	if r.begun {
		r.finish()
	}
}
