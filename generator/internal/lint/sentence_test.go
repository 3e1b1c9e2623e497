package lint

import (
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for text, want := range map[string]string{
		"Stay. Ask! Who? Wait… Listen":          "Stay.|Ask!|Who?|Wait…|Listen",
		"He said: \"Stay.\" Then he left.":      `He said:|"Stay."|Then he left.`,
		"Danger to self; a child harmed.":       "Danger to self;|a child harmed.",
		"At 10.30 a.m. on day 1.5, e.g. today.": "At 10.30 a.m. on day 1.5, e.g. today.",
		"Dr. Patel, J. Kalha. No. 5 is here.":   "Dr. Patel, J. Kalha.|No. 5 is here.",
		"Wait... then go on.":                   "Wait... then go on.",
		"Really?! (Yes.) Good.":                 "Really?!|(Yes.)|Good.",
		"end\nA picture\ngoes on":               "end|A picture|goes on",
		"સાથે રહો. “હું આવું છું.” ડૉ. પટેલ?": "સાથે રહો.|“હું આવું છું.”|ડૉ. પટેલ?",
		"साथ रहें। “हम आएँगे।” डॉ. पटेल॥ और":  "साथ रहें।|“हम आएँगे।”|डॉ. पटेल॥|और",
		" – ": "",
	} {
		var parts []string
		for _, s := range split(text) {
			parts = append(parts, text[s.Start:s.End])
		}
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("%q is split %q, want %q", text, got, want)
		}
	}
}

func TestCountWords(t *testing.T) {
	for text, want := range map[string]int{
		"one-to-one, at 10:30 – now": 4, "\x1a\x1a code": 2, "સારી રીતે સાંભળવું": 3, "… – ": 0,
	} {
		if got := countWords(text); got != want {
			t.Errorf("%q: %d words, want %d", text, got, want)
		}
	}
}

func TestMentioned(t *testing.T) {
	for text, want := range map[string]bool{
		`the term "worker" is`: true, "(the old word worker)": false, "(the word worker)": true, "the ‘worker’s’ day": true,
		"don't say worker, it's": false, `a "worker`: false, `"we" worker "they"`: false, "the worker": false,
	} {
		at := strings.Index(text, "worker")
		if got := mentioned(text, at, at+len("worker"), 2); got != want {
			t.Errorf("%s: mentioned %v", text, got)
		}
	}
}
