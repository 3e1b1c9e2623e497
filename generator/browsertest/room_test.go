package browsertest

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"psvsite"
	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/source"
)

const first = `---
title: First session
summary: A session of an hour.
type: session
minutes: 60
objectives: [Listen.]
---

## One {minutes=10 method=show}

::: slide {show=points}
### Five skills
- Be here.
- Wait.
- Ask.
:::

::: say
Welcome all.
:::

## Two {minutes=20 method=do}

::: activity {minutes=12 group=pairs priority=must}
Talk.
:::

::: activity {minutes=8 group=pairs priority=could}
Try silence.
:::

::: notes
Walk around.
:::

## Three {minutes=30 method=do}

::: activity {minutes=20 group=3 priority=should}
Three rounds.
:::

::: quiz
What helps?

- [x] to wait
- [ ] to advise

Waiting leaves room.
:::
`

const second = `---
title: Second session
summary: A session of half an hour.
type: session
minutes: 30
objectives: [Ask.]
---

## Ask {minutes=30 method=do}

::: slide
### Open questions
:::

::: activity {minutes=10 group=pairs priority=should}
Ask one another.
:::

::: activity {minutes=6 group=pairs priority=could}
Ask again.
:::
`

// room is a small site with a day of two sessions: from 10:20 to 11:20, tea, from 11:40 to 12:10.
var room = source.Input{Embedded: psvsite.Default, Disk: fstest.MapFS{
	"config.yaml":                   {Data: []byte("title: A site\ndefault_language: en\nlanguages: [{code: en, name: English}]\nparams: {}\ncourse: short\n")},
	"content/en/index.md":           {Data: []byte("---\ntitle: Home\nsummary: Here.\ntype: home\n---\n\n[Day](training/day.md)\n")},
	"content/en/training/day.md":    {Data: []byte("---\ntitle: The day\nsummary: A day.\ntype: day\nminutes: 150\n---\n\n[First](first.md), [second](second.md)\n")},
	"content/en/training/first.md":  {Data: []byte(first)},
	"content/en/training/second.md": {Data: []byte(second)},
	"content/data/courses.yaml": {Data: []byte(`- id: short
  name: {en: Short}
  days:
    - page: training/day
      start: "10:00"
      items:
        - {kind: opening, minutes: 20}
        - {session: training/first}
        - {kind: tea, minutes: 20}
        - {session: training/second}
        - {kind: closing, minutes: 20}
`)},
}}

// at sets the clock of the pages opened from now on to a time of the day of the release; later(minutes) in a page turns it
// on. What the pages wait for is not touched.
func at(t *testing.T, tab *chrome.Tab, clock string) {
	t.Helper()
	must(t, tab.Before(`(() => {
		const Real = Date;
		let shift = new Real('2026-11-23T`+clock+`:00') - Real.now();
		window.later = minutes => { shift += minutes * 60000; return true };
		window.Date = class extends Real {
			constructor(...a) { if (a.length) super(...a); else super(Real.now() + shift) }
			static now() { return Real.now() + shift }
		};
	})()`))
}

// minutes are figures of the clock, in whole minutes.
const minutes = `(f => f && [f.step + 1, f.left, f.session, f.behind].map((x, i) => i ? Math.round(x / 60000) : x).join(' '))(c.figures(Date.now()))`

func later(t *testing.T, tab *chrome.Tab, n string) {
	t.Helper()
	must(t, tab.Eval("later("+n+")", new(bool)))
}

