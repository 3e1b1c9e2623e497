package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/impact"
)

// siteFlags are the flags of commands that look at a site and do not build it.
type siteFlags struct{ dir, edition string }

func (f *siteFlags) add(c *cobra.Command) {
	c.Flags().StringVarP(&f.dir, "dir", "C", ".", "the folder of the site")
	c.Flags().StringVar(&f.edition, "edition", "", "the edition of config.yaml")
}

// open reads the site; its errors are printed.
func (f *siteFlags) open(stderr io.Writer) (*build.Opened, error) {
	in, err := openInput(f.dir)
	if err != nil {
		return nil, &worldError{err}
	}
	o, err := build.Open(in, f.edition)
	if err != nil {
		return nil, &worldError{err}
	}
	if o.Site == nil {
		errorsOf(o.Faults).Print(stderr)
		return nil, errFaults
	}
	return o, nil
}

func errorsOf(list diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return d.Severity != diag.Error })
}

func newImpact() *cobra.Command {
	f := &siteFlags{}
	c := &cobra.Command{
		Use:   "impact PATH[#ID] | data/FILE.yaml#ID",
		Short: "say what shows a page, a part of it or an entry of the data",
		Long: `Impact names every page, slide, sheet to take home and pack, in every language, that shows a thing, with the codes
that stand on them: so many copies to call back when a number or a rule changes. Below them stands a line in each
language to send on.`,
		Example: `  psvsite impact data/contacts.yaml#telemanas
  psvsite impact training/listening
  psvsite impact help#call`,
		Args: usageArgs(1, "psvsite impact PATH, as psvsite impact data/contacts.yaml#telemanas"),
		RunE: func(c *cobra.Command, args []string) error {
			o, err := f.open(c.ErrOrStderr())
			if err != nil {
				return err
			}
			found, err := impact.Of(o.Site, filepath.ToSlash(args[0]))
			if err != nil {
				return err
			}
			return printImpact(c.OutOrStdout(), o, found)
		},
	}
	f.add(c)
	return c
}

// printImpact prints the places as a table, and the lines to send on.
func printImpact(stdout io.Writer, o *build.Opened, found *impact.Found) error {
	w := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	for _, p := range found.Places {
		what := p.Kind
		if p.Slide > 0 {
			what = fmt.Sprintf("%s %d", p.Kind, p.Slide)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", p.Lang, p.Code, what, p.URL)
	}
	err := w.Flush()
	codes := found.Codes()
	_, err2 := fmt.Fprintf(stdout, "%s: %s, %s\n", found.Name, plural(len(found.Places), "place"), plural(len(codes), "code"))
	for _, code := range o.Config.Codes() {
		if len(codes) == 0 {
			break
		}
		line := o.Layouts.Text(code, "send_on", found.Titles[code], strings.Join(codes, ", "), o.Layouts.Date(code, o.Config.Release.Date))
		_, err3 := fmt.Fprintf(stdout, "%s: %s\n", code, line)
		err2 = errors.Join(err2, err3)
	}
	if err = errors.Join(err, err2); err != nil {
		return &worldError{err}
	}
	return nil
}
