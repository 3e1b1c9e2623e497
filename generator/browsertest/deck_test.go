package browsertest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/fit"
	"psvsite/generator/internal/output"
	"psvsite/generator/internal/site"
	"psvsite/generator/internal/source"
)

// show builds a site into a folder and lists its decks.
func show(t *testing.T, in source.Input) (home string, decks []site.Deck) {
	t.Helper()
	dir := t.TempDir()
	r, err := build.Build(in, build.Options{Decks: true, Sink: func(f output.File) error {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		return errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, f.Data, 0o666))
	}}, build.NewRunCache())
	if err != nil || r.Faults.Count(diag.Error) > 0 {
		t.Fatal(err, r.Faults)
	}
	return "file://" + dir + "/", r.Decks
}

// programme is the site of this repository.
func programme(t *testing.T) (home string, decks []site.Deck) {
	t.Helper()
	root, err := os.OpenRoot("../..")
	if err != nil {
		t.Fatal(err)
	}
	return show(t, source.Input{Disk: root.FS(), Embedded: psvsite.Default})
}

// in works an expression out in a page once its slides and its clock stand; d is the deck, c the clock.
func in(t *testing.T, tab *chrome.Tab, expression string, into any) {
	t.Helper()
	must(t, try(tab, expression, into))
}

func try(tab *chrome.Tab, expression string, into any) error {
	return tab.Await(`new Promise(done => { const look = () => window.psv ? psv.use('deck', d => psv.use('clock', c => c.use(() => {
		const on = document.querySelector('.on, .desk');
		if (on && getComputedStyle(on).position === 'fixed') done(`+expression+`); else setTimeout(look, 10) }))) : setTimeout(look, 10); look() })`, into)
}

// becomes waits until an expression in a page is what it should be. A page that is loaded again meanwhile answers nothing.
func becomes(t *testing.T, tab *chrome.Tab, expression, want string) {
	t.Helper()
	got := ""
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if err := try(tab, "String("+expression+")", &got); err == nil && got == want {
			return
		}
	}
	t.Errorf("%s is %q, want %q", expression, got, want)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// walk goes from the first slide to the last with PageDown and takes down what is cut off; it returns how many slides
// were seen and the numbers of those of which a part was not.
const walk = `(() => {
	const seen = new Set(), cut = [];
	d.go(0);
	for (let i = 0, last = ''; i < 500; i++) {
		const s = d.state, on = document.querySelector('.on'), at = s.n + '.' + s.f;
		if (at === last) break;
		last = at;
		seen.add(s.n);
		if (on !== d.slides[s.n] || on.scrollHeight > on.clientHeight + 1 || on.scrollWidth > on.clientWidth + 1) cut.push(s.n + 1);
		document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'PageDown', bubbles: true}));
	}
	return {Seen: seen.size, Cut: cut, Last: d.state.n + 1};
})()`

// TestDecks walks every deck of the programme in its three languages to the end with PageDown, in every window a room may
// have: each slide is seen, and none is cut off.
func TestDecks(t *testing.T) {
	home, decks := programme(t)
	queue := make(chan site.Deck)
	var group sync.WaitGroup
	for _, tab := range start(t, 2) {
		group.Go(func() {
			for d := range queue {
				walkDeck(t, tab, home, d)
			}
		})
	}
	slides := 0
	for _, d := range decks {
		queue <- d
		slides += len(d.Slides)
	}
	close(queue)
	group.Wait()
	if len(decks) < 100 || slides < 1500 {
		t.Errorf("%d decks of %d slides are too few", len(decks), slides)
	}
	t.Logf("%d decks of %d slides in %d windows", len(decks), slides, len(fit.Windows))
}

func walkDeck(t *testing.T, tab *chrome.Tab, home string, d site.Deck) {
	if err := tab.Open(home+d.URL+"#slides", home); err != nil {
		t.Error(err)
		return
	}
	for _, w := range fit.Windows {
		var got struct {
			Seen, Last int
			Cut        []int
		}
		if err := tab.Size(w.Width, w.Height, false); err != nil {
			t.Error(err)
		}
		in(t, tab, walk, &got)
		if got.Seen != len(d.Slides) || got.Last != len(d.Slides) || len(got.Cut) > 0 {
			t.Errorf("%s, %v: of %d slides %d are seen, the last is %d, cut off are %v", d.URL, w, len(d.Slides), got.Seen, got.Last, got.Cut)
		}
	}
	for _, f := range tab.Faults() {
		t.Errorf("%s: %s", d.URL, f)
	}
}

