// Package browsertest opens built pages in an installed Chromium and demands that nothing goes wrong there.
//
// It is a package of this module and not a module of its own, so that `go test ./...` finds it and it can build sites in
// memory.
package browsertest

import (
	"fmt"

	"psvsite/generator/internal/chrome"
)

// look is what a page says of itself.
type look struct {
	Width  int      // of the page, however wide the window is
	Wide   []string // elements that reach out of the window
	Hidden []string // text in <main> that nobody sees
	Text   int      // letters in <main>
	H1     string
}

// script measures a page in a window of a width. Text in a closed <details> is one tap away, and not hidden; the lines
// to sign on (.sign) are for paper; what a script or an address shows when it is true (hidden, role=alert) is none either.
const script = `(width => {
	const wide = [], hidden = [], main = document.querySelector("main");
	if (document.scrollingElement.scrollWidth > width)
		for (const e of document.body.querySelectorAll("*"))
			if (e.getBoundingClientRect().right > width + 1)
				wide.push(e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 30));
	const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
	for (let n; n = walker.nextNode();) {
		const e = n.parentElement;
		if (n.data.trim() && !e.closest("svg, textarea, .sign, [hidden], [role=alert], details:not([open]) > :not(summary)") && !e.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}))
			hidden.push(n.data.trim().slice(0, 30));
	}
	return {
		width: document.scrollingElement.scrollWidth, wide: wide.slice(-3), hidden: hidden.slice(0, 3),
		text: main.innerText.length, h1: document.querySelector("h1").innerText,
	};
})(%d)`

// check opens a page and lists what is wrong with it in each of the windows.
func check(t *chrome.Tab, address, home string, windows []window) []string {
	var faults []string
	say := func(format string, args ...any) { faults = append(faults, fmt.Sprintf(format, args...)) }
	for i, w := range windows {
		err := t.Size(w.width, w.height, w.phone)
		if err == nil && i == 0 {
			err = t.Open(address, home)
		}
		var l look
		if err == nil {
			err = t.Eval(fmt.Sprintf(script, w.width), &l)
		}
		if err != nil {
			say("%v", err)
			break
		}
		if l.Width > w.width {
			say("at %d pixels the page is %d wide: %q", w.width, l.Width, l.Wide)
		}
		if l.Text == 0 || l.H1 == "" || len(l.Hidden) > 0 {
			say("at %d pixels: %d letters, title %q, nobody sees %q", w.width, l.Text, l.H1, l.Hidden)
		}
	}
	return append(faults, t.Faults()...)
}

// window is a size to look at a page in.
type window struct {
	width, height int
	phone         bool
}
