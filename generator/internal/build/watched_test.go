package build

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"testing/fstest"
)

// watched is the editor's folder as one who watches it sees it: what was not written anew is known to be the same.
// It stays the same folder when the editor goes back to earlier files.
type watched struct {
	fstest.MapFS
	mu    sync.Mutex
	files map[*fstest.MapFile]uint64 // nobody changes a file in place
	names map[string]uint64
}

func newWatched() *watched {
	return &watched{files: map[*fstest.MapFile]uint64{}, names: map[string]uint64{}}
}

// Version numbers files.
func (w *watched) Version(name string) uint64 {
	w.mu.Lock()
	defer w.mu.Unlock()
	f := w.MapFS[name]
	if f != nil && w.files[f] == 0 {
		w.files[f] = uint64(len(w.files) + 1)
	}
	return w.files[f]
}

// Names numbers sets of names.
func (w *watched) Names() uint64 {
	all := strings.Join(slices.Sorted(maps.Keys(w.MapFS)), "\n")
	if w.names[all] == 0 {
		w.names[all] = uint64(len(w.names) + 1)
	}
	return w.names[all]
}
