package main

import (
	"bytes"
	"io"
	"os"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/release"
	"psvsite/generator/internal/source"
)

func newRelease() *cobra.Command {
	f := &siteFlags{}
	c := &cobra.Command{
		Use:   "release",
		Short: "keep what this version says, so that later ones can tell what has changed",
		Long: `Release writes content/releases/VERSION.yaml: for everything that has a code the sum of what it says, in every
language. Once config.yaml has the next version, changes.html compares with it and says what must be printed again.
Run it when a version goes out. It never changes what it wrote before.`,
		Example: `  psvsite release
  psvsite release --edition gujarat`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return writeRelease(f, c.OutOrStdout(), c.ErrOrStderr()) },
	}
	f.add(c)
	return c
}

func writeRelease(f *siteFlags, stdout, stderr io.Writer) error {
	o, err := f.open(stderr)
	if err != nil {
		return err
	}
	in, err := openInput(f.dir)
	if err != nil {
		return &worldError{err}
	}
	version, papers := o.Config.Release, o.Site.Papers()
	switch {
	case !in.OwnContent():
		return hinted("psvsite init DIR writes a folder to start from", "there is no %s in this folder", source.ConfigName)
	case version.Version == "" || version.Date == "":
		return hinted(`release: {version: "1.0", date: 2026-11-23}`, "config.yaml has no version and date to release")
	case !source.ReleaseName(version.Version):
		return hinted("letters, digits, dots and hyphens", "the version %q cannot be the name of a file", version.Version)
	case len(papers) == 0:
		return hinted("code: H-07 in front matter", "no page has a code, so no copy can be told from another")
	}
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return &worldError{err}
	}
	defer root.Close()
	name, data := source.Releases(f.edition)+"/"+version.Version+".yaml", release.Of(o.Site, papers).Write()
	before, err := readOrNothing(root, name)
	switch {
	case err != nil:
		return &worldError{err}
	case bytes.Equal(before, data):
		return printf(stdout, "%s: kept already\n", name)
	case before != nil:
		return hinted("give the new one another version in config.yaml", "version %s is out already, and said something else: %s", version.Version, name)
	}
	if err := replaceFile(root, name, data); err != nil {
		return &worldError{err}
	}
	return printf(stdout, "%s: %s\n", name, plural(len(papers), "code"))
}
