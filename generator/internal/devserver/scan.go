package devserver

import (
	"errors"
	"io/fs"
	"path"
	"time"
)

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
		if n := f.nodes[parent]; n == nil || !n.kind.listed() {
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

// update compares a name with the disk, and a folder with all that is in it. told means that the same size and time
// prove nothing. The error is of a name about which nothing can be said.
func (f *folder) update(name string, told bool, hurry func() bool) (changed bool, err error) {
	info, err := fs.Lstat(f.disk, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f.drop(name), nil
	case err != nil:
		return f.drop(name), err
	}
	return f.take(name, info, told, hurry), nil
}

// take brings what is known of a name, and of all that is in a folder, up to date.
func (f *folder) take(name string, info fs.FileInfo, told bool, hurry func() bool) (changed bool) {
	info, kind := f.follow(name, info)
	n := f.nodes[name]
	if n != nil && n.kind != kind {
		f.drop(name)
		n = nil
	}
	switch {
	case n == nil:
		n = f.add(name, kind)
	case !told && n.same(info):
		n.seen = time.Now()
		return kind.listed() && f.list(name, n, told, hurry)
	}
	n.info, n.seen = info, time.Now()
	f.count++
	n.version = f.count
	if kind != aFile {
		f.names++ // who may list it, or where it leads to, may be another matter now
	}
	switch {
	case kind.listed():
		f.watch.enter(name)
		f.list(name, n, told, hurry)
	case kind == aLink:
		f.watch.enter(f.behind(name))
	}
	return true
}

// list brings what is in a folder up to date. Folders in one of which something was told may be new ones of the same
// name, and number.
func (f *folder) list(name string, n *node, told bool, hurry func() bool) (changed bool) {
	if hurry() {
		return false
	}
	infos, err := readDir(f.disk, name)
	dark, there := err != nil, make(map[string]bool, len(infos))
	for _, info := range infos {
		there[info.Name()] = true
		changed = f.take(name+"/"+info.Name(), info, told && info.IsDir(), hurry) || changed
	}
	for kid := range n.kids {
		if !there[kid] {
			changed = f.drop(name+"/"+kid) || changed
		}
	}
	if dark != n.dark {
		f.shade(n, dark)
		changed = true
	}
	return changed
}
