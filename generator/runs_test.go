package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRunsEqualCleanRuns edits the sample on disk at random and builds it after each edit twice: with all that earlier
// runs left in the cache folder, and without, into another folder. Both runs must end and complain alike and leave the
// same site, also when somebody meddled with the cache or with the output in between.
func TestRunsEqualCleanRuns(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", filepath.Join(t.TempDir(), "cache"))
	r := newRuns(t, 3)
	const edits = 60
	r.compare()
	for range edits {
		r.edit()
		r.compare()
		if t.Failed() {
			t.Fatalf("after these edits:\n%s", strings.Join(r.log, "\n"))
		}
		if r.IntN(3) > 0 {
			r.restore(r.good)
		}
	}
	t.Logf("%d edits, %d whole builds, %d of which wrote nothing, %d with faults", edits, r.whole, r.same, r.faulty)
	if r.whole < edits/3 || r.same < 5 || r.faulty < 5 {
		t.Error("the edits break too much or too little")
	}
}

// runs is one row of edits to a folder.
type runs struct {
	*testing.T
	*rand.Rand
	dir         string
	outs        [2]string // of the runs with the cache and without
	good        map[string][]byte
	log         []string
	strict      bool
	edition     string
	whole, same int // builds without faults, and those of them that wrote nothing
	faulty      int
	aged        int // files that were made older than they are
}

func newRuns(t *testing.T, seed uint64) *runs {
	root := t.TempDir()
	r := &runs{T: t, Rand: rand.New(rand.NewPCG(seed, 1)), dir: filepath.Join(root, "site")}
	r.outs = [2]string{filepath.Join(root, "kept"), filepath.Join(root, "clean")}
	if err := os.Mkdir(r.dir, 0o777); err != nil {
		t.Fatal(err)
	}
	copySite(t, r.dir, "testdata/site")
	for name, data := range r.snapshot() {
		r.write(name, data)
	}
	r.good = r.snapshot()
	return r
}

// compare builds twice and compares what was said and written.
func (r *runs) compare() {
	r.Helper()
	var stdout, stderr [2]bytes.Buffer
	var status [2]int
	for i, more := range [][]string{{"--jobs", "2"}, {"--jobs", "3", "--no-cache"}} {
		args := append([]string{"build", "-C", r.dir, "--out", r.outs[i], "--edition", r.edition}, more...)
		if r.strict {
			args = append(args, "--strict")
		}
		status[i] = run(args, &stdout[i], &stderr[i])
	}
	if status[0] != status[1] || stderr[0].String() != stderr[1].String() {
		r.Errorf("with the cache: status %d\n%s\nwithout: status %d\n%s", status[0], &stderr[0], status[1], &stderr[1])
	}
	if kept, clean := treeSum(r.T, r.outs[0]), treeSum(r.T, r.outs[1]); kept != clean {
		r.Errorf("the sites differ:\n%s", differentLines(kept, clean))
	}
	if status[0] != 0 {
		r.faulty++
	} else {
		r.whole++
		r.good = r.snapshot()
		if strings.Contains(stdout[0].String(), " 0 files written") {
			r.same++
		}
	}
}

// snapshot reads the whole folder, and restore brings it back: only what differs is written.
func (r *runs) snapshot() map[string][]byte {
	r.Helper()
	files := map[string][]byte{}
	for _, name := range r.names("") {
		data, err := os.ReadFile(filepath.Join(r.dir, name))
		if err != nil {
			r.Fatal(err)
		}
		files[name] = data
	}
	return files
}

func (r *runs) restore(files map[string][]byte) {
	r.Helper()
	r.strict, r.edition = false, ""
	for name, data := range r.snapshot() {
		if _, keep := files[name]; !keep {
			r.remove(name)
		} else if !bytes.Equal(data, files[name]) {
			r.write(name, files[name])
		}
	}
	for name, data := range files {
		if _, err := os.Stat(filepath.Join(r.dir, name)); err != nil {
			r.write(name, data)
		}
	}
}
