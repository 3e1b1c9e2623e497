// Package diag holds positions and messages about faults in content.
//
// In: a code from the table in codes.go, a position, words. Out: a sorted list of diagnostics, printed as
// `path:line:col: message [code]` with an indented hint. It never stops at the first fault, never prints by
// itself and knows nothing of pages: faults of the world (disk, permissions) are Go errors, not diagnostics.
package diag

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Severity says what a diagnostic does to a build. The zero value is Off.
type Severity int

// The severities, from none to the one that stops a build.
const (
	Off Severity = iota
	Warning
	Error
)

// severities are their words, in config.yaml and in messages.
var severities = []string{"off", "warning", "error"}

// ParseSeverity reads the words of the config key `lint`: off, warning, error.
func ParseSeverity(s string) (Severity, bool) {
	i := slices.Index(severities, s)
	return Severity(i), i >= 0
}

// String is the severity's word.
func (s Severity) String() string { return severities[s] }

// MarshalText writes the severity's word into JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Position is a place in a file of the project. File is slash-separated and relative to the project, Line and
// Col count from 1; Col counts runes. Line 0 means the file as a whole.
type Position struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Col  int    `json:"col"`
}

// String prints file:line:col, or the file alone when the line is not known.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// At turns a byte offset in src into a position. An offset outside src is clamped.
func At(file string, src []byte, offset int) Position {
	offset = max(0, min(offset, len(src)))
	head := src[:offset]
	line := bytes.Count(head, []byte{10})
	start := 1 + bytes.LastIndexByte(head, 10)
	return Position{file, line + 1, utf8.RuneCount(head[start:]) + 1}
}

// NotUTF8 returns the offset of the first byte of src that is not UTF-8, or -1.
func NotUTF8(src []byte) int {
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// Diagnostic is one fault in content.
type Diagnostic struct {
	Pos      Position `json:"position"`
	Severity Severity `json:"severity"`
	Code     string   `json:"code"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint"`
}

// New makes a diagnostic with the code's severity from the table. It panics on a code that is not in the table:
// that is a mistake in the program, and a test names every code.
func New(code string, pos Position, hint, format string, args ...any) Diagnostic {
	c, ok := Lookup(code)
	if !ok {
		panic("diag: no such code: " + code)
	}
	return Diagnostic{pos, c.Severity, code, clip(fmt.Sprintf(format, args...), 2000), clip(hint, 400)}
}

// clip cuts what would bury a message: a name of 30 kB, quoted.
func clip(s string, runes int) string {
	if len(s) <= runes || utf8.RuneCountInString(s) <= runes {
		return s
	}
	return string([]rune(s)[:runes]) + "…"
}

// List collects diagnostics.
type List []Diagnostic

// Add appends a new diagnostic; see New.
func (l *List) Add(code string, pos Position, hint, format string, args ...any) {
	*l = append(*l, New(code, pos, hint, format, args...))
}

// Sort orders by file, line, column, code, message, hint, and drops repeats: a fault of a layout is found on every page
// that it shows, and said once.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Diagnostic) int {
		return cmp.Or(
			strings.Compare(a.Pos.File, b.Pos.File), a.Pos.Line-b.Pos.Line, a.Pos.Col-b.Pos.Col,
			strings.Compare(a.Code, b.Code), strings.Compare(a.Message, b.Message), strings.Compare(a.Hint, b.Hint))
	})
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool {
		return a.Pos == b.Pos && a.Code == b.Code && a.Message == b.Message
	})
}

// Leveled returns the list with each severity set by levels (code to severity); what is Off is left out.
func (l List) Leveled(levels map[string]Severity) List {
	var out List
	for _, d := range l {
		if s, ok := levels[d.Code]; ok {
			d.Severity = s
		}
		if d.Severity != Off {
			out = append(out, d)
		}
	}
	return out
}

// Count returns how many diagnostics have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Fails reports whether a build must not be put in place: an error, or with strict any warning.
func (l List) Fails(strict bool) bool {
	return l.Count(Error) > 0 || strict && l.Count(Warning) > 0
}

// Print writes each diagnostic on a line of its own, its hint indented beneath.
func (l List) Print(w io.Writer) {
	for _, d := range l {
		word := ""
		if d.Severity == Warning {
			word = "warning: "
		}
		fmt.Fprintf(w, "%s: %s%s [%s]\n", d.Pos, word, d.Message, d.Code)
		if d.Hint != "" {
			fmt.Fprintf(w, "    hint: %s\n", d.Hint)
		}
	}
}
