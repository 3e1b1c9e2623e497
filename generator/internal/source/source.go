// Package source finds the files of a site.
//
// In: the project's folder and the embedded default site as file systems, the config, the chain of editions.
// Out: a Tree of named files, each with its place in the site: pages and pictures by language and path, data,
// layouts, static files, with editions laid over the base and the folder over the embedded files. It reads bytes
// only when asked, never parses them, and never leaves the folder: a link out of it is a fault.
package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
)

// File is one file of the site. It is a place, not its bytes: see Read.
type File struct {
	Name  string // slash-separated, relative to the project: content/en/training/day-1.md
	Lang  string // for pages and pictures: the language folder it stands in
	Path  string // pages: training/day-1; pictures: training/pic.svg; others: the name below their folder
	fsys  fs.FS
	entry fs.DirEntry // as the walk found it; nil for links
}

// Read returns the file's bytes.
func (f File) Read() ([]byte, error) {
	data, err := fs.ReadFile(f.fsys, f.Name)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", f.Name, cause(err))
	}
	return data, nil
}

// cause strips the path that fs.PathError repeats.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// Tree is all files of a site, each list sorted.
type Tree struct {
	Pages    []File            // one for each language and path; an edition's in place of the base's
	Pictures []File            // and other files beside pages
	Data     map[string][]File // by name without .yaml: the base's first, then each edition's
	Layouts  []File
	Static   []File

	// Translations are what people have stated of translations: the source texts (no Lang), then the sums of the base and
	// of each edition.
	Translations []File

	Releases []File // what former versions said: the edition's own, or the base's

	Signed []File // the texts that were signed; none or one
}

// Input is where files come from. Disk is nil when there is no folder to read; Embedded is the default site.
type Input struct {
	Disk, Embedded fs.FS
}

// ConfigName is the file that makes a folder a project.
const ConfigName = "config.yaml"

// Notes is a file for people that may stand in content and in an edition's folder; the site does not carry it. It is no
// .md, which would be a page.
const Notes = "README.txt"

// Config returns config.yaml, from the folder if it has one, else the embedded one. A folder with content but no
// config.yaml is a fault, not a site.
func (in Input) Config() (File, diag.List) {
	var faults diag.List
	if in.Disk != nil {
		info, err := fs.Stat(in.Disk, ConfigName)
		switch {
		case err == nil && info.Mode().IsRegular():
			return File{Name: ConfigName, Path: ConfigName, fsys: in.Disk}, nil
		case err == nil:
			faults.Add("path-kind", diag.Position{File: ConfigName}, "", "this is not a file")
		case !isNotExist(err):
			faults = append(faults, unreadable(in.Disk, ConfigName, err))
		}
		if _, err := fs.Stat(in.Disk, "content"); err == nil && len(faults) == 0 {
			faults.Add("config-none", diag.Position{File: ConfigName}, "psvsite init DIR writes a folder to start from",
				"there is a content folder, but no config.yaml beside it")
		}
	}
	return File{Name: ConfigName, Path: ConfigName, fsys: in.Embedded}, faults
}

// Names of the files of statements; package translation says what stands in them.
const (
	SumName   = "translations.sum"
	TextsName = "translations.src"

	SignedName = "signed.src" // the texts that were signed; see package signoff
)

// OwnContent reports whether config and content are the folder's, not the embedded site's.
func (in Input) OwnContent() bool {
	if in.Disk == nil {
		return false
	}
	_, err := fs.Stat(in.Disk, ConfigName)
	return !isNotExist(err)
}

// Sums names the files of statements on translations, of every language and edition.
func (in Input) Sums() (names []string, err error) {
	for _, pattern := range []string{"content/*/" + SumName, "content/editions/*/*/" + SumName} {
		found, err := fs.Glob(in.Disk, pattern)
		if err != nil {
			return nil, err
		}
		names = append(names, found...)
	}
	return names, nil
}

// Load finds all files. chain names the editions to lay over the base, outermost last.
func Load(in Input, c *config.Config, chain []string) (*Tree, diag.List) {
	l := &loader{languages: c.Codes(), editions: c.EditionNames(), tree: &Tree{Data: map[string][]File{}}, index: map[string]int{}}
	content := in.Embedded
	if in.OwnContent() {
		content = in.Disk
	}
	l.statements(content, "content", "", TextsName)
	if name := "content/" + SignedName; isFile(content, name) {
		l.tree.Signed = append(l.tree.Signed, File{Name: name, Path: SignedName, fsys: content})
	}
	l.content(content, "content", "")
	for _, edition := range chain {
		l.content(content, "content/editions/"+edition, edition)
	}
	l.hide(c, chain)
	l.tree.Layouts = l.overlay(in, "layouts", nil)
	l.tree.Static = slices.DeleteFunc(l.overlay(in, "static", editionStatic(content, chain)), l.refused)
	sortFiles(l.tree.Pages)
	sortFiles(l.tree.Pictures)
	return l.tree, l.faults
}

// hide takes out the pages that editions hide; a name that is no page is a fault.
func (l *loader) hide(c *config.Config, chain []string) {
	for _, edition := range chain {
		for i, path := range c.Editions[edition].Hide {
			if !slices.ContainsFunc(l.tree.Pages, func(f File) bool { return f.Path == path }) {
				l.faults.Add("config-value", c.Positions.At(fmt.Sprintf("editions.%s.hide[%d]", edition, i)),
					"name it as links do, without .md: roles/lawyer", "the edition %q hides %q, which is no page", edition, path)
			}
		}
	}
	hidden := c.Hidden(chain)
	l.tree.Pages = slices.DeleteFunc(l.tree.Pages, func(f File) bool { return slices.Contains(hidden, f.Path) })
}

func editionStatic(fsys fs.FS, chain []string) []layer {
	var layers []layer
	for _, edition := range chain {
		layers = append(layers, layer{fsys, "content/editions/" + edition + "/static"})
	}
	return layers
}

func sortFiles(files []File) {
	slices.SortFunc(files, func(a, b File) int {
		if c := strings.Compare(a.Lang, b.Lang); c != 0 {
			return c
		}
		return strings.Compare(a.Path, b.Path)
	})
}

// ignored are names that editors and systems leave behind.
func ignored(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || strings.HasPrefix(base, "#") ||
		slices.Contains([]string{"Thumbs.db", "desktop.ini", SumName, TextsName, SignedName}, base)
}