// TestDeckKeys presses what presenters and clickers press, in three languages and with nothing but the keyboard.
func TestDeckKeys(t *testing.T) {
	home, _ := programme(t)
	tab := start(t, 1)[0]
	must(t, tab.Size(1280, 720, false))
	for _, lang := range []string{"en", "gu", "hi"} {
		must(t, tab.Open(home+lang+"/training/listening.html", home))
		must(t, tab.Eval(`document.querySelector('#slides a').focus(), true`, new(bool)))
		must(t, tab.Press("Enter"))
		becomes(t, tab, "d.state.n", "0")
		for _, step := range []struct{ keys, look, want string }{
			{"PageDown", "d.state.n", "1"},
			{"ArrowRight", "d.state.n", "2"},
			{"Space", "d.state.n", "3"},
			{"Shift+Space", "d.state.n", "2"},
			{"n", "d.state.n", "3"},
			{"PageUp", "d.state.n", "2"},
			{"Enter", "d.state.n", "3"},
			{"p", "d.state.n", "2"},
			{"f", "document.fullscreenElement === document.documentElement && d.state.n", "2"},
			{"F", "!document.fullscreenElement && d.state.n", "2"},
			{"ArrowLeft", "d.state.n", "1"},
			{"ArrowDown", "d.state.n", "2"},
			{"ArrowUp", "d.state.n", "1"},
			{"End", "d.state.n === d.slides.length - 1", "true"},
			{"PageDown", "d.state.n === d.slides.length - 1", "true"},
			{"Home", "d.state.n", "0"},
			{"1 2 Enter", "d.state.n", "11"},
			{"4 Enter", "location.hash.slice(0, 3)", "#s4"},
			{"b", "document.documentElement.dataset.slides + getComputedStyle(document.querySelector('.on')).visibility", "blackhidden"},
			{"b", "document.documentElement.dataset.slides", "on"},
			{".", "document.documentElement.dataset.slides", "black"},
			{"PageDown", "document.documentElement.dataset.slides + d.state.n", "on4"},
			{"w", "document.documentElement.dataset.slides", "white"},
			{",", "document.documentElement.dataset.slides", "on"},
			{"?", "document.querySelector('dialog h2').textContent === d.words.keys && document.querySelectorAll('dialog dt').length", "13"},
			{"Escape", "!document.querySelector('dialog')", "true"},
			{"o", "document.querySelectorAll('dialog .frame').length === d.slides.length", "true"},
			{"Tab Enter", "d.state.n + ' ' + !document.querySelector('dialog')", "1 true"},
			{"PageDown t", "!!d.state.count.end", "true"},
			{"t", "d.state.count.end === 0 && d.state.count.left > 590000", "true"},
			{"Escape", "document.documentElement.dataset.slides + location.hash", "undefined"},
		} {
			for _, key := range strings.Fields(step.keys) {
				must(t, tab.Press(strings.Replace(key, "Space", " ", 1)))
			}
			got := ""
			if step.want == "undefined" {
				must(t, tab.Eval("String("+step.look+")", &got))
			} else {
				becomes(t, tab, step.look, step.want)
			}
			if step.want == "undefined" && got != step.want {
				t.Errorf("%s, %s: %s, want %s", lang, step.keys, got, step.want)
			}
		}
	}
}

// TestDeckStaysLit: the screen does not sleep while slides are shown, also when the window was hidden meanwhile, and may
// sleep again behind them.
func TestDeckStaysLit(t *testing.T) {
	home, _ := show(t, room)
	tab := start(t, 1)[0]
	must(t, tab.Before(`window.lit = []; Object.defineProperty(navigator, "wakeLock", {value: {request(kind) {
		lit.push(kind);
		return new Promise(done => setTimeout(done, window.slow || 0)).then(() => ({release() { lit.push("released"); return Promise.resolve(); }}));
	}}});`))
	must(t, tab.Open(home+"en/training/first.html#slides", home))
	r := &reader{t, tab, home}
	r.until(`lit.join() === "screen"`)
	becomes(t, tab, "d.state.n", "0")
	must(t, tab.Eval(`document.dispatchEvent(new Event("visibilitychange")), true`, new(bool)))
	r.until(`lit.join() === "screen,screen"`)
	must(t, tab.Press("Escape"))
	r.until(`lit[lit.length - 1] === "released"`)
	must(t, tab.Eval(`(lit = [], slow = 100, location.hash = "#slides", true)`, new(bool)))
	r.until(`lit.join() === "screen"`)
	must(t, tab.Press("Escape")) // before it is granted
	r.until(`lit.join() === "screen,released"`)
}

// TestDeckAddress: an address leads to a slide and a point of it, Back leaves the slides, and the page is as it was.
func TestDeckAddress(t *testing.T) {
	home, _ := show(t, room)
	tab := start(t, 1)[0]
	must(t, tab.Size(640, 360, true))
	must(t, tab.Open(home+"en/training/first.html#s2.1", home))
	becomes(t, tab, "d.state.n + '.' + d.state.f + ' ' + document.querySelectorAll('.on .later').length", "1.1 2")
	must(t, tab.Press("PageDown", "PageDown", "PageDown"))
	becomes(t, tab, "d.state.n + '.' + d.state.f", "2.0")
	must(t, tab.Press("PageUp"))
	becomes(t, tab, "d.state.n + '.' + d.state.f", "1.3")
	must(t, tab.Swipe(500, 180, 200, 190))
	becomes(t, tab, "d.state.n", "2")
	must(t, tab.Swipe(200, 180, 500, 190))
	becomes(t, tab, "d.state.n", "1")

	before, after := "", ""
	must(t, tab.Open(home+"en/training/first.html", home))
	must(t, tab.Eval("document.querySelector('main').outerHTML", &before))
	must(t, tab.Eval("document.querySelector('#slides a').click(), true", new(bool)))
	becomes(t, tab, "d.state.n", "0")
	must(t, tab.Press("PageDown", "PageDown"))
	becomes(t, tab, "d.state.n + '.' + d.state.f", "1.1")
	must(t, tab.Eval("history.back(), true", new(bool)))
	for range 100 {
		if must(t, tab.Eval("document.documentElement.dataset.slides || document.querySelector('main').outerHTML", &after)); after != "on" {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	clean := strings.NewReplacer(` style=""`, "", ` class=""`, "").Replace
	if clean(after) != clean(before) {
		t.Errorf("after the slides the page is another:\n%s\n\nbefore:\n%s", after, before)
	}
}
