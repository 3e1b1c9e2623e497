package output

import (
	"cmp"
	"io/fs"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

// Put makes the folder hold exactly files, in any order: those that Has knows are kept, the rest is written,
// and what else is in the folder goes, whoever put it there. If all is as it should be, nothing is written.
//
// The new site takes the place of the old in one step on Linux. Elsewhere, and on file systems that cannot,
// the folder is missing for an instant; if the process dies in it, the next Open brings the old site back.
// On an error the folder is what it was: ErrGone, ErrBusy, a path that cannot be, and those of the file
// system.
func (f *Folder) Put(files []File) (Report, error) {
	s, err := f.Stage()
	if err != nil {
		return Report{}, err
	}
	if err := each(len(files), func(i int) error { return s.Add(files[i]) }); err != nil {
		s.Discard()
		return Report{}, err
	}
	return s.Commit()
}

func (f *Folder) report(files []staged) Report {
	r := Report{Removed: len(f.known)}
	for _, in := range files {
		if in.kept {
			r.Same++
		} else {
			r.Written++
		}
		if _, ok := f.known[in.path]; ok {
			r.Removed--
		}
	}
	return r
}

// holdsOnly tells whether there is nothing in the folder beyond n files and folders, all of which are known to be
// there, and the list.
func (f *Folder) holdsOnly(n int) bool {
	spare := n + len([]string{".", mark})
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
