package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"psvsite"
)

func newInit() *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "start a site in an empty folder",
		Long: `Init copies the site that psvsite carries into an empty folder, which it makes where there is none: config.yaml,
content, layouts and static. What it writes builds to the same site. From then on the folder is yours.
Layouts and static files that you do not want to change may be deleted: psvsite has them too.`,
		Example: `  psvsite init my-site
  psvsite init .`,
		Args: usageArgs(1, "psvsite init DIR, as psvsite init my-site"),
		RunE: func(c *cobra.Command, args []string) error {
			n, err := initSite(args[0])
			if err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), "%d files written to %s. Next:\n\n", n, args[0])
			if args[0] != "." {
				fmt.Fprintf(c.OutOrStdout(), "  cd %s\n", args[0])
			}
			_, err = fmt.Fprint(c.OutOrStdout(), "  psvsite serve                  see the site while you change it\n"+
				"  psvsite new session my-first   start a page\n"+
				"  psvsite build                  write the site to public\n")
			return err
		},
	}
}

// initSite copies the default site into an empty folder and counts its files.
func initSite(dir string) (int, error) {
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return 0, hinted("choose a new folder", "%s is not empty: %s", dir, entries[0].Name())
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return 0, &worldError{err}
	}
	if err := os.CopyFS(dir, psvsite.Default); err != nil {
		return 0, &worldError{err}
	}
	n := 0
	err = fs.WalkDir(psvsite.Default, ".", func(_ string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			n++
		}
		return err
	})
	return n, err
}
