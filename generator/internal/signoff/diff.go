package signoff

// Row is a text as it is, and what has become of it since another version. A text taken out has no Index.
type Row struct {
	Text
	Index int    // in the present texts; -1: taken out
	Was   string // another text that stood in its place; empty where there was none
	State RowState
}

// RowState says what has become of a text.
type RowState int

// The states of a text.
const (
	Same RowState = iota
	New
	Reworded
	Gone
)

// Compare lays the texts of a page beside those of another version: the longest row of texts that both have stays; of
// what stands between, each text takes the place of the next of its kind that is gone.
func Compare(before, now []Text) []Row {
	keep := common(before, now)
	var rows []Row
	b, n := 0, 0
	for _, pair := range append(keep, [2]int{len(before), len(now)}) {
		rows = append(rows, between(before[b:pair[0]], now[n:pair[1]], n)...)
		if pair[1] < len(now) {
			rows = append(rows, Row{Text: now[pair[1]], Index: pair[1]})
		}
		b, n = pair[0]+1, pair[1]+1
	}
	return rows
}

// between pairs what is gone with what has come, in order, kind by kind. first is the index of the first that has come.
func between(gone, come []Text, first int) []Row {
	var rows []Row
	used := make([]bool, len(gone))
	for i, t := range come {
		row := Row{Text: t, Index: first + i, State: New}
		for j, old := range gone {
			if !used[j] && old.Kind == t.Kind {
				used[j], row.Was, row.State = true, old.Text, Reworded
				break
			}
		}
		rows = append(rows, row)
	}
	for j, old := range gone {
		if !used[j] {
			rows = append(rows, Row{Text: old, Index: -1, State: Gone})
		}
	}
	return rows
}

// common is the longest common row of two lists of texts, as pairs of indexes.
func common(a, b []Text) [][2]int {
	length := make([][]int, len(a)+1) // of what a[i:] and b[j:] have in common
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
