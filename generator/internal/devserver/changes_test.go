package devserver

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"strings"
	"sync"
	"testing"
	"time"
)

// ways are the ways in which the server learns of changes.
var ways = map[string]func(*Options){
	"told":    nil,
	"polling": func(o *Options) { o.Poll = true },
}

// TestSaves saves a page a hundred times in a second, as an editor does: in place, by a new file put in its place, by
// taking it away first, and in two halves.
func TestSaves(t *testing.T) {
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, sample(), way)
			s.settles()
			file := s.file("content/en/training/first.md")
			for i := range 100 {
				data := []byte(page("One", fmt.Sprintf("Save %d.", i)))
				switch i % 4 {
				case 0:
					s.must(os.WriteFile(file, data, 0o644))
				case 1:
					s.must(os.WriteFile(file+"~", data, 0o644))
					s.must(os.Rename(file+"~", file))
				case 2:
					s.must(os.Remove(file))
					s.must(os.WriteFile(file, data, 0o644))
				case 3:
					s.must(os.WriteFile(file, data[:len(data)/2], 0o644))
					time.Sleep(time.Millisecond)
					s.must(os.WriteFile(file, data, 0o644))
				}
				time.Sleep(10 * time.Millisecond)
			}
			s.settles()
			if _, body := s.get("en/training/first.html", nil); !strings.Contains(string(body), "Save 99.") {
				t.Errorf("the last save is not shown:\n%s", body)
			}
		})
	}
}

// TestHalfWritten leaves a page half written for a while: what is wrong is shown, over the page as it was.
func TestHalfWritten(t *testing.T) {
	s := start(t, sample(), nil)
	s.settles()
	whole := page("One", "One and more.")
	s.write("content/en/training/first.md", whole[:20])
	s.settles()
	if told := s.told("/en/training/first.html"); told.Good || len(told.Errors) == 0 {
		t.Errorf("told %+v of a page that is half written", told)
	}
	s.write("content/en/training/first.md", whole)
	s.settles()
}

// TestStorm changes everything at random, from three sides at once.
func TestStorm(t *testing.T) {
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := start(t, sample(), way)
			for round := range uint64(3) {
				s.good = nil // the last good build may be one in the midst of the storm
				var all sync.WaitGroup
				for side := range uint64(3) {
					all.Go(func() { s.storm(rand.New(rand.NewPCG(round, side))) })
				}
				all.Wait()
				s.settles()
			}
			s.calm()
			s.settles()
			if s.good == nil {
				t.Error("there was no good site")
			}
		})
	}
}

// storm makes changes, some of which fail.
func (s *live) storm(r *rand.Rand) {
	names := []string{
		"content/en/training/first.md", "content/en/training/second.md", "content/en/training/more/deep.md", "content/gu/training/first.md",
		"content/en/group/index.md", "content/en/group/a/b.md", "static/css/own.css", "content/en/training", "content/en/group", "content/en/training/more",
	}
	for range 60 {
		name, to := names[r.IntN(len(names))], names[r.IntN(len(names))]
		switch {
		case strings.HasSuffix(name, ".md") && r.IntN(3) > 0:
			_ = os.MkdirAll(path.Dir(s.file(name)), 0o755)
			_ = os.WriteFile(s.file(name), []byte(page(fmt.Sprint("Page ", r.IntN(99)), fmt.Sprint("Text ", r.IntN(99)))), 0o644)
		case r.IntN(2) == 0:
			_ = os.Rename(s.file(name), s.file(to))
		default:
			_ = os.RemoveAll(s.file(name))
		}
		time.Sleep(time.Duration(r.IntN(4)) * time.Millisecond)
	}
}

// calm puts the site back in order.
func (s *live) calm() {
	for _, name := range []string{"content", "static"} {
		s.must(os.RemoveAll(s.file(name)))
	}
	for name, data := range sample() {
		s.write(name, data)
	}
}
