// Package po reads and writes gettext's PO files, which translators' editors such as Poedit know.
//
// In: the bytes of a PO file, as any editor saved it (wrapped anew, with \r\n, its header reordered, obsolete entries at
// its end). Out: header and entries, each with the lines of its msgid and msgstr, and faults at their places; and the
// other way round the bytes of a file, equal for equal entries. It knows no page and never judges a translation.
//
// The format is that of the manual of GNU gettext, "The Format of PO Files". Two libraries were tried and do not hold it:
// chai2010/gettext-go 1.0.3 drops the first of two entries that no empty line parts, takes obsolete entries for comments of
// the next one, and writes previous texts in a form that msgfmt refuses; leonelquinteros/gotext 1.7.2 keeps neither
// comments, flags, order nor lines.
package po

import "slices"

// File is a PO file.
type File struct {
	Comments []string // of the header
	Header   []Field
	Entries  []Entry
}

// Field is one line of the header, as Language: gu.
type Field struct{ Name, Value string }

// Text is what an entry is known by.
type Text struct {
	Context string // msgctxt; empty when there is none
	ID      string // msgid
	Plural  string // msgid_plural; empty when there is none
}

// Entry is a text and its translation.
type Entry struct {
	Comments   []string // #  by translators
	Extracted  []string // #. by the program, for translators
	References []string // #: where the text stands
	Flags      []string // #, fuzzy and others
	Previous   Text     // #| the text that the translation was made from
	Text
	Strings  []string // msgstr, or msgstr[0], msgstr[1] …
	Obsolete bool     // #~

	Line  int   // of msgid, from 1; 0 in an entry that was not read
	Lines []int // of each string
}

// fuzzy is the flag of a translation that somebody must look at.
const fuzzy = "fuzzy"

// Fuzzy reports whether the translation waits for somebody to look at it.
func (e *Entry) Fuzzy() bool { return slices.Contains(e.Flags, fuzzy) }

// SetFuzzy says that somebody must look at the translation.
func (e *Entry) SetFuzzy() {
	if !e.Fuzzy() {
		e.Flags = append(e.Flags, fuzzy)
	}
}

// Get returns a field of the header, or empty.
func (f *File) Get(name string) string {
	for _, h := range f.Header {
		if h.Name == name {
			return h.Value
		}
	}
	return ""
}
