package main

import (
	"io"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// commands lists the root and all commands below it that a user may see.
func commands(c *cobra.Command) []*cobra.Command {
	list := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		if !sub.Hidden && sub.Name() != "help" && sub.Name() != "completion" {
			list = append(list, commands(sub)...)
		}
	}
	return list
}

// TestHelp demands of every command a line for the list, a text, examples, and words for every flag.
func TestHelp(t *testing.T) {
	seen := 0
	for _, c := range commands(newRoot()) {
		seen++
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: Short is %q", c.CommandPath(), c.Short)
		}
		for _, text := range []string{c.Long, c.Example} {
			for line := range strings.Lines(text) {
				if n := len([]rune(line)); n > 121 {
					t.Errorf("%s: a line of %d letters: %s", c.CommandPath(), n, line)
				}
			}
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Usage == "" {
				t.Errorf("%s: --%s is not explained", c.CommandPath(), f.Name)
			}
		})
		examples := 0
		for line := range strings.Lines(c.Example) {
			examples++
			if err := try(strings.TrimSpace(line)); err != nil {
				t.Errorf("%s: the example %q does not run: %v", c.CommandPath(), strings.TrimSpace(line), err)
			}
		}
		if examples == 0 {
			t.Errorf("%s has no example", c.CommandPath())
		}
	}
	if seen < 8 {
		t.Errorf("only %d commands", seen)
	}
}

// try parses a line as the program would, up to the point where the command would run.
func try(line string) error {
	line, _, _ = strings.Cut(line, "   #")
	words := strings.Fields(line)
	if len(words) < 2 || words[0] != "psvsite" {
		return errUsageExample
	}
	root := newRoot()
	root.SetOut(io.Discard)
	root.SetErr(io.Discard)
	root.InitDefaultHelpCmd()
	c, rest, err := root.Find(words[1:])
	if err != nil {
		return err
	}
	if c == root {
		return errUsageExample
	}
	if err := c.ParseFlags(rest); err != nil {
		return err
	}
	return c.ValidateArgs(c.Flags().Args())
}

var errUsageExample = hinted("", "it names no command of psvsite")

// TestTryRefuses: an example that is wrong is found out.
func TestTryRefuses(t *testing.T) {
	for _, line := range []string{"psvsite", "make", "psvsite biuld", "psvsite build --nothing", "psvsite new session", "psvsite init a b", "psvsite schema data"} {
		if try(line) == nil {
			t.Errorf("%q is taken", line)
		}
	}
}
