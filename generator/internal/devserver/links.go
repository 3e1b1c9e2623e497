package devserver

import (
	"io/fs"
	"path"
	"strings"
)

// kind is what a name stands for.
type kind int

const (
	aFile kind = iota
	aFolder
	aLink         // to a file, to nothing, or to a folder that no build goes into
	aLinkedFolder // a link to a folder, taken as that folder
)

// listed reports whether it is known what is in it.
func (k kind) listed() bool { return k == aFolder || k == aLinkedFolder }

// link reports whether what happens elsewhere may concern it.
func (k kind) link() bool { return k == aLink || k == aLinkedFolder }

// follow tells what a link leads to. A link to a folder is a folder only where a build goes into it by name; elsewhere
// it is nothing but a link, as is one that leads nowhere, which has no info.
func (f *folder) follow(name string, info fs.FileInfo) (behind fs.FileInfo, kind kind) {
	switch {
	case info.Mode()&fs.ModeSymlink == 0 && info.IsDir():
		return info, aFolder
	case info.Mode()&fs.ModeSymlink == 0:
		return info, aFile
	}
	behind, err := fs.Stat(f.disk, name)
	switch {
	case err != nil:
		return nil, aLink
	case !behind.IsDir():
		return behind, aLink
	case followed(name):
		return behind, aLinkedFolder
	}
	return info, aLink
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
		case n.kind.listed():
			list[name] = true
		case n.kind == aLink:
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
