package main

import (
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/catalog"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
	"psvsite/generator/internal/translation"
)

// acceptFlags are the flags of translate accept.
type acceptFlags struct {
	*translateFlags
	minor, by string
}

func newAccept(shared *translateFlags) *cobra.Command {
	f := &acceptFlags{translateFlags: shared}
	c := &cobra.Command{
		Use:   "accept [PATH...]",
		Short: "state that translations answer their sources as they are now",
		Long: `Accept records that each text of a page answers the text of its source as the two stand there now. Say so only of what
you have read side by side. Texts that it cannot pair, since one page has another number of them in one place than the
other, are named and left as they were; the exit status is then 1.

With --minor it takes only texts whose source has changed since they were translated, and in a way that changes nothing
for a translation, such as a mended typo. It prints what changed; the reason stands beside each.`,
		Example: `  psvsite translate accept training/listening --lang gu --by "Name of who has read it"
  psvsite translate accept help --minor "a comma"`,
		RunE: func(c *cobra.Command, args []string) error {
			if c.Flags().Changed("minor") && strings.TrimSpace(f.minor) == "" {
				return hinted(`--minor "a comma"`, "--minor needs a reason")
			}
			return f.run(c.OutOrStdout(), c.ErrOrStderr(), args)
		},
	}
	c.Flags().StringVar(&f.lang, "lang", "", "the language (default: each)")
	c.Flags().StringVar(&f.minor, "minor", "", "why a changed source changes nothing for its translations")
	c.Flags().StringVar(&f.by, "by", "", "who says so; it is recorded")
	return c
}

func (f *acceptFlags) run(stdout, stderr io.Writer, args []string) error {
	if in, err := openInput(f.dir); err == nil && !in.OwnContent() {
		return hinted("psvsite init DIR writes a folder to start from", "%s is no site that could take statements: it has no %s", f.dir, source.ConfigName)
	}
	l, err := f.lookAt(args, stderr)
	if err != nil {
		return err
	}
	a := &acceptance{acceptFlags: f, sums: map[string][]translation.Statement{}, texts: translation.Texts{}}
	if a.root, err = os.OpenRoot(f.dir); err != nil {
		return &worldError{err}
	}
	defer a.root.Close()
	if err := a.read(); err != nil {
		return &worldError{err}
	}
	for _, t := range l.site.Translations() {
		if slices.Contains(l.languages, t.Doc.Lang) && (len(l.paths)+len(l.files) == 0 || slices.Contains(l.paths, t.Doc.Path)) {
			a.page(t)
		}
	}
	for _, code := range l.languages {
		a.others(code, l.others(code))
	}
	if err := a.write(); err != nil {
		return &worldError{err}
	}
	if a.minor != "" && a.said.Len() == 0 {
		a.said.WriteString("no source of these pages has changed since they were translated\n")
	}
	a.faults.Sort()
	a.faults.Print(stderr)
	if err := printf(stdout, "%s", a.said.String()); err != nil {
		return err
	}
	if len(a.faults) > 0 {
		return errFaults
	}
	return nil
}

// acceptance is the work of one command.
type acceptance struct {
	*acceptFlags
	root   *os.Root
	sums   map[string][]translation.Statement // by file; all there are, since texts are kept for all of them
	texts  translation.Texts
	faults diag.List
	said   strings.Builder
}

// read reads the files of statements, of every language and edition.
func (a *acceptance) read() error {
	in, err := openInput(a.dir)
	if err != nil {
		return err
	}
	names, err := in.Sums()
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := a.root.ReadFile(name)
		if err != nil {
			return err
		}
		a.sums[name], _ = translation.ReadSum(name, data) // its faults were said when the site was read
	}
	data, err := readOrNothing(a.root, textsFile)
	a.texts, _ = translation.ReadTexts(textsFile, data)
	return err
}

const textsFile = "content/" + source.TextsName

