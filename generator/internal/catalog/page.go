package catalog

import (
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/translation"
)

// page is a page of the source and its translation.
type page struct {
	path           string
	source, target File   // target.Data is nil when there is none
	written        string // the name of the file that takes changes: where target is the base's, an edition has its own
	from, to       markup.Outline
	list           []Unit
	answers        []int // by unit of the source: of the target, or -1
	tracked        bool  // somebody has held the page against its source, or nobody has written it yet
	guessed        bool  // it is not tracked and built otherwise than its source: what answers what is a guess
}

func newPage(source, target File, root, lang string, set *translation.Set) *page {
	p := &page{path: source.Path, source: source, target: target, tracked: true}
	p.written = root + "/" + lang + strings.TrimPrefix(source.Name, rootOf(source.Name)+"/"+source.Lang)
	if strings.HasPrefix(target.Name, root+"/") {
		p.written = target.Name
	}
	p.from = markup.OutlineOf(source.Name, source.Lang, source.Path, source.Data)
	if target.Data == nil {
		p.target = File{Name: p.written, Lang: lang, Path: source.Path}
	} else {
		p.to = markup.OutlineOf(target.Name, target.Lang, target.Path, target.Data)
	}
	for _, u := range p.from.Units {
		p.list = append(p.list, Unit{Context: p.path + "#" + u.Kind, Text: u.Text, Pos: u.Pos})
	}
	p.answer(set)
	return p
}

// rootOf is the folder of the languages among which a page stands: content, or an edition's.
func rootOf(name string) string {
	if rest, ok := strings.CutPrefix(name, "content/editions/"); ok {
		edition, _, _ := strings.Cut(rest, "/")
		return "content/editions/" + edition
	}
	return "content"
}

// answer finds which text of the target answers each of the source.
func (p *page) answer(set *translation.Set) {
	p.answers = make([]int, len(p.from.Units))
	for i := range p.answers {
		p.answers[i] = -1
	}
	if p.target.Data == nil {
		return
	}
	source := markup.ParseSource(p.source.Name, p.source.Lang, p.source.Path, p.source.Data)
	target := markup.Parse(p.target.Name, p.target.Lang, p.target.Path, p.target.Data)
	a := translation.Align(target, source, set.Of(p.target.Lang, p.path), set.Texts)
	if p.tracked = a.Tracked; !p.tracked {
		p.byPlace()
		return
	}
	for _, pair := range a.Pairs {
		if pair.Target < 0 || pair.Source < 0 {
			continue
		}
		p.pair(pair.Source, pair.Target)
		if pair.State == translation.Stale {
			p.list[pair.Source].Stale, p.list[pair.Source].Was = true, set.Texts[pair.Was]
		}
	}
}

func (p *page) pair(source, target int) {
	p.answers[source] = target
	p.list[source].Now = []string{p.to.Units[target].Text}
}

// mostCompared is how many pairs of texts are compared to guess which answer each other.
const mostCompared = 1 << 22

// byPlace pairs the texts of a page of which nothing is stated: in order, where both have the same kinds in a row. Where
// they have not, the longest row that they share is a guess, for translators to look at; nothing can be taken in then.
func (p *page) byPlace() {
	from, to := p.from.Units, p.to.Units
	same := func(s, t int) bool { return from[s].Kind == to[t].Kind && from[s].Path == to[t].Path }
	p.guessed = !slices.EqualFunc(from, to, func(a, b markup.Unit) bool { return a.Kind == b.Kind && a.Path == b.Path })
	if len(from)*len(to) > mostCompared && p.guessed {
		return
	}
	longest := make([][]int, len(from)+1)
	longest[len(from)] = make([]int, len(to)+1)
	for s := len(from) - 1; s >= 0; s-- {
		longest[s] = make([]int, len(to)+1)
		for t := len(to) - 1; t >= 0; t-- {
			longest[s][t] = max(longest[s+1][t], longest[s][t+1])
			if same(s, t) {
				longest[s][t] = max(longest[s][t], longest[s+1][t+1]+1)
			}
		}
	}
	for s, t := 0, 0; s < len(from) && t < len(to); {
		switch {
		case same(s, t) && longest[s][t] == longest[s+1][t+1]+1:
			p.pair(s, t)
			p.list[s].Guess = p.guessed
			s, t = s+1, t+1
		case longest[s+1][t] >= longest[s][t+1]:
			s++
		default:
			t++
		}
	}
}

func (p *page) name() string  { return p.written }
func (p *page) units() []Unit { return p.list }

// section is the uppermost folder of a page.
func (p *page) section() string {
	folder, _, inside := strings.Cut(p.path, "/")
	if !inside {
		return topSection
	}
	return folder
}

// state records that a text answers one of the source as it is now.
func (p *page) statement(r *result, source int, text string) {
	u := p.from.Units[source]
	r.statements = append(r.statements, translation.Statement{Page: p.path, Target: markup.UnitHash(u.Kind, text), Source: u.Hash})
	r.texts[u.Hash] = u.Text
}

// fault says why a change was not taken.
func fault(faults *diag.List, code string, c change, hint, format string, args ...any) {
	faults.Add(code, c.pos, hint, format, args...)
}
