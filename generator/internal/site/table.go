package site

import (
	"slices"
	"strconv"
	"strings"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// Text is a text of the data in the reader's language, or with the language it is in.
type Text struct {
	Text string
	Lang string // empty: the page's
}

// Table is what a data directive shows, in the reader's language. The list of its kind is filled.
type Table struct {
	Contacts []Contact
	Rates    []Rate
	Terms    []Term
	Schemes  []Scheme
	Laws     []Law
	Plans    []Plan
	Since    []Text // what the source says now of texts that are shown as they were before
}

// Checked says where a fact comes from.
type Checked struct{ Source, LastChecked, CheckedBy, UseUntil string }

// Contact is a row of contacts.
type Contact struct {
	ID, Kind                                             string
	Name, Hours, SpokenLanguages, WhatHappens, Say, Deaf Text
	Numbers                                              []Number
	Free, WithoutBalance                                 bool
	Checked                                              Checked
}

// Number is a phone number as printed and as dialled.
type Number struct{ Text, Dial string }

// Rate is a row of rates.
type Rate struct {
	ID                  string
	Name, Zone, Note    Text
	Amount, Hourly      float64 // Hourly: Amount ÷ HoursPerDay; 0 when not known
	HoursPerDay         float64
	Per, Currency, From string
	Checked             Checked
}

// Term is a row of the word list.
type Term struct {
	ID                string
	Text, Gloss, Note Text
	Others            []Text // the word in the other languages
}

// Scheme is a row of entitlements.
type Scheme struct {
	ID                                                              string
	Name, Who, Gives, Papers, ApplyAt, Form, Renew, Companion, Note Text
	Checked                                                         Checked
}

// Law is an act with its sections.
type Law struct {
	ID                         string
	Name, Short, InForce, Note Text
	Year                       int
	Sections                   []Section
	Checked                    Checked
}

// Section is a section of an act.
type Section struct {
	Number       string
	Plain, Binds Text
}

// tables fills the data directives of a page.
func (b *builder) tables(p *Page) {
	if !slices.ContainsFunc(p.Doc.Directives, isData) {
		return
	}
	p.Tables = make([]Table, len(p.Doc.Directives))
	for i, d := range p.Doc.Directives {
		if isData(d) {
			t := tabler{b, p, d, new([]Text)}
			p.Tables[i] = t.table()
			p.Tables[i].Since = *t.since
		}
	}
}

func isData(d markup.Directive) bool {
	return slices.Contains([]string{"contacts", "rates", "terms", "schemes", "laws", "timetable"}, d.Name)
}

// tabler fills one directive.
type tabler struct {
	*builder
	page *Page
	d    markup.Directive

	since *[]Text
}

func (t tabler) table() (out Table) {
	switch t.d.Name {
	case "contacts":
		for _, e := range pick(t, t.Data.Contacts, func(e data.Contact) (string, string) { return e.ID, e.Kind }) {
			out.Contacts = append(out.Contacts, t.contact(e))
		}
	case "rates":
		for _, e := range pick(t, t.Data.Rates, func(e data.Rate) (string, string) { return e.ID, "" }) {
			out.Rates = append(out.Rates, t.rate(e))
		}
	case "terms":
		for _, e := range pick(t, t.Data.Terms, func(e data.Term) (string, string) { return e.ID, "" }) {
			out.Terms = append(out.Terms, t.term(e))
		}
	case "schemes":
		for _, e := range pick(t, t.Data.Schemes, func(e data.Scheme) (string, string) { return e.ID, "" }) {
			out.Schemes = append(out.Schemes, t.scheme(e))
		}
	case "laws":
		for _, e := range pick(t, t.Data.Laws, func(e data.Law) (string, string) { return e.ID, "" }) {
			out.Laws = append(out.Laws, t.law(e))
		}
	case "timetable":
		out.Plans = t.plans()
	}
	return out
}

// pick chooses the entries that a directive names by kind or ids; without either, all.
func pick[E any](t tabler, all []E, key func(E) (id, kind string)) []E {
	kinds, ids := strings.Fields(t.d.Attribute("kind")), strings.Fields(t.d.Attribute("ids"))
	var out []E
	var known []string
	for _, e := range all {
		id, kind := key(e)
		known = append(known, id)
		if len(ids) == 0 && (len(kinds) == 0 || slices.Contains(kinds, kind)) {
			out = append(out, e)
		}
	}
	for _, id := range ids {
		i := slices.Index(known, id)
		if i < 0 {
			t.faults.Add("data-entry", t.position("ids"), diag.DidYouMean(id, known, offer(known)), "content/data/%s.yaml has no entry %q", t.d.Name, id)
			continue
		}
		out = append(out, all[i])
	}
	if len(out) == 0 && len(ids) == 0 {
		t.faults.Add("data-entry", t.d.Pos, "", "content/data/%s.yaml has nothing to show here", t.d.Name)
	}
	return out
}

// position is where an attribute of the directive stands.
func (t tabler) position(key string) diag.Position {
	for _, a := range t.d.Attributes {
		if a.Key == key {
			return a.Pos
		}
	}
	return t.d.Pos
}

// text chooses the language of a text; what is missing in the page's own is a warning at the entry.
func (t tabler) text(texts config.Text, pos diag.Position, id, field string) Text {
	if len(texts) == 0 {
		return Text{}
	}
	s, lang := texts.In(t.Config.Chain(t.page.Lang))
	if s == "" {
		return Text{}
	}
	t.stale(texts, lang, field)
	if lang != t.page.Lang {
		t.faults.Add("data-translation", pos, "", "entry %q has no %s in %s", id, field, t.page.Lang)
		return Text{s, lang}
	}
	return Text{Text: s}
}

// stale keeps what the source of a text says now, if the text was made from something else.
func (t tabler) stale(texts config.Text, lang, field string) {
	source := texts[t.Config.DefaultLanguage]
	if t.since == nil || source == "" || lang == t.Config.DefaultLanguage {
		return
	}
	kind := "data." + unnumbered(field)
	target, now := markup.UnitHash(kind, markup.UnitText(texts[lang])), markup.UnitHash(kind, markup.UnitText(source))
	known := false
	for _, x := range t.stated.Of(lang, "data/"+t.d.Name+".yaml") {
		if x.Target == target {
			if known = true; x.Source == now {
				return
			}
		}
	}
	if known {
		*t.since = append(*t.since, Text{source, t.Config.DefaultLanguage})
	}
}

// unnumbered is the name of a field in a list without its number: sections.plain.
func unnumbered(field string) string {
	before, rest, found := strings.Cut(field, "[")
	if !found {
		return field
	}
	_, after, _ := strings.Cut(rest, "]")
	return before + after
}

func (t tabler) contact(e data.Contact) Contact {
	text := func(x config.Text, field string) Text { return t.text(x, e.Pos, e.ID, field) }
	c := Contact{
		ID: e.ID, Kind: e.Kind, Free: e.Free, WithoutBalance: e.WithoutBalance,
		Name: text(e.Name, "name"), Hours: text(e.Hours, "hours"), SpokenLanguages: text(e.SpokenLanguages, "spoken_languages"),
		WhatHappens: text(e.WhatHappens, "what_happens"), Say: text(e.Say, "say"), Deaf: text(e.Deaf, "deaf"),
		Checked: Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil},
	}
	for _, n := range e.Numbers {
		c.Numbers = append(c.Numbers, Number{n, dial(n)})
	}
	return c
}

