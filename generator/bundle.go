package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/output"
)

// bundleFlags are the flags of bundle.
type bundleFlags struct {
	dir, out, edition, lang string
	single, quiet           bool
}

func newBundle() *cobra.Command {
	f := &bundleFlags{}
	c := &cobra.Command{
		Use:   "bundle [PAGE|PACK]",
		Short: "make files to pass from hand to hand",
		Long: `Bundle makes a zip of each language, for computers and sticks.
With --single it makes one file of HTML that needs nothing beside it, for phones: of a whole language,
of one page or of a pack. Such a file opens from WhatsApp, Bluetooth and memory cards, with one touch.`,
		Example: `  psvsite bundle
  psvsite bundle --single --lang gu
  psvsite bundle --single training/listening --out /media/stick`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return f.run(args, c.OutOrStdout(), c.ErrOrStderr()) },
	}
	c.Flags().StringVarP(&f.dir, "dir", "C", ".", "the folder of the site")
	c.Flags().StringVar(&f.out, "out", "bundles", "the folder to write to; relative to the folder of the site")
	c.Flags().StringVar(&f.edition, "edition", "", "bundle this edition of config.yaml")
	c.Flags().StringVar(&f.lang, "lang", "", "this language only")
	c.Flags().BoolVar(&f.single, "single", false, "one file of HTML in place of a zip")
	c.Flags().BoolVar(&f.quiet, "quiet", false, "print faults only")
	return c
}

// run builds the site in memory and writes files made of it. Warnings are those of build, and are said there.
func (f *bundleFlags) run(args []string, stdout, stderr io.Writer) error {
	what := build.Bundles{Lang: f.lang, Single: f.single}
	if len(args) > 0 {
		if what.What = args[0]; !f.single {
			return hinted("add --single for one page or pack", "a zip holds a whole language")
		}
	}
	in, err := openInput(f.dir)
	if err != nil {
		return &worldError{err}
	}
	result, err := build.Bundle(in, build.Options{Edition: f.edition}, what)
	var nothing *build.ErrNothing
	switch {
	case errors.As(err, &nothing):
		return nothing
	case err != nil:
		return &worldError{err}
	case result.Faults.Fails(false):
		result.Faults.Print(stderr)
		return errFaults
	case len(result.Files) == 0:
		return hinted("name one of config.yaml", "there is no language %q", f.lang)
	}
	return f.write(result.Files, stdout)
}

// write puts each file in its place in one step.
func (f *bundleFlags) write(files []output.File, stdout io.Writer) error {
	dir := outDir(f.dir, f.out)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return &worldError{err}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &worldError{err}
	}
	defer root.Close()
	for _, file := range files {
		if err := replaceFile(root, file.Path, file.Data); err != nil {
			return &worldError{err}
		}
		if !f.quiet {
			fmt.Fprintf(stdout, "%s: %.1f MB\n", filepath.Join(dir, file.Path), float64(len(file.Data))/1e6)
		}
	}
	return nil
}
