package markup

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// nodeRenderer writes the nodes that need the site, or that HTML has no place for.
type nodeRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (nodeRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHeading, on(renderHeading))
	r.Register(ast.KindParagraph, on(renderParagraph))
	r.Register(ast.KindTextBlock, on(renderTextBlock))
	r.Register(ast.KindBlockquote, on(renderQuote))
	r.Register(extast.KindTableCell, on(renderCell))
	r.Register(extast.KindTable, on(renderTable))
	r.Register(ast.KindList, on(renderList))
	r.Register(ast.KindListItem, on(renderListItem))
	r.Register(ast.KindThematicBreak, on(renderBreak))
	r.Register(ast.KindLink, on(renderLink))
	r.Register(ast.KindAutoLink, on(renderAutoLink))
	r.Register(ast.KindImage, on(renderImage))
	r.Register(ast.KindHTMLBlock, on(refuseHTML))
	r.Register(ast.KindRawHTML, on(refuseHTML))
	r.Register(kindDirective, on(renderDirective))
	r.Register(kindFence, on(func(*compiler, []byte, ast.Node, bool) ast.WalkStatus { return ast.WalkSkipChildren }))
	r.Register(kindVariable, on(renderVariable))
}

type nodeFunc func(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus

// on fits a function to goldmark's renderers; the writer is always our compiler.
func on(f nodeFunc) renderer.NodeRendererFunc {
	return func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		return f(w.(*compiler), src, n, entering), nil
	}
}

func renderHeading(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		c.closeUnit()
		c.close()
		return ast.WalkContinue
	}
	h := c.page.heading(n.(*ast.Heading), src)
	index := len(c.page.doc.Headings)
	c.page.doc.Headings = append(c.page.doc.Headings, h)
	if h.Level == 2 && n.Parent().Kind() == ast.KindDocument {
		if c.inside(Section) {
			c.close()
		}
		c.open(Section, index)
	}
	c.open(HeadingAt, index)
	c.page.doc.Titles = append(c.page.doc.Titles, c.unit(n, src))
	return ast.WalkContinue
}

// maxAbreast is how many pictures stand side by side on any screen; more are put in even rows, by their number.
const maxAbreast = 4

// renderParagraph marks paragraphs that hold pictures alone: they are laid out side by side.
func renderParagraph(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		_, _ = c.WriteString("</p>\n")
		c.closeUnit()
		return ast.WalkContinue
	}
	c.unit(n, src)
	switch k := images(n, src); {
	case k > maxAbreast:
		_, _ = c.WriteString(`<p class="pics n` + itoa(k) + `">`)
	case k > 0:
		_, _ = c.WriteString(`<p class="pics">`)
	default:
		_, _ = c.WriteString("<p>")
	}
	return ast.WalkContinue
}

// renderTextBlock writes the text of a tight list's item. That of a tick list is part of its label.
func renderTextBlock(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	label := isCheckItem(n.Parent())
	switch {
	case entering && !label:
		c.unit(n, src)
	case !entering:
		if !label {
			c.closeUnit()
		}
		if n.NextSibling() != nil && n.FirstChild() != nil {
			_ = c.WriteByte('\n')
		}
	}
	return ast.WalkContinue
}

func renderQuote(c *compiler, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		c.group(n)
		_, _ = c.WriteString("<blockquote>\n")
		return ast.WalkContinue
	}
	_, _ = c.WriteString("</blockquote>\n")
	c.closeGroup(n)
	return ast.WalkContinue
}

// images counts the pictures of a paragraph that holds nothing else; of any other it returns 0.
func images(n ast.Node, src []byte) int {
	count := 0
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch t := k.(type) {
		case *ast.Image:
			count++
		case *ast.Text:
			if len(bytes.TrimSpace(t.Segment.Value(src))) > 0 {
				return 0
			}
		default:
			return 0
		}
	}
	return count
}

// renderTable lets a table that is wider than a phone scroll by itself, also by the keyboard.
func renderTable(c *compiler, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	c.inTable = false
	if entering {
		c.group(n)
		_, _ = c.WriteString(`<div class="scroll" tabindex="0"><table>`)
	} else {
		_, _ = c.WriteString("</table></div>\n")
		c.closeGroup(n)
	}
	c.inTable = entering
	return ast.WalkContinue
}

