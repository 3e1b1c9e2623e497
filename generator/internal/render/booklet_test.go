package render

import (
	"fmt"
	"testing"
)

// TestImposed folds sheets: leaf through a booklet of n pages printed on both sides of n/4 sheets, one in another.
func TestImposed(t *testing.T) {
	for _, n := range []int{4, 8, 12, 16, 20} {
		at := map[string]int{}
		for i := 1; i <= n; i++ {
			side, half := imposed(i, n)
			at[fmt.Sprint(side, half)] = i
		}
		for sheet := range n / 4 { // from the outermost
			front, back := 2*sheet+1, 2*sheet+2
			want := []int{n - 2*sheet, 2*sheet + 1, 2*sheet + 2, n - 2*sheet - 1}
			got := []int{at[fmt.Sprint(front, 1)], at[fmt.Sprint(front, 2)], at[fmt.Sprint(back, 1)], at[fmt.Sprint(back, 2)]}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%d pages, sheet %d: %v, want %v", n, sheet+1, got, want)
			}
		}
	}
}
