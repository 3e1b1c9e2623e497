package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestBuildsAreTheSameAnywhere builds the default site in three folders with other names, clocks, languages of the
// system and numbers of jobs. The first two hold a copy of the repository's files, the third nothing: there the
// program builds what it carries. All must give the same files; on another day, all but the report and the list.
func TestBuildsAreTheSameAnywhere(t *testing.T) {
	root := t.TempDir()
	var sums []string
	for i, way := range []struct {
		folder string
		copied bool
		jobs   string
		env    []string
	}{
		{"a", true, "1", []string{"TZ=Asia/Kolkata", "LC_ALL=gu_IN.UTF-8", "SOURCE_DATE_EPOCH=1795000000"}},
		{"a second, ઘણું longer/folder", true, "7", []string{"TZ=America/Los_Angeles", "LC_ALL=C", "SOURCE_DATE_EPOCH=1795000000"}},
		{"empty", false, "2", []string{"TZ=UTC", "SOURCE_DATE_EPOCH=1795000000"}},
		{"another day", false, "2", []string{"SOURCE_DATE_EPOCH=1900000000"}},
	} {
		dir := filepath.Join(root, way.folder)
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if way.copied {
			copySite(t, dir, "..")
		}
		runProgram(t, dir, way.env, "build", "--no-cache", "--jobs", way.jobs)
		sums = append(sums, treeSum(t, filepath.Join(dir, "public")))
		first := sums[0]
		if way.folder == "another day" {
			first, sums[i] = timeless(first), timeless(sums[i])
		}
		if sums[i] != first {
			t.Errorf("%s: the files differ from those of the first folder:\n%s", way.folder, differentLines(first, sums[i]))
		}
	}
	if n := strings.Count(sums[0], "\n"); n < 30 {
		t.Errorf("%d files only", n)
	}
}

// timeless drops the lines of the files that depend on the day.
func timeless(sums string) string {
	var kept []string
	for line := range strings.Lines(sums) {
		if !strings.HasSuffix(line, " report.html\n") && !strings.HasSuffix(line, " report.json\n") && !strings.HasSuffix(line, " .psvsite\n") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

// runProgram runs psvsite in a folder, with a cache of its own, and returns what it says.
func runProgram(t *testing.T, dir string, env []string, args ...string) string {
	t.Helper()
	c := exec.Command("psvsite", args...)
	c.Dir = dir
	c.Env = append(os.Environ(), append(env, "XDG_CACHE_HOME="+filepath.Join(dir, ".cache"))...)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("psvsite %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// copySite copies the files of a site.
func copySite(t *testing.T, dir, from string) {
	t.Helper()
	for _, name := range []string{"config.yaml", "content", "layouts", "static"} {
		to := filepath.Join(dir, name)
		info, err := os.Stat(filepath.Join(from, name))
		switch {
		case err == nil && info.IsDir():
			err = os.CopyFS(to, os.DirFS(filepath.Join(from, name)))
		case err == nil:
			var data []byte
			if data, err = os.ReadFile(filepath.Join(from, name)); err == nil {
				err = os.WriteFile(to, data, 0o666)
			}
		case os.IsNotExist(err) && name != "config.yaml":
			err = nil
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// treeSum is a line for each file of a folder: its checksum and name.
func treeSum(t *testing.T, dir string) string {
	t.Helper()
	s, err := sumOf(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func sumOf(dir string) (string, error) {
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		fmt.Fprintf(&b, "%x %s\n", sha256.Sum256(data), filepath.ToSlash(name))
		return err
	})
	return b.String(), err
}

// differentLines lists the lines that only one of two texts has.
func differentLines(a, b string) string {
	var out []string
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for _, line := range append(slices.Clone(x), y...) {
		if slices.Contains(x, line) != slices.Contains(y, line) {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}
