package devserver

import (
	"fmt"
	"sync"
	"time"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
)

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
	newIn(now.faults, before.faults).Print(s.Stderr)
	fmt.Fprintln(s.Stdout, line(now, r, took))
}

// newIn are the faults of a list that are not in another.
func newIn(now, before diag.List) (list diag.List) {
	known := make(map[diag.Diagnostic]bool, len(before))
	for _, d := range before {
		known[d] = true
	}
	for _, d := range now {
		if !known[d] {
			list = append(list, d)
		}
	}
	return list
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
