package translation

import (
	"slices"

	"psvsite/generator/internal/markup"
)

// Headings says which heading of the source each of a page's answers, as indexes of Document.Headings; -1 for none. It asks
// the headings alone, and what is stated of them: a heading whose source text has changed answers the one that stands
// between the same neighbours, if there are as many there on both sides. Of a page of which nothing is stated the places
// count, if it has as many headings as its source.
func Headings(target, source *markup.Document, statements []Statement) []int {
	answers := slices.Repeat([]int{-1}, len(target.Headings))
	taken := make([]bool, len(source.Headings))
	for t, h := range target.Headings {
		for s, g := range source.Headings {
			if !taken[s] && slices.ContainsFunc(statements, func(x Statement) bool { return x.Target == h.Hash && x.Source == g.Hash }) {
				answers[t], taken[s] = s, true
				break
			}
		}
	}
	t, s := 0, 0 // behind the last neighbours
	for i := 0; i <= len(answers); i++ {
		end := len(source.Headings)
		if i < len(answers) {
			if answers[i] < 0 {
				continue
			}
			end = answers[i]
		}
		if end-s == i-t && !slices.Contains(taken[s:end], true) {
			for k := range i - t {
				answers[t+k], taken[s+k] = s+k, true
			}
		}
		t, s = i+1, end+1
	}
	return answers
}
