package lint

import (
	"maps"
	"path"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/site"
)

// orphans finds pages that a reader who begins at the home page never comes to: by links, the menu, course plans and
// the list of pages that a section shows; the home page shows none. What lacks the same way in the source language is
// said there alone.
func (l *Linter) orphans(faults *diag.List) {
	if l.Model == nil {
		return
	}
	said := map[string]bool{}
	for _, code := range l.sourceFirst() {
		reached := l.reached(code)
		for _, p := range l.Model.Pages[code] {
			if reached[p.URL()] || p.Fallback() || said[p.Path] {
				continue
			}
			said[p.Path] = true
			faults.Add("page-orphan", p.Doc.Positions.At("title"), "link to it from a page, or put it into the menu in config.yaml", "nothing leads to this page")
		}
	}
}

func (l *Linter) sourceFirst() []string {
	source := l.Config.DefaultLanguage
	return append([]string{source}, slices.DeleteFunc(l.Config.Codes(), func(c string) bool { return c == source })...)
}

// reached lists the addresses of a language that can be come to.
func (l *Linter) reached(code string) map[string]bool {
	pages := map[string]*site.Page{}
	for _, p := range l.Model.Pages[code] {
		pages[p.URL()] = p
	}
	reached := map[string]bool{}
	var visit func(url string)
	visit = func(url string) {
		p := pages[url]
		if p == nil || reached[url] {
			return
		}
		reached[url] = true
		for _, to := range ways(p) {
			to, _, _ = strings.Cut(to, "#")
			visit(path.Join(path.Dir(url), to))
		}
		if p.Path == "index" {
			return
		}
		for _, child := range p.Children {
			visit(child.URL())
		}
	}
	for _, to := range append([]string{"index", "help"}, l.Config.Menu...) { // every page links to help
		visit(code + "/" + to + ".html")
	}
	return reached
}

// ways lists where a page leads, relative to it.
func ways(p *site.Page) []string {
	var list []string
	for _, t := range p.Targets {
		if t.Kind == site.ToPage {
			list = append(list, t.URL)
		}
	}
	for _, t := range p.Tables {
		for _, plan := range t.Plans {
			items := slices.Clone(plan.Later)
			for _, d := range plan.Days {
				list = append(list, d.URL)
				items = append(items, d.Items...)
			}
			for _, i := range items {
				list = append(list, i.URL)
			}
		}
	}
	return list
}

func sortedKeys(m map[string]bool) []string { return slices.Sorted(maps.Keys(m)) }
