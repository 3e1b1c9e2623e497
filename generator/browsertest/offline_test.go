package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"psvsite/generator/internal/chrome"
)

// holder keeps the site on a phone and reads it there.
type holder struct {
	*testing.T
	*chrome.Tab
	web *web
}

// open opens a page; what goes wrong there is a fault unless it is expected.
func (r *holder) open(page string) {
	r.Helper()
	if err := r.Open(r.web.home()+page, r.web.home()); err != nil {
		r.Fatal(err)
	}
}

// until waits for an expression to be true in the page, which may be loaded again meanwhile.
func (r *holder) until(expression string) {
	r.Helper()
	var ok bool
	for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		if err := r.Eval(expression, &ok); err == nil && ok {
			return
		}
		if time.Now().After(end) {
			var text string
			_ = r.Eval("document.querySelector('main').innerText.slice(0, 600)", &text)
			r.Fatalf("never true: %s; the page says:\n%s", expression, text)
		}
	}
}

func (r *holder) eval(expression string) {
	r.Helper()
	var dropped bool
	if err := r.Await("(async () => { "+expression+"; return true })()", &dropped); err != nil {
		r.Fatal(err)
	}
}

func (r *holder) touch(button string) {
	r.Helper()
	r.eval(fmt.Sprintf("document.querySelector('[data-do=%s]').click()", button))
}

// said waits until the panel shows one of its sentences.
func (r *holder) said(name string) {
	r.Helper()
	r.until(fmt.Sprintf("document.querySelector('[data-say=%s]').hidden === false", name))
}