// TestClock holds the clock's figures against the plan: step, minutes left in it, left in the session, behind.
func TestClock(t *testing.T) {
	home, _ := show(t, room)
	tab := start(t, 1)[0]
	at(t, tab, "10:20")
	must(t, tab.Open(home+"en/training/first.html#slides", home))
	becomes(t, tab, minutes, "null") // at the title nothing has begun
	must(t, tab.Press("PageDown"))
	becomes(t, tab, minutes, "1 10 60 0")
	later(t, tab, "4")
	becomes(t, tab, minutes, "1 6 56 0")
	later(t, tab, "9") // three minutes over
	becomes(t, tab, minutes, "1 -3 50 3")
	must(t, tab.Press("3", "Enter"))
	becomes(t, tab, minutes, "2 20 50 3")

	// A pause for a question stops the step and not the day.
	in(t, tab, "(c.pause(), true)", new(bool))
	later(t, tab, "5")
	becomes(t, tab, minutes, "2 20 50 8")
	in(t, tab, "(c.pause(), true)", new(bool))
	later(t, tab, "2")
	becomes(t, tab, minutes, "2 18 48 8")

	// Eight minutes: what may be left out goes first, then up to half of what should be held; then the rest of the day.
	plan := `(p => [p.here.map(e => e.n + 1 + (e.out ? ' out ' : ' short ') + e.minutes), p.later.map(e => e.session + (e.out ? ' out ' : ' short ') + e.minutes), p.over].join(' | '))`
	becomes(t, tab, plan+"(c.replan(8))", "4 out 8 |  | 0")
	becomes(t, tab, plan+"(c.replan(15))", "4 out 8,5 short 7 |  | 0")
	becomes(t, tab, plan+"(c.replan(26))", "4 out 8,5 short 10 | Second session out 6,Second session short 2 | 0")
	becomes(t, tab, plan+"(c.replan(40))", "4 out 8,5 short 10 | Second session out 6,Second session short 5 | 11")

	// What is left out is passed over, and the clock is right again.
	in(t, tab, "(d.change({cut: {3: 'out'}}), true)", new(bool))
	becomes(t, tab, minutes, "2 10 40 0")
	must(t, tab.Press("PageDown"))
	becomes(t, tab, "d.state.n", "4")
	becomes(t, tab, minutes, "3 30 30 -10") // ten minutes early
	in(t, tab, "(d.change({cut: {3: 'out', 4: 5}}), true)", new(bool))
	becomes(t, tab, minutes, "3 25 25 -15")
	becomes(t, tab, "c.hms(c.left(Date.now()))", "15:00") // of twenty
	must(t, tab.Press("t"))
	later(t, tab, "6")
	becomes(t, tab, "document.querySelector('.count').textContent.slice(0, 2)", "8:")
	later(t, tab, "9")
	becomes(t, tab, "document.querySelector('.count').className", "count over")
}

