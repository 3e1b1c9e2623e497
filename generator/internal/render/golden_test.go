package render

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/picture"
	"psvsite/generator/internal/site"
)

// TestGolden fills pages with the repository's own layouts and English strings. A golden is testdata/golden/*.txtar:
//
//	in.md             the page, training/example; its front matter may be left out
//	config.yaml       the site's settings, where the small English site of load_test.go does not do
//	data/NAME.yaml    data that the page shows
//	other.md, *.svg   what stands beside the page; *.webp too, of no known size
//	want.html         the page's body
//	want.handout.html what it gives to take home
//	want.txt          what is reported; missing: nothing
//
// UPDATE=1 go test ./generator/internal/render -run TestGolden rewrites the wanted files.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no goldens", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { golden(t, name) })
	}
}

func golden(t *testing.T, name string) {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	in := slices.DeleteFunc(slices.Clone(a.Files), func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want.") })
	got := append(slices.Clone(in), filled(t, in)...)
	if os.Getenv("UPDATE") != "" {
		out := txtar.Format(&txtar.Archive{Comment: a.Comment, Files: got})
		if err := os.WriteFile(name, out, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, f := range []string{"want.html", "want.handout.html", "want.txt"} {
		if g, w := section(got, f), section(a.Files, f); g != w {
			t.Errorf("%s:\n%s\nwant:\n%s", f, g, w)
		}
	}
}

func section(files []txtar.File, name string) string {
	for _, f := range files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// filled makes the wanted files from the given ones. As in a build, what has an error gets no HTML.
func filled(t *testing.T, in []txtar.File) []txtar.File {
	c := testConfig(t, section(in, "config.yaml"))
	layouts := loadLayouts(t, c)
	input, faults := siteInput(in)
	input.Config = c
	s, more := site.New(input)
	faults = append(faults, more...)
	var want []txtar.File
	if faults.Count(diag.Error) == 0 {
		body := layouts.Body(s.Page("en", "training/example"), input.Pictures)
		faults = append(faults, body.Faults...)
		want = append(want, txtar.File{Name: "want.html", Data: []byte(strings.TrimSuffix(string(body.HTML), "\n") + "\n")})
		if len(body.Handouts) > 0 {
			want = append(want, txtar.File{Name: "want.handout.html", Data: handouts(body.Handouts)})
		}
	}
	faults.Sort()
	if len(faults) > 0 {
		var b bytes.Buffer
		faults.Print(&b)
		want = append(want, txtar.File{Name: "want.txt", Data: b.Bytes()})
	}
	return want
}

func handouts(list []Handout) []byte {
	var b bytes.Buffer
	for _, h := range list {
		b.WriteString("<!-- #" + h.ID + " " + h.Title + " -->\n" + h.HTML)
	}
	return b.Bytes()
}

// siteInput makes a site's input of an archive, with a home page and a page to link to.
func siteInput(in []txtar.File) (site.Input, diag.List) {
	page := func(path, text string) *markup.Document {
		if !strings.HasPrefix(text, "---\n") {
			text = minimalFront + text
		}
		return markup.Parse("content/en/"+path+".md", "en", path, []byte(text))
	}
	input := site.Input{DataNames: map[string]string{}, Documents: []*markup.Document{page("index", ""), page("help", "## When you call {#call}\n")}}
	sets := map[string][]data.File{}
	for _, f := range in {
		base, isMarkdown := strings.CutSuffix(f.Name, ".md")
		name, isData := strings.CutPrefix(f.Name, "data/")
		switch {
		case f.Name == "in.md":
			input.Documents = append(input.Documents, page("training/example", string(f.Data)))
		case isMarkdown:
			input.Documents = append(input.Documents, page("training/"+base, string(f.Data)))
		case isData:
			name = strings.TrimSuffix(name, ".yaml")
			sets[name] = []data.File{{Name: "content/" + f.Name, Data: f.Data}}
			input.DataNames[name] = "content/" + f.Name
		case strings.HasSuffix(f.Name, ".svg"), strings.HasSuffix(f.Name, ".webp"):
			name := "content/en/training/" + f.Name
			input.Pictures = append(input.Pictures, site.Picture{
				Lang: "en", Path: "training/" + f.Name, Name: name, Picture: picture.Read(name, f.Data),
			})
		}
	}
	set, faults := data.ReadAll(sets)
	input.Data = set
	for _, d := range input.Documents {
		faults = append(faults, d.Faults...)
	}
	return input, faults
}
