package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"psvsite/generator/internal/diag"
)

// hintedError is wrong use, and what to type instead.
type hintedError struct{ message, hint string }

func (h *hintedError) Error() string { return h.message }

// Hint says what to type instead.
func (h *hintedError) Hint() string { return h.hint }

func hinted(hint, format string, args ...any) error {
	return &hintedError{fmt.Sprintf(format, args...), hint}
}

// usageArgs demands n arguments.
func usageArgs(n int, usage string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) != n {
			return hinted(usage, "%s takes %s, not %d", called(c), plural(n, "argument"), len(args))
		}
		return nil
	}
}

// usageAtLeast demands n arguments or more.
func usageAtLeast(n int, usage string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) < n {
			return hinted(usage, "%s takes %s or more, not %d", called(c), plural(n, "argument"), len(args))
		}
		return nil
	}
}

// knownCommand answers a command that is not there with the nearest that is.
func knownCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range root.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	return hinted(diag.DidYouMean(args[0], names, "commands: "+strings.Join(names, ", ")), "there is no command %q", args[0])
}

// knownFlag answers a flag that is not there with the nearest that is.
func knownFlag(c *cobra.Command, err error) error {
	word, unknown := strings.CutPrefix(err.Error(), "unknown flag: ")
	if !unknown {
		return hinted(c.CommandPath()+" --help shows its flags", "%s: %v", called(c), err)
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	return hinted(diag.DidYouMean(word, names, c.CommandPath()+" --help shows its flags"), "%s has no flag %s", called(c), word)
}

// called is a command as its user names it: new edition.
func called(c *cobra.Command) string {
	return strings.TrimPrefix(strings.TrimPrefix(c.CommandPath(), c.Root().Name()), " ")
}
