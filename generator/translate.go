package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
)

// translateFlags are the flags that all commands about translations share.
type translateFlags struct{ dir, lang, edition string }

func newTranslate() *cobra.Command {
	f := &translateFlags{}
	c := &cobra.Command{
		Use:   "translate",
		Short: "give texts to translators, take them back, and say what has fallen behind",
		Long: `Translate carries the texts of a site to people who translate, in files that programs such as Poedit open, and back
into its pages, data and interface strings. It says which translations have fallen behind their sources, and records
that somebody has read the two side by side.`,
		Example: `  psvsite translate status
  psvsite translate accept help --lang gu
  psvsite translate export --lang gu
  psvsite translate kit --lang gu
  psvsite translate import po/gu`,
		Args: knownCommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.PersistentFlags().StringVarP(&f.dir, "dir", "C", ".", "the folder of the site")
	c.PersistentFlags().StringVar(&f.edition, "edition", "", "the edition of config.yaml")
	c.AddCommand(newStatus(f), newAccept(f), newExport(f), newImport(f), newKit(f))
	return c
}

// texts gathers what the site has to translate.
func (f *translateFlags) texts(stderr io.Writer) (*catalog.Input, error) {
	in, err := openInput(f.dir)
	if err != nil {
		return nil, &worldError{err}
	}
	texts, faults := build.Texts(in, f.edition)
	if texts == nil {
		faults.Print(stderr)
		return nil, errFaults
	}
	return texts, nil
}

// languages are those that a command is for: the one named, or all that are translated into.
func (f *translateFlags) languages(c *config.Config) ([]string, error) {
	codes := slices.DeleteFunc(c.Codes(), func(code string) bool { return code == c.DefaultLanguage })
	switch {
	case f.lang == "":
		return codes, nil
	case f.lang == c.DefaultLanguage:
		return nil, hinted("one of: "+strings.Join(codes, ", "), "%s is the language that others are translated from", f.lang)
	case !slices.Contains(codes, f.lang):
		return nil, hinted(diag.DidYouMean(f.lang, codes, "add it: psvsite new language "+f.lang), "the site has no language %q", f.lang)
	}
	return []string{f.lang}, nil
}

// countTexts is a number of texts in words.
func countTexts(n int) string { return plural(n, "text") }

// printf writes to standard output.
func printf(w io.Writer, format string, args ...any) error {
	if _, err := fmt.Fprintf(w, format, args...); err != nil {
		return &worldError{err}
	}
	return nil
}
