// Package scaffold writes starts: of a page, an edition, a language.
//
// In: a site's folder as it stands. Out: new files with their text, config.yaml with what was added, and a list of what
// is left to do. It never changes or removes what an author wrote and never writes to disk: the commands do.
//
// The starts of pages stand in pages/, one for each type, as text/template with [[ ]]. They build without a fault as
// they are: their text says what to write in its place.
package scaffold

import (
	"embed"
	"errors"
	"fmt"
	"strings"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/source"
)

//go:embed pages
var pages embed.FS

// Refusal says why a start is not written, and what to do instead.
type Refusal struct{ message, hint string }

func (r *Refusal) Error() string { return r.message }

// Hint says what to do instead.
func (r *Refusal) Hint() string { return r.hint }

func refuse(hint, format string, args ...any) error {
	return &Refusal{fmt.Sprintf(format, args...), hint}
}

// File is a new file, by its place in the site's folder.
type File struct {
	Name string
	Data []byte
}

// Change is what one command adds.
type Change struct {
	Files  []File
	Config []byte // config.yaml with the addition; nil: as it is
	Notes  string // what is left to do
}

// Site is the site that a start must fit into.
type Site struct {
	config *config.Config
	raw    []byte // config.yaml
	tree   *source.Tree
	data   *data.Set
}

// Open reads a site's folder. The list holds faults of config.yaml, without which nothing can be told; others are for
// build to report.
func Open(in source.Input) (*Site, diag.List, error) {
	if !in.OwnContent() {
		return nil, nil, refuse("psvsite init DIR writes a folder to start from", "there is no %s in this folder", source.ConfigName)
	}
	file, faults := in.Config()
	if len(faults) > 0 {
		return nil, faults, nil
	}
	s := &Site{}
	var err error
	if s.raw, err = file.Read(); err != nil {
		return nil, nil, err
	}
	if s.config, faults = config.Parse(file.Name, s.raw); faults.Count(diag.Error) > 0 {
		return nil, faults, nil
	}
	s.tree, _ = source.Load(in, s.config, nil)
	s.data, err = s.readData(s.tree)
	return s, nil, err
}

// readData reads the data files of a tree; entries with faults are left out.
func (s *Site) readData(tree *source.Tree) (*data.Set, error) {
	files := map[string][]data.File{}
	for name, list := range tree.Data {
		for _, f := range list {
			text, err := f.Read()
			if err != nil {
				return nil, err
			}
			files[name] = append(files[name], data.File{Name: f.Name, Data: text})
		}
	}
	set, _ := data.ReadAll(files)
	return set, nil
}

// page returns a page of a language as it stands; ok is false when there is none.
func (s *Site) page(lang, path string) (f source.File, text []byte, ok bool) {
	for _, f := range s.tree.Pages {
		if f.Lang == lang && f.Path == path {
			text, err := f.Read()
			return f, text, err == nil
		}
	}
	return source.File{}, nil, false
}

// front is the front matter of a page of the default language.
func (s *Site) front(path string) (markup.Front, bool) {
	f, text, ok := s.page(s.config.DefaultLanguage, path)
	if !ok {
		return markup.Front{}, false
	}
	return markup.Parse(f.Name, f.Lang, f.Path, text).Front, true
}

// checkedConfig demands that config.yaml reads without fault after an addition.
func (s *Site) checkedConfig(text []byte, err error, there func(*config.Config) bool) error {
	if err == nil {
		c, faults := config.Parse(source.ConfigName, text)
		if faults.Count(diag.Error) == 0 && there(c) {
			return nil
		}
		err = errors.New("it could not be read afterwards")
		if len(faults) > 0 {
			err = errors.New(faults[0].Message)
		}
	}
	return refuse("add it by hand", "config.yaml cannot be added to: %s", strings.TrimPrefix(err.Error(), "yaml: "))
}
