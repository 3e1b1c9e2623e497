package site

import "testing"

// TestAnchors: a link may name an id of the page that is served, or of its source; then it leads to the heading at the
// same place, as long as both have equally many.
func TestAnchors(t *testing.T) {
	files := map[string]string{
		"en/help.md": "## First\n\n## Second\n\n::: safety {#limit}\nx\n:::\n",
		"gu/help.md": "## પહેલું\n\n## બીજું\n\n::: safety {#limit}\nx\n:::\n",
		"hi/help.md": "## केवल एक\n",
	}
	for _, c := range []struct{ lang, anchor, want, fault string }{
		{"en", "second", "help.html#second", ""},
		{"en", "limit", "help.html#limit", ""},
		{"en", "third", "help.html", "link-anchor"},
		{"gu", "બીજું", "help.html#%E0%AA%AC%E0%AB%80%E0%AA%9C%E0%AB%81%E0%AA%82", ""},
		{"gu", "%E0%AA%AC%E0%AB%80%E0%AA%9C%E0%AB%81%E0%AA%82", "help.html#%E0%AA%AC%E0%AB%80%E0%AA%9C%E0%AB%81%E0%AA%82", ""},
		{"gu", "second", "help.html#%E0%AA%AC%E0%AB%80%E0%AA%9C%E0%AB%81%E0%AA%82", ""},
		{"gu", "limit", "help.html#limit", ""},
		{"gu", "third", "help.html", "link-anchor"},
		{"hi", "second", "help.html", "link-anchor"},
	} {
		files[c.lang+"/from.md"] = "[x](help.md#" + c.anchor + ")"
		s, faults := join(t, files)
		own := faults[:0]
		for _, f := range faults {
			if f.Pos.File == "content/"+c.lang+"/from.md" && f.Code != "translation-source" {
				own = append(own, f)
			}
		}
		if got := s.Page(c.lang, "from").Targets[0].URL; got != c.want || codes(own) != c.fault {
			t.Errorf("%s, #%s: %s %v, want %s %s", c.lang, c.anchor, got, own, c.want, c.fault)
		}
		delete(files, c.lang+"/from.md")
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
