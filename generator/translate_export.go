package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/po"
)

// exportFlags are the flags of translate export.
type exportFlags struct {
	*translateFlags
	out, from string
}

func newExport(shared *translateFlags) *cobra.Command {
	f := &exportFlags{translateFlags: shared}
	c := &cobra.Command{
		Use:   "export [PATH...]",
		Short: "write the texts to translate as PO files",
		Long: `Export writes a PO file for each language and each folder of content: po/gu/training.po. Pages of no folder stand in
site.pages.po, texts of content/data in site.data.po, interface strings in site.interface.po.
A text whose source has changed since it was translated is fuzzy, and its old source stands beside it. PATHs choose
folders, pages or the names of files. Of an edition it writes what is its own, to po/EDITION/gu/training.po.`,
		Example: `  psvsite translate export --lang gu
  psvsite translate export --lang gu --from hi training help
  psvsite translate export --lang mr --out /media/stick/po`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr(), args) },
	}
	c.Flags().StringVar(&f.lang, "lang", "", "the language to translate into (default: each)")
	c.Flags().StringVar(&f.from, "from", "", "a language whose texts stand beside as comments")
	c.Flags().StringVar(&f.out, "out", "po", "where to write; relative to the folder of the site")
	return c
}

func (f *exportFlags) run(stdout, stderr io.Writer, only []string) error {
	return f.each(stderr, only, func(x export) error {
		for _, file := range x.catalog.Export(x.only, x.from) {
			name := filepath.Join(x.dir, file.Section+".po")
			if err := writePO(x.catalog, name, file.Data); err != nil {
				return err
			}
			if err := printf(stdout, "%s: %s, %d without translation, %d to look at again\n", name, countTexts(file.Texts), file.Open, file.Stale); err != nil {
				return err
			}
		}
		return nil
	})
}

// export is what goes out for a language: the catalog, the sections of it that are asked for (none: all), the catalog of
// the language beside it, if any, and the folder to write to.
type export struct {
	catalog *catalog.Catalog
	only    []string
	from    *catalog.Catalog
	texts   *catalog.Input
	lang    string
	dir     string
}

// each gives out the texts of each language that the command is for.
func (f *exportFlags) each(stderr io.Writer, only []string, give func(export) error) error {
	texts, err := f.texts(stderr)
	if err != nil {
		return err
	}
	languages, err := f.languages(texts.Config)
	if err != nil {
		return err
	}
	from, err := f.beside(texts)
	if err != nil {
		return err
	}
	for _, lang := range languages {
		c := catalog.New(*texts, lang)
		chosen, err := sections(c, only)
		if err != nil {
			return err
		}
		if err := give(export{c, chosen, from, texts, lang, filepath.Join(outDir(f.dir, f.out), f.edition, lang)}); err != nil {
			return err
		}
	}
	return nil
}

// beside is the catalog of the language whose texts stand beside, or nil.
func (f *exportFlags) beside(texts *catalog.Input) (*catalog.Catalog, error) {
	if f.from == "" {
		return nil, nil
	}
	other := translateFlags{lang: f.from}
	if _, err := other.languages(texts.Config); err != nil {
		return nil, err
	}
	return catalog.New(*texts, f.from), nil
}

// sections are the PATHs as a catalog knows them; content/en/help.md and po/gu/help.po are as good as help.
func sections(c *catalog.Catalog, paths []string) ([]string, error) {
	var list []string
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.ToSlash(path), "/")
		name = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(name, ".md"), ".po"), "/index")
		if rest, ok := strings.CutPrefix(name, "content/"); ok {
			_, name, _ = strings.Cut(rest, "/")
		}
		if !c.Known(name) {
			return nil, hinted("name a folder or a page as links do: training, help", "there is nothing to translate called %q", path)
		}
		list = append(list, name)
	}
	return list, nil
}

// writePO writes a PO file, unless one stands there with work in it that the site does not have yet.
func writePO(c *catalog.Catalog, name string, data []byte) error {
	old, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return &worldError{err}
	default:
		file, faults := po.Parse(filepath.ToSlash(name), old)
		if n := len(faults) + c.Unsaved(catalog.Source{Name: filepath.ToSlash(name), File: file}); n > 0 {
			return hinted("psvsite translate import it first, or write elsewhere: --out DIR", "%s would be written over, and holds %s that the site does not have", name, countTexts(n))
		}
	}
	if err := writeFile(name, data); err != nil {
		return &worldError{err}
	}
	return nil
}
