package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/signoff"
	"psvsite/generator/internal/source"
)

// signFlags are the flags of sign.
type signFlags struct {
	siteFlags
	lang, role, name string
}

func newSign() *cobra.Command {
	f := &signFlags{}
	c := &cobra.Command{
		Use:   "sign PATH --role ROLE --name NAME",
		Short: "record that somebody has checked a page as it is",
		Long: `Sign writes into the front matter of a page who has checked it, as what, today, and the sum of what they checked: its
texts in this language, and the entries of the data that it shows. When one of them changes, the sign-off no longer
holds, and the page says so. Nobody is signed for who has not read the page and signed the sheet of psvsite review.

Roles: ` + strings.Join(markup.SignOffRoles(), ", "),
		Example: `  psvsite sign help --role clinician --name NAME
  psvsite sign handouts/safety-steps --lang gu --role native-speaker --name NAME`,
		Args: usageArgs(1, `psvsite sign PATH --role ROLE --name NAME, as psvsite sign help --role clinician --name "Their Name"`),
		RunE: func(c *cobra.Command, args []string) error { return f.run(args[0], c.OutOrStdout(), c.ErrOrStderr()) },
	}
	f.add(c)
	c.Flags().StringVar(&f.lang, "lang", "", "the language of the page (default: the site's first)")
	c.Flags().StringVar(&f.role, "role", "", "as what they have checked it")
	c.Flags().StringVar(&f.name, "name", "", "who has checked it")
	return c
}

func (f *signFlags) run(path string, stdout, stderr io.Writer) error {
	if err := f.check(); err != nil {
		return err
	}
	day, err := today()
	if err != nil {
		return err
	}
	page, err := f.checked(path, f.lang, stderr)
	if err != nil {
		return err
	}
	s := markup.SignOff{Role: f.role, Name: f.name, Date: day.Format(time.DateOnly), Hash: page.opened.Site.SignSum(page.page.Doc)}
	for _, before := range page.page.Doc.Front.SignOffs {
		if before.Role == s.Role && before.Hash == s.Hash {
			return hinted("psvsite review shows what it says", "%s has signed %s as it is on %s (%s)", before.Name, page.page.Doc.Name, before.Date, before.Role)
		}
	}
	if err := page.sign(f.dir, s); err != nil {
		return err
	}
	return printf(stdout, "%s: signed by %s (%s), %s\n", page.page.Doc.Name, s.Name, s.Role, s.Hash)
}

// check sees to what is asked for, before anything is read.
func (f *signFlags) check() error {
	roles := markup.SignOffRoles()
	switch {
	case !slices.Contains(roles, f.role):
		return hinted(diag.DidYouMean(f.role, roles, "one of: "+strings.Join(roles, ", ")), "sign needs --role, and %q is none", f.role)
	case strings.TrimSpace(f.name) == "" || strings.ContainsAny(f.name, "\r\n"):
		return hinted(`--name "Their Name"`, "sign needs --name, who has checked the page")
	}
	in, err := openInput(f.dir)
	if err != nil {
		return &worldError{err}
	}
	if !in.OwnContent() {
		return hinted("psvsite init DIR writes a folder to start from", "there is no %s in this folder", source.ConfigName)
	}
	return nil
}

// sign writes the record first: a text on record that nobody has signed says nothing.
func (c *checkedPage) sign(dir string, s markup.SignOff) error {
	d := c.page.Doc
	signed, err := signoff.Sign(c.file, s)
	if err == nil {
		if after := markup.Parse(d.Name, d.Lang, d.Path, signed); after.Faults.Count(diag.Error) > 0 || len(after.Front.SignOffs) != len(d.Front.SignOffs)+1 {
			err = fmt.Errorf("its front matter could not be read afterwards")
		}
	}
	if err != nil {
		return hinted("write signoffs as a list, and sign again", "%s cannot be signed: %v", d.Name, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return &worldError{err}
	}
	defer root.Close()
	c.forget(s)
	c.record[s.Hash] = c.texts
	if err := replaceFile(root, "content/"+source.SignedName, c.record.Write()); err != nil {
		return &worldError{err}
	}
	if err := replaceFile(root, d.Name, signed); err != nil {
		return &worldError{err}
	}
	return nil
}

// forget drops from the record what the role signed before, unless it is the last that another role has signed.
func (c *checkedPage) forget(now markup.SignOff) {
	last := map[string]string{}
	for _, s := range append(slices.Clone(c.page.Doc.Front.SignOffs), now) {
		last[s.Role] = s.Hash
	}
	for _, s := range c.page.Doc.Front.SignOffs {
		kept := false
		for _, hash := range last {
			kept = kept || hash == s.Hash
		}
		if !kept {
			delete(c.record, s.Hash)
		}
	}
}
