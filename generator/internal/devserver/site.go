package devserver

import (
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

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

// board holds what is shown for everyone who looks.
type board struct {
	mu   sync.Mutex
	now  *shown        // nil before the first build
	next chan struct{} // closed when another state is shown
}

func newBoard() *board { return &board{next: make(chan struct{})} }

// get returns what is shown, and what is closed when that changes.
func (b *board) get() (*shown, <-chan struct{}) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now, b.next
}

func (b *board) put(s *shown) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now = s
	close(b.next)
	b.next = make(chan struct{})
}

// show takes the result of a build over, and says so in a line, unless all is as it was.
func (s *server) show(r *build.Result, err error, took time.Duration) {
	before, _ := s.board.get()
	first := before == nil
	if first {
		before = &shown{}
	}
	now := before.with(r, err)
	if !first && now.same(before) {
		return
	}
	s.board.put(now)
	if err != nil {
		fmt.Fprintf(s.Stderr, "psvsite: %v\n", err)
		return
	}
	known := func(d diag.Diagnostic) bool { return slices.Contains(before.faults, d) }
	slices.DeleteFunc(slices.Clone(now.faults), known).Print(s.Stderr)
	fmt.Fprintln(s.Stdout, line(now, r, took))
}

// line is a line about a build.
func line(now *shown, r *build.Result, took time.Duration) string {
	faults := summary(r.Faults)
	switch {
	case r.Files != nil:
		return fmt.Sprintf("%d pages in %d ms, %s", r.Pages, took.Milliseconds(), faults)
	case now.good:
		return fmt.Sprintf("%s in %d ms: the last good site stays", faults, took.Milliseconds())
	}
	return fmt.Sprintf("%s in %d ms: there is no site to show yet", faults, took.Milliseconds())
}

func summary(list diag.List) string {
	return count(list.Count(diag.Error), "error") + ", " + count(list.Count(diag.Warning), "warning")
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
