package output

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// tree is a checked list of files in the order of their paths.
type tree struct {
	files []File
	dirs  []string // every folder below the root, parents first
}

// newTree sorts a copy of files and finds their folders. A path that cannot be on every system is an error.
func newTree(files []File) (tree, error) {
	t := tree{files: slices.Clone(files)}
	slices.SortFunc(t.files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	names := make(nameSet, len(files))
	for _, f := range t.files {
		if err := t.add(names, f.Path); err != nil {
			return tree{}, fault("place", fmt.Sprintf("%q", f.Path), err)
		}
	}
	slices.Sort(t.dirs)
	return t, nil
}

// add takes a path into names, and the folders above it that are not there yet.
func (t *tree) add(names nameSet, name string) error {
	if err := checkPath(name); err != nil {
		return err
	}
	if _, err := names.claim(name); err != nil {
		return err
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		fresh, err := names.claim(dir + "/")
		if err != nil {
			return err
		}
		if !fresh {
			break
		}
		t.dirs = append(t.dirs, dir)
	}
	return nil
}

// checkPath says what is wrong with the path of one file.
func checkPath(name string) error {
	first, _, _ := strings.Cut(name, "/")
	switch {
	case !fs.ValidPath(name) || name == ".":
		return errors.New("not a clean relative path")
	case strings.EqualFold(first, mark):
		return errors.New("the name is taken by the list of files")
	case strings.ContainsFunc(name, unportable) || !filepath.IsLocal(filepath.FromSlash(name)):
		return errors.New("a name that Windows or a memory card refuses")
	}
	return nil
}

func unportable(r rune) bool {
	return r < ' ' || strings.ContainsRune(`\:*?"<>|`, r)
}

// nameSet maps a name in lower case to the name as given; folders end in a slash.
type nameSet map[string]string

// claim adds name and tells whether it is new. Only a folder may come twice, and only in one spelling.
func (s nameSet) claim(name string) (bool, error) {
	key := strings.ToLower(strings.TrimSuffix(name, "/"))
	old, taken := s[key]
	switch {
	case !taken:
		s[key] = name
		return true, nil
	case old == name && strings.HasSuffix(name, "/"):
		return false, nil
	case old == name:
		return false, errors.New("given twice")
	default:
		return false, fmt.Errorf("%q cannot stand beside %q", name, old)
	}
}
