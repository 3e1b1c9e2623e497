// Package markup turns one Markdown file into a document.
//
// In: the bytes of one file, its name, language and path. Out: a Document: typed front matter, the facts the rest
// of the site needs (headings, steps, links, variables, directives, slides), and a body of HTML with holes where
// only the whole site knows what to write (a link's target, a variable's value, a directive's layout). It depends
// on the file's bytes alone, so a result may be kept for as long as they do not change; it opens nothing, knows
// no other page, and reports every fault at its line and column.
//
// The body is compiled at once, and goldmark's tree is dropped here: a compiled body is a tenth of the tree's size,
// can be kept on disk, and filling its holes is copying.
package markup

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
)

// Options is part of the key under which a document is kept: change it whenever the same bytes give another
// document.
const Options = "commonmark+table+strikethrough+directives 3"

// Parse reads one page. The document is complete but for what its faults name.
func Parse(name, lang, path string, data []byte) *Document {
	return parse(name, lang, path, data, false)
}

// ParseSource reads a page that others are translated from: it keeps the texts of its units, which Parse does not.
func ParseSource(name, lang, path string, data []byte) *Document {
	return parse(name, lang, path, data, true)
}

func parse(name, lang, path string, data []byte, source bool) *Document {
	p := &page{doc: &Document{Name: name, Lang: lang, Path: path}, src: normalise(data), source: source}
	if p.limits() {
		p.front()
		p.body()
	}
	if p.doc.Front.Type == "" { // a fault was said; lint may have it as a warning
		p.doc.Front.Type = "page"
	}
	return p.doc
}

// page is the work on one document.
type page struct {
	doc    *Document
	src    []byte // the file, with \n line ends
	offset int    // where the Markdown begins in src
	meta   yaml.Node
	places places
	ids    map[string]bool
	next   map[string]int   // the number to try next for an id that is taken
	spread int              // bytes of all links' targets and titles
	nodes  []*directiveNode // by index in doc.Directives
	deep   bool             // directive-depth was said

	source  bool     // keep the texts of units
	scratch []byte   // of unit
	texts   [][]byte // of blockUnit
}

// fault records a fault at a byte offset of the Markdown.
func (p *page) fault(code string, at int, hint, format string, args ...any) {
	p.doc.Faults.Add(code, p.pos(at), hint, format, args...)
}

func (p *page) pos(at int) diag.Position { return p.places.place(p.doc.Name, p.src, p.offset+at) }

// normalise drops a byte order mark and turns \r\n and \r into \n. Lines and columns stay those of the file.
func normalise(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
}

var markdown = newMarkdown()

func newMarkdown() goldmark.Markdown {
	table := extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignAttribute))
	return goldmark.New(
		goldmark.WithExtensions(table, extension.Strikethrough),
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(blockParsers()...),
			parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(variableParser{}, 50))...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		)),
		goldmark.WithRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(
			util.Prioritized(nodeRenderer{}, 100),
			util.Prioritized(html.NewRenderer(), 1000)))),
	)
}

// blockParsers are goldmark's own, headings wrapped for their attributes, and directives before all others.
func blockParsers() []util.PrioritizedValue {
	list := []util.PrioritizedValue{util.Prioritized(directiveParser{}, 50)}
	for _, v := range parser.DefaultBlockParsers() {
		switch v.Priority {
		case 100:
			v.Value = headingParser{v.Value.(parser.BlockParser)}
		case 600:
			v.Value = headingParser{v.Value.(parser.BlockParser)}
		}
		list = append(list, v)
	}
	return list
}

var pageKey = parser.NewContextKey()

func (p *page) body() {
	p.compile(p.parse(), p.src[p.offset:])
}

// parse reads the Markdown into goldmark's tree, and records directives as they open.
func (p *page) parse() ast.Node {
	p.ids, p.next = map[string]bool{}, map[string]int{}
	context := parser.NewContext()
	context.Set(pageKey, p)
	return markdown.Parser().Parse(text.NewReader(p.src[p.offset:]), parser.WithContext(context))
}

func pageOf(pc parser.Context) *page { return pc.Get(pageKey).(*page) }

// compile renders the tree into nodes; see compiler.
func (p *page) compile(root ast.Node, src []byte) {
	p.frontUnits()
	c := newCompiler(p)
	if err := markdown.Renderer().Render(c, src, root); err != nil {
		panic("markup: " + err.Error()) // nothing is written to, so nothing can fail
	}
	p.doc.Body = c.finish()
	p.doc.hashHeadings()
	p.doc.Packed, p.doc.Texts = slices.Clip(p.doc.Packed), slices.Clip(p.doc.Texts)
	p.checkSteps()
}
