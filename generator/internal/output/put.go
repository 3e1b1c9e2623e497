package output

import (
	"cmp"
	"io/fs"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"psvsite/generator/internal/memo"
)

// Put makes the folder hold exactly files, in any order: those that Has knows are kept, the rest is written,
// and what else is in the folder goes, whoever put it there. If all is as it should be, nothing is written.
//
// The new site takes the place of the old in one step on Linux. Elsewhere, and on file systems that cannot,
// the folder is missing for an instant; if the process dies in it, the next Open brings the old site back.
// On an error the folder is what it was: ErrGone, ErrBusy, a path that cannot be, and those of the file
// system.
func (f *Folder) Put(files []File) (Report, error) {
	if f.lock == nil {
		return Report{}, fault("place", f.name, fs.ErrClosed)
	}
	t, err := newTree(files)
	if err != nil {
		return Report{}, err
	}
	keep, err := f.compare(t)
	if err != nil {
		return Report{}, err
	}
	r := f.report(t, keep)
	if f.sound && r.Written+r.Removed == 0 && f.holdsOnly(t) {
		return r, nil
	}
	if err := f.replace(t, keep); err != nil {
		return Report{}, err
	}
	return r, nil
}

// compare tells for each file of the tree whether the one on disk will do, and completes its sum.
func (f *Folder) compare(t tree) ([]bool, error) {
	keep := make([]bool, len(t.files))
	err := each(len(keep), func(i int) error {
		file := &t.files[i]
		if file.Data != nil && file.Sum == (memo.Sum{}) {
			file.Sum = memo.SumOf(file.Data)
		}
		keep[i] = f.Has(file.Path, file.Sum)
		if !keep[i] && file.Data == nil {
			return fault("keep", filepath.Join(f.name, file.Path), ErrGone)
		}
		return nil
	})
	return keep, err
}

func (f *Folder) report(t tree, keep []bool) Report {
	r := Report{Removed: len(f.known)}
	for i, file := range t.files {
		if keep[i] {
			r.Same++
		} else {
			r.Written++
		}
		if _, ok := f.known[file.Path]; ok {
			r.Removed--
		}
	}
	return r
}

// holdsOnly tells whether there is nothing in the folder beyond the tree, all of which is known to be there,
// and the list.
func (f *Folder) holdsOnly(t tree) bool {
	spare := len(t.files) + len(t.dirs) + len([]string{".", mark})
	err := filepath.WalkDir(f.dir, func(_ string, _ fs.DirEntry, err error) error {
		spare--
		return err
	})
	return err == nil && spare == 0
}

// each calls do with 0 to n-1, several at a time, and returns an error if there is one. After an error no new
// call starts.
func each(n int, do func(i int) error) error {
	errs := make([]error, min(n, 2*runtime.GOMAXPROCS(0), 16))
	var next atomic.Int64
	var workers sync.WaitGroup
	for w := range errs {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(n) && errs[w] == nil; i = next.Add(1) - 1 {
				if errs[w] = do(int(i)); errs[w] != nil {
					next.Store(int64(n))
				}
			}
		})
	}
	workers.Wait()
	return cmp.Or(errs...)
}
