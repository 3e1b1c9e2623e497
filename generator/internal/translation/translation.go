// Package translation tells which texts of a page answer which of its source, and which have fallen behind.
//
// In: the statements that people have made (translations.sum: this text was made from that one), the source texts as they
// were then (translations.src), and two documents of a page. Out: an Alignment: each unit current, stale, missing or
// extra, and where the two pages are built differently. It goes by what texts say, never by dates or by how many there
// are: blocks may be inserted, moved, merged or removed. It opens no file, and never writes a statement by itself.
package translation

import (
	"cmp"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// Statement says that a text of a page was made from a text of its source. It holds wherever the two stand.
type Statement struct {
	Page           string // its path; texts of no page: the file that they stand in, such as data/contacts.yaml
	Target, Source markup.Hash
	Note           string // who says so, and why; mostly empty
}

// Texts are source texts as they were, by their hashes.
type Texts map[markup.Hash]string

// File is a file of statements or, without a language, of texts.
type File struct {
	Name, Lang string
	Data       []byte
}

// Set is all statements of a site and an edition, and the texts they speak of.
type Set struct {
	Texts  Texts
	byPage map[string]map[string][]Statement // language, page
}

// Read reads files of statements and texts. Later ones add to the earlier.
func Read(files []File) (*Set, diag.List) {
	s := &Set{Texts: Texts{}, byPage: map[string]map[string][]Statement{}}
	var faults diag.List
	for _, f := range files {
		var more diag.List
		if f.Lang == "" {
			more = s.Texts.read(f.Name, f.Data)
		} else {
			var list []Statement
			list, more = ReadSum(f.Name, f.Data)
			s.add(f.Lang, list)
		}
		faults = append(faults, more...)
	}
	return s, faults
}

func (s *Set) add(lang string, list []Statement) {
	if s.byPage[lang] == nil {
		s.byPage[lang] = map[string][]Statement{}
	}
	for _, x := range list {
		s.byPage[lang][x.Page] = append(s.byPage[lang][x.Page], x)
	}
}

// Of lists what is stated of a page in a language. None: nobody has ever held it against its source.
func (s *Set) Of(lang, page string) []Statement {
	if s == nil {
		return nil
	}
	return s.byPage[lang][page]
}

// compare orders statements as they stand in a file.
func (s Statement) compare(o Statement) int {
	return cmp.Or(strings.Compare(s.Page, o.Page), cmp.Compare(s.Target, o.Target), cmp.Compare(s.Source, o.Source))
}

// Sorted returns each statement once, in the order of the file; of two notes on one the longer.
func Sorted(list []Statement) []Statement {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Statement) int {
		return cmp.Or(a.compare(b), len(b.Note)-len(a.Note), strings.Compare(a.Note, b.Note))
	})
	return slices.CompactFunc(list, func(a, b Statement) bool { return a.compare(b) == 0 })
}
