package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"psvsite/generator/internal/memo"
)

// Folder is an output folder that this process alone may change, from Open to Close.
type Folder struct {
	name     string // as the caller gave it, for messages
	dir      string // absolute, without symbolic links
	lock     *os.File
	kind     kind
	sound    bool // dir holds a list that is whole, and known is that list
	known    map[string]entry
	exchange func(a, b string) error // two folders change names in one step
	link     func(from, to string) error
}

// Open locks the folder dir, sets right what a killed build left behind and reads the list of files. The
// folder need not exist; the one it stands in is made. A symbolic link is followed, and Put replaces the
// folder that it leads to. A damaged list, or none of the sizes and times beside it, is no error: then Has
// knows no file. Of another build Open awaits the end for up to five seconds.
//
// Errors: ErrForeign, ErrLocked, a dir that is a file or the root, a lock file that is somebody's own, and
// those of the file system.
func Open(dir string) (*Folder, error) { return open(dir, lockWait) }

func open(name string, wait time.Duration) (*Folder, error) {
	dir, err := resolve(name)
	if err != nil {
		return nil, fault("open", name, err)
	}
	f := &Folder{name: filepath.Clean(name), dir: dir, exchange: exchange, link: os.Link}
	// Once before the lock as well, to leave no lock file beside a folder that is none of our business.
	if err := f.inspect(); err != nil {
		return nil, fault("open", name, err)
	}
	if f.lock, err = lockFile(dir+".lock", wait); err != nil {
		return nil, fault("lock", name, err)
	}
	if err := f.load(); err != nil {
		return nil, errors.Join(fault("open", name, err), f.Close())
	}
	return f, nil
}

// resolve makes dir absolute and follows symbolic links, also one that leads to nothing: the folder there may
// have been moved aside. It makes the folder that the result stands in.
func resolve(dir string) (string, error) {
	if dir == "" {
		return "", errors.New("no folder named")
	}
	path, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for range 40 { // as many links as Linux follows
		parent, err := makeParent(path)
		if err != nil {
			return "", err
		}
		path = filepath.Join(parent, filepath.Base(path))
		target, err := os.Readlink(path)
		if err != nil {
			return path, nil // no link
		}
		if path = target; !filepath.IsAbs(target) {
			path = filepath.Join(parent, target)
		}
	}
	return "", errors.New("too many symbolic links")
}

func makeParent(path string) (string, error) {
	parent := filepath.Dir(path)
	if parent == path {
		return "", errors.New("the root of a disk cannot be replaced; choose a folder in it")
	}
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(parent)
}

// inspect finds out what stands at dir, and refuses what psvsite may not replace.
func (f *Folder) inspect() error {
	var err error
	if f.kind, err = inspect(f.dir); err == nil && f.kind == foreign {
		err = ErrForeign
	}
	return err
}

// load recovers and reads, under the lock.
func (f *Folder) load() error {
	stats, err := io.ReadAll(f.lock)
	if err != nil {
		return err
	}
	if !ourLock(stats) {
		return fmt.Errorf("psvsite did not write %s, the name of its lock; choose another --out", f.lock.Name())
	}
	if err := f.recover(); err != nil {
		return err
	}
	if err := f.inspect(); err != nil || f.kind != ours {
		return err
	}
	list, err := os.ReadFile(filepath.Join(f.dir, mark))
	if err != nil {
		return err
	}
	entries, ok := parseList(list)
	addStats(entries, list, stats)
	f.know(entries, ok)
	return nil
}

func (f *Folder) know(entries []entry, sound bool) {
	f.sound = sound
	f.known = make(map[string]entry, len(entries))
	for _, e := range entries {
		f.known[e.path] = e
	}
}

// Has tells whether the file at path was written with that sum and has not been touched since: its size,
// time and inode are still those of the day. Has may be called from several goroutines, but not during Put.
func (f *Folder) Has(path string, sum memo.Sum) bool {
	e, ok := f.known[path]
	if !ok || e.sum != sum {
		return false
	}
	info, err := os.Lstat(f.at(path))
	return err == nil && info.Mode().IsRegular() && statOf(info) == e.stat
}

// Intact tells whether the folder holds just what the last Put left in it, by the files' sizes, times and inodes.
func (f *Folder) Intact() bool {
	if !f.sound {
		return false
	}
	dirs := map[string]bool{}
	paths := make([]string, 0, len(f.known))
	for name := range f.known {
		paths = append(paths, name)
		for dir := path.Dir(name); dir != "." && !dirs[dir]; dir = path.Dir(dir) {
			dirs[dir] = true
		}
	}
	err := each(len(paths), func(i int) error {
		if !f.Has(paths[i], f.known[paths[i]].sum) {
			return ErrGone
		}
		return nil
	})
	return err == nil && f.holdsOnly(len(paths)+len(dirs))
}

// Sum is a hash of the list of files that the last Put left, with their sums.
func (f *Folder) Sum() memo.Sum {
	entries := make([]entry, 0, len(f.known))
	for _, e := range f.known {
		entries = append(entries, e)
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.path, b.path) })
	return memo.SumOf(formatList(entries))
}

// Len is the number of files that the last Put left.
func (f *Folder) Len() int { return len(f.known) }

// Read returns the bytes of a file on the list, as they are on disk; Has tells whether they are the site's.
// A path that is not on the list is fs.ErrNotExist. It may be called from several goroutines, not during Put.
func (f *Folder) Read(path string) ([]byte, error) {
	if _, ok := f.known[path]; !ok {
		return nil, fault("read", filepath.Join(f.name, path), fs.ErrNotExist)
	}
	data, err := os.ReadFile(f.at(path))
	if err != nil {
		return nil, fault("read", filepath.Join(f.name, path), err)
	}
	return data, nil
}

// Close lets other builds in. Has and Read still answer after it, Put does not; a second Close does nothing.
func (f *Folder) Close() error {
	if f.lock == nil {
		return nil
	}
	err := f.lock.Close()
	f.lock = nil
	if err != nil {
		return fault("unlock", f.name, err)
	}
	return nil
}

func (f *Folder) at(path string) string { return filepath.Join(f.dir, filepath.FromSlash(path)) }
