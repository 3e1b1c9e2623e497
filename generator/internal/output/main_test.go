package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"psvsite/generator/internal/memo"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		child(dir, os.Getenv(childMode))
	}
	os.Exit(m.Run())
}

// site is a small site of which every file but one says which version it is of.
func site(version string) []File {
	files := []File{
		text("static/same.css", "the same in all versions"),
		text("only-"+version+".html", version),
		text("empty-"+version, ""),
	}
	for i := range 40 {
		name := fmt.Sprintf("lang-%d/part/page-%d.html", i%5, i)
		files = append(files, text(name, version+strings.Repeat(" "+version, 30*i)))
	}
	return files
}

func text(path, data string) File { return File{Path: path, Data: []byte(data)} }

func sum(data string) memo.Sum { return memo.SHA256([]byte(data)) }

func mustOpen(t *testing.T, dir string) *Folder {
	t.Helper()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func mustPut(t *testing.T, f *Folder, files []File, want Report) {
	t.Helper()
	got, err := f.Put(files)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("Put = %+v, want %+v", got, want)
	}
}

// build is one whole run of the program.
func build(t *testing.T, dir string, files []File, want Report) {
	t.Helper()
	f := mustOpen(t, dir)
	mustPut(t, f, files, want)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	mustHold(t, dir, files)
}

// mustHold checks that dir has exactly files and the list, and that nothing but the lock stands beside it.
func mustHold(t *testing.T, dir string, files []File) {
	t.Helper()
	if err := holds(dir, files); err != nil {
		t.Error(err)
	}
	if names := beside(t, dir); fmt.Sprint(names) != "["+filepath.Base(dir)+".lock]" {
		t.Errorf("beside the folder: %v", names)
	}
}

func holds(dir string, files []File) error {
	want := map[string][]byte{}
	for _, f := range files {
		want[f.Path] = f.Data
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		name = filepath.ToSlash(name)
		if name == mark {
			return nil
		}
		data, err := os.ReadFile(path)
		if expected, ok := want[name]; !ok || !bytes.Equal(data, expected) {
			return errors.Join(err, fmt.Errorf("%s: have %.20q, want %.20q (%v)", name, data, expected, ok))
		}
		delete(want, name)
		return nil
	})
	if err == nil && len(want) > 0 {
		err = fmt.Errorf("%d files are missing", len(want))
	}
	return err
}

// beside lists the names next to dir that begin with its own.
func beside(t *testing.T, dir string) []string {
	t.Helper()
	paths, err := filepath.Glob(dir + ".*")
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range paths {
		paths[i] = filepath.Base(p)
	}
	return paths
}

func write(t *testing.T, path, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
