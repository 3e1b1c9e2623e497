package site

import (
	"strings"
	"testing"
)

// TestAnchors: a link may name an id that the target has in the link's own language or in the source; on the page that
// is served it leads to the heading at the same place, or, in a translation that has fallen behind, to the top.
func TestAnchors(t *testing.T) {
	const second = "help.html#%E0%AA%AC%E0%AB%80%E0%AA%9C%E0%AB%81%E0%AA%82"
	files := map[string]string{
		"en/help.md": "## First\n\n## Second\n\n::: safety {#limit}\nx\n:::\n",
		"gu/help.md": "## પહેલું\n\n## બીજું\n\n::: safety {#limit}\nx\n:::\n",
		"hi/help.md": "## केवल एक {#one}\n",
		"en/from.md": "[x](help.md#second) [x](help.md#limit)",
		"gu/from.md": "[x](help.md#બીજું) [x](help.md#limit)",
	}
	s, faults := join(t, files)
	if len(faults) > 0 {
		t.Error(faults)
	}
	for lang, want := range map[string][2]string{
		"en": {"help.html#second", "help.html#limit"}, "gu": {second, "help.html#limit"}, "hi": {"help.html", "help.html"},
	} {
		for i, target := range s.Page(lang, "from").Targets {
			if target.URL != want[i] {
				t.Errorf("%s, link %d leads to %s, not %s", lang, i+1, target.URL, want[i])
			}
		}
	}
	files["gu/from.md"] = "[x](help.md#second) [x](help.md#%E0%AA%AC%E0%AB%80%E0%AA%9C%E0%AB%81%E0%AA%82)"
	files["hi/only.md"] = "[x](help.md#one)" // shown in Gujarati too, whose page has another number of headings
	s, _ = join(t, files)
	for i, target := range append(s.Page("gu", "from").Targets, s.Page("gu", "only").Targets...) {
		if want := []string{second, second, "help.html"}[i]; target.URL != want {
			t.Errorf("link %d leads to %s, not %s", i+1, target.URL, want)
		}
	}
	files["en/from.md"] = "[x](help.md#third)"
	if _, faults := join(t, files); !strings.Contains(codes(faults), "link-anchor") {
		t.Errorf("no fault for an id that no language has: %v", faults)
	}
}

// TestPictures: a picture stands beside the document; if not there, it is taken along the fallback chain.
func TestPictures(t *testing.T) {
	s, faults := join(t, map[string]string{
		"en/a.md": "![x](a.svg) ![x](b.svg)", "gu/a.md": "![x](a.svg) ![x](b.svg)", "en/a.svg": drawing, "hi/a.svg": drawing, "gu/b.svg": drawing,
		"en/b.svg": drawing, "en/c.md": "[a](a.svg)",
	})
	if len(faults) > 0 {
		t.Error(faults)
	}
	names := []string{"en/a.svg", "en/b.svg", "gu/b.svg", "hi/a.svg"} // by index
	for lang, want := range map[string][2]string{
		"en": {"en/a.svg", "en/b.svg"},
		"gu": {"hi/a.svg", "gu/b.svg"},
		"hi": {"en/a.svg", "en/b.svg"}, // shows the English document, and so its pictures
	} {
		for i, target := range s.Page(lang, "a").Targets {
			if got := names[target.Picture]; got != want[i] {
				t.Errorf("%s/a shows %s, want %s", lang, got, want[i])
			}
		}
	}
	if got := s.Page("gu", "c").Targets[0].URL; got != "../en/a.svg" && got != "../hi/a.svg" {
		t.Errorf("gu/c links to %s", got)
	}
	if used := s.Used; used[1] || used[2] || !used[0] && !used[3] {
		t.Errorf("linked as files: %v", used)
	}
}
