package translation

import (
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/markup"
)

// TestHeadings: a heading of a translation stands for the one that it was made from, wherever that stands now.
func TestHeadings(t *testing.T) {
	page := func(lang string, headings string) *markup.Document {
		return markup.ParseSource(lang+"/x.md", lang, "x", []byte(front+"\n## "+strings.ReplaceAll(headings, " ", "\n\nText.\n\n## ")+"\n"))
	}
	old := "One Two Three Four"
	target := page("gu", "Ek Be Tran Char")
	statements, _ := made(target, page("en", old))
	for now, want := range map[string][]int{
		old:                      {0, 1, 2, 3},
		"New One Two Three Four": {1, 2, 3, 4},
		"One Two Four":           {0, 1, -1, 2},
		"One Second Three Four":  {0, 1, 2, 3},  // the one between the same neighbours
		"One New Three Two Four": {0, 3, 2, 4},  // moved, and a new one in its place
		"New Second Three Four":  {0, 1, 2, 3},  // as many as before the first neighbour
		"One Two A B Four":       {0, 1, -1, 4}, // two for one: nobody can say which
		"All Of Them Are Others": {-1, -1, -1, -1},
		"Four Three Two One":     {3, 2, 1, 0},
		"Four New One Three":     {2, -1, 3, 0},
	} {
		if got := Headings(target, page("en", now), statements); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", now, got, want)
		}
	}
	if got := Headings(target, page("en", "A B C D"), nil); !slices.Equal(got, []int{0, 1, 2, 3}) {
		t.Errorf("of an untracked page with as many headings the places do not count: %v", got)
	}
	if got := Headings(target, page("en", "A B C"), nil); !slices.Equal(got, []int{-1, -1, -1, -1}) {
		t.Errorf("of an untracked page with others the places count: %v", got)
	}
}
