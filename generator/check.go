package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// checkFlags are the flags of check.
type checkFlags struct {
	dir, edition, format, explain string
	strict, browser               bool
}

func newCheck() *cobra.Command {
	f := &checkFlags{}
	c := &cobra.Command{
		Use:   "check",
		Short: "say everything that is wrong, and write nothing",
		Long: `Check finds every fault that build finds, and judges what is written: headings, links, words to avoid, scripts
and digits, invisible signs, long sentences, hard pages, numbers and names that belong into data, course plans, facts
that have grown old, pages that nothing leads to. It writes nothing.

With --browser an installed Chromium also measures whether every slide fits the windows it is shown in, and every page
the sides of paper that it says.

Each fault ends in its code. --explain says what a code means; lint in config.yaml sets its level:

  lint: {text-grade: off, image-alt: error}`,
		Example: `  psvsite check
  psvsite check --strict --edition gujarat
  psvsite check --format json
  psvsite check --explain term-avoid
  psvsite check --explain all`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr()) },
	}
	c.Flags().StringVarP(&f.dir, "dir", "C", ".", "the folder of the site")
	c.Flags().StringVar(&f.edition, "edition", "", "check this edition of config.yaml")
	c.Flags().BoolVar(&f.strict, "strict", false, "a warning counts as an error")
	c.Flags().BoolVar(&f.browser, "browser", false, "measure slides and printed sides, too, with an installed Chromium")
	c.Flags().StringVar(&f.format, "format", "text", "text, or json for other programs, on standard output")
	c.Flags().StringVar(&f.explain, "explain", "", "say what a code means, or all of them")
	return c
}

func (f *checkFlags) run(stdout, stderr io.Writer) error {
	if f.format != "text" && f.format != "json" {
		return hinted("--format text, --format json", "check has no format %q", f.format)
	}
	if f.explain != "" {
		return explain(stdout, f.explain)
	}
	today, err := today()
	if err != nil {
		return err
	}
	in, err := openInput(f.dir)
	if err != nil {
		return &worldError{err}
	}
	result, err := f.check(in, today, stderr)
	if err != nil {
		return &worldError{err}
	}
	if err := f.print(stdout, stderr, result.Faults); err != nil {
		return &worldError{err}
	}
	if result.Faults.Fails(f.strict) {
		return errFaults
	}
	return nil
}

// check judges the site; with --browser what a browser sees of it, too.
func (f *checkFlags) check(in source.Input, today time.Time, stderr io.Writer) (*build.Result, error) {
	progress := newProgress(stderr, false)
	o := build.Options{Edition: f.edition, Progress: progress.step}
	result, err := build.Check(in, o, today)
	progress.done()
	if err != nil || !f.browser {
		return result, err
	}
	faults, err := look(in, f.edition)
	result.Faults = append(result.Faults, faults...)
	result.Faults.Sort()
	return result, err
}

// print says the faults: as text on standard error, as JSON on standard output.
func (f *checkFlags) print(stdout, stderr io.Writer, faults diag.List) error {
	if f.format == "json" {
		e := json.NewEncoder(stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(append(diag.List{}, faults...)) // [], not null, when there are none
	}
	faults.Print(stderr)
	_, err := fmt.Fprintln(stdout, countFaults(faults))
	return err
}

// today is the day that facts are held against: SOURCE_DATE_EPOCH in seconds, else now, in UTC.
func today() (time.Time, error) {
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Now().UTC(), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, hinted("seconds since 1970, as date +%s prints them", "SOURCE_DATE_EPOCH is %q, which is no number", epoch)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// explain prints rows of the table of codes.
func explain(w io.Writer, name string) error {
	rows := diag.Codes
	if name != "all" {
		c, ok := diag.Lookup(name)
		if !ok {
			return hinted(diag.DidYouMean(name, diag.Names(), "psvsite check --explain all lists them"), "there is no code %q", name)
		}
		rows = []diag.Code{c}
	}
	for _, c := range rows {
		if _, err := fmt.Fprintf(w, "%s (%s)\n    %s\n    example: %s\n", c.Name, c.Severity, c.Summary, c.Example); err != nil {
			return &worldError{err}
		}
	}
	return nil
}
