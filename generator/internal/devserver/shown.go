package devserver

import (
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/output"
)

// shown is what the server shows: the last good site, and what was wrong the last time. Nobody changes it.
type shown struct {
	files  []output.File
	index  map[string]int // of files, by path
	assets memo.Sum       // of what pages load
	good   bool           // there is a site
	faults diag.List
	err    error // of the world
}

// file returns a file of the site.
func (s *shown) file(name string) (output.File, bool) {
	i, ok := s.index[name]
	if !ok {
		return output.File{}, false
	}
	return s.files[i], true
}

// mark changes whenever what a browser shows under a path does.
func (s *shown) mark(name string) string {
	var sum memo.Sum
	switch f, ok := s.file(name); {
	case ok:
		sum = memo.SumOf(f.Sum[:], s.assets[:])
	case !s.good:
		var text strings.Builder
		s.faults.Print(&text)
		sum = memo.SumOf([]byte(text.String()), fmt.Append(nil, s.err))
	}
	return hex.EncodeToString(sum[:8])
}

// with is the state after a build: its site if it made one, else the one before.
func (s *shown) with(r *build.Result, err error) *shown {
	next := *s
	next.err = err
	if r == nil {
		return &next
	}
	if next.faults = r.Faults; err != nil || r.Files == nil {
		return &next
	}
	next.good, next.files = true, r.Files
	if !slices.EqualFunc(s.files, r.Files, func(a, b output.File) bool { return a.Path == b.Path }) {
		next.index = make(map[string]int, len(r.Files))
		for i, f := range r.Files {
			next.index[f.Path] = i
		}
	}
	var sums [][]byte
	for i := range r.Files {
		if f := &r.Files[i]; loaded(f.Path) {
			sums = append(sums, []byte(f.Path), f.Sum[:])
		}
	}
	next.assets = memo.SumOf(sums...)
	return &next
}

// loaded reports whether pages load a file as they are opened: styles, pictures and the scripts of the site, but not what
// is made of the pages themselves, such as an index for searching, which changes with every word.
func loaded(name string) bool {
	switch path.Ext(name) {
	case ".html", ".json", ".xml", ".txt", ".webmanifest":
		return false
	case ".js":
		return strings.HasPrefix(name, "js/")
	}
	return true
}

// same reports whether two states show the same.
func (s *shown) same(other *shown) bool {
	return s.good == other.good && fmt.Sprint(s.err) == fmt.Sprint(other.err) && slices.Equal(s.faults, other.faults) &&
		slices.EqualFunc(s.files, other.files, func(a, b output.File) bool { return a.Sum == b.Sum && a.Path == b.Path })
}
