package browsertest

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

const session = "---\ntitle: اچھی طرح سننا\nsummary: سننے کی مشق۔\ntype: session\nminutes: 10\nneeds: [clinician]\nobjectives: [سننا]\n---\n\n" +
	"## پہلا قدم {minutes=10 method=do}\n\n::: slide\n### سنیں\n- خاموش رہیں\n:::\n\n::: say\nآپ نے کیا دیکھا؟\n:::\n\n" +
	"::: activity {minutes=5 group=pairs priority=must}\nدو دو میں۔\n:::\n\n::: safety\nعملے کو بتائیں۔\n:::\n\n::: check\n- پانی\n:::\n\n| الف | ب |\n|---|---|\n| ایک | دو |\n"

// TestRightToLeft opens a session in a right-to-left language: text begins at the right, the bar of a voice stands at
// the right, and nothing is wider than the window.
func TestRightToLeft(t *testing.T) {
	files := fstest.MapFS{
		"config.yaml":           {Data: []byte("title: A site\ndefault_language: ur\nlanguages: [{code: ur, name: اردو, dir: rtl}]\nparams: {}\n")},
		"content/ur/index.md":   {Data: []byte("---\ntitle: گھر\nsummary: شروع۔\ntype: home\n---\n\n[سننا](session.md)\n")},
		"content/ur/session.md": {Data: []byte(session)},
	}
	r, err := build.Build(source.Input{Disk: files, Embedded: psvsite.Default}, build.Options{}, build.NewCache())
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
	tab, home := start(t, 1)[0], "file://"+dir+"/"
	for _, fault := range check(tab, home+"ur/session.html", home, []window{phone, laptop}) {
		t.Error(fault)
	}
	var place struct{ Title, Bar bool }
	err = tab.Eval(`(() => {
		const title = document.querySelector("h1").getBoundingClientRect(), say = getComputedStyle(document.querySelector(".say"))
		return {Title: title.right > innerWidth / 2, Bar: parseFloat(say.borderRightWidth) > parseFloat(say.borderLeftWidth)}
	})()`, &place)
	must(t, tab.Size(640, 360, true))
	must(t, tab.Eval("location.hash = '#slides'", new(string)))
	becomes(t, tab, "d.state.n", "0")
	must(t, tab.Press("ArrowLeft")) // on, in this direction
	becomes(t, tab, "d.state.n", "1")
	must(t, tab.Swipe(200, 180, 500, 190))
	becomes(t, tab, "d.state.n", "2")
	must(t, tab.Swipe(500, 180, 200, 190))
	must(t, tab.Press("ArrowRight"))
	becomes(t, tab, "d.state.n", "0")
	if err != nil || !place.Title || !place.Bar {
		t.Errorf("%v: title at the right %t, bar at the right %t", err, place.Title, place.Bar)
	}
}
