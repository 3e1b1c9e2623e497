package render

import (
	"fmt"
	"strings"
	"testing"
)

// TestSideBySide: what answers each other shares a row; order is kept on both sides; nothing is lost.
func TestSideBySide(t *testing.T) {
	for _, c := range []struct {
		name, ours, theirs string // blocks: a letter for the kind, a number for the text that answers the same number
		want               string
	}{
		{"alike", "p1 p2 h3", "p1 p2 h3", "p1|p1 p2|p2 h3|h3"},
		{"one lacks a block", "p1 p3", "p1 p2 p3", "p1|p1 |p2 p3|p3"},
		{"one has a block more", "p1 p2 p3", "p1 p3", "p1|p1 p2| p3|p3"},
		{"one block answers two", "p1+2 p3", "p1 p2 p3", "p1+2|p1,p2 p3|p3"},
		{"two answer one", "p1 p2 p3", "p1+2 p3", "p1,p2|p1+2 p3|p3"},
		{"moved", "p1 p2 p3", "p2 p1 p3", "|p2 p1|p1 p2| p3|p3"},
		{"nothing is known", "p h p", "p h q p", "p|p h|h |q p|p"},
		{"blocks without texts between", "p1 c p2", "p1 c p2", "p1|p1 c|c p2|p2"},
		{"nothing", "", "", ""},
	} {
		a, b := blocks(c.ours), blocks(c.theirs)
		known := answers{units: map[int]int{}, directives: map[int]int{}}
		for u := range 10 {
			known.units[u] = u
		}
		var got []string
		for _, row := range sideBySide(a, b, known) {
			got = append(got, strings.TrimSuffix(string(htmlOf(a, row.ours)), ",")+"|"+strings.TrimSuffix(string(htmlOf(b, row.theirs)), ","))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func blocks(s string) (list []piece) {
	for _, f := range strings.Fields(s) {
		x := piece{html: f + ",", kind: f[:1], directive: -1}
		for _, u := range strings.Split(f[1:], "+") {
			if n := 0; u != "" {
				_, _ = fmt.Sscan(u, &n)
				x.units = append(x.units, n)
			}
		}
		list = append(list, x)
	}
	return list
}
