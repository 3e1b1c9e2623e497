package browsertest

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// Budgets of single files, in bytes as they are unless it says otherwise: they go through WhatsApp and Bluetooth unpacked.
const (
	languageBudget = 2_500_000
	sessionBudget  = 90_000 // pictures aside
)

// copies makes files for passing on into a folder of their own.
func copies(t *testing.T, what build.Bundles) map[string][]byte {
	t.Helper()
	root, err := os.OpenRoot("../..")
	if err != nil {
		t.Fatal(err)
	}
	r, err := build.Bundle(source.Input{Disk: root.FS(), Embedded: psvsite.Default}, build.Options{}, what)
	if err != nil || r.Faults.Count(diag.Error) > 0 {
		t.Fatal(err, r.Faults)
	}
	files := map[string][]byte{}
	for _, f := range r.Files {
		files[f.Path] = f.Data
		t.Logf("%s: %d bytes", f.Path, len(f.Data))
	}
	return files
}

// alone writes a file into an empty folder, as a phone has it, and gives its address.
func alone(t *testing.T, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return "file://" + file
}

// links lists what is wrong with the links and ids of a single file.
const links = `(() => {
	const bad = [], ids = new Set();
	for (const e of document.querySelectorAll('[id]')) ids.has(e.id) ? bad.push('twice: ' + e.id) : ids.add(e.id);
	for (const a of document.querySelectorAll('[href]')) {
		const to = a.getAttribute('href');
		if (to.startsWith('#') ? !ids.has(decodeURIComponent(to.slice(1))) : !/^(tel|sms|mailto|https):/.test(to)) bad.push(to);
	}
	if (document.querySelector('[src], link, iframe, [style]')) bad.push('something that is loaded');
	return bad;
})()`

// shown goes to an address in the file and says what is seen: the pages, the title, a number to call.
const shown = `(id => {
	location.hash = id;
	const pages = Array.from(document.querySelectorAll('.p')).filter(p => p.checkVisibility());
	return {
		Pages: pages.map(p => p.id), Title: pages.length ? pages[0].querySelector('h1').innerText : '',
		Call: document.querySelector('.top a[href^="tel:"]').checkVisibility(),
		Broken: Array.from(pages.length ? pages[0].querySelectorAll('img') : []).filter(i => i.checkVisibility() && i.getBoundingClientRect().height < 10).length,
	};
})(%q)`

// TestSingleFiles opens each language as one file, alone in a folder, as a viewer without scripts and without a network
// does: each page at a time, and from each link to what it names.
func TestSingleFiles(t *testing.T) {
	files := copies(t, build.Bundles{Single: true})
	var group sync.WaitGroup
	tabs := start(t, len(files))
	for name, data := range files {
		tab := tabs[0]
		tabs = tabs[1:]
		group.Go(func() {
			r := &holder{t, tab, nil}
			if len(data) > languageBudget {
				t.Errorf("%s: %d bytes, its budget is %d", name, len(data), languageBudget)
			}
			address := alone(t, name, data)
			if err := tab.Scripts(false); err != nil {
				t.Error(err)
			}
			if err := tab.Open(address, address); err != nil {
				t.Error(err)
				return
			}
			var bad, pages []string
			if err := tab.Eval(links, &bad); err != nil || len(bad) > 0 {
				t.Errorf("%s: %v %q", name, err, bad)
			}
			if err := tab.Eval("Array.from(document.querySelectorAll('.p'), p => p.id)", &pages); err != nil || len(pages) < 100 {
				t.Errorf("%s: %v, pages %q", name, err, pages)
			}
			for _, page := range pages {
				r.seen(name, page, page)
			}
			r.seen(name, "", "All")
			r.seen(name, "help.call", "help")
			for _, fault := range tab.Faults() {
				t.Errorf("%s: %s", name, fault)
			}
		})
	}
	group.Wait()
}

