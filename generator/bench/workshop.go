package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
)

// workshop is where the measuring is done: the folders, and the programs by their paths ("" for one left out).
type workshop struct {
	options
	self    string // this program, which is the floor
	corpus  string // folder of the two projects
	scratch string // outputs, caches and logs, in memory where it can be
	bin     string // psvsite, when we built it: folders in memory may forbid to run programs
}

// newWorkshop finds or builds the programs and writes the corpus.
func newWorkshop(ctx context.Context, o options, stderr io.Writer) (*workshop, error) {
	debug.SetGCPercent(10) // a child's peak memory is counted from ours: see timed
	w := &workshop{options: o}
	err := w.folders()
	if err == nil {
		err = w.programs(ctx, stderr)
	}
	for _, p := range []project{forPsvsite, forHugo} {
		if err == nil {
			err = p.write(w.project(p), o.pages)
		}
	}
	if err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

// folders makes what is needed below the memory disk, or else the temporary folder, and empties -dir.
func (w *workshop) folders() (err error) {
	room := uint64(corpusSize(w.pages)) * 100_000 // two corpora and an output, several times over
	if w.scratch, err = os.MkdirTemp(memoryDisk(room), "psvsite-bench-"); err != nil {
		return err
	}
	if w.bin, err = os.MkdirTemp("", "psvsite-bench-"); err != nil {
		return err
	}
	w.corpus = filepath.Join(w.scratch, "corpus")
	if w.dir != "" {
		if w.corpus, err = filepath.Abs(w.dir); err != nil {
			return err
		}
	}
	return emptyCorpus(w.corpus)
}

// emptyCorpus makes the folder, or clears what an earlier run put there. It refuses one that it did not fill.
func emptyCorpus(dir string) error {
	mark := filepath.Join(dir, ".psvsite-bench")
	found, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if _, err := os.Stat(mark); err != nil && len(found) > 0 {
		return fmt.Errorf("%s is neither empty nor written by this program", dir)
	}
	return errors.Join(os.RemoveAll(filepath.Join(dir, forPsvsite.folder)),
		os.RemoveAll(filepath.Join(dir, forHugo.folder)), writeFile(mark, nil))
}

// programs looks for Hugo and psvsite. Only Hugo may be missing, and only if it was not named.
func (w *workshop) programs(ctx context.Context, stderr io.Writer) (err error) {
	if w.self, err = os.Executable(); err != nil {
		return err
	}
	named := w.hugo != "hugo"
	if w.hugo, err = find(w.hugo); err != nil {
		if named {
			return err
		}
		fmt.Fprintln(stderr, "bench: no hugo found (-hugo PATH): measuring psvsite and the floor only")
	}
	if w.psvsite == "" {
		w.psvsite = filepath.Join(w.bin, "psvsite")
		build := exec.CommandContext(ctx, "go", "build", "-o", w.psvsite, "psvsite/generator")
		if said, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("building psvsite: %w\n%s", err, tail(string(said), 15))
		}
	}
	w.psvsite, err = find(w.psvsite)
	return err
}

// find returns the absolute path of a program, and "" for none.
func find(program string) (string, error) {
	if program == none {
		return "", nil
	}
	found, err := exec.LookPath(program)
	if err != nil {
		return "", err
	}
	return filepath.Abs(found)
}

// project is the folder of one of the two projects.
func (w *workshop) project(p project) string { return filepath.Join(w.corpus, p.folder) }

// describe prints what the figures below it depend on.
func (w *workshop) describe(ctx context.Context, stdout io.Writer) {
	fmt.Fprintf(stdout, "corpus   %d files in %d languages, below %s; outputs below %s\n",
		corpusSize(w.pages), len(languages), w.corpus, filepath.Dir(w.scratch))
	fmt.Fprintf(stdout, "machine  %s/%s, %d CPUs, %s\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version())
	if w.hugo == "" {
		return
	}
	version, err := w.command(ctx, []string{w.hugo, "version"}).Output()
	if err == nil {
		fmt.Fprintf(stdout, "hugo     %s\n", strings.TrimSpace(string(version)))
	}
}

// close removes all that is not to be kept.
func (w *workshop) close() {
	for _, dir := range []string{w.scratch, w.bin} {
		if dir != "" {
			os.RemoveAll(dir)
		}
	}
}
