package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"psvsite/generator/internal/memo"
)

func TestPut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first := []File{text("index.html", "home"), text("en/help.html", "help"), text("en/old.html", "old")}
	build(t, dir, first, Report{Written: 3})
	build(t, dir, first, Report{Same: 3})
	second := []File{text("en/help.html", "more help"), text("index.html", "home"), text("gu/new/a.html", "new")}
	build(t, dir, second, Report{Written: 2, Same: 1, Removed: 1})
	build(t, dir, second[:2], Report{Same: 2, Removed: 1})
	build(t, dir, nil, Report{Removed: 2})
	build(t, dir, nil, Report{})
}

func TestPutTwiceOnOneFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	f := mustOpen(t, dir)
	mustPut(t, f, site("a"), Report{Written: 43})
	mustPut(t, f, site("b"), Report{Written: 42, Same: 1, Removed: 2})
	mustPut(t, f, site("b"), Report{Same: 43})
	mustHold(t, dir, site("b"))
}

func TestUnchangedWritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	list := filepath.Join(dir, mark)
	folder, lock, list1 := stamp(t, dir), stamp(t, dir+".lock"), stamp(t, list)
	build(t, dir, site("a"), Report{Same: 43})
	if stamp(t, dir) != folder || stamp(t, dir+".lock") != lock || stamp(t, list) != list1 {
		t.Error("an unchanged site was written again")
	}
}

func TestUnchangedFileIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	before := stamp(t, filepath.Join(dir, "static/same.css"))
	build(t, dir, site("b"), Report{Written: 42, Same: 1, Removed: 2})
	if stamp(t, filepath.Join(dir, "static/same.css")) != before {
		t.Error("an unchanged file was written anew")
	}
}

func stamp(t *testing.T, path string) stat {
	t.Helper()
	info, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	return statOf(info)
}

func TestNilDataKeepsFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, []File{text("a", "A"), text("b", "B"), text("empty", "")}, Report{Written: 3})
	f := mustOpen(t, dir)
	kept := []File{{Path: "a", Sum: sum("A")}, text("b", "B2"), {Path: "empty", Sum: sum("")}}
	mustPut(t, f, kept, Report{Written: 1, Same: 2})
	mustHold(t, dir, []File{text("a", "A"), text("b", "B2"), text("empty", "")})

	for _, file := range []File{{Path: "a", Sum: sum("other")}, {Path: "a"}, {Path: "none", Sum: sum("A")}} {
		if _, err := f.Put([]File{text("c", "C"), file}); !errors.Is(err, ErrGone) {
			t.Errorf("Put(%v) = %v, want ErrGone", file, err)
		}
	}
	mustHold(t, dir, []File{text("a", "A"), text("b", "B2"), text("empty", "")})
}

func TestGivenSumIsTaken(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	f := mustOpen(t, dir)
	mustPut(t, f, []File{{Path: "a", Data: []byte("A"), Sum: memo.Sum{1}}}, Report{Written: 1})
	if !f.Has("a", memo.Sum{1}) || f.Has("a", sum("A")) || f.Has("b", memo.Sum{1}) || f.Has("", memo.Sum{}) {
		t.Error("Has does not go by the sum given to Put")
	}
}

func TestHandEditIsUndone(t *testing.T) {
	edits := map[string]func(path string) error{
		"longer":      func(p string) error { return os.WriteFile(p, []byte("edited by hand"), 0o666) },
		"same length": func(p string) error { return os.WriteFile(p, []byte("HELP"), 0o666) },
		"deleted":     os.Remove,
		"folder":      func(p string) error { return errors.Join(os.Remove(p), os.Mkdir(p, 0o777)) },
		"time only":   func(p string) error { return os.Chtimes(p, time.Time{}, time.Unix(1, 1)) },
	}
	for name, edit := range edits {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			files := []File{text("en/help.html", "help"), text("index.html", "home")}
			build(t, dir, files, Report{Written: 2})
			time.Sleep(10 * time.Millisecond) // older kernels count time in steps of 4 ms
			if err := edit(filepath.Join(dir, "en", "help.html")); err != nil {
				t.Fatal(err)
			}
			f := mustOpen(t, dir)
			if f.Has("en/help.html", sum("help")) || !f.Has("index.html", sum("home")) {
				t.Error("Has did not see which file was touched")
			}
			mustPut(t, f, files, Report{Written: 1, Same: 1})
			mustHold(t, dir, files)
		})
	}
}

func TestAddedFilesGo(t *testing.T) {
	for _, name := range []string{"stray.html", "en/stray.html", "empty/folder/"} {
		dir := filepath.Join(t.TempDir(), "public")
		files := []File{text("en/help.html", "help")}
		build(t, dir, files, Report{Written: 1})
		if path := filepath.Join(dir, name); name == "empty/folder/" {
			if err := os.MkdirAll(path, 0o777); err != nil {
				t.Fatal(err)
			}
		} else {
			write(t, path, "stray")
		}
		build(t, dir, files, Report{Same: 1})
		if _, err := os.Lstat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is still there: %v", name, err)
		}
	}
}

// The list is part of what two clean builds have in common, byte for byte.
func TestListIsDeterministic(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), "public"), filepath.Join(t.TempDir(), "public")
	build(t, one, site("a"), Report{Written: 43})
	build(t, two, site("b"), Report{Written: 43})
	build(t, two, site("a"), Report{Written: 42, Same: 1, Removed: 2})
	if read(t, filepath.Join(one, mark)) != read(t, filepath.Join(two, mark)) {
		t.Error("the lists of equal sites differ")
	}
}

func TestRead(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	f := mustOpen(t, dir)
	mustPut(t, f, []File{text("en/a.html", "A")}, Report{Written: 1})
	if data, err := f.Read("en/a.html"); err != nil || string(data) != "A" {
		t.Errorf("Read = %q, %v", data, err)
	}
	for _, path := range []string{"en/b.html", mark, "../public.lock", "en"} {
		if _, err := f.Read(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Read(%q) = %v, want fs.ErrNotExist", path, err)
		}
	}
}

func TestPutAfterClose(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	f := mustOpen(t, dir)
	if err := errors.Join(f.Close(), f.Close()); err != nil {
		t.Error(err)
	}
	if _, err := f.Put(nil); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Put after Close = %v", err)
	}
}

func TestFailedWriteLeavesSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	f := mustOpen(t, dir)
	if err := os.Mkdir(f.stagePath(), 0o777); err != nil { // in the way
		t.Fatal(err)
	}
	if _, err := f.Put(site("b")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("Put = %v", err)
	}
	mustHold(t, dir, site("a"))
	mustPut(t, f, site("b"), Report{Written: 42, Same: 1, Removed: 2})
	mustHold(t, dir, site("b"))
}
