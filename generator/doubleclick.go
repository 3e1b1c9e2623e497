package main

import (
	"fmt"
	"runtime"

	"github.com/inconshreveable/mousetrap"
	"github.com/spf13/cobra"
)

// doubleClick answers a call without a command. Started from a window on Windows, where nobody sees what is printed
// before it vanishes, it serves the site of its folder and opens it in the browser; otherwise it prints the help.
func doubleClick(c *cobra.Command, _ []string) error {
	if !mousetrap.StartedByExplorer() {
		return c.Help()
	}
	stderr := c.ErrOrStderr()
	f := &serveFlags{dir: ".", addr: "127.0.0.1:0"} // any port, so that a second window is no trouble
	err := f.run(c.OutOrStdout(), stderr, func(url string) {
		if err := openBrowser(runtime.GOOS, url); err != nil {
			fmt.Fprintf(stderr, "psvsite: no browser could be opened (%v): open %s in one\n", err, url)
		}
	})
	if err != nil {
		fmt.Fprintln(stderr, err)
		fmt.Fprintln(stderr, "press Enter to close this window")
		_, _ = fmt.Fscanln(c.InOrStdin())
	}
	return err
}
