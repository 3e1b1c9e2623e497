package devserver

import (
	"io/fs"
	"path"
	"strings"
)

// follow tells what a link leads to; of what is none it says so. A link to a folder is a folder only where a build
// lists it; elsewhere it stays a link. One that leads nowhere has no info.
func (f *folder) follow(name string, info fs.FileInfo) (behind fs.FileInfo, link bool) {
	if info.Mode()&fs.ModeSymlink == 0 {
		return info, false
	}
	behind, err := fs.Stat(f.disk, name)
	switch {
	case err != nil:
		return nil, true
	case behind.IsDir() && !followed(name):
		return info, true
	}
	return behind, !behind.IsDir()
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