// keeping are the files that a phone with Gujarati keeps.
func keeping(files map[string][]byte) []string {
	var list []string
	for name := range files {
		top, rest, found := strings.Cut(name, "/")
		aside := slices.Contains([]string{"sw.js", "sw-off.js", "report.html", "report.json", "sheets.html", "changes.html"}, name)
		if !aside && (!found || top == "css" || top == "js" || top == "gu" && !strings.Contains(rest, ".handout.") && !strings.Contains(rest, ".with-") && !strings.HasPrefix(rest, "print/")) {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

// ofPage tells the files that the page about keeping itself needs, which is not answered from what is unfinished.
func ofPage(file string) bool {
	return strings.HasPrefix(file, "css/") || strings.HasPrefix(file, "js/") ||
		slices.Contains([]string{"gu/share.html", "icon.svg", "manifest.webmanifest", "sw.js"}, file)
}

// TestKeep is one reader's story with a phone: the download breaks off and goes on, a damaged file is refused, the net
// goes, a new version comes while two tabs are open and slides are shown.
func TestKeep(t *testing.T) {
	w := newWorkshop(t)
	first := w.build()
	server := serveSite(t, first)
	tabs := start(t, 2)
	r := &holder{t, tabs[0], server}
	wanted := keeping(first)

	r.open("gu/share.html")
	if faults := r.Faults(); len(faults) > 0 {
		t.Errorf("before anything is kept: %q", faults)
	}
	r.until("!document.querySelector('[data-keep=panel]').hidden")

	// The line is cut in the middle of the download.
	const answered = 40
	server.set(func() { server.answers = answered })
	r.touch("keep")
	r.said("part")
	got, _ := server.requests()
	if len(got) != answered {
		t.Errorf("%d requests were answered: %q", len(got), got)
	}

	// On the next visit, to any page, only the missing files are fetched; one of them arrives damaged and is refused.
	server.set(func() { server.answers, server.damage = -1, "gu/roles/psv.html" })
	r.open("gu/share.html")
	r.said("damaged")
	again, _ := server.requests()
	for _, file := range again {
		if slices.Contains(got, file) && !ofPage(file) {
			t.Errorf("%s was there, and is fetched again", file)
		}
	}
	server.set(func() { server.damage = "" })
	r.open("gu/share.html")
	r.said("whole")
	again, _ = server.requests()
	if slices.Contains(again, "gu/help.html") || !slices.Contains(again, "gu/roles/psv.html") {
		t.Errorf("one file was missing, and these are fetched: %q", again)
	}
	t.Logf("%d files kept; %d came before the line was cut", len(wanted), len(got))

	// The net is gone: every page of the language opens, and one that is not here says so.
	server.set(func() { server.answers = 0 })
	pages := 0
	for _, file := range wanted {
		if strings.HasSuffix(file, ".html") {
			pages++
			r.open(file)
			r.until("document.querySelector('h1').innerText.length > 1 && getComputedStyle(document.body).margin === '0px'")
			if faults := r.Faults(); len(faults) > 0 {
				t.Errorf("%s without a network: %q", file, faults)
			}
		}
	}
	t.Logf("%d pages opened without a network", pages)
	r.open("hi/help.html")
	r.until("location.href.endsWith('/gu/share.html#page.missing') && document.getElementById('page.missing').checkVisibility()")
	other := &holder{t, tabs[1], server}
	other.update(r, w)
	other.repair(r)
	other.end(r, first["sw-off.js"])
}

// fresh tells the text of the new version from the old one.
const fresh = "document.body.textContent.includes('1234567')"

// update brings a new version of two pages while this tab is open too, and shows slides.
func (other *holder) update(r *holder, w *workshop) {
	t, server := r.T, r.web
	other.open("gu/help.html")
	r.open("gu/share.html")
	r.said("whole")
	w.edit("content/gu/help.md", "1234567")
	w.edit("content/gu/glossary.md", "1234567")
	second := w.build()
	server.set(func() { server.files, server.answers = second, -1 })
	r.touch("update")
	r.until("!!document.querySelector('main > [role=status] button')")
	asked, bytes := server.requests()
	if want := []string{"gu/glossary.html", "gu/help.html", "sw.js"}; !slices.Equal(asked, want) || bytes > 40_000 {
		t.Errorf("for two pages %d bytes: %q", bytes, asked)
	}
	t.Logf("an update of two pages: %d requests, %d bytes", len(asked), bytes)

	// The old version stays whole until the reader says so, in each tab, and slides are never pulled away.
	for _, page := range []string{"gu/help.html", "gu/glossary.html", "gu/help.html"} {
		other.open(page)
		other.until("!" + fresh)
	}
	other.eval("await new Promise(there => psv.use('offline', there)); location.hash = 'slides'")
	r.eval("document.querySelector('main > [role=status] button').click()")
	r.until("document.querySelectorAll('main > [role=status] p').length === 2")
	other.until("!" + fresh)
	other.eval("location.hash = 'x'")
	r.eval("document.querySelector('main > [role=status] button').click()")
	other.until(fresh)
	r.open("gu/glossary.html")
	r.until(fresh)
	r.until("!document.querySelector('main > [role=status]')")
	r.open("gu/share.html")
	r.eval("if ((await caches.keys()).length !== 2) throw await caches.keys()")
}

// repair damages what is kept; checking finds and mends it.
func (other *holder) repair(r *holder) {
	r.eval(`const name = (await caches.keys()).find(name => name.split(' ').length > 2), cache = await caches.open(name);
		await cache.put('help.html', new Response('damaged'));
		await cache.delete('roles/psv.html')`)
	r.web.set(func() {})
	r.touch("check")
	r.until("document.querySelector('progress').hidden === false")
	r.said("whole")
	if asked, _ := r.web.requests(); !slices.Equal(asked, []string{"gu/help.html", "gu/roles/psv.html"}) {
		r.Errorf("to mend two files these were fetched: %q", asked)
	}
}

// end deletes what is kept, keeps it again, and ends it from the server's side.
func (other *holder) end(r *holder, off []byte) {
	const none = "if ((await caches.keys()).length || await navigator.serviceWorker.getRegistration()) throw 'something is left'"
	r.touch("delete")
	r.said("gone")
	r.eval(none)
	r.touch("keep")
	r.said("whole")
	r.web.set(func() { r.web.files["sw.js"] = off })
	r.touch("update")
	r.until("true")
	for end := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		var left int
		if err := r.Await("caches.keys().then(names => names.length)", &left); err == nil && left == 0 {
			break
		}
		if time.Now().After(end) {
			r.Fatal("the worker that undoes the other leaves something")
		}
	}
	r.open("gu/help.html")
	r.eval(none)
	if faults := r.Faults(); len(faults) > 0 {
		r.Errorf("after the end: %q", faults)
	}
}
