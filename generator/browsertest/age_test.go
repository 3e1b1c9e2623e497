package browsertest

import (
	"strings"
	"testing"
	"time"

	"psvsite/generator/internal/chrome"
)

// TestOldCopy opens copies from a folder on the day of the release, on the last day they may be used, the day after, and
// 400 days on: a banner stands on them in their own language once that day is past, and not before. With scripts off the
// printed day stands.
func TestOldCopy(t *testing.T) {
	dir, _ := write(t, "../..")
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
