package catalog

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/po"
	"psvsite/generator/internal/translation"
)

const threeLanguages = `title: {en: Test}
default_language: en
languages:
  - {code: en, name: English}
  - {code: gu, name: ગુજરાતી, fallback: [hi, en]}
  - {code: hi, name: हिन्दी, fallback: [en]}
release: {version: "1", date: 2026-11-23}
`

// newInput is an input without files.
func newInput(t *testing.T, settings string) Input {
	t.Helper()
	c, faults := config.Parse("config.yaml", []byte(settings))
	set, more := translation.Read(nil)
	if len(faults)+len(more) > 0 {
		t.Fatal(faults, more)
	}
	return Input{Config: c, Root: "content", Statements: set}
}

// realSite is the site of this repository.
func realSite(t *testing.T) Input {
	t.Helper()
	root := os.DirFS("../../..")
	settings, err := fs.ReadFile(root, "config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	in := newInput(t, string(settings))
	var stated []translation.File
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f := File{Name: name}
		switch folder, rest, _ := strings.Cut(name, "/"); {
		case strings.HasPrefix(name, "layouts/i18n/"):
			f.Lang = strings.TrimSuffix(path.Base(name), ".yaml")
			in.Strings = append(in.Strings, read(t, root, f))
		case folder == "content" && strings.HasPrefix(rest, "data/"):
			in.Data = append(in.Data, read(t, root, f))
		case folder == "content" && strings.HasSuffix(name, ".md"):
			f.Lang, f.Path, _ = strings.Cut(strings.TrimSuffix(rest, ".md"), "/")
			if f.Path != "index" {
				f.Path = strings.TrimSuffix(f.Path, "/index")
			}
			in.Pages = append(in.Pages, read(t, root, f))
		case folder == "content" && strings.HasPrefix(path.Base(name), "translations."):
			s := read(t, root, f)
			lang, _, _ := strings.Cut(strings.TrimSuffix(rest, path.Base(name)), "/")
			stated = append(stated, translation.File{Name: name, Lang: lang, Data: s.Data})
		}
		return nil
	})
	set, faults := translation.Read(stated)
	if err != nil || len(faults) > 0 || len(in.Pages) < 100 || len(in.Data) < 5 || len(in.Strings) != 3 {
		t.Fatal(len(in.Pages), len(in.Data), len(in.Strings), faults, err)
	}
	in.Statements = set
	return in
}

func read(t *testing.T, root fs.FS, f File) File {
	t.Helper()
	var err error
	if f.Data, err = fs.ReadFile(root, f.Name); err != nil {
		t.Fatal(err)
	}
	return f
}

// exported are the PO files of a language, as an editor that f stands for saved them.
func exported(t *testing.T, in Input, lang string, f func(t *testing.T, data []byte) []byte) []Source {
	t.Helper()
	var sources []Source
	for _, p := range New(in, lang).Export(nil, nil) {
		file, faults := po.Parse(p.Section+".po", f(t, p.Data))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		sources = append(sources, Source{p.Section + ".po", file})
	}
	return sources
}

// editors are ways in which PO files are saved again.
var editors = map[string]func(t *testing.T, data []byte) []byte{
	"as it is": func(_ *testing.T, data []byte) []byte { return data },
	"wrapped anew by gettext, with \\r\\n": func(t *testing.T, data []byte) []byte {
		cmd := exec.Command("msgcat", "--width=50", "-")
		cmd.Stdin = bytes.NewReader(data)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("msgcat (package gettext, see generator/browser.sh): %v", err)
		}
		return bytes.ReplaceAll(out, []byte("\n"), []byte("\r\n"))
	},
	"header in another order, entries too, obsolete ones at the end": func(t *testing.T, data []byte) []byte {
		f, faults := po.Parse("x.po", data)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		slices.Reverse(f.Header)
		slices.Reverse(f.Entries)
		f.Header = append(f.Header, po.Field{Name: "X-Generator", Value: "Poedit 3.4"})
		gone := f.Entries[0]
		gone.Strings, gone.Obsolete = []string{"ગયું"}, true
		f.Entries = append(f.Entries, gone)
		return f.Bytes()
	},
}

// TestUnchanged: what goes out and comes back changes no byte, of every page, data file and interface string of this
// repository, in every language, whatever editor has saved the file.
func TestUnchanged(t *testing.T) {
	in := realSite(t)
	for _, lang := range []string{"gu", "hi"} {
		for name, f := range editors {
			sources := exported(t, in, lang, f)
			changes, faults := New(in, lang).Import(sources, false)
			if len(faults)+len(changes.Files)+len(changes.Statements)+changes.Taken > 0 || changes.Same < 1000 {
				t.Errorf("%s, %s: %d texts taken, %d the same, %d fuzzy, %d files, faults %v", lang, name, changes.Taken, changes.Same, changes.Waiting, len(changes.Files), faults)
			}
		}
	}
}

// TestMsgfmt: gettext finds nothing wrong with the files.
func TestMsgfmt(t *testing.T) {
	in := realSite(t)
	for _, lang := range []string{"gu", "hi"} {
		for _, p := range New(in, lang).Export(nil, New(in, "hi")) {
			cmd := exec.Command("msgfmt", "--check", "-o", filepath.Join(t.TempDir(), "x.mo"), "-")
			cmd.Stdin = bytes.NewReader(p.Data)
			if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%s %s: %v\n%s", lang, p.Section, err, out)
			}
		}
	}
}

