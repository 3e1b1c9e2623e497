package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/render"
	"psvsite/generator/internal/signoff"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
)

// checkedPage is a page of one language that somebody checks, as it stands.
type checkedPage struct {
	opened *build.Opened
	page   *site.Page
	file   []byte
	texts  []signoff.Text
	units  []markup.Unit
	facts  []signoff.Text
	record signoff.Record
}

// checked opens a page of a language, the default one where none is named.
func (f *siteFlags) checked(path, lang string, stderr io.Writer) (*checkedPage, error) {
	o, err := f.open(stderr)
	if err != nil {
		return nil, err
	}
	if lang == "" {
		lang = o.Config.DefaultLanguage
	}
	c := &checkedPage{opened: o}
	if c.page, err = findPage(o.Site, filepath.ToSlash(path), lang); err != nil {
		return nil, err
	}
	return c, c.read(stderr)
}

// findPage finds a page by its path, in the language's own words.
func findPage(s *site.Site, path, lang string) (*site.Page, error) {
	codes := s.Config.Codes()
	if !strings.Contains(" "+strings.Join(codes, " ")+" ", " "+lang+" ") {
		return nil, hinted("the site has: "+strings.Join(codes, ", "), "the site has no language %q", lang)
	}
	path = strings.TrimSuffix(strings.TrimSuffix(path, ".md"), "/index")
	path = strings.TrimPrefix(strings.TrimPrefix(path, "content/"), lang+"/")
	d := s.Document(lang, path)
	switch p := s.Page(lang, path); {
	case d != nil:
		if p == nil || p.Doc != d {
			p = &site.Page{Path: path, Lang: lang, Doc: d, Code: d.Front.Code, Title: d.Front.Title, Values: make([]site.Value, len(d.Variables))}
		}
		return p, nil
	case p != nil:
		return nil, hinted("write it first: psvsite new "+p.Doc.Front.Type+" "+path+" --lang "+lang, "the page %q is not written in %s yet", path, lang)
	}
	var all []string
	for _, p := range s.Pages[lang] {
		all = append(all, p.Path)
	}
	return nil, hinted(diag.DidYouMean(path, all, "as training/listening"), "there is no page %q", path)
}

// read takes in the page's file, its texts, and what was signed of pages before.
func (c *checkedPage) read(stderr io.Writer) error {
	d, s := c.page.Doc, c.opened.Site
	var record []byte
	for _, f := range append(c.opened.Tree.Pages, c.opened.Tree.Signed...) {
		if f.Name != d.Name && f.Path != source.SignedName {
			continue
		}
		data, err := f.Read()
		if err != nil {
			return &worldError{err}
		}
		if f.Name == d.Name {
			c.file = data
		} else {
			record = data
		}
	}
	c.units = markup.Units(d.Name, d.Lang, d.Path, c.file)
	for _, fact := range s.Facts(d) {
		c.facts = append(c.facts, signoff.Text{Kind: fact.Name(), Text: fact.Text})
	}
	c.texts = signoff.Texts(c.units, c.facts)
	var faults diag.List
	if c.record, faults = signoff.ReadRecord("content/"+source.SignedName, record); len(faults) > 0 {
		faults.Print(stderr)
		return errFaults
	}
	return nil
}

// signedLast are the texts that were signed last, as far as they are on record.
func (c *checkedPage) signedLast() []signoff.Text {
	var texts []signoff.Text
	date := ""
	for _, s := range c.page.Doc.Front.SignOffs {
		if known := c.record[s.Hash]; known != nil && s.Date >= date {
			texts, date = known, s.Date
		}
	}
	return texts
}

func newReview() *cobra.Command {
	f := &siteFlags{}
	var lang, out string
	c := &cobra.Command{
		Use:   "review PATH",
		Short: "make the sheet on which somebody checks a page",
		Long: `Review writes an HTML file to print or to send: every text of a page with room to agree or to say what must change,
the numbers and facts that it shows, what has become of each since it was signed last, and lines to sign on.
What is signed on paper goes into the page with psvsite sign.`,
		Example: `  psvsite review help
  psvsite review handouts/safety-steps --lang gu --out to-check.html`,
		Args: usageArgs(1, "psvsite review PATH, as psvsite review handouts/safety-steps"),
		RunE: func(c *cobra.Command, args []string) error {
			page, err := f.checked(args[0], lang, c.ErrOrStderr())
			if err != nil {
				return err
			}
			if out == "" {
				out = "check-" + page.page.Lang + "-" + strings.ReplaceAll(page.page.Path, "/", "-") + ".html"
			}
			return page.writeSheet(out, c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	f.add(c)
	c.Flags().StringVar(&lang, "lang", "", "the language of the page (default: the site's first)")
	c.Flags().StringVar(&out, "out", "", "the file to write (default: check-LANGUAGE-PATH.html)")
	return c
}

// writeSheet lays the sheet out and writes it.
func (c *checkedPage) writeSheet(out string, stdout, stderr io.Writer) error {
	sheet := signoff.NewSheet(c.page.Doc, c.units, c.facts, c.signedLast(), c.page.Expand)
	data, faults := c.opened.Layouts.Review(render.ReviewView(c.opened.Site, c.page, sheet))
	if len(faults) > 0 {
		faults.Print(stderr)
		return errFaults
	}
	if err := os.WriteFile(out, data, 0o666); err != nil {
		return &worldError{err}
	}
	return printf(stdout, "%s\n", out)
}
