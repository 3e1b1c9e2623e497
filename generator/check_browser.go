package main

import (
	"errors"
	"os"
	"path/filepath"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/fit"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/source"
)

// look builds the site into a folder of its own and judges what needs a browser to be judged. A site that cannot be built
// is not opened: the check has said why.
func look(in source.Input, edition string) (diag.List, error) {
	dir, err := os.MkdirTemp("", "psvsite-check")
	if err != nil {
		return nil, err
	}
	take := func(f output.File) error {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		return errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, f.Data, 0o666))
	}
	result, err := build.Build(in, build.Options{Edition: edition, Sink: take, Decks: true, Urgent: true}, build.NewRunCache())
	var faults diag.List
	if err == nil && result.Faults.Count(diag.Error) == 0 {
		slides, err1 := fit.Slides(dir, result.Decks)
		sheets, err2 := fit.Sheets(dir, declared(result.Sheets))
		faults, err = append(slides, sheets...).Leveled(result.Config.Levels()), errors.Join(err1, err2)
	}
	return faults, errors.Join(err, os.RemoveAll(dir))
}

// declared are the sheets that say how many sides they fit. A booklet takes a side for two of its pages.
func declared(sheets []build.Sheet) []fit.Sheet {
	var list []fit.Sheet
	for _, s := range sheets {
		if s.Sides > 0 {
			d := fit.Sheet{URL: s.URL, Lang: s.Lang, Paper: s.Paper, Sides: s.Sides, Pos: s.Pos}
			if s.Paper == "A5" && s.Sides >= 4 {
				d.Paper, d.Sides = "A4", s.Sides/2
			}
			list = append(list, d)
		}
	}
	return list
}
