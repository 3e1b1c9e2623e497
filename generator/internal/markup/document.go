package markup

import (
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/strictyaml"
)

// Document is one parsed page. Nobody changes it after Parse: it is shared between builds.
type Document struct {
	Name       string // file, relative to the project
	Lang, Path string
	Front      Front
	Positions  strictyaml.Positions // of front matter keys
	Headings   []Heading            // in document order; Index of Heading nodes
	Links      []Link               // and pictures; Index of Link and Image nodes
	Variables  []Variable           // Index of Variable nodes; those of strings stand at the end
	Directives []Directive          // in order of their openers; Index of Directive nodes
	Slides     []Slide              // as the deck shows them
	Packed     []PackedUnit         // see Units
	Texts      []string             // of units, in a page that others are translated from (ParseSource); else empty
	Titles     []int                // by index of Headings: the unit that it is, or -1
	Body       Body
	Faults     diag.List
}

// Heading is a heading of the body.
type Heading struct {
	Level     int
	ID        string // unique in the page
	Text      string // plain, variables as written
	Minutes   int    // of a step; 0 when it has none
	Method    string // of a step: talk, show, do, rest
	Directive int    // index of the innermost directive around it, or -1
	Hash      Hash   // of its text, as translations state it; zero when it has none
	Pos       diag.Position
}

// Link is the target of a link or picture, as written but unescaped.
type Link struct {
	Target    string
	Title     string
	Picture   bool
	Directive int // index of the innermost directive around it, or -1
	Pos       diag.Position
}

// Variable is a use of a variable.
type Variable struct {
	Name string
	Pos  diag.Position
}

// Directive is a fenced container.
type Directive struct {
	Name       string
	ID         string
	Attributes []Attribute
	Parent     int   // index of the directive around it, or -1
	Right      []int // quiz: numbers of the right answers, from 1
	Items      int   // cards, check: number of items
	Pos        diag.Position
}

// Attribute is one key and value of a directive.
type Attribute struct {
	Key, Value string
	Pos        diag.Position
}

// Attribute returns the value of key, or empty.
func (d Directive) Attribute(key string) string {
	for _, a := range d.Attributes {
		if a.Key == key {
			return a.Value
		}
	}
	return ""
}

// Around is the innermost directive of a name at or around one (by index; -1 is none), or -1.
func (d *Document) Around(directive int, name string) int {
	for directive >= 0 && d.Directives[directive].Name != name {
		directive = d.Directives[directive].Parent
	}
	return directive
}

// Slide is one slide of the deck: the title (Directive -1), a directive, or one of its cards.
type Slide struct {
	Directive int
	Card      int // from 1; 0 when the slide is the whole directive
}

// Minutes returns the sum of the steps and how many there are.
func (d *Document) Minutes() (sum, steps int) {
	for _, h := range d.Headings {
		if h.IsStep() {
			sum += h.Minutes
			steps++
		}
	}
	return sum, steps
}

// IsStep reports whether the heading begins a timed step.
func (h Heading) IsStep() bool { return h.Level == 2 && h.Minutes > 0 && h.Directive < 0 }
