package diag

import "testing"

func TestDidYouMean(t *testing.T) {
	for _, c := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"slyde", []string{"say", "slide"}, `did you mean "slide"?`},
		{"Slide", []string{"say", "slide"}, `did you mean "slide"?`},
		{"langauges", []string{"title", "languages"}, `did you mean "languages"?`},
		{"સાંભળવુ", []string{"સાંભળવું"}, `did you mean "સાંભળવું"?`}, // runes are counted, not bytes
		{"minute", []string{"minutes", "minute-s"}, `did you mean "minutes"?`},
		{"gujrat", []string{"kerala", "gujarat"}, `did you mean "gujarat"?`},
		{"abcdefghijklmno", []string{"abcdefghijkxyzw"}, "none"}, // four letters are too many, however long the word
		{"ab", []string{"xy"}, "none"},
		{"slyde", nil, "none"},
		{"", []string{"say"}, "none"},
	} {
		if got := DidYouMean(c.word, c.candidates, "none"); got != c.want {
			t.Errorf("DidYouMean(%q, %q) = %q, want %q", c.word, c.candidates, got, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"abc", "abc", 0},
		{"kitten", "sitting", 3},
		{"માતા", "મતા", 1},
	} {
		if got := distance(c.a, c.b); got != c.want || distance(c.b, c.a) != got {
			t.Errorf("distance(%q, %q) = %d, want %d both ways", c.a, c.b, got, c.want)
		}
	}
}
