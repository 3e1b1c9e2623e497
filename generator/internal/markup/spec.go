package markup

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/strictyaml"
)

// spec is what a directive may hold. Each directive has a file of its own, directive_<name>.go, that declares it,
// and a layout of its own, layouts/directives/<name>.html.
type spec struct {
	name       string
	attributes []attribute
	slide      bool // stands in the deck, unless it stands in another slide
	cards      bool // each of its items is a slide
	empty      bool // filled from data: nothing may stand in it
	// content checks and prepares what stands in the directive, when its block is closed and before inlines are read.
	content func(p *page, n *directiveNode, d *Directive)
	// parts cuts the children into parts, each a Part node; nil: no parts.
	parts func(n *directiveNode) [][]ast.Node
}

// attribute is one attribute that a directive takes.
type attribute struct {
	name     string
	kind     attributeKind
	words    []string // the values of a word
	required bool
}

type attributeKind int

const (
	textual attributeKind = iota // any text, variables in it
	integer                      // a whole number from 1, in any script's digits
	word                         // one of words
	number                       // one of words or a whole number
	list                         // names parted by spaces
	route                        // the path of a page
)

var specs, names = index(
	slideSpec, saySpec, notesSpec, activitySpec, handoutSpec, safetySpec, writeSpec, checkSpec, cardsSpec, quizSpec,
	figureSpec, slipsSpec, doorsSpec, contactsSpec, ratesSpec, termsSpec, schemesSpec, lawsSpec, timetableSpec)

func index(list ...*spec) (map[string]*spec, []string) {
	m, names := map[string]*spec{}, make([]string, 0, len(list))
	for _, s := range list {
		m[s.name] = s
		names = append(names, s.name)
	}
	return m, names
}

// Directives lists the names of all directives.
func Directives() []string { return slices.Clone(names) }

func joined(words []string) string { return strings.Join(words, ", ") }

// explicitID takes an id that the author gave; ids that slides use are refused.
func (p *page) explicitID(id *string, a attributes, at int) {
	switch {
	case a.id == "":
	case reservedID(a.id):
		p.fault("attribute-id", at+a.idAt, "choose another", "the id %q is kept for slides", a.id)
	case p.ids[a.id]:
		p.fault("attribute-id", at+a.idAt, "choose another", "the id %q stands twice in this page", a.id)
	default:
		p.ids[a.id] = true
		*id = a.id
	}
}

// typed checks each attribute against the spec and keeps the good ones.
func (p *page) typed(d *Directive, s *spec, a attributes, at int) {
	if s == nil {
		return
	}
	for _, v := range a.pairs {
		i := slices.IndexFunc(s.attributes, func(t attribute) bool { return t.name == v.key })
		if i < 0 {
			p.fault("attribute-unknown", at+v.at, p.knownAttributes(s, v.key), "%s takes no %q", s.name, v.key)
			continue
		}
		value, want := s.attributes[i].check(v.value)
		if want != "" {
			p.fault("attribute-value", at+v.where, "", "%s must be %s, not %q", v.key, want, v.value)
			continue
		}
		d.Attributes = append(d.Attributes, Attribute{v.key, value, p.pos(at + v.where)})
		if s.attributes[i].kind == textual {
			p.stringVariables(value, p.pos(at+v.where))
		}
	}
}

func (p *page) knownAttributes(s *spec, key string) string {
	var known []string
	for _, t := range s.attributes {
		known = append(known, t.name)
	}
	if len(known) == 0 {
		return "it takes only an id: {#name}"
	}
	return diag.DidYouMean(key, known, "it takes: "+joined(known))
}

// maxInteger is the largest number of an attribute: a layout may draw as many lines.
const maxInteger = 1000

// check returns the value in its plain form, or what was wanted instead.
func (t attribute) check(value string) (plain, want string) {
	n, isNumber := strictyaml.ParseInt(value)
	switch t.kind {
	case integer:
		if !isNumber || n < 1 {
			return "", "a whole number"
		}
		if n > maxInteger {
			return "", "at most " + itoa(maxInteger)
		}
		return itoa(n), ""
	case number:
		if isNumber && n > 0 && n <= maxInteger {
			return itoa(n), ""
		}
		if !slices.Contains(t.words, value) {
			return "", "a whole number or one of " + joined(t.words)
		}
	case word:
		if !slices.Contains(t.words, value) {
			return "", "one of " + joined(t.words)
		}
	case list:
		for _, w := range strings.Fields(value) {
			if len(t.words) > 0 && !slices.Contains(t.words, w) {
				return "", "names out of " + joined(t.words)
			}
		}
	}
	return value, ""
}

func (p *page) required(d *Directive, s *spec) {
	if s == nil {
		return
	}
	for _, t := range s.attributes {
		if t.required && d.Attribute(t.name) == "" {
			p.doc.Faults.Add("attribute-missing", d.Pos, "::: "+s.name+" {"+t.name+`="…"}`, "%s needs %s=…", s.name, t.name)
		}
	}
}

// content runs when a directive closes.
func (p *page) content(n *directiveNode, d *Directive) {
	if n.spec.empty && n.FirstChild() != nil {
		p.fault("directive-content", n.FirstChild().Pos(), "take the text out", "%s is filled from data and holds no text", d.Name)
	}
	if n.spec.content != nil {
		n.spec.content(p, n, d)
	}
}
