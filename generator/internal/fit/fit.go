// Package fit measures in a browser whether slides fit the windows they are shown in, and pages the paper they are
// printed on.
//
// In: a folder with the built site, its decks, its sheets. Out: a fault for every slide of which a part is cut off though
// its letters are as small as the last row can read, at the place where it is written; for every page that takes more
// sides than it says; and for every page of which a card, a leaf or a slip is cut off on paper. It changes nothing, never
// opens a page of another host, and is run by `psvsite check --browser` only: a build needs no browser.
package fit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/site"
)

// Window is the size of what the room sees, in pixels.
type Window struct{ Width, Height int }

// Windows are those of a projector and a television (16:9), of an old projector (4:3), and of a phone held across.
var Windows = []Window{{1280, 720}, {1024, 768}, {640, 360}}

func (w Window) String() string { return fmt.Sprintf("%dx%d", w.Width, w.Height) }

// Slides measures every slide of every deck below dir, in all windows, in two tabs at once.
func Slides(dir string, decks []site.Deck) (diag.List, error) {
	browser, err := chrome.Start()
	if err != nil {
		return nil, err
	}
	m := &measure{home: "file://" + dir + "/", found: map[diag.Position]*full{}}
	queue := make(chan site.Deck)
	var group sync.WaitGroup
	for range 2 {
		tab, err := browser.NewTab()
		if err != nil {
			return nil, errors.Join(err, browser.Close())
		}
		group.Go(func() {
			for d := range queue {
				m.note(m.deck(tab, d))
			}
		})
	}
	for _, d := range decks {
		queue <- d
	}
	close(queue)
	group.Wait()
	return m.faults(), errors.Join(m.err, browser.Close())
}

type measure struct {
	home  string
	mu    sync.Mutex // guards what follows
	found map[diag.Position]*full
	err   error
}

// full is a slide that is too full: where, and in which windows and languages.
type full struct{ windows, langs []string }

func (m *measure) note(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.err = errors.Join(m.err, err)
}

// ready waits until the deck stands, with its styles, and counts its slides.
const ready = `new Promise(done => {
	const look = () => psv.use('deck', d => {
		const on = document.querySelector('.on');
		if (on && getComputedStyle(on).position === 'fixed') done(d.slides.length); else setTimeout(look, 10);
	});
	look();
})`

// deck measures one deck. The windows are tried one after the other in the same page, as when a projector is plugged in.
func (m *measure) deck(tab *chrome.Tab, d site.Deck) error {
	count := 0
	if err := errors.Join(tab.Open(m.home+d.URL+"#slides", m.home), tab.Await(ready, &count)); err != nil {
		return err
	}
	if count != len(d.Slides) {
		return fmt.Errorf("%s shows %d slides, and is written with %d", d.URL, count, len(d.Slides))
	}
	lang, _, _ := strings.Cut(d.URL, "/")
	for _, w := range Windows {
		var numbers []int
		if err := errors.Join(tab.Size(w.Width, w.Height, false), tab.Await(`new Promise(done => psv.use('deck', d => done(d.full())))`, &numbers)); err != nil {
			return fmt.Errorf("%s: %w", d.URL, err)
		}
		for _, n := range numbers {
			m.add(d.Slides[n-1], w.String(), lang)
		}
	}
	return nil
}

func (m *measure) add(at diag.Position, window, lang string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	f := m.found[at]
	if f == nil {
		f = &full{}
		m.found[at] = f
	}
	f.windows, f.langs = append(f.windows, window), append(f.langs, lang)
}

// faults says each slide once, though several languages may show it.
func (m *measure) faults() diag.List {
	var list diag.List
	for at, f := range m.found {
		list.Add("slide-full", at, "shorten it, or make two of it", "this slide is too full for a window of %s (%s)", names(f.windows), names(f.langs))
	}
	list.Sort()
	return list
}

func names(list []string) string {
	slices.Sort(list)
	return strings.Join(slices.Compact(list), ", ")
}