// TestRun ends a session in the trainer's window: what was held, with its minutes and what was left out, goes to paper or to
// a file, and nothing is kept.
func TestRun(t *testing.T) {
	home, _ := show(t, room)
	tab := start(t, 1)[0]
	at(t, tab, "10:20")
	must(t, tab.Open(home+"en/training/first.html#s1n", home))
	becomes(t, tab, "document.querySelector('.desk dd').textContent", "10:20")
	must(t, tab.Press("PageDown"))
	later(t, tab, "12")
	must(t, tab.Press("ArrowDown"))
	later(t, tab, "25")
	becomes(t, tab, "document.querySelector('.late dd').textContent", "7 minutes behind")
	becomes(t, tab, "Array.from(document.querySelectorAll('.replan h2, .replan ul:first-of-type li'), e => e.textContent).join(' | ')", "To make up 7 minutes | Leave out Slide 4, 8 Try silence.")
	must(t, tab.Eval("document.querySelector('.replan button').click(), true", new(bool)))
	must(t, tab.Press("ArrowDown"))
	later(t, tab, "30")
	in(t, tab, "(Array.from(document.querySelectorAll('.desk nav button')).find(b => b.textContent === d.words.finish).click(), true)", new(bool))
	becomes(t, tab, "Array.from(document.querySelectorAll('dialog tr'), r => Array.from(r.cells, c => c.textContent).join(' ')).join(' | ')",
		"Step Planned Took Left out | One 10 12  | Two 20 25 Slide 4, 8 Try silence. | Three 30 30  | All 60 67 ")
	saved := ""
	must(t, tab.Eval(`(() => { URL.createObjectURL = b => { b.text().then(x => { window.saved = x }); return 'blob:' }; HTMLAnchorElement.prototype.click = function () { window.named = this.download } })() || true`, new(bool)))
	in(t, tab, "(Array.from(document.querySelectorAll('dialog button')).find(b => b.textContent === d.words.save).click(), true)", new(bool))
	becomes(t, tab, "!!window.saved", "true")
	must(t, tab.Eval("window.named + ' ' + window.saved", &saved))
	if !strings.Contains(saved, "First-session.csv") || !strings.Contains(saved, `"Two","20","25","Slide 4, 8 Try silence."`) {
		t.Errorf("saved is %s", saved)
	}

	// The file of the session before takes this one in; another file changes nothing.
	choose := func(text string) {
		t.Helper()
		in(t, tab, `((text) => { const files = new DataTransfer(), input = document.querySelector('dialog [type=file]'); files.items.add(new File([text], 'x.csv')); input.files = files.files; input.dispatchEvent(new Event('change')); return true })(`+text+`)`, new(bool))
	}
	choose("'Name,Ward\\r\\nA,3\\r\\n'")
	becomes(t, tab, "document.querySelectorAll('dialog table').length + document.querySelector('dialog [role=status]').textContent", "1This file does not say what was held.")
	choose(`window.saved.replace(/First session/g, 'The one before').replace('"Two"', '"T ""w"", o"')`)
	becomes(t, tab, "Array.from(document.querySelectorAll('dialog table'), e => e.rows.length).join() + document.querySelector('dialog [role=status]').textContent", "5,5")
	becomes(t, tab, "document.querySelector('dialog table').rows[2].cells[0].textContent", `T "w", o`)
	in(t, tab, "(window.saved = '', Array.from(document.querySelectorAll('dialog button')).find(b => b.textContent === d.words.save).click(), true)", new(bool))
	becomes(t, tab, "!!window.saved", "true")
	becomes(t, tab, `window.saved.split('"All","60","67",""').length + ' ' + (window.saved.indexOf('The one before') < window.saved.indexOf('First session')) + ' ' + window.saved.includes('"T ""w"", o","20"')`, "3 true true")
	becomes(t, tab, "localStorage.length + sessionStorage.length + document.cookie", "0")
}

// TestAfterPowerCut: a browser that comes back knows from the address and the plan alone where people should be.
func TestAfterPowerCut(t *testing.T) {
	home, _ := show(t, room)
	for _, c := range []struct{ clock, hash, press, want string }{
		// nothing but the plan of the day: the session is planned for 10:20, its third step for 10:50
		{"10:55", "#s2", "go", "4 3 25 25 0"},
		{"10:55", "#s2", "stay", "1 1 10 60 35"},
		// the session began at 10:27, as the address says: at 10:58 it is one minute into the third step, 7 behind the day
		{"10:58", "#s3@1027", "go", "4 3 29 29 7"},
		// where people should be: nothing is asked
		{"10:58", "#s5@1027", "", "4 3 29 29 7"},
		// long past: it was another day's
		{"18:00", "#s2@0300", "", "1"},
	} {
		tab := start(t, 1)[0]
		at(t, tab, c.clock)
		must(t, tab.Open(home+"en/training/first.html"+c.hash, home))
		if c.press != "" {
			becomes(t, tab, "!!document.querySelector('.ask')", "true")
			becomes(t, tab, "document.querySelector('.ask p').textContent", "By the clock you should be at step 3: Three.")
			must(t, tab.Eval("document.querySelectorAll('.ask button')["+map[string]string{"go": "0", "stay": "1"}[c.press]+"].focus(), true", new(bool)))
			must(t, tab.Press("Enter"))
		} else {
			must(t, tab.Await("new Promise(done => setTimeout(() => done(true), 1200))", new(bool)))
		}
		becomes(t, tab, "[d.state.n, "+minutes+"].filter(x => x !== null).join(' ')", c.want)
		becomes(t, tab, "localStorage.length + sessionStorage.length + document.cookie + !!document.querySelector('.ask')", "0false")
	}
}

