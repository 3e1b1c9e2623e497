package devserver

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long changes are gathered: until it is quiet, but not for longer than patience.
const (
	quiet    = 10 * time.Millisecond
	patience = 200 * time.Millisecond
)

// watcher gathers the names to which the system says something happened. It watches folder by folder: the one of the
// site, and those of which it is told. When the system watches no more, blind says why.
type watcher struct {
	dir    string // absolute
	system *fsnotify.Watcher

	mu     sync.Mutex
	names  map[string]bool // slash-separated, relative to dir; "." is anything
	blind  error
	signal chan struct{} // holds one when there is something to take
}

// newSystem asks the system to watch; tests make it refuse.
var newSystem = fsnotify.NewWatcher

// newWatcher watches nothing but the folder's own list yet.
func newWatcher(dir string) *watcher {
	w := &watcher{dir: dir, names: map[string]bool{}, signal: make(chan struct{}, 1)}
	system, err := newSystem()
	if err != nil {
		w.fail(err)
		return w
	}
	w.system = system
	go w.pump()
	w.enter(".")
	return w
}

// pump takes events in as they come.
func (w *watcher) pump() {
	for {
		select {
		case event, ok := <-w.system.Events:
			if !ok {
				return
			}
			w.happened(event.Name)
		case err, ok := <-w.system.Errors:
			switch {
			case !ok:
				return
			case errors.Is(err, fsnotify.ErrEventOverflow):
				w.happened(w.dir) // so much that the system lost count
			default:
				w.fail(err)
			}
		}
	}
}

// happened takes a name down.
func (w *watcher) happened(file string) {
	name, err := filepath.Rel(w.dir, file)
	if err != nil {
		name = "."
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.names[filepath.ToSlash(name)] = true
	w.wake()
}

func (w *watcher) fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.blind == nil {
		w.blind = err
	}
	w.wake()
}

func (w *watcher) wake() {
	select {
	case w.signal <- struct{}{}:
	default:
	}
}

// pending reports whether there is something to take.
func (w *watcher) pending() bool { return len(w.signal) > 0 }

// take waits for changes, until the time is up or all is quiet again, and returns their names.
func (w *watcher) take(ctx context.Context, limit time.Duration) (names map[string]bool, blind error) {
	wait, last := time.NewTimer(limit), time.Time{}
	defer wait.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil, nil
		case <-w.signal:
			if now := time.Now(); last.IsZero() {
				last = now.Add(patience)
			}
			wait.Reset(min(quiet, time.Until(last)))
		case <-wait.C:
			w.mu.Lock()
			defer w.mu.Unlock()
			names, w.names = w.names, map[string]bool{}
			return names, w.blind
		}
	}
}
