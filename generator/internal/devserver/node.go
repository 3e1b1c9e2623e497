package devserver

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"runtime"
	"time"
)

// tick is the coarsest time that file systems write down (FAT's): a file that was changed so shortly before it was
// looked at may have been changed again since, and look the same.
const tick = 2 * time.Second

// same reports whether a file looks as it did, at a time when that proves something.
func (n *node) same(info fs.FileInfo) bool {
	if n.info == nil || info == nil {
		return n.info == nil && info == nil
	}
	a, b := n.info, info
	if a.Mode() != b.Mode() || runtime.GOOS != "windows" && !os.SameFile(a, b) {
		return false
	}
	if n.kind.listed() {
		return true
	}
	age := n.seen.Sub(b.ModTime()).Abs()
	return a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && age > tick
}

// shade says whether a folder is one about whose files nothing can be said.
func (f *folder) shade(n *node, dark bool) {
	if n.dark = dark; dark {
		f.dark++
	} else {
		f.dark--
	}
	f.names++
}

// add takes a name in.
func (f *folder) add(name string, kind kind) *node {
	n := &node{kind: kind}
	f.nodes[name] = n
	f.names++
	if parent := f.nodes[path.Dir(name)]; parent != nil {
		parent.kids[path.Base(name)] = true
	}
	if kind.listed() {
		n.kids = map[string]bool{}
	}
	if kind.link() {
		f.links++
	}
	return n
}

// drop forgets a name and all below it.
func (f *folder) drop(name string) bool {
	n := f.nodes[name]
	if n == nil {
		return false
	}
	for kid := range n.kids {
		f.drop(path.Join(name, kid))
	}
	if n.kind.listed() {
		f.watch.leave(name)
	}
	if n.dark {
		f.shade(n, false)
	}
	if n.kind.link() {
		f.links--
	}
	delete(f.nodes, name)
	if parent := f.nodes[path.Dir(name)]; parent != nil {
		delete(parent.kids, path.Base(name))
	}
	f.names++
	return true
}

// readDir lists a folder with what its entries are. An opened folder tells that without a way through all those above.
func readDir(disk fs.FS, name string) ([]fs.FileInfo, error) {
	file, err := disk.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if dir, ok := file.(*os.File); ok {
		return dir.Readdir(-1)
	}
	entries, err := fs.ReadDir(disk, name)
	infos := make([]fs.FileInfo, 0, len(entries))
	for _, e := range entries {
		info, failed := e.Info()
		if failed == nil {
			infos = append(infos, info)
		} else if !errors.Is(failed, fs.ErrNotExist) {
			err = errors.Join(err, failed)
		}
	}
	return infos, err
}
