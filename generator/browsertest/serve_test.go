package browsertest

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"psvsite"
	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/devserver"
)

// author writes a site that is served, and looks at it in a browser.
type author struct {
	*testing.T
	*chrome.Tab
	dir, url string
}

func newAuthor(t *testing.T) *author {
	a := &author{T: t, Tab: start(t, 1)[0], dir: t.TempDir()}
	a.write("config.yaml", "title: {en: Small}\ndefault_language: en\nlanguages: [{code: en, name: English}]\n")
	a.write("content/en/index.md", "---\ntitle: Home\nsummary: The start.\ntype: home\n---\n[Long](long.md)\n")
	a.write("content/en/long.md", long("", "At first."))
	ctx, cancel := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- devserver.Serve(ctx, devserver.Options{
			Dir: a.dir, Embedded: psvsite.Default, Addr: "127.0.0.1:0", Stdout: io.Discard, Stderr: io.Discard,
			Ready: func(url string) { ready <- url },
		})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	select {
	case a.url = <-ready:
	case err := <-ended:
		ended <- err
		t.Fatal(err)
	}
	return a
}

// long is a page of many parts, with a text above them all and one in the middle.
func long(above, middle string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: Long\nsummary: A long page.\ntype: page\n---\n%s\n", above)
	for i := range 40 {
		fmt.Fprintf(&b, "\n## Part %d {#part-%d}\n\nSome text.\n\n::: notes\nA note.\n:::\n", i, i)
		if i == 20 {
			b.WriteString("\n" + middle + "\n")
		}
	}
	return b.String()
}

func (a *author) write(name, data string) {
	a.Helper()
	file := filepath.Join(a.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		a.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
		a.Fatal(err)
	}
}

// until waits for an expression to be true in the page, which may be loaded again meanwhile.
func (a *author) until(expression string) {
	a.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		var yes bool
		err := a.Eval("!!("+expression+")", &yes)
		if yes {
			return
		}
		if time.Now().After(end) {
			var text string
			_ = a.Eval("document.documentElement.outerHTML", &text)
			a.Fatalf("never true: %s (%v)\n%.3000s", expression, err, text)
		}
	}
}

// value is what a number in the page is.
func (a *author) value(expression string) (n float64) {
	a.Helper()
	if err := a.Eval(expression, &n); err != nil {
		a.Fatal(err)
	}
	return n
}

const (
	top   = `document.getElementById("part-20").getBoundingClientRect().top`
	panel = `document.querySelector("psvsite-panel")?.shadowRoot`
)

// TestServeKeepsThePlace edits a page that is open somewhere in its middle: the new text is there, and what was read
// stays where it was, although there is more above it now.
func TestServeKeepsThePlace(t *testing.T) {
	for _, hash := range []string{"", "#part-3"} {
		a := newAuthor(t)
		if err := a.Size(400, 700, false); err != nil {
			t.Fatal(err)
		}
		if err := a.Open(a.url+"en/long.html"+hash, a.url); err != nil {
			t.Fatal(err)
		}
		if faults := a.Faults(); len(faults) > 0 {
			t.Errorf("faults: %q", faults)
		}
		a.until(`document.querySelectorAll("details").length > 30 && (document.querySelectorAll("main details")[2].open = true)`)
		a.until(`scrollTo({top: scrollY + ` + top + ` + 15, behavior: "instant"}) || Math.abs(` + top + ` + 15) < 2`)
		before := a.value(top)
		a.write("content/en/long.md", long(strings.Repeat("One more line above.\n\n", 30), "Edited now."))
		a.until(`document.body.innerText.includes("Edited now.") && document.readyState === "complete"`)
		a.until(`history.scrollRestoration === "auto" && Math.abs(` + top + ` + 15) < 2`)
		if after := a.value(top); after-before > 2 || before-after > 2 || a.value("scrollY") < 1000 {
			t.Errorf("with %q: the part stood at %v and stands at %v", hash, before, after)
		}
		a.until(`location.hash === "` + hash + `" && document.querySelectorAll("main details")[2].open`)
	}
}

// TestServeShowsFaults makes a mistake in another page, mends it, and leaves a warning.
func TestServeShowsFaults(t *testing.T) {
	a := newAuthor(t)
	if err := a.Open(a.url+"en/long.html", a.url); err != nil {
		t.Fatal(err)
	}
	a.until(`window.stays = document.body.innerText.includes("At first.")`)
	a.write("content/en/other.md", "---\ntitle: <b>Other</b>\nsummary: S.\ntype: page\n---\n[There](<b>no</b>.md) {{no.thing}}\n")
	a.until(panel + `?.textContent.includes("variable-unknown")`)
	a.until(panel + `.querySelector("aside[role=alert] details[open] summary").textContent.includes("error")`)
	a.until(panel + `.textContent.includes("content/en/other.md:6:") && ` + panel + `.textContent.includes("hint:")`)
	a.until(panel + `.querySelector("b") === null && ` + panel + `.querySelector("aside").getBoundingClientRect().height > 50`)
	a.until(`getComputedStyle(` + panel + `.querySelector("aside")).backgroundColor === "rgb(255, 255, 255)"`) // its style is let in
	a.until(`window.stays && document.body.innerText.includes("At first.")`)                                   // nothing was loaded again
	a.write("content/en/other.md", "---\ntitle: Other\nsummary: S.\ntype: page\n---\nAll is well.\n")
	a.until(`!document.querySelector("psvsite-panel")`)
	a.write("content/en/unused.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7"/></svg>`)
	a.until(panel + `?.querySelector("aside[role=status] details:not([open]) summary").textContent === "1 warning"`)
}

// TestServeFollowsAPage takes the open page away and brings it back, and begins with a site that cannot be built.
func TestServeFollowsAPage(t *testing.T) {
	a := newAuthor(t)
	if err := a.Open(a.url+"en/long.html", a.url); err != nil {
		t.Fatal(err)
	}
	a.write("content/en/index.md", "---\ntitle: Home\nsummary: The start.\ntype: home\n---\nNo link.\n")
	if err := os.Rename(filepath.Join(a.dir, "content/en/long.md"), filepath.Join(a.dir, "content/en/longer.md")); err != nil {
		t.Fatal(err)
	}
	a.until(`document.querySelector("a[href='/en/longer.html']") && document.querySelector("h1").innerText.includes("no page")`)
	a.write("content/en/long.md", long("", "Back again."))
	a.until(`document.body.innerText.includes("Back again.")`)
}
