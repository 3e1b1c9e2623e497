package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"psvsite/generator/internal/config"
)

// place is a name that belongs to one place: a scheme, an office, a line, a state.
type place struct {
	word  folded
	what  string
	state bool
}

// readPlaces takes names and numbers out of the data. A page gets them by a directive, so that another state's edition
// has its own.
func (l *Linter) readPlaces() {
	l.places, l.numbers = map[string][]place{}, map[string]bool{}
	regions := map[string]bool{}
	for _, e := range l.Data.Schemes {
		l.readName(e.Name, "a scheme")
		regions[e.Region] = true
	}
	for _, e := range l.Data.Contacts {
		if e.Kind != "hospital" {
			l.readName(e.Name, "an office or a line")
		}
		regions[e.Region] = true
		for _, n := range e.Numbers {
			l.numbers[strings.Map(digitsOnly, n)] = true
		}
	}
	for _, e := range l.Data.Rates {
		regions[e.Region] = true
	}
	for region := range regions {
		for _, code := range l.Config.Codes() {
			if name := stateName(region, code); name != "" {
				l.places[code] = append(l.places[code], place{fold(name), "a state", true})
			}
		}
	}
}

func digitsOnly(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

// readName takes in a name in all languages, if it is one of its own and no common word: it stands before a comma and
// what it means (Abhayam, women's line), or has a capital inside (Child Welfare Committee). A word of the term base is
// a word for everyone.
func (l *Linter) readName(names config.Text, what string) {
	whole := names[l.Config.DefaultLanguage]
	name := head(whole)
	if !strings.HasPrefix(whole[len(name):], ",") && !capitalInside(name) || l.isTerm(name) {
		return
	}
	for lang, name := range names {
		if name = head(name); utf8.RuneCountInString(name) >= 4 {
			l.places[lang] = append(l.places[lang], place{word: fold(name), what: what})
		}
	}
}

// head is a name without what explains it.
func head(name string) string {
	if i := strings.IndexAny(name, ",(:;"); i >= 0 {
		name = name[:i]
	}
	return strings.TrimSpace(name)
}

func capitalInside(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && slices.ContainsFunc(words[1:], func(w string) bool { return unicode.IsUpper(rune0(w)) })
}

func (l *Linter) isTerm(name string) bool {
	for _, t := range l.Data.Terms {
		if strings.EqualFold(t.Text[l.Config.DefaultLanguage], name) {
			return true
		}
	}
	return false
}

const placeHint = "let a directive such as ::: contacts show it from content/data, so that other places show their own"

// local finds phone numbers, amounts and names of places in prose. An edition's own pages belong to its place, and
// sources are named as they are.
func (p *page) local(t text) {
	if t.kind == sourcesKind || strings.HasPrefix(p.doc.Name, "content/editions/") {
		return
	}
	if t.numbers {
		p.localNumbers(t)
	}
	about := p.doc.Path == "about" || strings.HasPrefix(p.doc.Path, "about/")
	for _, w := range p.places[t.lang] {
		if w.state && about {
			continue
		}
		t.folded.find(w.word, func(start, end int, tail []rune) {
			if caseEnding(tail) {
				t.fault("text-place", start, placeHint, "%q is %s and stands in prose", t.plain[start:end], w.what)
			}
		})
	}
}

func (p *page) localNumbers(t text) {
	for _, n := range p.phones(t.plain) {
		t.fault("text-place", n.Start, placeHint, "the number %q stands in prose", t.plain[n.Start:n.End])
	}
	for _, at := range amount.FindAllStringIndex(t.plain, -1) {
		t.fault("text-place", at[0], strings.Replace(placeHint, "contacts", "rates", 1), "the amount %q stands in prose", strings.TrimSpace(t.plain[at[0]:at[1]]))
	}
}

// caseEndings are what Gujarati writes behind a name; with ી behind it ગુજરાત is the language.
var caseEndings = []string{"", "s", "ના", "ની", "નો", "નું", "નાં", "ને", "થી", "માં", "માંથી", "માંની", "માંના", "એ", "ે", "નો જ", "માંય"}

func caseEnding(tail []rune) bool { return slices.Contains(caseEndings, string(tail)) }

// stateName is how a language writes the name of a data entry's region; empty for a country, which a page may name.
func stateName(region, lang string) string {
	if region == "" || region == "india" {
		return ""
	}
	if names, ok := states[region]; ok {
		base, _, _ := strings.Cut(lang, "-")
		return names[base]
	}
	words := strings.Split(region, "-")
	for i, w := range words {
		words[i] = strings.ToUpper(w[:min(1, len(w))]) + w[min(1, len(w)):]
	}
	return strings.Join(words, " ")
}
