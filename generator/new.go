package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/source"
	"psvsite/generator/scaffold"
)

// newFlags are the flags that all kinds of starts share.
type newFlags struct{ dir, lang string }

func newNew() *cobra.Command {
	f := &newFlags{}
	c := &cobra.Command{
		Use:   "new TYPE PATH",
		Short: "start a page, an edition or a language",
		Long: `New writes the start of a page, ready to fill: content/LANGUAGE/PATH.md. A PATH that ends in / makes a
folder, for a page with pictures of its own. It never writes over what is there.

In another language (--lang) a page that is written already is started from its text, to be translated.

Types of pages:
` + pageTypes(),
		Example: `  psvsite new session training/open-questions
  psvsite new template recovery-plan/my-week/
  psvsite new session training/open-questions --lang gu
  psvsite new edition civil-hospital
  psvsite new language mr`,
		Args: usageArgs(2, "psvsite new TYPE PATH, as psvsite new session training/open-questions"),
		RunE: func(c *cobra.Command, args []string) error {
			return f.run(c, func(s *scaffold.Site, _ source.Input) (*scaffold.Change, error) {
				return s.Page(args[0], filepath.ToSlash(args[1]), f.lang)
			})
		},
	}
	c.PersistentFlags().StringVarP(&f.dir, "dir", "C", ".", "the folder of the site")
	c.Flags().StringVar(&f.lang, "lang", "", "the language of the page (default: the site's first)")
	c.AddCommand(newEdition(f), newLanguage(f))
	return c
}

func pageTypes() string {
	var b strings.Builder
	for _, t := range markup.PageTypes {
		fmt.Fprintf(&b, "  %-11s %s\n", t.Name, t.Doc)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func newEdition(f *newFlags) *cobra.Command {
	var extends string
	c := &cobra.Command{
		Use:   "edition NAME",
		Short: "start a state's or a hospital's own version",
		Long: `Edition adds an edition to config.yaml, with the variables that are empty, and writes content/editions/NAME: data
files in which the facts of the site stand behind #, to be replaced, and README.txt, the list of facts to tick.
Pages put into content/editions/NAME/en replace those of content/en or are added.`,
		Example: `  psvsite new edition maharashtra
  psvsite new edition civil-hospital --extends maharashtra`,
		Args: usageArgs(1, "psvsite new edition NAME, as psvsite new edition maharashtra"),
		RunE: func(c *cobra.Command, args []string) error {
			return f.run(c, func(s *scaffold.Site, in source.Input) (*scaffold.Change, error) {
				return s.Edition(in, args[0], extends)
			})
		},
	}
	c.Flags().StringVar(&extends, "extends", "", "the edition that it builds on")
	return c
}

func newLanguage(f *newFlags) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:   "language CODE",
		Short: "start a language",
		Long: `Language adds a language to config.yaml, with its own name as Unicode's CLDR has it, and the direction and fallback
that follow from its letters. It starts its interface strings and its home page, and lists what to translate.
Until a page is translated, readers get it in the next language of fallback, and are told so.`,
		Example: `  psvsite new language mr
  psvsite new language kfr --name કચ્છી`,
		Args: usageArgs(1, "psvsite new language CODE, as psvsite new language mr"),
		RunE: func(c *cobra.Command, args []string) error {
			return f.run(c, func(s *scaffold.Site, in source.Input) (*scaffold.Change, error) {
				return s.Language(in, args[0], name)
			})
		},
	}
	c.Flags().StringVar(&name, "name", "", "the language's name in its own words")
	return c
}

// run opens the site, makes a change and writes it.
func (f *newFlags) run(c *cobra.Command, make func(*scaffold.Site, source.Input) (*scaffold.Change, error)) error {
	in, err := openInput(f.dir)
	if err != nil {
		return &worldError{err}
	}
	site, faults, err := scaffold.Open(in)
	if len(faults) > 0 {
		faults.Print(c.ErrOrStderr())
		return errFaults
	}
	if err != nil {
		return refusedOrWorld(err)
	}
	change, err := make(site, in)
	if err != nil {
		return refusedOrWorld(err)
	}
	return writeChange(f.dir, change, c.OutOrStdout())
}

// refusedOrWorld tells what the caller asked for wrongly from faults of the disk.
func refusedOrWorld(err error) error {
	var refusal *scaffold.Refusal
	if errors.As(err, &refusal) {
		return refusal
	}
	return &worldError{err}
}

// writeChange writes new files, all or none of them over nothing that is there, and config.yaml last.
func writeChange(dir string, change *scaffold.Change, stdout io.Writer) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &worldError{err}
	}
	defer root.Close()
	for _, f := range change.Files {
		if _, err := root.Lstat(f.Name); err == nil {
			return hinted("nothing was written; move it away, or choose another name", "%s is already there", f.Name)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return &worldError{err}
		}
	}
	for _, f := range change.Files {
		if err := writeNew(root, f); err != nil {
			return &worldError{err}
		}
		fmt.Fprintln(stdout, "wrote", f.Name)
	}
	if change.Config != nil {
		if err := replaceConfig(root, change.Config); err != nil {
			return &worldError{err}
		}
		fmt.Fprintln(stdout, "added to", source.ConfigName)
	}
	if change.Notes != "" {
		fmt.Fprintf(stdout, "\n%s", change.Notes)
	}
	return nil
}

func writeNew(root *os.Root, f scaffold.File) error {
	if err := root.MkdirAll(path.Dir(f.Name), 0o777); err != nil {
		return err
	}
	w, err := root.OpenFile(f.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = w.Write(f.Data)
	return errors.Join(err, w.Close())
}

// replaceConfig puts config.yaml in place in one step, so that nobody reads half of it.
func replaceConfig(root *os.Root, text []byte) error {
	const staged = source.ConfigName + ".new"
	info, err := root.Stat(source.ConfigName)
	if err != nil {
		return err
	}
	if err := root.WriteFile(staged, text, info.Mode().Perm()); err != nil {
		return err
	}
	return root.Rename(staged, source.ConfigName)
}
