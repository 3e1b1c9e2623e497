package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/spf13/cobra"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/source"
)

// buildFlags are the flags of build.
type buildFlags struct {
	dir, out, edition      string
	strict, noCache, quiet bool
	jobs                   int
}

func newBuild() *cobra.Command {
	f := &buildFlags{}
	c := &cobra.Command{
		Use:   "build",
		Short: "build the site",
		Long: `Build reads config.yaml, content, layouts and static of a folder and writes the whole site.
In a folder without config.yaml it builds the default site that psvsite carries.
A build with errors writes nothing: the site that stands there stays as it is.`,
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
	in, err := openInput(f.dir)
	if err != nil {
		return &worldError{err}
	}
	progress := newProgress(stderr, f.quiet)
	result, err := build.Build(in, build.Options{Edition: f.edition, Jobs: f.jobs, Progress: progress.step}, build.NewCache())
	progress.done()
	if err != nil {
		return &worldError{err}
	}
	result.Faults.Print(stderr)
	if result.Faults.Fails(f.strict) {
		fmt.Fprintf(stderr, "psvsite: %s; nothing was written\n", countFaults(result.Faults))
		return errFaults
	}
	report, err := put(outDir(f.dir, f.out), result.Files)
	if err != nil {
		return &worldError{err}
	}
	if !f.quiet {
		fmt.Fprintf(stdout, "%d pages, %d files written, %d unchanged, %d removed: %s\n",
			result.Pages, report.Written, report.Same, report.Removed, outDir(f.dir, f.out))
	}
	return nil
}

func put(dir string, files []output.File) (output.Report, error) {
	folder, err := output.Open(dir)
	if err != nil {
		return output.Report{}, err
	}
	report, err := folder.Put(files)
	return report, errors.Join(err, folder.Close())
}

func outDir(dir, out string) string {
	if filepath.IsAbs(out) {
		return out
	}
	return filepath.Join(dir, out)
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
