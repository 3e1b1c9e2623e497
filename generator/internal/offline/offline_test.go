package offline

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"psvsite/generator/internal/memo"
)

func files(paths ...string) []File {
	var list []File
	for _, p := range paths {
		list = append(list, File{Path: p, Sum: memo.SumOf([]byte(p)), Size: 1000})
	}
	return list
}

// TestGroups shows what is kept together, and what is never kept.
func TestGroups(t *testing.T) {
	groups := Groups(files(
		"gu/help.html", "css/site.css", "en/index.html", "gu/share.html", "gu/help.handout.html", "gu/help.with-en.html",
		"gu/print/cards.html", "report.html", "sw.js", "sw-off.js", "404.html", "files/gu.zip", "index.html",
	), []string{"en", "gu"})
	got := map[string][]string{}
	for _, g := range groups {
		for _, f := range g.Files {
			got[g.ID] = append(got[g.ID], f.Path)
		}
	}
	for id, want := range map[string][]string{
		"": {"css/site.css", "index.html"}, "en": {"en/index.html"}, "gu": {"gu/help.html", "gu/share.html"},
		"gu.sheets": {"gu/help.handout.html"}, "gu.both": {"gu/help.with-en.html"}, "gu.print": {"gu/print/cards.html"},
	} {
		if !slices.Equal(got[id], want) {
			t.Errorf("group %q holds %q, want %q", id, got[id], want)
		}
		delete(got, id)
	}
	if len(got) > 0 {
		t.Errorf("groups nobody asked for: %q", got)
	}
	if n := groups[slices.IndexFunc(groups, func(g Group) bool { return g.ID == "gu" })].Size(); n != 1000 {
		t.Errorf("the size counts the page that shows it: %d", n)
	}
}

// TestList: the version changes with any file, and with nothing else.
func TestList(t *testing.T) {
	id := func(files []File) string {
		text := List("1", "2026-01-02", Groups(files, []string{"gu"}), map[string]Say{"gu": {New: "\n</script>"}})
		text = bytes.TrimSuffix(bytes.TrimPrefix(text, []byte("const list=")), []byte(";"))
		var l list
		if err := json.Unmarshal(text, &l); err != nil {
			t.Fatal(err)
		}
		return l.ID
	}
	here := files("gu/a.html", "gu/b.html")
	first := id(here)
	if turned := id([]File{here[1], here[0]}); turned != first {
		t.Error("the order in which files are made is part of the version")
	}
	here[1].Sum = memo.SumOf([]byte("changed"))
	if id(here) == first || id(files("gu/a.html", "gu/c.html")) == first || id(files("gu/a.html")) == first {
		t.Error("a changed, renamed or dropped file leaves the version as it was")
	}
}
