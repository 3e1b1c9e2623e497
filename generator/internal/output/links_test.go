//go:build unix

package output

import (
	"os"
	"path/filepath"
	"testing"
)

// The site replaces the folder that a symbolic link leads to, not the link.
func TestSymbolicLink(t *testing.T) {
	root := t.TempDir()
	link, dir := filepath.Join(root, "link"), filepath.Join(root, "disk", "site")
	if err := os.Symlink("disk/site", link); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("link", link+"2"); err != nil {
		t.Fatal(err)
	}
	f := mustOpen(t, link+"2") // leads to nothing yet
	mustPut(t, f, site("a"), Report{Written: 43})
	f.Close()
	f = mustOpen(t, link)
	mustPut(t, f, site("b"), Report{Written: 42, Same: 1, Removed: 2})
	f.Close()
	build(t, dir, site("b"), Report{Same: 43})
	if _, err := os.Readlink(link); err != nil {
		t.Error(err)
	}
	if names, _ := os.ReadDir(root); len(names) != 3 {
		t.Errorf("beside the link: %v", names)
	}
}

func TestLinkToItself(t *testing.T) {
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink("link", link); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(link); err == nil {
		t.Error("no error")
	}
}

func TestModeOfFolderIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	build(t, dir, site("b"), Report{Written: 42, Same: 1, Removed: 2})
	info, err := os.Stat(dir)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

// A file replaced by one with the same bytes, size and time is another file.
func TestInodeIsSeen(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, []File{text("a", "A")}, Report{Written: 1})
	path := filepath.Join(dir, "a")
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, path+"2", "B")
	if err := os.Chtimes(path+"2", info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+"2", path); err != nil {
		t.Fatal(err)
	}
	build(t, dir, []File{text("a", "A")}, Report{Written: 1})
}

// A symbolic link put in place of a file is not the file, whatever it leads to.
func TestLinkInsteadOfFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, []File{text("a", "A")}, Report{Written: 1})
	path := filepath.Join(dir, "a")
	if err := os.Rename(path, dir+"-elsewhere"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(dir+"-elsewhere", path); err != nil {
		t.Fatal(err)
	}
	build(t, dir, []File{text("a", "A")}, Report{Written: 1})
}
