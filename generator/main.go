// Command psvsite turns a folder of Markdown into a training and resource site in several languages.
//
// Each command has a file of its own. They read flags, call package build and print; what they decide is in
// internal/.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
)

// Exit statuses.
const (
	exitFaults = 1 // faults in content
	exitUsage  = 2
	exitWorld  = 3 // disk, permissions
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the whole program.
func run(args []string, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFaults):
		return exitFaults
	}
	fmt.Fprintf(stderr, "psvsite: %v\n", err)
	var world *worldError
	if errors.As(err, &world) {
		return exitWorld
	}
	hint := "psvsite help lists the commands, psvsite help build the flags of one"
	var with interface{ Hint() string }
	if errors.As(err, &with) && with.Hint() != "" {
		hint = with.Hint()
	}
	fmt.Fprintln(stderr, "    hint: "+hint)
	return exitUsage
}

// errFaults says that faults in content were printed already.
var errFaults = errors.New("faults in content")

// worldError is a fault of the world: a full disk, a folder without permission.
type worldError struct{ error }

func (w *worldError) Unwrap() error { return w.error }

func newRoot() *cobra.Command {
	cobra.MousetrapHelpText = "" // a double click on Windows is answered by us; see doubleclick.go
	root := &cobra.Command{
		Use:   "psvsite",
		Short: "Markdown in, a training site in several languages out",
		Long: `psvsite turns a folder of Markdown into one training and resource site in several
languages. The site opens from a web server, a USB stick or a phone's memory card.`,
		SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		Args:              knownCommand,
		Example: `  psvsite init my-site
  psvsite build -C my-site
  psvsite help new`,
		RunE: doubleClick,
	}
	root.SetFlagErrorFunc(knownFlag)
	root.AddCommand(newBundle())
	root.AddCommand(newBuild(), newServe(), newVersion())
	root.AddCommand(newCheck(), newPDF())
	root.AddCommand(newTranslate())
	root.AddCommand(newNew(), newInit(), newSchema())
	root.AddCommand(newImpact(), newReview(), newSign(), newRelease())
	return root
}