// TestSingleFileWithScripts opens a language as one file where scripts run: each address shows its page alone, and the
// slides of a page in the middle of the file come to the front, go on, and lead back to it.
func TestSingleFileWithScripts(t *testing.T) {
	for name, data := range copies(t, build.Bundles{Single: true, Lang: "gu"}) {
		r := &holder{t, start(t, 1)[0], nil}
		address := alone(t, name, data)
		must(t, r.Open(address, address))
		for _, id := range []string{"", "help", "help.call", "training/listening"} {
			page, _, _ := strings.Cut(id, ".")
			if id == "" {
				page = "All"
			}
			r.eval(fmt.Sprintf("location.hash = %q", id))
			r.until(fmt.Sprintf("(all => all.length === 1 && all[0].id === %q)(Array.from(document.querySelectorAll('.p')).filter(p => p.checkVisibility()))", page))
		}
		r.deck(100)
		for _, fault := range r.Faults() {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

// seen goes to a place in a file: only its page is there to be seen, and a number to call.
func (r *holder) seen(file, id, page string) {
	var s struct {
		Pages  []string
		Title  string
		Call   bool
		Broken int
	}
	err := r.Eval(fmt.Sprintf(shown, id), &s)
	if err != nil || len(s.Pages) != 1 || s.Pages[0] != page || s.Title == "" || !s.Call || s.Broken > 0 {
		r.Errorf("%s#%s: %v %+v", file, id, err, s)
	}
}

// TestSinglePace measures a language in one file on a slow phone: it shows something within two seconds, and a jump takes
// a tenth of a second at most. A jump is measured by what the processor does for it, and the least of five counts: other
// work on the machine only adds.
func TestSinglePace(t *testing.T) {
	const slow, first, jump = 6, 2000, 100 // times, milliseconds
	for name, data := range copies(t, build.Bundles{Single: true, Lang: "gu"}) {
		tab := start(t, 1)[0]
		address := alone(t, name, data)
		if err := tab.Size(360, 740, true); err != nil {
			t.Fatal(err)
		}
		if err := tab.Pace(slow); err != nil {
			t.Fatal(err)
		}
		paint := math.Inf(1)
		for range 4 { // the first also starts the browser's own works; other work on the machine only adds
			if err := tab.Open(address, address); err != nil {
				t.Fatal(err)
			}
			var after float64
			if err := tab.Await(`new Promise(done => {
				const look = () => { const e = performance.getEntriesByName('first-contentful-paint')[0]; e ? done(e.startTime) : setTimeout(look, 20); };
				look();
			})`, &after); err != nil {
				t.Fatal(err)
			}
			paint = min(paint, after)
		}
		t.Logf("%s at a sixth of this machine's pace: first paint after %.0f ms", name, paint)
		if paint > first {
			t.Errorf("the first paint comes after %.0f ms", paint)
		}
		if err := errors.Join(tab.Pace(1), tab.Await("new Promise(done => requestIdleCallback(() => done(true)))", new(bool))); err != nil {
			t.Fatal(err)
		}
		least := map[string]float64{}
		places := []string{"help", "training/welcome", "All", "groups/topic-coping", "training/practical-topics", "help.call"}
		for _, id := range slices.Repeat(places, 5) {
			before, err1 := tab.Busy()
			err2 := tab.Await(fmt.Sprintf("(location.hash = %q, new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))", id), new(bool))
			after, err3 := tab.Busy()
			if err := errors.Join(err1, err2, err3); err != nil {
				t.Fatal(err)
			}
			ms := math.Round(slow * (after - before).Seconds() * 1000)
			if of, again := least[id]; !again || ms < of {
				least[id] = ms
			}
		}
		t.Logf("jumps at a sixth, in milliseconds: %v", least)
		for id, ms := range least {
			if ms > 2*jump { // twice: on a busy machine the caches are never one's own
				t.Errorf("a jump to %s takes %.0f ms", id, ms)
			}
		}
	}
}

// TestOpenMe opens the file of a zip that its reader is told to open: alone, as from a zip that is not unpacked, it says in
// three languages what to do first; in the unpacked folder it leads to the pages.
func TestOpenMe(t *testing.T) {
	const seen = `Array.from(document.querySelectorAll('.first'), e => e.closest('[lang]').lang + ' ' + e.checkVisibility()).join()`
	tab := start(t, 1)[0]
	for name, data := range copies(t, build.Bundles{Lang: "gu"}) {
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(name, err)
		}
		dir := t.TempDir()
		if err := os.CopyFS(dir, z); err != nil {
			t.Fatal(err)
		}
		openMe, err := os.ReadFile(filepath.Join(dir, "OPEN-ME.html"))
		if err != nil {
			t.Fatal(err)
		}
		for address, want := range map[string]string{
			alone(t, "OPEN-ME.html", openMe):  "gu true,en true,hi true",
			"file://" + dir + "/OPEN-ME.html": "gu false,en false,hi false",
		} {
			var got string
			if err := errors.Join(tab.Scripts(false), tab.Open(address, "file://"), tab.Eval(seen, &got)); err != nil || got != want {
				t.Errorf("%s: %v %q, want %q", address, err, got, want)
			}
		}
		checkSums(t, dir)
		if err := tab.Scripts(true); err != nil {
			t.Fatal(err)
		}
		home := "file://" + dir + "/"
		for _, page := range []string{"gu/index.html", "gu/share.html", "gu/training/listening.html"} {
			if faults := check(tab, home+page, home, []window{phone}); len(faults) > 0 {
				t.Errorf("%s: %q", page, faults)
			}
		}
	}
}

// checkSums does what sha256sum -c does.
func checkSums(t *testing.T, dir string) {
	t.Helper()
	list, err := os.ReadFile(filepath.Join(dir, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(list)), "\n")
	for _, line := range lines {
		sum, name, _ := strings.Cut(line, "  ")
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil || fmt.Sprintf("%x", sha256.Sum256(data)) != sum {
			t.Errorf("%s is not what SHA256SUMS says: %v", name, err)
		}
	}
	if len(lines) < 100 {
		t.Errorf("SHA256SUMS has %d lines", len(lines))
	}
}

// inFront is true when the slide that is on fills the window, with nothing over it.
const inFront = `(on => on && on.getBoundingClientRect().height > innerHeight / 2 && on.contains(document.elementFromPoint(innerWidth / 2, innerHeight / 2)))(document.querySelector('.p .on'))`

// deck shows the slides of the page that is seen, goes on by one, and comes back to that page.
func (r *holder) deck(n int) {
	r.Helper()
	var before, after string
	const page = "Array.from(document.querySelectorAll('.p')).find(p => p.checkVisibility()).id"
	if err := r.Eval(page, &before); err != nil {
		r.Fatal(err)
	}
	r.eval("Array.from(document.querySelectorAll('a[href$=\".slides\"]')).find(a => a.checkVisibility()).click()")
	r.until("document.documentElement.dataset.slides === 'on' && document.querySelector('.title').classList.contains('on')")
	r.until(inFront)
	r.eval("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'PageDown', bubbles: true}))")
	r.until("location.hash.startsWith('#s2') && !document.querySelector('.title').classList.contains('on')")
	r.until(inFront)
	r.eval("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}))")
	r.until("!document.documentElement.dataset.slides && document.querySelectorAll('.p').length > " + strconv.Itoa(n))
	if err := r.Eval(page, &after); err != nil || after != before {
		r.Errorf("after the slides of %s the page %s is seen: %v", before, after, err)
	}
}

// picture is a picture in a style sheet.
var picture = regexp.MustCompile(`url\("?data:[^)]*\)`)

// heaviest are the sessions with the most text, and one as they are on average.
var heaviest = []string{"setup/frontline-workshop", "training/practical-topics", "training/mental-healthcare-act", "training/safety-steps", "refreshers/6-entitlements", "refreshers/8-hard-conversations", "training/listening"}

// TestSessionBudget weighs sessions as files of their own, decks included, in all languages.
func TestSessionBudget(t *testing.T) {
	for _, session := range heaviest {
		for name, data := range copies(t, build.Bundles{Single: true, What: session}) {
			if n := len(picture.ReplaceAll(data, nil)); n > sessionBudget {
				t.Errorf("%s: %d bytes without its pictures, its budget is %d", name, n, sessionBudget)
			}
		}
	}
}

// TestSingleSession is one session for one evening: its deck is in the file, and it says how old it is.
func TestSingleSession(t *testing.T) {
	for name, data := range copies(t, build.Bundles{Single: true, What: "training/listening"}) {
		tab := start(t, 1)[0]
		address := alone(t, name, data)
		if err := tab.Clock(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 400)); err != nil {
			t.Fatal(err)
		}
		if err := tab.Open(address, address); err != nil {
			t.Fatal(err)
		}
		var bad []string
		var old, foot string
		err := tab.Eval(links, &bad)
		if err == nil {
			err = tab.Eval("Array.from(document.querySelectorAll('.old'), e => e.checkVisibility() ? e.innerText : '').join('')", &old)
		}
		if err == nil {
			err = tab.Eval("document.querySelector('.end .age').innerText", &foot)
		}
		if err != nil || len(bad) > 0 || old == "" {
			t.Errorf("%s: %v, bad links %q, 400 days on it says %q", name, err, bad, old)
		}
		r := &holder{t, tab, nil}
		r.deck(1)
		if strings.Count(foot, "·") != 2 {
			t.Errorf("%s: its foot is %q", name, foot)
		}
		t.Logf("%s: %s", name, foot)
		for _, fault := range tab.Faults() {
			t.Errorf("%s: %s", name, fault)
		}
	}
}