// dial is a number as a phone dials it: digits, and a + at the front.
func dial(n string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, n)
}

func (t tabler) rate(e data.Rate) Rate {
	text := func(x config.Text, field string) Text { return t.text(x, e.Pos, e.ID, field) }
	r := Rate{
		ID: e.ID, Name: text(e.Name, "name"), Zone: text(e.Zone, "zone"), Note: text(e.Note, "note"),
		Amount: e.Amount, HoursPerDay: e.HoursPerDay, Per: e.Per, Currency: e.Currency, From: e.ValidFrom,
		Checked: Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil},
	}
	if e.HoursPerDay > 0 {
		r.Hourly = e.Amount / e.HoursPerDay
	}
	return r
}

func (t tabler) term(e data.Term) Term {
	text := func(x config.Text, field string) Text { return t.text(x, e.Pos, e.ID, field) }
	out := Term{ID: e.ID, Text: text(e.Text, "text"), Gloss: text(e.Gloss, "gloss"), Note: text(e.Note, "note")}
	for _, code := range t.Config.Codes() {
		if s := e.Text[code]; s != "" && code != t.page.Lang {
			out.Others = append(out.Others, Text{s, code})
		}
	}
	return out
}

func (t tabler) scheme(e data.Scheme) Scheme {
	text := func(x config.Text, field string) Text { return t.text(x, e.Pos, e.ID, field) }
	return Scheme{
		ID: e.ID, Name: text(e.Name, "name"), Who: text(e.Who, "who"), Gives: text(e.Gives, "gives"), Papers: text(e.Papers, "papers"),
		ApplyAt: text(e.ApplyAt, "apply_at"), Form: text(e.Form, "form"), Renew: text(e.Renew, "renew"),
		Companion: text(e.Companion, "companion"), Note: text(e.Note, "note"),
		Checked: Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil},
	}
}

func (t tabler) law(e data.Law) Law {
	text := func(x config.Text, field string) Text { return t.text(x, e.Pos, e.ID, field) }
	out := Law{
		ID: e.ID, Name: text(e.Name, "name"), Short: text(e.Short, "short"), InForce: text(e.InForce, "in_force"), Note: text(e.Note, "note"),
		Year: e.Year, Checked: Checked{e.Source, e.LastChecked, e.CheckedBy, e.UseUntil},
	}
	for i, s := range e.Sections {
		field := "sections[" + strconv.Itoa(i) + "]"
		out.Sections = append(out.Sections, Section{s.Number, text(s.Plain, field+".plain"), text(s.Binds, field+".binds")})
	}
	return out
}
