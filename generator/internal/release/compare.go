package release

import (
	"maps"
	"slices"
	"strings"
)

// Changes are the papers that differ between two versions, by code.
type Changes struct {
	Changed []Change
	New     []string // codes
	Gone    []Paper
}

// Change is a paper that says something else in some languages.
type Change struct {
	Code string
	In   []ChangeIn
}

// ChangeIn says why a paper is another in a language.
type ChangeIn struct {
	Lang   string
	New    bool // it was not written in the language
	Text   bool
	Safety bool     // and what changed stands in a safety box
	Data   []string // entries that say something else, or that it shows now, or shows no more
}

// Compare says what has changed since a former release.
func Compare(former, now *Release) Changes {
	var out Changes
	before := map[string]Paper{}
	for _, p := range former.Papers {
		before[p.Code] = p
	}
	for _, p := range now.Papers {
		old, there := before[p.Code]
		delete(before, p.Code)
		if !there {
			out.New = append(out.New, p.Code)
		} else if in := changed(former, now, old, p); len(in) > 0 {
			out.Changed = append(out.Changed, Change{p.Code, in})
		}
	}
	for _, code := range slices.Sorted(maps.Keys(before)) {
		out.Gone = append(out.Gone, before[code])
	}
	return out
}

func changed(former, now *Release, old, p Paper) []ChangeIn {
	var list []ChangeIn
	for _, lang := range slices.Sorted(maps.Keys(p.Text)) {
		c := ChangeIn{Lang: lang, New: old.Text[lang] == "", Text: old.Text[lang] != p.Text[lang], Safety: old.Safety[lang] != p.Safety[lang]}
		for _, name := range union(old.Shows, p.Shows) {
			key := dataKey(name, lang)
			if former.Data[key] != now.Data[key] || slices.Contains(old.Shows, name) != slices.Contains(p.Shows, name) {
				c.Data = append(c.Data, name)
			}
		}
		if c.Text || c.Safety || len(c.Data) > 0 {
			list = append(list, c)
		}
	}
	return list
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.SortFunc(all, strings.Compare)
	return slices.Compact(all)
}