// renderCell writes a cell as goldmark does.
func renderCell(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	cell, tag := n.(*extast.TableCell), "td"
	if n.Parent().Kind() == extast.KindTableHeader {
		tag = "th"
	}
	if !entering {
		c.closeUnit()
		_, _ = c.Write([]byte("</" + tag + ">\n"))
		return ast.WalkContinue
	}
	_, _ = c.WriteString("<" + tag)
	if cell.Alignment != extast.AlignNone {
		_, _ = c.WriteString(` align="` + cell.Alignment.String() + `"`)
	}
	_ = c.WriteByte('>')
	c.unit(n, src)
	return ast.WalkContinue
}

func refuseHTML(c *compiler, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		c.page.fault("text-html", max(0, n.Pos()), `use Markdown or a directive; write \< for the sign itself`, "HTML is not used in pages")
	}
	return ast.WalkSkipChildren
}

func renderVariable(c *compiler, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		c.variable(n.(*variableNode))
	}
	return ast.WalkContinue
}

func (c *compiler) variable(n *variableNode) {
	doc := c.page.doc
	doc.Variables = append(doc.Variables, Variable{n.name, c.page.pos(max(0, n.Pos()))})
	c.open(VariableAt, len(doc.Variables)-1)
	c.close()
}

func renderDirective(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		c.close()
		return ast.WalkContinue
	}
	d := n.(*directiveNode)
	c.page.attributeUnits(d.index)
	c.open(DirectiveAt, d.index)
	if d.spec == figureSpec {
		c.page.onePicture(d, src)
	}
	if d.spec == nil || d.spec.parts == nil {
		return ast.WalkContinue
	}
	for i, part := range d.spec.parts(d) {
		c.open(Part, i)
		for _, child := range part {
			_ = c.render.Render(c, src, child)
		}
		c.close()
	}
	return ast.WalkSkipChildren // and comes back to leave the directive
}

func renderList(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	list, tag, class := n.(*ast.List), "ul", ""
	if d := listDirective(n); d != nil && d.spec != nil {
		switch d.spec.name {
		case "check", "cards", "doors":
			class = d.spec.name
			if d.strip = d.spec == cardsSpec && pictured(n, src); d.strip {
				class += " strip"
			}
		case "quiz":
			tag, class = "ol", "answers"
		}
	}
	if list.IsOrdered() {
		tag = "ol"
	}
	if !entering {
		_, _ = c.WriteString("</" + tag + ">\n")
		c.closeGroup(n)
		return ast.WalkContinue
	}
	c.group(n)
	_, _ = c.WriteString("<" + tag)
	if list.IsOrdered() && list.Start != 1 {
		_, _ = c.WriteString(` start="` + itoa(list.Start) + `"`)
	}
	if class != "" {
		_, _ = c.WriteString(` class="` + class + `"`)
	}
	_, _ = c.WriteString(">\n")
	return ast.WalkContinue
}

// pictured reports whether every item of a list begins with a picture and has no back: cards of that kind tell a story in
// a few rows.
func pictured(list ast.Node, src []byte) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		if first := item.FirstChild(); first == nil || images(first, src) == 0 {
			return false
		}
		for child := item.FirstChild(); child != nil; child = child.NextSibling() {
			if child.Kind() == ast.KindThematicBreak {
				return false
			}
		}
	}
	return true
}

// renderListItem writes an item. One of a tick list is a label, and a unit as a whole: what is said about it cannot stand
// in the label.
func renderListItem(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	check := isCheckItem(n)
	if !entering {
		if check {
			_, _ = c.WriteString("</span></label>")
			c.closeUnit()
		}
		if isCard(n) {
			_, _ = c.WriteString("</div>")
		}
		_, _ = c.WriteString("</li>\n")
		c.close()
		return ast.WalkContinue
	}
	if isCard(n) && beginsSheet(n) {
		_, _ = c.WriteString(`</ul><ul class="cards">`)
	}
	c.open(ItemAt, len(c.page.doc.Packed))
	_, _ = c.WriteString("<li>")
	if isCard(n) {
		_, _ = c.WriteString("<div>")
	}
	first := n.FirstChild()
	if check {
		if first != nil {
			c.unit(first, src)
		} else {
			c.units = append(c.units, false)
		}
		_, _ = c.WriteString(`<label><input type="checkbox"><span>`)
	}
	if first != nil && first.Kind() != ast.KindTextBlock {
		_ = c.WriteByte('\n')
	}
	return ast.WalkContinue
}

func isCheckItem(n ast.Node) bool {
	if n == nil || n.Kind() != ast.KindListItem {
		return false
	}
	d := listDirective(n.Parent())
	return d != nil && d.spec == checkSpec
}

// writeText writes text as goldmark does: escapes and entities resolved, HTML's signs escaped.
func (c *compiler) writeText(b []byte) { html.DefaultWriter.Write(c, b) }
