package output

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestBadPaths(t *testing.T) {
	for _, paths := range []string{
		"", ".", "..", "/etc/passwd", "../up", "a/../../up", "a/..", "a//b", "a/", "./a", `a\b`, "C:/a", "a:b",
		"a\nb", "a\x00b", "\xff", "what?", mark, ".PSVSITE", mark + "/a",
		"a a", "en/a.html EN/A.html", "a.html A.HTML", "a a/b", "a/b A", "en/a En/b", "ગુ/a ગુ/a",
	} {
		var files []File
		for _, p := range strings.Split(paths, " ") {
			files = append(files, text(p, ""))
		}
		dir := filepath.Join(t.TempDir(), "public")
		f := mustOpen(t, dir)
		if _, err := f.Put(files); err == nil {
			t.Errorf("Put took %q", paths)
		}
		if f.kind != absent || len(beside(t, dir)) != 1 {
			t.Errorf("%q left %v", paths, beside(t, dir))
		}
	}
}

func TestTree(t *testing.T) {
	given := []File{text("b/c/d.html", ""), text("b-a", ""), text("a.psvsite", ""), text("b/c.html", ""), text("ગુ x/é", "")}
	first := given[0].Path
	tr, err := newTree(given)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, f := range tr.files {
		paths = append(paths, f.Path)
	}
	want := []string{"a.psvsite", "b-a", "b/c.html", "b/c/d.html", "ગુ x/é"}
	if !slices.Equal(paths, want) || !slices.Equal(tr.dirs, []string{"b", "b/c", "ગુ x"}) {
		t.Errorf("files %q, dirs %q", paths, tr.dirs)
	}
	if given[0].Path != first {
		t.Error("the caller's list was sorted")
	}
}
