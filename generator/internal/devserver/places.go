package devserver

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// enter watches a folder. One that may not be read, or that is gone again, is not to be watched, which is no harm: the
// folder above tells when that changes.
func (w *watcher) enter(dir string) {
	if w.system == nil {
		return
	}
	err := w.system.Add(w.file(dir))
	for _, harmless := range []error{nil, fs.ErrNotExist, fs.ErrPermission, syscall.ENOTDIR, fsnotify.ErrClosed} {
		if errors.Is(err, harmless) {
			return
		}
	}
	w.fail(err)
}

// mend sees to it that just these folders are watched: when folders change their names quickly, the system's events can
// cross ours.
func (w *watcher) mend(dirs map[string]bool) {
	if w.system == nil {
		return
	}
	watched := map[string]bool{}
	for _, file := range w.system.WatchList() {
		name, err := filepath.Rel(w.dir, file)
		if name = filepath.ToSlash(name); err != nil || !dirs[name] {
			_ = w.system.Remove(file)
		}
		watched[name] = true
	}
	for dir := range dirs {
		if !watched[dir] {
			w.enter(dir)
		}
	}
}

func (w *watcher) file(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

// leave watches a folder no more. Mostly the system has seen to that.
func (w *watcher) leave(dir string) {
	if w.system != nil {
		_ = w.system.Remove(w.file(dir))
	}
}

// close ends watching.
func (w *watcher) close() {
	if w.system != nil {
		_ = w.system.Close()
	}
}
