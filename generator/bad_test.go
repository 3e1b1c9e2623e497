package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long a build of two pages may take, whatever stands in them, on a machine that does other things.
const patience = time.Minute

// TestBadInput puts one bad file after another into a site that is whole. Each gives one clear message at its place, or
// just works: the program does not panic and does not take long, and the site that stood there stays as it was.
func TestBadInput(t *testing.T) {
	v := newVictim(t)
	for name, c := range badFiles {
		before := treeSum(t, v.out)
		v.put(t, c.file, c.content())
		start := time.Now()
		status, message := v.build(t)
		t.Logf("%s: %v", name, time.Since(start).Round(time.Millisecond))
		if message != c.want || status != min(1, len(c.want)) {
			t.Errorf("%s: status %d, and the program says:\n%s\nwant:\n%s", name, status, head(message), c.want)
		}
		if after := treeSum(t, v.out); status != 0 && after != before {
			t.Errorf("%s: the site that stood there is changed:\n%s", name, differentLines(before, after))
		}
		v.take(t, c.file)
	}
	if status, message := v.build(t); status != 0 || treeSum(t, v.out) != v.good {
		t.Errorf("with all bad files gone the site is not what it was: status %d\n%s", status, message)
	}
}

// victim is a site on disk.
type victim struct{ dir, out, good string }

func newVictim(t *testing.T) *victim {
	t.Helper()
	dir := t.TempDir()
	v := &victim{dir: dir, out: filepath.Join(dir, "public")}
	v.put(t, "config.yaml", "title: A site\ndefault_language: en\nlanguages: [{code: en, name: English}]\nlint: {budget-page: off}\n")
	v.put(t, "content/en/index.md", front+"Welcome.\n")
	if status, message := v.build(t); status != 0 {
		t.Fatal(message)
	}
	v.good = treeSum(t, v.out)
	return v
}

// put writes a file of the site, and take takes it away with the folders made for it.
func (v *victim) put(t *testing.T, name, content string) {
	t.Helper()
	file := filepath.Join(v.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func (v *victim) take(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(filepath.Join(v.dir, name)); err != nil {
		t.Fatal(err)
	}
	for dir := filepath.Dir(filepath.Join(v.dir, name)); dir != v.dir; dir = filepath.Dir(dir) {
		if os.Remove(dir) != nil {
			return // it holds something else
		}
	}
}

// build runs the program and returns what it says, without the count at the end.
func (v *victim) build(t *testing.T) (status int, message string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	c := exec.CommandContext(ctx, "psvsite", "build", "--quiet")
	c.Dir = v.dir
	c.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(v.dir, ".cache"), "GOMEMLIMIT=1GiB")
	var said bytes.Buffer
	c.Stderr = &said
	err := c.Run()
	if ctx.Err() != nil {
		t.Fatalf("the program takes more than %v", patience)
	}
	if err != nil && c.ProcessState.ExitCode() != exitFaults {
		t.Fatalf("%v: %s", err, head(said.String()))
	}
	message, _, _ = strings.Cut(said.String(), "psvsite: ")
	return c.ProcessState.ExitCode(), message
}

// head is the beginning of a text.
func head(s string) string {
	if len(s) > 2000 {
		return s[:2000] + "…"
	}
	return s
}
