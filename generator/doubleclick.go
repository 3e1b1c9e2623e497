package main

import (
	"fmt"
	"path/filepath"
	"runtime"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"
)

// doubleClick answers a call without a command. Started from a window on Windows, where nobody sees what is printed
// before it vanishes, it builds the site of its folder and opens it in the browser; otherwise it prints the help.
func doubleClick(c *cobra.Command, _ []string) error {
	if !mousetrap.StartedByExplorer() {
		return c.Help()
	}
	f := &buildFlags{dir: ".", out: "public"}
	err := f.run(c.OutOrStdout(), c.ErrOrStderr())
	if err == nil {
		var index string
		if index, err = filepath.Abs(filepath.Join("public", "index.html")); err == nil {
			err = openBrowser(runtime.GOOS, index)
		}
	}
	if err != nil {
		fmt.Fprintln(c.ErrOrStderr(), err)
		fmt.Fprintln(c.ErrOrStderr(), "press Enter to close this window")
		_, _ = fmt.Fscanln(c.InOrStdin())
	}
	return err
}