// page states what holds of a page.
func (a *acceptance) page(t *site.Translation) {
	pairs, left := t.Answers(t.Doc, t.Source)
	if a.minor != "" {
		pairs, left = a.typos(t)
	}
	if len(pairs) > 0 {
		file := sumFile(t)
		a.sums[file] = translation.Rewrite(a.sums[file], t.Doc, t.Source, pairs, a.note())
		a.texts.Keep(t.Source)
	}
	if a.minor == "" {
		fmt.Fprintf(&a.said, "%s: %s accepted\n", t.Doc.Name, countTexts(len(pairs)))
	}
	a.leave(t, left)
}

// typos are the pairs that hold already, and those that only a change of the source has made stale, which are printed.
func (a *acceptance) typos(t *site.Translation) (pairs, left []translation.Pair) {
	changed := 0
	for _, p := range t.Pairs {
		if p.Target < 0 || p.Source < 0 {
			continue
		}
		pairs = append(pairs, p)
		if p.State == translation.Stale {
			changed++
			fmt.Fprintf(&a.said, "%s\n  - %s\n  + %s\n", t.Doc.Position(t.Doc.Unit(p.Target)), a.texts[p.Was], t.Source.Unit(p.Source).Text)
		}
	}
	if changed == 0 {
		return nil, nil
	}
	return pairs, nil
}

// others states what holds of texts that stand in no page.
func (a *acceptance) others(lang string, texts []catalog.Stated) {
	file := path.Join(source.ContentOf(a.edition), lang, source.SumName)
	count := map[string]int{}
	var names []string
	for _, x := range texts {
		if x.State == "missing" || a.minor != "" && x.State != "stale" {
			continue
		}
		if x.State != "translated" {
			x.Statement.Note = a.note()
		}
		a.sums[file] = append(slices.DeleteFunc(a.sums[file], func(s translation.Statement) bool {
			return s.Page == x.File && s.Target == x.Statement.Target && s.Source != x.Statement.Source
		}), x.Statement)
		a.texts[x.Statement.Source] = x.Text
		if a.minor != "" {
			fmt.Fprintf(&a.said, "%s\n  - %s\n  + %s\n", x.Pos, x.Was, x.Text)
		}
		if count[x.File]++; count[x.File] == 1 {
			names = append(names, x.File)
		}
	}
	for _, name := range names {
		if a.minor == "" {
			fmt.Fprintf(&a.said, "%s, %s: %s accepted\n", name, lang, countTexts(count[name]))
		}
	}
}

// note is what stands beside new statements.
func (a *acceptance) note() string {
	return strings.Join(slices.DeleteFunc([]string{a.minor, a.by}, func(s string) bool { return s == "" }), "; ")
}

// leave names the texts that could not be paired.
func (a *acceptance) leave(t *site.Translation, left []translation.Pair) {
	for _, p := range left {
		if p.Target >= 0 {
			a.faults.Add("translation-unpaired", t.Doc.Position(t.Doc.Unit(p.Target)), "", "it is not clear which text of %s this one answers", t.Source.Name)
		} else {
			a.faults.Add("translation-unpaired", t.Source.Position(t.Source.Unit(p.Source)), "", "it is not clear which text of %s answers this one", t.Doc.Name)
		}
	}
}

// sumFile is the file for statements on a page: of the edition, when one of the two documents is its own.
func sumFile(t *site.Translation) string {
	for _, name := range []string{t.Doc.Name, t.Source.Name} {
		if rest, ok := strings.CutPrefix(name, "content/editions/"); ok {
			edition, _, _ := strings.Cut(rest, "/")
			return path.Join("content/editions", edition, t.Doc.Lang, source.SumName)
		}
	}
	return path.Join("content", t.Doc.Lang, source.SumName)
}

// write writes the texts first: a statement on a text that is not known could not be followed.
func (a *acceptance) write() error {
	var all []translation.Statement
	for _, list := range a.sums {
		all = append(all, list...)
	}
	a.texts.Prune(all)
	if err := a.put(textsFile, a.texts.Write()); err != nil {
		return err
	}
	for name, list := range a.sums {
		if err := a.put(name, translation.WriteSum(list)); err != nil {
			return err
		}
	}
	return nil
}

// put replaces a file whose bytes change.
func (a *acceptance) put(name string, data []byte) error {
	before, err := readOrNothing(a.root, name)
	if err != nil || string(before) == string(data) {
		return err
	}
	return replaceFile(a.root, name, data)
}
