package main

import (
	"io"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/kit"
)

func newKit(shared *translateFlags) *cobra.Command {
	f := &exportFlags{translateFlags: shared}
	c := &cobra.Command{
		Use:   "kit [PATH...]",
		Short: "make a folder for a translator who has no psvsite",
		Long: `Kit writes one folder for a person who translates: what to do, in plain words of their language; the PO files; the
words of the site, as a page and as a table; the pages in order, source beside translation. Pack it and send it; what
comes back goes in with psvsite translate import. PATHs choose folders or pages, as for export.`,
		Example: `  psvsite translate kit --lang gu
  psvsite translate kit --lang gu --from hi --out /media/stick training`,
		RunE: func(c *cobra.Command, args []string) error { return f.kit(c.OutOrStdout(), c.ErrOrStderr(), args) },
	}
	c.Flags().StringVar(&f.lang, "lang", "", "the language to translate into (default: each)")
	c.Flags().StringVar(&f.from, "from", "", "a language whose texts stand beside as comments")
	c.Flags().StringVar(&f.out, "out", "kit", "where to write; relative to the folder of the site")
	return c
}

// kit writes a folder for each language.
func (f *exportFlags) kit(stdout, stderr io.Writer, only []string) error {
	return f.each(stderr, only, func(x export) error {
		files := kit.Make(kit.Input{Config: x.texts.Config, Lang: x.lang, Catalog: x.catalog, From: x.from, Terms: terms(x.texts), Only: x.only})
		if err := writeKit(x.catalog, x.dir, files); err != nil {
			return err
		}
		return printf(stdout, "%s: %s. Begin with %s\n", x.dir, plural(len(files), "file"), filepath.Join(x.dir, "start.html"))
	})
}

// terms are the words of the site; what is wrong with them a build says.
func terms(texts *catalog.Input) []data.Term {
	var files []data.File
	for _, f := range texts.Data {
		if path.Base(f.Name) == "terms.yaml" {
			files = append(files, data.File{Name: f.Name, Data: f.Data})
		}
	}
	list, _ := data.Read(files, func(t data.Term) string { return t.ID })
	return list
}

// writeKit writes the files of a kit into its folder.
func writeKit(c *catalog.Catalog, dir string, files []kit.File) error {
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if path.Ext(f.Name) == ".po" {
			if err := writePO(c, name, f.Data); err != nil {
				return err
			}
		} else if err := writeFile(name, f.Data); err != nil {
			return &worldError{err}
		}
	}
	return nil
}