// fill gives every entry a translation that keeps what must be kept.
func fill(sources []Source, open func(e *po.Entry) bool) {
	for _, s := range sources {
		for i := range s.File.Entries {
			e := &s.File.Entries[i]
			if !open(e) {
				continue
			}
			e.Flags = nil
			for j := range e.Strings {
				e.Strings[j] = filled(e.ID)
				if e.Plural != "" {
					e.Strings[j] = filled(e.Plural)
				}
			}
		}
	}
}

func filled(text string) string { return "ક: '" + text + "\" ખ" }

func every(*po.Entry) bool { return true }

func unfinished(e *po.Entry) bool { return e.Fuzzy() || strings.Join(e.Strings, "") == "" }

// after is the site with changes in it.
func after(in Input, lang string, c *Changes) Input {
	put := func(list []File) []File {
		list = slices.Clone(list)
		for _, f := range c.Files {
			if i := slices.IndexFunc(list, func(o File) bool { return o.Name == f.Name }); i >= 0 {
				list[i].Data = f.Data
			}
		}
		return list
	}
	in.Pages, in.Data, in.Strings = put(in.Pages), put(in.Data), put(in.Strings)
	for _, f := range c.Files {
		rest, isPage := strings.CutPrefix(f.Name, "content/"+lang+"/")
		if !slices.ContainsFunc(in.Pages, func(o File) bool { return o.Name == f.Name }) && isPage {
			f.Path = strings.TrimSuffix(rest, ".md")
			if f.Path != "index" {
				f.Path = strings.TrimSuffix(f.Path, "/index")
			}
			in.Pages = append(in.Pages, f)
		}
	}
	set, _ := translation.Read([]translation.File{
		{Name: "translations.src", Data: c.Texts.Write()},
		{Name: "translations.sum", Lang: lang, Data: translation.WriteSum(c.Statements)},
	})
	in.Statements = set
	return in
}

// TestFillEverything: into a language that has nothing yet every text of this repository is translated by program. All
// come in, every page is built as its source, and nothing is left to do.
func TestFillEverything(t *testing.T) {
	in := realSite(t)
	in.Pages = slices.DeleteFunc(in.Pages, func(f File) bool { return f.Lang == "gu" })
	in.Statements, _ = translation.Read(nil)
	sources := exported(t, in, "gu", editors["as it is"])
	fill(sources, every)
	changes, faults := New(in, "gu").Import(sources, false)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	in = after(in, "gu", changes)
	pages, texts := wholePages(t, in, "gu")
	t.Logf("%d texts of %d pages and %d more", texts, pages, changes.Taken-texts)
	for _, p := range New(in, "gu").Export(nil, nil) {
		if p.Open+p.Stale > 0 {
			t.Errorf("%s has %d texts open, %d stale", p.Section, p.Open, p.Stale)
		}
	}
	again, faults := New(in, "gu").Import(exported(t, in, "gu", editors["as it is"]), false)
	if again.Taken+len(again.Files)+len(faults) > 0 {
		t.Errorf("the second time %d texts, %v", again.Taken, faults)
	}
}

// wholePages compares each page of the source with its translation by fill.
func wholePages(t *testing.T, in Input, lang string) (pages, texts int) {
	t.Helper()
	own := map[string]File{}
	for _, f := range in.Pages {
		if f.Lang == lang {
			own[f.Path] = f
		}
	}
	for _, f := range in.Pages {
		if f.Lang != "en" {
			continue
		}
		pages++
		texts += same(t, f, own[f.Path])
	}
	return pages, texts
}

// same demands that a page is its source with every text filled in.
func same(t *testing.T, source, target File) (texts int) {
	t.Helper()
	from := markup.OutlineOf(source.Name, "en", source.Path, source.Data)
	to := markup.OutlineOf(target.Name, "gu", target.Path, target.Data)
	if !slices.Equal(from.Lines, to.Lines) || len(from.Units) != len(to.Units) {
		t.Errorf("%s is built otherwise than %s:\n%s\n\n%s", target.Name, source.Name, target.Data, source.Data)
		return 0
	}
	for i, u := range from.Units {
		if to.Units[i].Text != markup.UnitText(filled(u.Text)) || to.Units[i].Kind != u.Kind {
			t.Errorf("%s: %q, want %q", target.Name, to.Units[i].Text, filled(u.Text))
		}
		if !slices.Equal(from.Fixed[i], to.Fixed[i]) {
			t.Errorf("%s: %q has %v, want %v", target.Name, u.Text, to.Fixed[i], from.Fixed[i])
		}
	}
	if was, is := errors(source), errors(target); was != is {
		t.Errorf("%s has faults\n%swant\n%s", target.Name, is, was)
	}
	return len(from.Units)
}

// errors are the codes of what is wrong with a page.
func errors(f File) string {
	var codes []string
	for _, d := range markup.Parse(f.Name, f.Lang, f.Path, f.Data).Faults {
		if d.Severity == diag.Error {
			codes = append(codes, d.Code+"\n")
		}
	}
	return strings.Join(codes, "")
}
