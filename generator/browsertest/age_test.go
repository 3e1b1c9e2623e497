package browsertest

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// whenSlides is the text that stands on the wall once the page shows itself as slides.
const whenSlides = `new Promise(done => setInterval(() => document.documentElement.dataset.slides && done(document.body.innerText), 50))`

// TestOldCopy opens copies from a folder on the day of the release, on the last day they may be used, the day after, and
// 400 days on: a banner stands on them in their own language once that day is past, and not before. With scripts off the
// printed day stands.
func TestOldCopy(t *testing.T) {
	dir := t.TempDir()
	buildInto(t, dir, os.DirFS("../.."))
	released, tabs := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), start(t, 5)
	for i, days := range []int{0, 365, 366, 400} {
		if err := tabs[i].Clock(released.AddDate(0, 0, days)); err != nil {
			t.Fatal(err)
		}
		for page, words := range map[string]string{
			"en/help.html": "This page is past its date", "gu/help.html": "આ પાનાની તારીખ વીતી ગઈ છે", "hi/help.html": "इस पन्ने की तारीख़ बीत चुकी है",
			"en/training/keep-safe.handout.html": "This page is past its date", "en/print/recovery-plan.html": "This page is past its date",
		} {
			if got := strings.Contains(textOf(t, tabs[i], dir, page), words); got != (days > 365) {
				t.Errorf("%s, %d days on: banner %t", page, days, got)
			}
		}
	}
	_ = textOf(t, tabs[3], dir, "en/training/keep-safe.html#slides")
	var slide string
	if err := tabs[3].Await(whenSlides, &slide); err != nil || !strings.Contains(slide, "This page is past its date") || !strings.Contains(slide, "S-19 ") || !strings.Contains(slide, "Version 0.1") {
		t.Errorf("%v: the first slide of an old deck says %q", err, slide)
	}
	if strings.Count(textOf(t, tabs[0], dir, "sheets.html"), "Do not use") >= strings.Count(textOf(t, tabs[3], dir, "sheets.html"), "Do not use") {
		t.Error("sheets.html strikes nothing out when its day is past")
	}
	if err := tabs[4].Scripts(false); err != nil {
		t.Fatal(err)
	}
	text := textOf(t, tabs[4], dir, "en/help.html")
	if strings.Contains(text, "past its date") || !strings.Contains(text, "Use until 23 November 2027") {
		t.Error("with scripts off the printed day does not stand")
	}
}

// textOf is what a reader of a page in a folder sees.
func textOf(t *testing.T, tab *chrome.Tab, dir, page string) string {
	t.Helper()
	home, text := "file://"+dir+"/", ""
	if err := tab.Open(home+page, home); err != nil {
		t.Fatal(err)
	}
	if err := tab.Eval("document.body.innerText", &text); err != nil {
		t.Fatal(err)
	}
	return text
}

// TestReviewDue opens a page that has to be read again by a day, on that day and on the next: then it says so, beside who
// has still to check it, and sheets.html takes its code out.
func TestReviewDue(t *testing.T) {
	page := "---\ntitle: Steps\nsummary: What to do.\ntype: handout\ncode: H-01\nneeds: [clinician]\nreview_due: 2027-03-01\n---\n\nStay.\n"
	dir, tabs := t.TempDir(), start(t, 2)
	buildInto(t, dir, fstest.MapFS{
		"config.yaml": {Data: []byte("title: A site\ndefault_language: en\nlanguages: [{code: en, name: English}]\nparams: {}\n" +
			"release: {version: \"1\", date: 2026-11-23}\n")},
		"content/en/index.md": {Data: []byte("---\ntitle: Home\nsummary: The start.\ntype: home\ncode: P-01\n---\n\n[Steps](steps.md)\n")},
		"content/en/steps.md": {Data: []byte(page)},
	})
	for i, overdue := range []bool{false, true} {
		if err := tabs[i].Clock(time.Date(2027, 3, 1+i, 9, 0, 0, 0, time.UTC)); err != nil {
			t.Fatal(err)
		}
		text := textOf(t, tabs[i], dir, "en/steps.html")
		for _, words := range []string{"It was to be read again by 1 March 2027", "This page is past its date"} {
			if strings.Contains(text, words) != overdue {
				t.Errorf("overdue %t: %q stands in\n%s", overdue, words, text)
			}
		}
		if !strings.Contains(text, "not yet checked by:\na clinician") || !strings.Contains(text, "Use until 1 March 2027") {
			t.Errorf("badge or foot is missing in\n%s", text)
		}
		if strings.Contains(textOf(t, tabs[i], dir, "sheets.html"), "Do not use") != overdue {
			t.Errorf("overdue %t: sheets.html does not say so", overdue)
		}
	}
}

// buildInto builds a site into a folder. A built site has no errors.
func buildInto(t *testing.T, dir string, files fs.FS) {
	t.Helper()
	r, err := build.Build(source.Input{Disk: files, Embedded: psvsite.Default}, build.Options{}, build.NewCache())
	if err != nil || r.Faults.Count(diag.Error) > 0 {
		t.Fatal(err, r.Faults)
	}
	for _, f := range r.Files {
		put(t, dir, f.Path, string(f.Data))
	}
}
