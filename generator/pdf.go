package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
)

// pdfFlags are the flags of pdf.
type pdfFlags struct {
	dir, out, edition, lang, pack string
	quiet                         bool
}

func newPDF() *cobra.Command {
	f := &pdfFlags{}
	c := &cobra.Command{
		Use:   "pdf [PATH...]",
		Short: "print pages and packs to PDF",
		Long: `Pdf builds the site and prints pages with an installed Chromium: every page that is meant for paper, or those that are
named. Its PDFs have their own fonts, tags for people who listen, an outline, and the date of the release; printed
again by the same Chromium they are the same to the byte. CHROME_PATH names a Chromium that is not on the PATH.`,
		Example: `  psvsite pdf
  psvsite pdf --lang gu roles/psv recovery-plan/crisis
  psvsite pdf --pack binder --out /media/stick`,
		RunE: func(c *cobra.Command, paths []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr(), paths) },
	}
	c.Flags().StringVarP(&f.dir, "dir", "C", ".", "the folder of the site")
	c.Flags().StringVar(&f.out, "out", "pdf", "where to write; relative to the folder of the site")
	c.Flags().StringVar(&f.edition, "edition", "", "print this edition of config.yaml")
	c.Flags().StringVar(&f.lang, "lang", "", "print this language only")
	c.Flags().StringVar(&f.pack, "pack", "", "print this pack only")
	c.Flags().BoolVar(&f.quiet, "quiet", false, "print faults only")
	return c
}

func (f *pdfFlags) run(stdout, stderr io.Writer, paths []string) error {
	if err := checkOut(f.dir, f.out); err != nil {
		return err
	}
	in, err := openInput(f.dir)
	if err != nil {
		return &worldError{err}
	}
	result, err := build.Build(in, build.Options{Edition: f.edition}, build.NewRunCache())
	if err != nil {
		return &worldError{err}
	}
	if result.Faults.Count(diag.Error) > 0 {
		result.Faults.Print(stderr)
		return errFaults
	}
	sheets, err := f.choose(result, paths)
	if err != nil {
		return err
	}
	n, err := f.print(result, sheets, stderr)
	if err != nil {
		return &worldError{err}
	}
	if !f.quiet {
		fmt.Fprintf(stdout, "%s: %s\n", plural(n, "PDF"), outDir(f.dir, f.out))
	}
	return nil
}

// choose lists the sheets that were asked for.
func (f *pdfFlags) choose(result *build.Result, paths []string) ([]build.Sheet, error) {
	if codes := result.Config.Codes(); f.lang != "" && !slices.Contains(codes, f.lang) {
		return nil, hinted("languages: "+strings.Join(codes, ", "), "the site has no language %q", f.lang)
	}
	known := []string{}
	found := map[string]bool{}
	var list []build.Sheet
	for _, s := range result.Sheets {
		known = append(known, s.Path)
		wanted := len(paths) == 0 && f.pack == "" || slices.Contains(paths, s.Path) || f.pack != "" && s.Path == "print/"+f.pack
		found[s.Path] = true
		if wanted && (f.lang == "" || f.lang == s.Lang) {
			list = append(list, s)
		}
	}
	for _, path := range paths {
		if !found[path] {
			return nil, hinted(diag.DidYouMean(path, known, "name a page by its path, as roles/psv"), "no page %q is meant for paper", path)
		}
	}
	if f.pack != "" && !found["print/"+f.pack] {
		return nil, hinted(diag.DidYouMean(f.pack, packNames(result.Config), "name it under packs in config.yaml"), "there is no pack %q", f.pack)
	}
	return list, nil
}

func packNames(c *config.Config) []string {
	var names []string
	for _, p := range c.Packs {
		names = append(names, p.Name)
	}
	return names
}
