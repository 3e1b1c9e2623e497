package devserver

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"psvsite/generator/internal/source"
)

// folder is the site's folder as a build sees it (source.Versioned). It remembers what stands in it, so that a build
// asks the disk for what changed and for nothing else. Between look and scan it may be read from many goroutines.
type folder struct {
	disk  fs.FS
	nodes map[string]*node // by name; only what a site is made of
	names uint64           // changes with the set of names
	count uint64           // of versions given out
	dark  int              // folders about whose files nothing can be said
	links int              // what happens elsewhere may concern them
	watch watching
}

// watching is told of each folder before it is listed, and of each that is gone.
type watching interface {
	enter(dir string)
	leave(dir string)
}

// node is a file or a folder.
type node struct {
	info    fs.FileInfo
	version uint64
	seen    time.Time       // when info was taken
	kind    kind            // of a link, info is of what it leads to, nil when that is not to be had
	kids    map[string]bool // of a folder
	dark    bool            // a folder about whose files nothing can be said: it, or they, may not be looked at
}

// roots are what a site is made of.
var roots = []string{source.ConfigName, "content", "layouts", "static"}

func newFolder(disk fs.FS, w watching) *folder {
	return &folder{disk: disk, nodes: map[string]*node{}, names: 1, count: 1, watch: w}
}

// ours reports whether a name is one of the site's files.
func ours(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return slices.Contains(roots, first)
}

// Open opens a file as it is on disk.
func (f *folder) Open(name string) (fs.File, error) { return f.disk.Open(name) }

// ReadFile reads a file as it is on disk.
func (f *folder) ReadFile(name string) ([]byte, error) { return fs.ReadFile(f.disk, name) }

// Stat tells what is known of a file.
func (f *folder) Stat(name string) (fs.FileInfo, error) {
	n := f.nodes[name]
	switch {
	case n != nil && n.kind != aLink:
		return n.info, nil
	case n == nil && ours(name) && !f.hidden(name):
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return fs.Stat(f.disk, name)
}

// hidden reports whether a name's folder is dark, or one that a link leads to: nobody looks into those.
func (f *folder) hidden(name string) bool {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if n := f.nodes[dir]; n != nil {
			return n.kind == aLink || n.dark
		}
	}
	return false
}

// ReadDir lists a folder as it is remembered.
func (f *folder) ReadDir(name string) ([]fs.DirEntry, error) {
	n := f.nodes[name]
	if n == nil || !n.kind.listed() || n.dark {
		return fs.ReadDir(f.disk, name)
	}
	list := make([]fs.DirEntry, 0, len(n.kids))
	for kid := range n.kids {
		list = append(list, entry{kid, f.nodes[path.Join(name, kid)]})
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// Version numbers the bytes of a file.
func (f *folder) Version(name string) uint64 {
	if n := f.nodes[name]; n != nil && !n.kind.listed() {
		return n.version
	}
	return 0
}

// Names numbers the set of names.
func (f *folder) Names() uint64 {
	if f.dark > 0 {
		return 0
	}
	return f.names
}

// entry is a line of a folder's list.
type entry struct {
	name string
	node *node
}

func (e entry) Name() string { return e.name }
func (e entry) IsDir() bool  { return e.Type().IsDir() }

func (e entry) Type() fs.FileMode {
	if e.node.kind.link() {
		return fs.ModeSymlink
	}
	return e.node.info.Mode().Type()
}

func (e entry) Info() (fs.FileInfo, error) {
	if e.node.info == nil {
		return nil, fs.ErrNotExist
	}
	return e.node.info, nil
}
