package source

import (
	"io/fs"
	"regexp"
	"strings"
)

// releases is the folder of a content folder in which what former versions said is kept.
const releases = "releases"

// Releases is the folder for the releases of an edition; of the base, when edition is empty.
func Releases(edition string) string { return ContentOf(edition) + "/" + releases }

// ContentOf is the content folder of an edition; the base's, when edition is empty.
func ContentOf(edition string) string {
	if edition == "" {
		return "content"
	}
	return "content/editions/" + edition
}

var versionForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.-]*$`)

// ReleaseName reports whether a version may be the name of a file.
func ReleaseName(version string) bool { return versionForm.MatchString(version) }

// releases takes in the files of former versions.
func (l *loader) releases(fsys fs.FS, root string) {
	l.walk(fsys, root, func(name string) {
		rel := strings.TrimPrefix(name, root+"/")
		version, isYAML := strings.CutSuffix(rel, ".yaml")
		if !isYAML || !ReleaseName(version) {
			l.fault("path-kind", name, "", "%s holds .yaml files, one for each version", root)
			return
		}
		l.tree.Releases = append(l.tree.Releases, File{Name: name, Path: rel, fsys: fsys, entry: l.entry})
	})
}
