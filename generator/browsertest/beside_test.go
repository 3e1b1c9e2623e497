package browsertest

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"psvsite/generator/internal/source"
)

// changed is a site of which some files say something else.
type changed struct {
	fs.FS
	files fstest.MapFS
}

func (c changed) Open(name string) (fs.File, error) {
	if c.files[name] != nil {
		return c.files.Open(name)
	}
	return c.FS.Open(name)
}

// change has files of this repository's site say something else.
func change(t *testing.T, files map[string]func([]byte) []byte) fs.FS {
	t.Helper()
	root, err := os.OpenRoot("../..")
	if err != nil {
		t.Fatal(err)
	}
	c := changed{root.FS(), fstest.MapFS{}}
	for name, to := range files {
		data, err := fs.ReadFile(c.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		if c.files[name] = (&fstest.MapFile{Data: to(data)}); bytes.Equal(data, c.files[name].Data) {
			t.Fatalf("%s says what it said", name)
		}
	}
	return c
}

// TestBeside opens pages in two languages: stacked on a phone, in two columns from 768 px on, nothing wider than the
// window, and nobody shut out.
func TestBeside(t *testing.T) {
	axe, err := os.ReadFile(axePath)
	if err != nil {
		t.Fatalf("axe-core is not there; fetch it with: make browser (%v)", err)
	}
	home := "file://" + lay(t, change(t, map[string]func([]byte) []byte{source.ConfigName: func(config []byte) []byte {
		return bytes.Replace(config, []byte("\nbilingual: []\n"), []byte("\nbilingual: [[gu, en], [hi, en], [gu, hi]]\n"), 1)
	}})) + "/"
	tab := start(t, 1)[0]
	for _, page := range []string{"gu/help.with-en.html", "gu/refreshers/1-listening.with-en.html", "hi/recovery-plan/wellness.with-en.html", "gu/roles/psv.with-hi.html"} {
		for _, fault := range check(tab, home+page, home, []window{phone, laptop}) {
			t.Errorf("%s: %s", page, fault)
		}
		for _, f := range lookWithAxe(t, tab, home+page, home, string(axe)) {
			t.Errorf("%s, %s", page, f)
		}
		for width, want := range map[int]bool{360: false, 767: false, 768: true, 1280: true} {
			var beside bool
			err := tab.Size(width, 800, false)
			if err == nil {
				err = tab.Open(home+page, home)
			}
			if err == nil {
				err = tab.Eval(`(() => {
					const [ours, theirs] = document.querySelector(".text > .row").children
					return ours.getBoundingClientRect().right <= theirs.getBoundingClientRect().left
				})()`, &beside)
			}
			if err != nil || beside != want {
				t.Errorf("%s at %d px: side by side %t: %v", page, width, beside, err)
			}
		}
	}
}

// TestMarks opens translations that have fallen behind, in a paragraph and in a safety box: the marks are there, the boxes
// that they open too, nothing is wider than the window, and nobody is shut out.
func TestMarks(t *testing.T) {
	axe, err := os.ReadFile(axePath)
	if err != nil {
		t.Fatalf("axe-core is not there; fetch it with: make browser (%v)", err)
	}
	front, box := regexp.MustCompile(`(?s)^(---\n.*?\n---\n\n)`), regexp.MustCompile(`(?m)^(:::+ safety[^\n]*\n)`)
	behind := func(page []byte) []byte {
		return box.ReplaceAll(front.ReplaceAll(page, []byte("${1}Today this is otherwise. ")), []byte("${1}First sit down beside them. "))
	}
	pages := []string{"help", "refreshers/1-listening", "recovery-plan/crisis", "roles/psv"}
	files := map[string]func([]byte) []byte{}
	for _, page := range pages {
		files["content/en/"+page+".md"] = behind
	}
	home := "file://" + lay(t, change(t, files)) + "/"
	tab := start(t, 1)[0]
	for _, lang := range []string{"gu", "hi"} {
		for _, page := range pages {
			page = lang + "/" + page + ".html"
			for _, fault := range check(tab, home+page, home, []window{phone, laptop}) {
				t.Errorf("%s: %s", page, fault)
			}
			var marks int
			must(t, tab.Eval(`document.querySelectorAll("details.since").forEach(d => { d.open = true }), document.querySelectorAll(".since, .stale, .warn").length`, &marks))
			if marks == 0 {
				t.Errorf("%s has no mark", page)
			}
			for _, f := range axeOf(t, tab, string(axe)) {
				t.Errorf("%s, opened: %s", page, f)
			}
			for _, f := range lookWithAxe(t, tab, home+page, home, string(axe)) {
				t.Errorf("%s, %s", page, f)
			}
		}
	}
}