// reload loads the page of a tab again and waits until the old one is gone.
func reload(t *testing.T, tab *chrome.Tab) {
	t.Helper()
	must(t, tab.Eval("window.old = true, location.reload(), true", new(bool)))
	becomes(t, tab, "!window.old", "true")
}

// TestPresenter opens the trainer's window from the wall with S over file://, in three languages, and goes on from either;
// each is loaded again in the midst of it. In the end the notes change their language and the room does not.
func TestPresenter(t *testing.T) {
	folder, _ := programme(t)
	server := httptest.NewServer(http.FileServer(http.Dir(strings.TrimPrefix(folder, "file://"))))
	t.Cleanup(server.Close)
	axe, err := os.ReadFile(axePath)
	must(t, err)
	for _, lang := range []string{"en", "gu", "hi", "en over http"} {
		home := folder
		lang, web, _ := strings.Cut(lang, " ")
		if web != "" {
			home = server.URL + "/"
		}
		browser, err := chrome.Start()
		must(t, err)
		wall, err := browser.NewTab()
		must(t, err)
		must(t, wall.Unguarded())
		must(t, wall.Open(home+lang+"/training/listening.html#slides", home))
		becomes(t, wall, "d.state.n", "0")
		must(t, wall.Press("PageDown", "s"))
		becomes(t, wall, "document.querySelectorAll('dialog svg').length", "2") // asked, with a picture
		must(t, wall.Press("s"))
		desk, err := browser.Opened("listening.html#s2")
		must(t, err)
		must(t, desk.Unguarded())
		becomes(t, desk, "d.state.n + ' ' + document.querySelectorAll('.desk .frame').length", "1 2")
		becomes(t, desk, "document.querySelector('.talk .say').innerText.length > 20", "true")
		becomes(t, desk, "document.querySelector('.talk .notes').open", "true")

		must(t, wall.Press("PageDown"))
		becomes(t, desk, "d.state.n", "2")
		must(t, desk.Press("PageDown", "PageDown"))
		becomes(t, wall, "d.state.n", "4")
		must(t, desk.Press("b"))
		becomes(t, wall, "document.documentElement.dataset.slides", "black")
		must(t, desk.Press("b"))
		in(t, desk, "(d.change({cut: {7: 'out'}}), true)", new(bool))
		becomes(t, wall, "d.state.cut[7]", "out")
		state := ""
		in(t, wall, "JSON.stringify(d.state)", &state)

		reload(t, desk)
		becomes(t, desk, "JSON.stringify(d.state)", state)
		reload(t, wall)
		becomes(t, wall, "JSON.stringify(d.state)", state)
		must(t, desk.Press("PageDown"))
		becomes(t, wall, "d.state.n", "5")
		must(t, wall.Press("PageUp"))
		becomes(t, desk, "d.state.n", "4")

		if faults := append(wall.Faults(), desk.Faults()...); len(faults) > 0 {
			t.Errorf("%s: %q", lang, faults)
		}
		for name, tab := range map[string]*chrome.Tab{"wall": wall, "desk": desk} {
			for _, found := range axeOf(t, tab, string(axe)) {
				t.Errorf("%s, %s: %s", lang, name, found)
			}
		}
		other := map[string]string{"en": "gu", "gu": "hi", "hi": "en"}[lang]
		must(t, desk.Eval(`(s => { s.value = Array.from(s.options).find(o => o.value.includes('/`+other+`/')).value; s.dispatchEvent(new Event('change')) })(document.querySelector('.choice select')) || true`, new(bool)))
		becomes(t, desk, "document.documentElement.lang + d.state.n", other+"4")
		must(t, desk.Press("PageDown"))
		becomes(t, wall, "document.documentElement.lang + d.state.n", lang+"5")
		must(t, browser.Close())
	}
}
