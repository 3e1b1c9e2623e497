package diag

import (
	"fmt"
	"strings"
)

// DidYouMean returns a hint that names the candidate nearest to word, or fallback when none is near.
func DidYouMean(word string, candidates []string, fallback string) string {
	if best, ok := Nearest(word, candidates); ok {
		return fmt.Sprintf("did you mean %q?", best)
	}
	return fallback
}

// Nearest returns the candidate nearest to word. Near is at most one letter more than a third of the word's to change
// (Levenshtein's distance), and never more than three.
func Nearest(word string, candidates []string) (best string, ok bool) {
	limit := min(3, 1+len([]rune(word))/3)
	for _, c := range candidates {
		if n := len(c) - len(word); n > 4*limit || n < -4*limit {
			continue // a letter has at most four bytes: it cannot be near
		}
		if d := distance(strings.ToLower(word), strings.ToLower(c)); d <= limit {
			best, ok, limit = c, true, d-1
		}
	}
	return best, ok
}

// distance is Levenshtein's, over runes.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range s {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range t {
			cost := diagonal
			if x != y {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(t)]
}
