package devserver

import (
	"cmp"
	"path"
	"slices"
)

// nearest is how many addresses are named to who asked for one that does not exist.
const nearest = 8

// near lists the pages whose addresses are most like a name, the likest first.
func (s *shown) near(name string) []string {
	type candidate struct {
		path string
		like int
	}
	var list []candidate
	for _, f := range s.files {
		if path.Ext(f.Path) != ".html" {
			continue
		}
		like := alike(name, f.Path)
		if path.Base(f.Path) == path.Base(name) {
			like += len(name) // the same page, elsewhere
		}
		if 2*like >= len(name) {
			list = append(list, candidate{f.Path, like})
		}
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(b.like-a.like, len(a.path)-len(b.path))
	})
	var out []string
	for _, c := range list[:min(len(list), nearest)] {
		out = append(out, "/"+c.path)
	}
	return out
}

// alike counts the letters that two names share at their beginnings and ends.
func alike(a, b string) int {
	n, front := min(len(a), len(b)), 0
	for front < n && a[front] == b[front] {
		front++
	}
	back := 0
	for back < n-front && a[len(a)-1-back] == b[len(b)-1-back] {
		back++
	}
	return front + back
}
