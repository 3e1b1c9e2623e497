package markup

import (
	"fmt"
	"maps"
	"strings"
	"testing"
)

// TestUnitFacts sees that a document keeps exactly the units that Units finds, in the same order and places, and their
// texts only of a source.
func TestUnitFacts(t *testing.T) {
	pages := contentPages(t)
	maps.Copy(pages, commonMark(t))
	pages["every"] = everyUnit
	pages["order"] = strings.Replace(everyUnit, "type: session\nminutes: 10\n", "", 1) + "\n> - quoted\n>\n>   ::: write {label=\"in a quote\"}\n>   text\n>   :::\n"
	for name, text := range pages {
		want := facts(Units(name, "en", "x", []byte(text)))
		d := ParseSource(name, "en", "x", []byte(text))
		var got strings.Builder
		for _, u := range d.Units() {
			fmt.Fprintln(&got, u.Hash, u.Kind, u.Path, u.Line, u.Directive, u.Text)
			if UnitHash(u.Kind, u.Text) != u.Hash {
				t.Errorf("%s: the hash of %q is not that of its text", name, u.Text)
			}
		}
		if got.String() != want {
			t.Errorf("%s: facts\n%swant\n%s", name, got.String(), want)
		}
		for _, u := range Parse(name, "en", "x", []byte(text)).Units() {
			if u.Text != "" {
				t.Fatalf("%s: a page that is no source keeps %q", name, u.Text)
			}
		}
	}
}

func facts(units []Unit) string {
	var b strings.Builder
	for _, u := range units {
		fmt.Fprintln(&b, u.Hash, u.Kind, u.Path, u.Pos.Line, u.Directive, u.Text)
	}
	return b.String()
}
