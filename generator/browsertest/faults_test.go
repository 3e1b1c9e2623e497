package browsertest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"psvsite/generator/internal/chrome"
)

const head = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src *">`

// TestFaultsAreSeen opens pages that each have one thing wrong, so that a test which sees nothing is seen.
func TestFaultsAreSeen(t *testing.T) {
	tab := start(t, 1)[0]
	dir := t.TempDir()
	put(t, dir, "wrong.js", `console.error("wrong")`)
	put(t, dir, "throws.js", `undefined.x`)
	put(t, dir, "hide.js", `document.querySelector("p").hidden = true`)
	for want, body := range map[string]string{
		"":                     `<p>text</p>`,
		"console error":        `<p>text</p><script src="wrong.js"></script>`,
		"exception":            `<p>text</p><script src="throws.js"></script>`,
		"inline style":         `<p style="color:red">text</p>`,
		"inline script":        `<p>text</p><script>1</script>`,
		"request failed":       `<p>text</p><img src="nowhere.png" alt="">`,
		"request to elsewhere": `<p>text</p><img src="https://example.org/a.png" alt="">`,
		"the page is":          `<p>text</p><svg width="400" height="9"></svg>`,
		"nobody sees":          `<p>text</p><script src="hide.js"></script>`,
		"0 letters":            ``,
	} {
		put(t, dir, "page.html", head+"<title>t</title><h1>Title</h1><main>"+body+"</main>")
		home := "file://" + dir + "/"
		faults := strings.Join(check(tab, home+"page.html", home, []window{phone}), "\n")
		if !strings.Contains(faults, want) || want == "" && faults != "" {
			t.Errorf("%s: found %q, want %q", body, faults, want)
		}
	}
	if err := tab.Open("file://"+dir+"/nowhere.html", "file://"); err == nil {
		t.Error("a page that is not there opens")
	}
}

// TestScriptsCanBeOff opens a page whose text a script takes away.
func TestScriptsCanBeOff(t *testing.T) {
	tab := start(t, 1)[0]
	dir := t.TempDir()
	put(t, dir, "hide.js", `document.querySelector("p").remove()`)
	put(t, dir, "page.html", head+`<h1>Title</h1><main><p>text</p><script src="hide.js"></script></main>`)
	home := "file://" + dir + "/"
	for _, on := range []bool{true, false} {
		if err := tab.Scripts(on); err != nil {
			t.Fatal(err)
		}
		if faults := check(tab, home+"page.html", home, []window{phone}); (len(faults) > 0) != on {
			t.Errorf("scripts on: %t; faults: %q", on, faults)
		}
	}
}

// TestNoBrowser looks for a browser where there is none.
func TestNoBrowser(t *testing.T) {
	t.Setenv("CHROME_PATH", "")
	t.Setenv("PATH", t.TempDir())
	if _, err := chrome.Start(); err == nil || !strings.Contains(err.Error(), "install chromium, or set CHROME_PATH") {
		t.Errorf("the error is %v", err)
	}
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(text), 0o666)); err != nil {
		t.Fatal(err)
	}
}
