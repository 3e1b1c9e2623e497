package site

import (
	"slices"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/translation"
)

// Translation says how a document in another language stands to the source of its page.
type Translation struct {
	Doc, Source *markup.Document
	*translation.Alignment

	set    *translation.Set
	faults diag.List
}

// Marked reports whether a page has to say something about its text.
func (t *Translation) Marked() bool {
	return slices.ContainsFunc(t.Pairs, func(p translation.Pair) bool { return p.State == translation.Stale || p.State == translation.Missing }) ||
		slices.ContainsFunc(t.Safety, func(s translation.Safety) bool { return s.Stale })
}

// Translate holds every translation against its source, by what people have stated. It runs in each build, behind New
// and Replace: two documents that a site takes for the same (markup.SameFacts) may differ in their texts. What it found
// before of the same documents stays as it is.
func (s *Site) Translate(set *translation.Set) diag.List {
	b := &builder{Site: s, stated: set, own: map[*markup.Document]config.Params{}}
	before := s.translations
	s.translations = map[*markup.Document]*Translation{}
	var faults diag.List
	for _, code := range s.Config.Codes() {
		for _, path := range s.paths {
			doc, source := s.docs[code][path], s.docs[s.Config.DefaultLanguage][path]
			if doc == nil || source == nil || doc == source {
				continue
			}
			t := before[doc]
			if t == nil || t.Source != source || t.set != set {
				t = newTranslation(doc, source, set)
			}
			s.translations[doc] = t
			faults = append(faults, t.faults...)
		}
	}
	for _, code := range s.Config.Codes() {
		for _, p := range s.Pages[code] {
			b.translate(p)
		}
	}
	return faults
}

func newTranslation(doc, source *markup.Document, set *translation.Set) *Translation {
	t := &Translation{Doc: doc, Source: source, set: set}
	t.Alignment = translation.Align(doc, source, set.Of(doc.Lang, doc.Path), set.Texts)
	t.judge()
	return t
}

// judge says what is wrong with a translation. A text that is stale, missing or extra is no fault: the page and the
// report say so.
func (t *Translation) judge() {
	hint := "psvsite translate accept " + t.Doc.Path + " --lang " + t.Doc.Lang
	if !t.Tracked {
		t.faults.Add("translation-untracked", diag.Position{File: t.Doc.Name}, "read the two side by side, then "+hint,
			"nobody has held this page against %s", t.Source.Name)
	}
	for _, x := range t.Safety {
		if x.Stale {
			t.faults.Add("safety-stale", x.Position(t.Doc), "put it right, then "+hint, "%s", t.wrong(x))
		}
	}
	for _, d := range t.Differences {
		t.faults.Add("translation-differs", d.Target, "build both alike", "%s: see %s", d.What, d.Source)
	}
}

func (t *Translation) wrong(x translation.Safety) string {
	switch {
	case x.Source < 0:
		return "this safety text answers none of " + t.Source.Name
	case x.Target < 0:
		return "the safety text of " + t.Source.Directives[x.Source].Pos.String() + " is missing here"
	case !t.Tracked:
		return "nobody has held this safety text against " + t.Source.Directives[x.Source].Pos.String()
	}
	return "this safety text is not that of " + t.Source.Directives[x.Source].Pos.String() + " as it is now"
}

// Paths lists the paths of all pages, sorted.
func (s *Site) Paths() []string { return slices.Clone(s.paths) }

// Translations lists all translations, by language and path.
func (s *Site) Translations() (list []*Translation) {
	for _, code := range s.Config.Codes() {
		for _, path := range s.paths {
			if t := s.translations[s.docs[code][path]]; t != nil {
				list = append(list, t)
			}
		}
	}
	return list
}

// translate gives a page what it has to say about its text.
func (b *builder) translate(p *Page) {
	before := p.Translation
	p.Translation = b.translations[p.Doc]
	if p.Translation == nil || !p.Translation.Marked() {
		p.Sources, p.Emergency = nil, Contact{}
		return
	}
	docs := b.behind(p)
	if before == p.Translation && slices.EqualFunc(p.Sources, docs, func(q *Page, d *markup.Document) bool {
		return q.Doc == d && q.Translation == b.translations[d]
	}) {
		return
	}
	p.Emergency = b.emergency()
	p.Sources = nil
	for _, d := range docs {
		q := &Page{Path: p.Path, Lang: p.Lang, Doc: d, Translation: b.translations[d], url: p.url}
		b.values(q)
		q.Title, q.Summary = b.expand(q, d.Front.Title), b.expand(q, d.Front.Summary)
		b.fill(q)
		p.Sources = append(p.Sources, q)
	}
}

// behind lists the documents that may stand in for texts of a page, in the order of its language's chain; the source is
// the last one that there can be need of.
func (b *builder) behind(p *Page) (docs []*markup.Document) {
	for _, code := range b.Config.Chain(p.Lang) {
		switch d := b.docs[code][p.Path]; {
		case d == nil || d == p.Doc:
		case d == p.Translation.Source:
			return append(docs, d)
		default:
			docs = append(docs, d)
		}
	}
	return docs
}

// emergency is the first contact of the data for emergencies, its id and its first number.
func (b *builder) emergency() Contact {
	for _, c := range b.Data.Contacts {
		if c.Kind == "emergency" && len(c.Numbers) > 0 {
			return Contact{ID: c.ID, Numbers: []Number{{c.Numbers[0], dial(c.Numbers[0])}}}
		}
	}
	return Contact{}
}

// Renewed lists the entries of the data that a page shows in stale safety boxes besides those of its own text: the number
// to call, and what its source shows there now. Their directive is the box, or -1 where the page has none.
func (s *Site) Renewed(p *Page) (list []Fact) {
	if len(p.Sources) == 0 {
		return nil
	}
	for _, x := range p.Translation.Safety {
		if !x.Stale {
			continue
		}
		for _, c := range s.Data.Contacts {
			if c.ID == p.Emergency.ID {
				f := newFact("contacts", c.ID, c, s.Config.Chain(p.Lang), Checked{c.Source, c.LastChecked, c.CheckedBy, c.UseUntil})
				f.Directive = x.Target
				list = append(list, f)
			}
		}
		for _, f := range s.Facts(p.Translation.Source) {
			if x.Source >= 0 && translation.Within(p.Translation.Source, f.Directive, x.Source) {
				f.Directive = x.Target
				list = append(list, f)
			}
		}
	}
	return list
}
