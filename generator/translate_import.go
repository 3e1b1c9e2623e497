package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/po"
	"psvsite/generator/internal/source"
	"psvsite/generator/internal/translation"
)

// importFlags are the flags of translate import.
type importFlags struct {
	*translateFlags
	force bool
}

func newImport(shared *translateFlags) *cobra.Command {
	f := &importFlags{translateFlags: shared}
	c := &cobra.Command{
		Use:   "import FILE|DIR...",
		Short: "take translated PO files into the site",
		Long: `Import takes the texts of PO files, or of all in a folder, into pages, data and interface strings, and records what
each was made from. It takes entries that are not fuzzy and say something new, and changes nothing but those texts.
A page that is not there yet is made once all its texts are translated.
An entry that would change how a page is built, where its links lead, its code or its variables is refused with its
line; all others are taken, and the exit status is 1.`,
		Example: `  psvsite translate import po/gu/training.po
  psvsite translate import po/gu po/hi`,
		Args: usageAtLeast(1, "psvsite translate import FILE, as psvsite translate import po/gu/training.po"),
		RunE: func(c *cobra.Command, args []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr(), args) },
	}
	c.Flags().BoolVar(&f.force, "force", false, "take a text also where the site's has changed since the export")
	return c
}

func (f *importFlags) run(stdout, stderr io.Writer, args []string) error {
	texts, err := f.texts(stderr)
	if err != nil {
		return err
	}
	if in, err := openInput(f.dir); err != nil || !in.OwnContent() {
		return hinted("psvsite init DIR writes a folder to start from", "%s is no site that could take translations: it has no %s", f.dir, source.ConfigName)
	}
	byLanguage, faults, err := f.read(args, texts)
	if err != nil {
		return err
	}
	for _, lang := range texts.Config.Codes() {
		if len(byLanguage[lang]) == 0 {
			continue
		}
		changes, more := catalog.New(*texts, lang).Import(byLanguage[lang], f.force)
		faults = append(faults, more...)
		if err := f.write(lang, changes, stdout); err != nil {
			return &worldError{err}
		}
	}
	faults = faults.Leveled(texts.Config.Levels())
	faults.Sort()
	faults.Print(stderr)
	if faults.Fails(false) {
		return errFaults
	}
	return nil
}

// read reads PO files and sorts them by their languages.
func (f *importFlags) read(args []string, texts *catalog.Input) (map[string][]catalog.Source, diag.List, error) {
	var faults diag.List
	out := map[string][]catalog.Source{}
	names, err := poFiles(args)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, nil, &worldError{err}
		}
		file, more := po.Parse(filepath.ToSlash(name), data)
		faults = append(faults, more...)
		lang := catalog.LanguageOf(file)
		if lang == texts.Config.DefaultLanguage || !slices.Contains(texts.Config.Codes(), lang) {
			faults.Add("translation-po", diag.Position{File: filepath.ToSlash(name), Line: 1, Col: 1}, `its header must say, as "Language: gu\n"`,
				"the file is for %q, which the site is not translated into", lang)
			continue
		}
		out[lang] = append(out[lang], catalog.Source{Name: filepath.ToSlash(name), File: file})
	}
	return out, faults, nil
}

// poFiles are the files named, and those ending in .po in the folders named.
func poFiles(args []string) (names []string, err error) {
	for _, arg := range args {
		before := len(names)
		err := filepath.WalkDir(arg, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && (name == arg || strings.HasSuffix(name, ".po")) {
				names = append(names, name)
			}
			return err
		})
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, hinted("psvsite translate export writes PO files", "there is no %s", arg)
		case err != nil:
			return nil, &worldError{err}
		case len(names) == before:
			return nil, hinted("psvsite translate export writes PO files", "%s holds no PO file", arg)
		}
	}
	return names, nil
}

// write writes statements first: one that speaks of a text that is not there says nothing, while a text without its
// statement would be taken for one that answers nothing.
func (f *importFlags) write(lang string, changes *catalog.Changes, stdout io.Writer) error {
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if len(changes.Statements) > 0 {
		if err := addStatements(root, source.ContentOf(f.edition)+"/"+lang, changes.Statements, changes.Texts); err != nil {
			return err
		}
	}
	for _, file := range changes.Files {
		if err := replaceFile(root, file.Name, file.Data); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(stdout, "wrote", file.Name); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(stdout, "%s: %s taken, %d as they were, %d fuzzy\n", lang, countTexts(changes.Taken), changes.Same, changes.Waiting)
	return err
}

// addStatements adds to what is stated of the translations in a folder.
func addStatements(root *os.Root, folder string, statements []translation.Statement, texts translation.Texts) error {
	const all = "content/" + source.TextsName
	before, err := readOrNothing(root, all)
	if err != nil {
		return err
	}
	known, _ := translation.ReadTexts(all, before) // its faults were said when the site was read
	for h, text := range texts {
		known[h] = text
	}
	if err := replaceFile(root, all, known.Write()); err != nil {
		return err
	}
	sum := folder + "/" + source.SumName
	if before, err = readOrNothing(root, sum); err != nil {
		return err
	}
	stated, _ := translation.ReadSum(sum, before)
	return replaceFile(root, sum, translation.WriteSum(append(stated, statements...)))
}

func readOrNothing(root *os.Root, name string) ([]byte, error) {
	data, err := root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// replaceFile puts a file in place in one step, so that nobody reads half of it.
func replaceFile(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	mode := fs.FileMode(0o666)
	if info, err := root.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	staged := path.Join(path.Dir(name), "."+path.Base(name)+".new") // a name that no build looks at
	if err := root.WriteFile(staged, data, mode); err != nil {
		return err
	}
	return root.Rename(staged, name)
}
