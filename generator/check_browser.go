package main

import (
	"errors"
	"os"
	"path/filepath"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/fit"
	"psvsite/generator/internal/output"
)

// shown is a folder that holds the site while a browser looks at it.
type shown string

func newShown() (shown, error) {
	dir, err := os.MkdirTemp("", "psvsite-check")
	return shown(dir), err
}

// take is a sink for a build.
func (s shown) take(f output.File) error {
	name := filepath.Join(string(s), filepath.FromSlash(f.Path))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, f.Data, 0o666)
}

// look opens what needs a browser to be judged. Of a site with errors it opens nothing: its pages are not whole.
func (s shown) look(result *build.Result) (diag.List, error) {
	if result.Config == nil || result.Faults.Count(diag.Error) > 0 {
		return nil, nil
	}
	faults, err := fit.Slides(string(s), result.Decks)
	return faults.Leveled(result.Config.Levels()), err
}

func (s shown) close(err error) error { return errors.Join(err, os.RemoveAll(string(s))) }
