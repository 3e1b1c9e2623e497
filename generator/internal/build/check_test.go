package build

import (
	"slices"
	"testing"
	"time"

	"psvsite"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// TestCheck sees that a check says what the build says, of safety texts more loudly, and more; that it makes no file and knows the day.
func TestCheck(t *testing.T) {
	files := newEditor(7).files
	files["content/en/help.md"] = file("---\ntitle: Help\nsummary: A.\ntype: help\n---\n\n#### Jump\n\n[nowhere](nowhere.md)\n")
	files["content/data/rates.yaml"] = file("- {id: wage, name: {en: A, gu: અ, hi: अ}, use_until: 2026-01-01}\n")
	in := source.Input{Disk: files, Embedded: psvsite.Default}
	built, err := Build(in, Options{}, NewRunCache())
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	checked, err := Check(in, Options{}, day)
	if err != nil || len(checked.Files) > 0 {
		t.Fatalf("%d files, %v", len(checked.Files), err)
	}
	for _, f := range built.Faults {
		if f.Code == "safety-stale" {
			f.Severity = diag.Error
		}
		if !slices.Contains(checked.Faults, f) {
			t.Errorf("only the build says %v", f)
		}
	}
	said := func(r *Result, code string) bool {
		return slices.ContainsFunc(r.Faults, func(f diag.Diagnostic) bool { return f.Code == code })
	}
	for _, code := range []string{"link-missing", "heading-jump", "data-expired"} {
		if !said(checked, code) || said(built, code) && code != "link-missing" {
			t.Errorf("%s: checked %v, built %v", code, said(checked, code), said(built, code))
		}
	}
	if before, err := Check(in, Options{}, day.AddDate(0, 0, -1)); err != nil || said(before, "data-expired") {
		t.Errorf("on its last day an entry is expired: %v", err)
	}
}
