package devserver

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strings"
	"time"
)

// tick is the coarsest time that file systems write down (FAT's): a file that was changed so shortly before it was
// looked at may have been changed again since, and look the same.
const tick = 2 * time.Second

// scan compares the whole folder with the disk and reports whether anything has changed. It gives up, and says so, as
// soon as hurry does.
func (f *folder) scan(hurry func() bool) (changed, whole bool) {
	for _, name := range roots {
		c, _ := f.update(name, false, hurry)
		changed = changed || c
	}
	return changed, !hurry()
}

// never is for who has time.
func never() bool { return false }

// look brings a name up to date of which the system said that something happened to it.
func (f *folder) look(name string) bool {
	for parent := path.Dir(name); parent != "."; parent = path.Dir(parent) {
		if n := f.nodes[parent]; n == nil || n.kids == nil {
			name = parent // its folder is new: that is looked at as a whole
		}
	}
	changed, _ := f.update(name, true, never)
	return changed
}

// gone reports whether nothing of a name is there.
func (f *folder) gone(name string) bool {
	_, err := fs.Lstat(f.disk, name)
	return errors.Is(err, fs.ErrNotExist)
}

// lookAtLinks brings all links up to date: something may have happened to what they lead to.
func (f *folder) lookAtLinks() (changed bool) {
	if f.links == 0 {
		return false
	}
	for name, n := range f.nodes {
		if n.link {
			c, _ := f.update(name, false, never)
			changed = changed || c
		}
	}
	return changed
}

// update compares a name with the disk, and a folder with all that is in it. told means that the same size and time
// prove nothing. The error is of a name about which nothing can be said.
func (f *folder) update(name string, told bool, hurry func() bool) (changed bool, err error) {
	info, link, err := f.stat(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return f.drop(name), err
	}
	n, isFolder := f.nodes[name], info != nil && info.IsDir() && !link
	if n != nil && (n.link != link || isFolder != (n.kids != nil)) {
		f.drop(name)
		n = nil
	}
	switch {
	case n == nil:
		n = f.add(name, link, isFolder)
	case !told && n.same(info):
		n.seen = time.Now()
		return isFolder && f.list(name, n, hurry), nil
	}
	n.info, n.seen = info, time.Now()
	f.count++
	n.version = f.count
	if isFolder || link {
		f.names++ // who may list it, or where it leads to, may be another matter now
	}
	switch {
	case isFolder:
		f.watch.enter(name)
		f.list(name, n, hurry)
	case link:
		f.watch.enter(f.behind(name))
	}
	return true, nil
}

// stat tells about a name itself. Links are followed where a build lists what they lead to; elsewhere it is said that
// it is a link, and what is behind it is no folder of ours.
func (f *folder) stat(name string) (info fs.FileInfo, link bool, err error) {
	if info, err = fs.Lstat(f.disk, name); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return info, false, err
	}
	behind, err := fs.Stat(f.disk, name)
	switch {
	case err != nil:
		return nil, true, nil
	case behind.IsDir() && !followed(name):
		return info, true, nil
	}
	return behind, !behind.IsDir(), nil
}

// behind is the folder in which stands what a link leads to.
func (f *folder) behind(name string) string {
	to, err := fs.ReadLink(f.disk, name)
	if err != nil {
		return path.Dir(name)
	}
	if dir := path.Join(path.Dir(name), path.Dir(to)); fs.ValidPath(dir) {
		return dir
	}
	return path.Dir(name)
}

// folders are the folders in which changes matter.
func (f *folder) folders() map[string]bool {
	list := map[string]bool{".": true}
	for name, n := range f.nodes {
		switch {
		case n.kids != nil:
			list[name] = true
		case n.link:
			list[f.behind(name)] = true
		}
	}
	return list
}

// followed are the places whose folders may be links: those that a build goes into by name.
func followed(name string) bool {
	depth := strings.Count(name, "/")
	return depth == 0 || strings.HasPrefix(name, "content/") && (depth == 1 || depth <= 3 && strings.HasPrefix(name, "content/editions/"))
}

// same reports whether a file looks as it did, at a time when that proves something.
func (n *node) same(info fs.FileInfo) bool {
	if n.info == nil || info == nil {
		return n.info == nil && info == nil
	}
	a, b := n.info, info
	if a.Mode() != b.Mode() || runtime.GOOS != "windows" && !os.SameFile(a, b) {
		return false
	}
	if n.kids != nil {
		return true
	}
	age := n.seen.Sub(b.ModTime()).Abs()
	return a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && age > tick
}

// list brings what is in a folder up to date.
func (f *folder) list(name string, n *node, hurry func() bool) (changed bool) {
	if hurry() {
		return false
	}
	entries, err := fs.ReadDir(f.disk, name)
	dark, there := err != nil, make(map[string]bool, len(entries))
	for _, e := range entries {
		there[e.Name()] = true
		c, err := f.update(path.Join(name, e.Name()), false, hurry)
		changed, dark = changed || c, dark || err != nil
	}
	for kid := range n.kids {
		if !there[kid] {
			changed = f.drop(path.Join(name, kid)) || changed
		}
	}
	if dark != n.dark {
		f.shade(n, dark)
		changed = true
	}
	return changed
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
func (f *folder) add(name string, link, isFolder bool) *node {
	n := &node{link: link}
	f.nodes[name] = n
	f.names++
	if parent := f.nodes[path.Dir(name)]; parent != nil {
		parent.kids[path.Base(name)] = true
	}
	if isFolder {
		n.kids = map[string]bool{}
	}
	if link {
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
	if n.kids != nil {
		f.watch.leave(name)
	}
	if n.dark {
		f.shade(n, false)
	}
	if n.link {
		f.links--
	}
	delete(f.nodes, name)
	if parent := f.nodes[path.Dir(name)]; parent != nil {
		delete(parent.kids, path.Base(name))
	}
	f.names++
	return true
}
