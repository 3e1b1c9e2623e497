package main

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/source"
)

// buildFlags are the flags of build.
type buildFlags struct {
	dir, out, edition string
	strict, urgent    bool
	noCache, quiet    bool
	jobs              int
	day               string // the report's; see today
}

func newBuild() *cobra.Command {
	f := &buildFlags{}
	c := &cobra.Command{
		Use:   "build",
		Short: "build the site",
		Long: `Build reads config.yaml, content, layouts and static of a folder and writes the whole site.
In a folder without config.yaml it builds the default site that psvsite carries.
A build with errors writes nothing: the site that stands there stays as it is.

With --strict a warning counts as an error, so that no site goes out whose safety texts are out of date in a language.
With --urgent besides, it goes out all the same: each such text is marked, and shows what its source says now.`,
		Example: `  psvsite build
  psvsite build -C my-site --out /media/stick/site
  psvsite build --edition gujarat --strict`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	c.Flags().StringVarP(&f.dir, "dir", "C", ".", "the folder of the site")
	c.Flags().StringVar(&f.out, "out", "public", "where to write; relative to the folder of the site")
	c.Flags().StringVar(&f.edition, "edition", "", "build this edition of config.yaml")
	c.Flags().BoolVar(&f.strict, "strict", false, "a warning counts as an error")
	c.Flags().BoolVar(&f.urgent, "urgent", false, "let a correction out at once: what translations lack is marked, and no fault")
	c.Flags().BoolVar(&f.noCache, "no-cache", false, "forget what earlier builds worked out")
	c.Flags().BoolVar(&f.quiet, "quiet", false, "print faults only")
	c.Flags().IntVar(&f.jobs, "jobs", 0, "pages worked on at once (default: one for each processor)")
	return c
}

// run builds and puts the site in place.
func (f *buildFlags) run(stdout, stderr io.Writer) error {
	// Most of a build's memory is garbage a moment later; collecting less often costs little memory and saves a
	// fifth of the time.
	defer debug.SetGCPercent(debug.SetGCPercent(200))
	now, err := today()
	if err != nil {
		return err
	}
	f.day = now.Format(time.DateOnly)
	if err := checkOut(f.dir, f.out); err != nil {
		return err
	}
	in, err := openInput(f.dir)
	if err != nil {
		return &worldError{err}
	}
	folder, err := output.Open(outDir(f.dir, f.out))
	if err != nil {
		return &worldError{err}
	}
	result, report, err := f.build(in, folder, stderr)
	if err = errors.Join(err, folder.Close()); err != nil {
		return &worldError{err}
	}
	result.Faults.Print(stderr)
	if result.Fails(f.strict) {
		fmt.Fprintf(stderr, "psvsite: %s; nothing was written\n", countFaults(result.Faults))
		return errFaults
	}
	if !f.quiet {
		fmt.Fprintf(stdout, "%d pages, %d files written, %d unchanged, %d removed: %s\n",
			result.Pages, report.Written, report.Same, report.Removed, outDir(f.dir, f.out))
	}
	return nil
}

// build makes the site into the folder, or finds that it stands there already.
func (f *buildFlags) build(in source.Input, folder *output.Folder, stderr io.Writer) (*build.Result, output.Report, error) {
	started, cache := time.Now(), build.NewRunCache()
	progress := newProgress(stderr, f.quiet)
	o := build.Options{Edition: f.edition, Day: f.day, Jobs: f.jobs, Urgent: f.urgent, Copies: true, Progress: progress.step, Have: folder.Has}
	disk, err := f.openDisk()
	if err != nil {
		return nil, output.Report{}, err
	}
	if disk != nil {
		if result, ok := disk.Unchanged(in, f.key(), o, folder.Sum()); ok && folder.Intact() {
			return result, output.Report{Same: folder.Len()}, nil
		}
		disk.Load(cache)
	}
	stage, err := folder.Stage()
	if err != nil {
		return nil, output.Report{}, err
	}
	defer stage.Discard()
	o.Sink = stage.Add
	result, err := build.Build(in, o, cache)
	progress.done()
	if err != nil || result.Fails(f.strict) {
		return result, output.Report{}, err
	}
	report, err := stage.Commit()
	if err == nil && disk != nil {
		// What cannot be kept is worked out again next time; the site is in place all the same.
		_ = disk.Save(f.key(), started, result, cache, folder.Sum())
	}
	return result, report, err
}

// key is the flags that change what a build makes or says.
func (f *buildFlags) key() string {
	return fmt.Sprintf("%s %v %v %s", f.edition, f.strict, f.urgent, f.day)
}

// openDisk opens what earlier builds of this folder left in the user's cache folder; nil when it may not be used.
func (f *buildFlags) openDisk() (*build.Disk, error) {
	cache, err := os.UserCacheDir()
	if f.noCache || err != nil {
		return nil, nil
	}
	var names []byte
	for _, dir := range []string{f.dir, outDir(f.dir, f.out)} {
		abs, err := filepath.Abs(dir)
		if err != nil {
			return nil, err
		}
		names = append(append(names, abs...), 0)
	}
	sum := memo.SumOf(names)
	return build.OpenDisk(filepath.Join(cache, "psvsite", hex.EncodeToString(sum[:8])), program()), nil
}

// program names this very program: its version, and its file's size and time.
func program() string {
	name := programVersion()
	if exe, err := os.Executable(); err == nil {
		if info, err := os.Stat(exe); err == nil {
			name += fmt.Sprintf(" %d %d", info.Size(), info.ModTime().UnixNano())
		}
	}
	return name
}

// openInput opens the site's folder so that no link in it can lead out of it.
func openInput(dir string) (source.Input, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			err = p.Err
		}
		return source.Input{}, fmt.Errorf("open %s: %w", dir, err)
	}
	return source.Input{Disk: root.FS(), Embedded: psvsite.Default}, nil
}

func countFaults(list diag.List) string {
	return fmt.Sprintf("%s and %s", plural(list.Count(diag.Error), "error"), plural(list.Count(diag.Warning), "warning"))
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
