package browsertest

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// settled is a site with another config.yaml.
type settled struct {
	fs.FS
	config fstest.MapFS
}

func (s settled) Open(name string) (fs.File, error) {
	if name == source.ConfigName {
		return s.config.Open(name)
	}
	return s.FS.Open(name)
}

// TestBeside opens pages in two languages: stacked on a phone, in two columns from 768 px on, nothing wider than the
// window, and nobody shut out.
func TestBeside(t *testing.T) {
	axe, err := os.ReadFile(axePath)
	if err != nil {
		t.Fatalf("axe-core is not there; fetch it with: make browser (%v)", err)
	}
	home := "file://" + writeBeside(t) + "/"
	tab := start(t, 1)[0]
	for _, page := range []string{"gu/help.with-en.html", "gu/refreshers/1-listening.with-en.html", "hi/recovery-plan/wellness.with-en.html", "gu/roles/psv.with-hi.html"} {
		for _, fault := range check(tab, home+page, home, []window{phone, laptop}) {
			t.Errorf("%s: %s", page, fault)
		}
		for _, scheme := range []string{"light", "dark"} {
			for _, f := range lookWithAxe(t, tab, home+page, home, scheme, string(axe)) {
				t.Errorf("%s, %s: %s", page, scheme, f)
			}
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

// writeBeside builds the site of this repository with pages in two languages.
func writeBeside(t *testing.T) string {
	t.Helper()
	root, err := os.OpenRoot("../..")
	if err != nil {
		t.Fatal(err)
	}
	config, err := fs.ReadFile(root.FS(), source.ConfigName)
	if err != nil {
		t.Fatal(err)
	}
	config = bytes.Replace(config, []byte("\nbilingual: []\n"), []byte("\nbilingual: [[gu, en], [hi, en], [gu, hi]]\n"), 1)
	site := settled{root.FS(), fstest.MapFS{source.ConfigName: {Data: config}}}
	r, err := build.Build(source.Input{Disk: site, Embedded: psvsite.Default}, build.Options{}, build.NewCache())
	if err != nil || r.Faults.Count(diag.Error) > 0 {
		t.Fatal(err, r.Faults)
	}
	dir := t.TempDir()
	for _, f := range r.Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
