package signoff

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// TestSign: a sign-off is added, whatever the front matter looks like, and every other byte stays.
func TestSign(t *testing.T) {
	s := markup.SignOff{Role: "clinician", Name: `A "B": #c`, Date: "2026-11-25", Hash: "0123456789012345"}
	for name, page := range map[string]string{
		"none yet":         "---\ntitle: A\nsummary: B\ntype: help\n---\n\nText.\n",
		"no text":          "---\ntitle: A\nsummary: B\ntype: help\n---\n",
		"CRLF":             "---\r\ntitle: A\r\nsummary: B\r\ntype: help\r\n---\r\n\r\nText.\r\n",
		"a mark":           "\ufeff---\ntitle: A\nsummary: B\ntype: help\n---\nText.\n",
		"a list":           "---\ntitle: A\nsummary: B\nsignoffs:\n  - {role: lawyer, name: X, date: 2026-01-01, hash: 3f9c0a1be2d47788}\ntype: help\n---\n",
		"a list, unindent": "---\ntitle: A\nsummary: B\nsignoffs:\n- role: lawyer\n  name: X\n  date: 2026-01-01\n  hash: 3f9c0a1be2d47788\ntype: help\n---\n",
		"brackets":         "---\ntitle: A\nsummary: B\nsignoffs: [{role: lawyer, name: X, date: 2026-01-01, hash: 3f9c0a1be2d47788}] # kept\ntype: help\n---\nText --- here\n\n---\n",
		"empty":            "---\ntitle: A # a comment\nsummary: B\nsignoffs: []\ntype: help\n---\n",
	} {
		before := markup.Parse("a.md", "en", "a", []byte(page))
		signed, err := Sign([]byte(page), s)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		after := markup.Parse("a.md", "en", "a", signed)
		if after.Faults.Count(diag.Error) > 0 || !reflect.DeepEqual(after.Front.SignOffs, append(before.Front.SignOffs, s)) {
			t.Errorf("%s: %v %+v in\n%s", name, after.Faults, after.Front.SignOffs, signed)
		}
		lines := strings.SplitAfter(string(signed), "\n")
		for line := range strings.Lines(page) {
			if strings.HasPrefix(line, "signoffs: [") {
				continue // it was added to
			}
			if i := slices.Index(lines, line); i < 0 {
				t.Errorf("%s: the line %q is another now:\n%s", name, line, signed)
			} else {
				lines = lines[i+1:]
			}
		}
		if bytes.Contains([]byte(page), []byte("\r\n")) != !bytes.Contains(bytes.ReplaceAll(signed, []byte("\r\n"), nil), []byte("\n")) {
			t.Errorf("%s: line ends are mixed: %q", name, signed)
		}
	}
	if _, err := Sign([]byte("Text.\n"), s); err == nil {
		t.Error("a page without front matter is signed")
	}
}

// TestRecord: what is written is read back, also from lines that stand twice and in another order.
func TestRecord(t *testing.T) {
	r := Record{"3f9c0a1be2d47788": {{"heading", "A <b> \"c\"\n"}, {"item", "ક"}, {"contacts#line", "name: L\nnumbers: 555"}}, "0000000000000001": {{"paragraph", ""}}}
	lines := strings.SplitAfter(string(r.Write()), "\n")
	slices.Reverse(lines)
	got, faults := ReadRecord("signed.src", []byte(strings.Join(append(lines, lines...), "")))
	if len(faults) > 0 || !reflect.DeepEqual(got, r) {
		t.Errorf("%v %v", faults, got)
	}
	if _, faults := ReadRecord("signed.src", []byte("\n3f9c0a1be2d47788 one item \"a\"\n")); len(faults) != 1 || faults[0].Pos.Line != 2 {
		t.Errorf("%v", faults)
	}
}

// TestCompare edits rows of texts at random: each present text stands once and in order, what stayed is never called
// changed when nothing else was touched, and each former text is the same, was reworded, or is gone.
func TestCompare(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const sets = 2000
	for range sets {
		var before []Text
		for range 1 + r.IntN(12) {
			before = append(before, Text{[]string{"item", "paragraph"}[r.IntN(2)], string(rune('a' + r.IntN(26)))})
		}
		now := slices.Clone(before)
		for range r.IntN(4) {
			switch i := r.IntN(len(now) + 1); {
			case i == len(now) || r.IntN(3) == 0:
				now = slices.Insert(now, i, Text{"item", string(rune('A' + r.IntN(26)))})
			case r.IntN(2) == 0:
				now[i].Text = string(rune('A' + r.IntN(26)))
			default:
				now = slices.Delete(now, i, i+1)
			}
		}
		var got []Text
		same, reworded, gone := 0, 0, 0
		for _, row := range Compare(before, now) {
			if row.Index >= 0 {
				got = append(got, row.Text)
			}
			switch row.State {
			case Same:
				same++
			case Reworded:
				reworded++
			case Gone:
				gone++
			}
		}
		if !slices.Equal(got, now) || same+reworded+gone != len(before) || same < len(before)-3 {
			t.Fatalf("from %v to %v: %+v", before, now, Compare(before, now))
		}
	}
}
