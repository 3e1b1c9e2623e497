package browsertest

import (
	"strings"
	"testing"
)

// TestSmallDesk opens the trainer's window on a phone, upright and on its side, in three languages: the words to say have
// room, the next slide is one touch away, and what is laid over slides begins with its title.
func TestSmallDesk(t *testing.T) {
	home, _ := programme(t)
	tab := start(t, 1)[0]
	must(t, tab.Unguarded())
	for _, lang := range []string{"en", "gu", "hi"} {
		must(t, tab.Open(home+lang+"/training/listening.html#s3n", home))
		for _, window := range [][3]int{{360, 640, 250}, {640, 360, 120}} {
			must(t, tab.Size(window[0], window[1], true))
			becomes(t, tab, "d.state.n", "2")
			var got struct{ Talk, Next, Wide int }
			in(t, tab, `(next => ({Talk: document.querySelector('.talk').clientHeight, Next: Math.round(next.bottom), Wide: Math.round(next.right)}))(document.querySelector('.go1').getBoundingClientRect())`, &got)
			if got.Talk < window[2] || got.Next > window[1] || got.Wide > window[0] {
				t.Errorf("%s, %v: %+v", lang, window, got)
			}
		}
		must(t, tab.Open(home+lang+"/training/safety-steps.html#s3", home))
		becomes(t, tab, "d.state.n", "2")
		must(t, tab.Press("?"))
		becomes(t, tab, "document.querySelector('dialog').scrollTop", "0")
		if faults := tab.Faults(); len(faults) > 0 {
			t.Error(strings.Join(faults, "\n"))
		}
	}
}
