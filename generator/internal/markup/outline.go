package markup

import (
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Outline is how a page is built: what a translation must leave as it is, and where the parts stand that can be moved
// whole.
type Outline struct {
	Units []Unit

	// Fixed are for each unit what no translation changes: `link help.md`, `picture ring.svg`, `code x = y`,
	// `variable hospital.name`, sorted, each once. Of a link that stays on the site the anchor is only `#…`: ids are made
	// of headings, and so differ between languages.
	Fixed [][]string

	// Lines are the blocks of the body, one a line, indented by their depth, texts left out.
	Lines []string

	// Blocks are the keys of front matter and the uppermost blocks of the body, in the order of the file.
	Blocks []Block
}

// Block is a key of front matter, or an uppermost block of the body with all that it holds.
type Block struct {
	Key         string // of front matter; empty for a block of the body
	Start, End  int    // whole lines, in the file's bytes; empty lines behind it are its own
	First, Last int    // its units: Units[First:Last]
}

// OutlineOf returns how a page is built, as far as limits allow to parse it.
func OutlineOf(name, lang, path string, data []byte) Outline {
	p := &page{doc: &Document{Name: name, Lang: lang, Path: path}, src: normalise(data)}
	if !p.limits() {
		return Outline{}
	}
	p.front()
	o := &outliner{collector: collector{page: p, file: newOffsets(data)}, fixed: map[int][]string{}}
	root := p.parse()
	o.fronts()
	o.body(root)
	o.attributes()
	slices.SortStableFunc(o.units, func(a, b Unit) int { return a.Start - b.Start })
	o.walk(root, 0)
	o.frontBlocks()
	o.bodyBlocks(root, len(data))
	for i := range o.Blocks {
		o.assign(&o.Blocks[i])
	}
	o.Units = o.units
	for _, u := range o.units {
		o.Fixed = append(o.Fixed, o.fixedIn(u))
	}
	return o.Outline
}

// outliner is the work on one outline.
type outliner struct {
	collector
	Outline
	fixed map[int][]string // by where in the file a unit of the body begins
}

// walk writes down the blocks of the body, and what is fixed in their texts.
func (o *outliner) walk(n ast.Node, depth int) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		o.Lines = append(o.Lines, strings.Repeat("  ", depth)+o.describe(k))
		if unitKind(k) == "" {
			o.walk(k, depth+1)
		} else if k.Lines().Len() > 0 {
			at := o.file.of(o.page.offset + k.Lines().At(0).Start)
			o.fixed[at] = o.page.fixedParts(k)
		}
	}
}

// describe is a block without its text.
func (o *outliner) describe(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Heading:
		a, _ := n.AttributeString(attributeName)
		return fmt.Sprint("heading ", n.Level, a)
	case *ast.List:
		return fmt.Sprintf("list %c %d %v", n.Marker, n.Start, n.IsTight)
	case *extast.Table:
		return fmt.Sprint("table ", n.Alignments)
	case *ast.FencedCodeBlock:
		return fmt.Sprintf("code %q %q", n.Language(o.page.src[o.page.offset:]), n.Lines().Value(o.page.src[o.page.offset:]))
	case *ast.CodeBlock, *ast.HTMLBlock:
		return fmt.Sprintf("%s %q", n.Kind(), n.Lines().Value(o.page.src[o.page.offset:]))
	case *directiveNode:
		return o.directive(o.page.doc.Directives[n.index])
	}
	return n.Kind().String()
}

// directive is a directive with all of its attributes that are no texts.
func (o *outliner) directive(d Directive) string {
	line := fmt.Sprintf("%s #%s %v %d", d.Name, d.ID, d.Right, d.Items)
	for _, a := range d.Attributes {
		if s := specs[d.Name]; s == nil || s.textual(a.Key) {
			line += " " + a.Key
		} else {
			line += fmt.Sprintf(" %s=%q", a.Key, a.Value)
		}
	}
	return line
}

// textual reports whether an attribute is a text.
func (s *spec) textual(key string) bool {
	return slices.ContainsFunc(s.attributes, func(a attribute) bool { return a.name == key && a.kind == textual })
}

func (o *outliner) fixedIn(u Unit) []string {
	if parts, ok := o.fixed[u.Start]; ok && !strings.Contains(u.Kind, ".") {
		return parts
	}
	return sortedParts(VariablesIn(u.Text), nil)
}

// fixedParts are what no translation of a block's text changes.
func (p *page) fixedParts(block ast.Node) []string {
	src := p.src[p.offset:]
	var variables, parts []string
	_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *variableNode:
			variables = append(variables, n.name)
		case *ast.CodeSpan:
			r := &reader{src: src}
			r.inlines(n)
			parts = append(parts, "code "+r.plain())
		case *ast.Link:
			parts = append(parts, "link "+withoutAnchor(unescape(n.Destination)))
		case *ast.Image:
			parts = append(parts, "picture "+unescape(n.Destination))
		case *ast.AutoLink:
			parts = append(parts, "link "+string(n.URL(src)))
		case *ast.RawHTML:
			parts = append(parts, "html "+string(n.Segments.Value(src)))
		}
		return ast.WalkContinue, nil
	})
	return sortedParts(variables, parts)
}

func sortedParts(variables, parts []string) []string {
	for _, name := range variables {
		parts = append(parts, "variable "+name)
	}
	slices.Sort(parts)
	return slices.Compact(parts)
}

// withoutAnchor is a link's target; of one that stays on the site, the anchor is left out.
func withoutAnchor(target string) string {
	path, _, anchored := strings.Cut(target, "#")
	if !anchored || strings.Contains(path, ":") {
		return target
	}
	return path + "#…"
}
