package source

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
)

func isNotExist(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// walk calls f for every file below root, in order. A link is followed only to a file inside the project: the
// file system given must refuse to leave it, as os.Root does.
func (l *loader) walk(fsys fs.FS, root string, f func(name string)) {
	_ = fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			if name != root || !isNotExist(err) {
				l.faults = append(l.faults, unreadable(fsys, name, err))
			}
			return fs.SkipDir
		case ignored(name) && name != root:
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.Type()&fs.ModeSymlink != 0:
			if l.entry = nil; l.linked(fsys, name) {
				f(name)
			}
		case d.Type().IsRegular():
			l.entry = d
			f(name)
		case !d.IsDir():
			l.fault("path-kind", name, "", "this is neither a file nor a folder")
		}
		return nil
	})
}

// linked reports whether a link leads to a file inside the project.
func (l *loader) linked(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		l.faults = append(l.faults, unreadable(fsys, name, err))
	case info.IsDir():
		l.fault("path-link", name, "use a real folder", "links to folders are not followed")
	case !info.Mode().IsRegular():
		l.fault("path-kind", name, "", "this link leads to neither a file nor a folder")
	default:
		return true
	}
	return false
}

func isLink(fsys fs.FS, name string) bool {
	info, err := fs.Lstat(fsys, name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// unreadable is the fault of a file or folder that cannot be opened.
func unreadable(fsys fs.FS, name string, err error) diag.Diagnostic {
	pos := diag.Position{File: name}
	switch {
	case !isLink(fsys, name):
		return diag.New("path-unreadable", pos, "", "this cannot be read: %v", cause(err))
	case isNotExist(err):
		return diag.New("path-link", pos, "mend or delete it", "this link leads to nothing")
	}
	why := cause(err).Error()
	if why == "path escapes from parent" {
		why = "it leads out of the project"
	}
	return diag.New("path-link", pos, "copy what it leads to into the project", "this link cannot be followed: %s", why)
}

// layer is a folder of one file system.
type layer struct {
	fsys fs.FS
	root string
}

// overlay lists a folder of the embedded site with the project's own laid over it file by file, then more.
func (l *loader) overlay(in Input, root string, more []layer) []File {
	layers := []layer{{in.Embedded, root}}
	if in.Disk != nil {
		layers = append(layers, layer{in.Disk, root})
	}
	byPath := map[string]File{}
	for _, y := range append(layers, more...) {
		l.walk(y.fsys, y.root, func(name string) {
			rel := strings.TrimPrefix(name, y.root+"/")
			byPath[rel] = File{Name: name, Path: rel, fsys: y.fsys, entry: l.entry}
		})
	}
	files := make([]File, 0, len(byPath))
	for _, f := range byPath {
		files = append(files, f)
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files
}
