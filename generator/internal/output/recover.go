package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// kind is what stands at a path.
type kind int

const (
	absent  kind = iota
	empty        // a folder without content
	ours         // a folder that bears the mark
	foreign      // any other folder
)

// inspect finds the kind of dir. Anything but a folder is an error.
func inspect(dir string) (kind, error) {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return absent, nil
	case err != nil:
		return absent, err
	case !info.IsDir():
		return absent, errors.New("it is a file, not a folder")
	}
	list, err := os.Lstat(filepath.Join(dir, mark))
	switch {
	case err == nil && list.Mode().IsRegular():
		return ours, nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return absent, err
	}
	names, err := os.ReadDir(dir)
	if err == nil && len(names) > 0 {
		return foreign, nil
	}
	return empty, err
}

// leftover is a folder beside the site that a build makes and deletes.
type leftover struct {
	path  string
	pid   int
	aside bool // the old site, where two folders cannot change names in one step
}

func (f *Folder) stagePath() string { return f.dir + ".new-" + strconv.Itoa(os.Getpid()) }

func asidePath(stage string) string { return stage + ".old" }

// recover undoes what a killed build left: the site moved aside goes back if nothing took its place, and
// all else is deleted. The lock says that nobody is at work here, so a folder with our own process number is
// an earlier process's (in a container all are number 1). One of another living process stays, lest somebody
// deleted the lock file under it.
func (f *Folder) recover() error {
	list, err := f.leftovers()
	if err != nil {
		return err
	}
	for _, l := range list {
		k, err := inspect(l.path)
		if err != nil || k == foreign {
			continue
		}
		switch {
		case l.aside && f.kind == absent:
			if err := rename(l.path, f.dir); err != nil {
				return err
			}
			f.kind = k
		case l.pid == os.Getpid() || !alive(l.pid):
			discard(l.path)
		}
	}
	return nil
}

func (f *Folder) leftovers() ([]leftover, error) {
	parent, base := filepath.Split(f.dir)
	names, err := os.ReadDir(parent)
	var list []leftover
	for _, n := range names {
		number, ok := strings.CutPrefix(n.Name(), base+".new-")
		number, aside := strings.CutSuffix(number, ".old")
		pid, notNumber := strconv.Atoi(number)
		if ok && notNumber == nil {
			list = append(list, leftover{filepath.Join(parent, n.Name()), pid, aside})
		}
	}
	return list, err
}

// discard deletes a folder of ours, the mark last: killed half-way, the next start knows it still. What cannot
// be deleted, because a program has it open, is left to the next start too; the site does not depend on it.
func discard(dir string) {
	names, _ := os.ReadDir(dir)
	for _, n := range names {
		if n.Name() != mark {
			os.RemoveAll(filepath.Join(dir, n.Name()))
		}
	}
	os.RemoveAll(dir)
}
