package output

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"

	"psvsite/generator/internal/memo"
)

// Stage is the next site while its files come in one by one, so that a large site is never in memory as a whole. The
// folder is untouched until Commit.
type Stage struct {
	f     *Folder
	mu    sync.Mutex
	path  string // of the stage folder; "" while nothing had to be written
	dirs  map[string]bool
	files []staged
}

// staged is a file that came in.
type staged struct {
	entry
	kept bool
}

// Stage begins the next site. End it with Commit or Discard.
func (f *Folder) Stage() (*Stage, error) {
	if f.lock == nil {
		return nil, fault("place", f.name, fs.ErrClosed)
	}
	return &Stage{f: f, dirs: map[string]bool{".": true}}, nil
}

// Add takes in one file: one that Has knows is kept, another is written at once. It may be called from several
// goroutines. Errors: ErrGone, a path that cannot be, and those of the file system.
func (s *Stage) Add(file File) error {
	if err := checkPath(file.Path); err != nil {
		return fault("place", file.Path, err)
	}
	if file.Data != nil && file.Sum == (memo.Sum{}) {
		file.Sum = memo.SHA256(file.Data)
	}
	in := staged{entry{path: file.Path, sum: file.Sum}, s.f.Has(file.Path, file.Sum)}
	switch {
	case in.kept:
		in.stat = s.f.known[file.Path].stat
	case file.Data == nil:
		return fault("keep", filepath.Join(s.f.name, file.Path), ErrGone)
	default:
		to, err := s.place(file.Path)
		if err == nil {
			in.stat, err = writeFile(to, file.Data)
		}
		if err != nil {
			return fault("write", filepath.Join(s.f.name, file.Path), err)
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files = append(s.files, in)
	return nil
}

// place makes the folders above a file of the stage and returns where it goes.
func (s *Stage) place(name string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.make(); err != nil {
		return "", err
	}
	if dir := path.Dir(name); !s.dirs[dir] {
		if err := os.MkdirAll(filepath.Join(s.path, filepath.FromSlash(dir)), 0o777); err != nil {
			return "", err
		}
		s.dirs[dir] = true
	}
	return filepath.Join(s.path, filepath.FromSlash(name)), nil
}

// make makes the stage folder, with the mode of the folder it will replace. The mark comes first of all, still
// without the list: a killed build leaves a folder that the next one knows as ours.
func (s *Stage) make() error {
	if s.path != "" {
		return nil
	}
	dir := s.f.stagePath()
	if err := os.Mkdir(dir, 0o777); err != nil {
		discard(dir) // under the lock it can only be an earlier process's
		return err
	}
	s.path = dir
	if info, err := os.Lstat(s.f.dir); err == nil {
		if err := os.Chmod(dir, info.Mode().Perm()); err != nil {
			return err
		}
	}
	_, err := writeFile(filepath.Join(dir, mark), nil)
	return err
}

// Discard drops what came in. After Commit it does nothing.
func (s *Stage) Discard() {
	if s.path != "" {
		discard(s.path)
	}
	s.path, s.files = "", nil
}

// Commit puts the files that came in in the folder's place, in one step where the system can. If all is as it should
// be already, it writes nothing. On an error the folder is what it was.
func (s *Stage) Commit() (Report, error) {
	defer s.Discard()
	t, err := s.tree()
	if err != nil {
		return Report{}, err
	}
	r := s.f.report(s.files)
	if s.f.sound && r.Written+r.Removed == 0 && s.f.holdsOnly(len(t.files)+len(t.dirs)) {
		return r, nil
	}
	entries, err := s.complete(t)
	if err != nil {
		return Report{}, err
	}
	list := formatList(entries)
	if err := s.seal(list); err != nil {
		return Report{}, err
	}
	old, err := s.f.swap(s.path)
	if err != nil {
		return Report{}, err
	}
	s.path = "" // it is the folder now
	s.f.saveStats(formatStats(list, entries))
	s.f.kind = ours
	s.f.know(entries, true)
	if old != "" {
		discard(old)
	}
	return r, nil
}

// tree checks the paths against each other and sorts them, and the files that came in with them.
func (s *Stage) tree() (tree, error) {
	files := make([]File, len(s.files))
	for i, in := range s.files {
		files[i] = File{Path: in.path, Sum: in.sum}
	}
	return newTree(files)
}

// complete links the kept files into the stage and returns all entries in the order of the tree.
func (s *Stage) complete(t tree) ([]entry, error) {
	byPath := make(map[string]int, len(s.files))
	for i, in := range s.files {
		byPath[in.path] = i
	}
	entries := make([]entry, len(t.files))
	err := each(len(t.files), func(i int) error {
		in := &s.files[byPath[t.files[i].Path]]
		err := s.keep(in)
		if err != nil {
			err = fault("write", filepath.Join(s.f.name, in.path), err)
		}
		entries[i] = in.entry
		return err
	})
	return entries, err
}

// keep links a kept file, or copies it where links fail.
func (s *Stage) keep(in *staged) error {
	if !in.kept {
		return nil
	}
	to, err := s.place(in.path)
	if err != nil || s.f.link(s.f.at(in.path), to) == nil {
		return err
	}
	in.stat, err = copyFile(s.f.at(in.path), to)
	return err
}

// seal writes the list and waits until the disk has everything.
func (s *Stage) seal(list []byte) error {
	if err := s.make(); err != nil {
		return fault("make", s.f.name, err)
	}
	// The folder bears a mark at every moment.
	whole, at := filepath.Join(s.path, mark+".whole"), filepath.Join(s.path, mark)
	_, err := writeFile(whole, list)
	if err == nil {
		err = os.Rename(whole, at)
	}
	if err != nil {
		return fault("write", filepath.Join(s.f.name, mark), err)
	}
	if err := syncFolder(s.path); err != nil {
		return fault("write", s.f.name, err)
	}
	return nil
}
