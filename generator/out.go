package main

import (
	"path/filepath"
	"slices"
	"strings"
)

func outDir(dir, out string) string {
	if filepath.IsAbs(out) {
		return out
	}
	return filepath.Join(dir, out)
}

// checkOut refuses an output folder that lies in what the site is made from: the next build would take it in.
func checkOut(dir, out string) error {
	base, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	to, err := filepath.Abs(outDir(dir, out))
	if err != nil {
		return err
	}
	rel, err := filepath.Rel(base, to)
	if err != nil {
		return nil // on another disk
	}
	first, _, deeper := strings.Cut(filepath.ToSlash(rel), "/")
	if deeper && slices.Contains([]string{"content", "layouts", "static"}, first) {
		return hinted("choose a folder beside them, such as --out public", "--out %s lies in the folder %s, which the site is made from", out, first)
	}
	return nil
}
