package markup

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

func renderLink(c *compiler, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		c.close()
		return ast.WalkContinue
	}
	l := n.(*ast.Link)
	c.open(LinkAt, c.page.link(n, c.page.resolved(l.Destination), c.page.resolved(l.Title), false))
	return ast.WalkContinue
}

func renderAutoLink(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	l := n.(*ast.AutoLink)
	target := string(l.URL(src)) // CommonMark resolves no escapes between < and >
	if l.AutoLinkType == ast.AutoLinkEmail {
		target = "mailto:" + target
	}
	c.open(LinkAt, c.page.link(n, target, "", false))
	_, _ = c.Write(util.EscapeHTML(l.Label(src)))
	c.close()
	return ast.WalkContinue
}

// renderImage writes the alternative text alone: goldmark's own would drop variables from it.
func renderImage(c *compiler, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	i := n.(*ast.Image)
	c.open(ImageAt, c.page.link(n, c.page.resolved(i.Destination), c.page.resolved(i.Title), true))
	c.alternative(n, src)
	c.close()
	return ast.WalkSkipChildren
}

func (c *compiler) alternative(n ast.Node, src []byte) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch t := k.(type) {
		case *ast.Text:
			if t.IsRaw() {
				_, _ = c.Write(util.EscapeHTML(t.Segment.Value(src)))
			} else {
				c.writeText(t.Segment.Value(src))
			}
			if t.SoftLineBreak() || t.HardLineBreak() {
				_ = c.WriteByte(' ')
			}
		case *ast.String:
			c.writeText(t.Value)
		case *variableNode:
			c.variable(t)
		default:
			c.alternative(k, src)
		}
	}
}

// link records a target and returns its index.
func (p *page) link(n ast.Node, target, title string, picture bool) int {
	around, _ := enclosing(n)
	l := Link{Target: target, Title: title, Picture: picture, Directive: -1, Pos: p.pos(max(0, n.Pos()))}
	if around != nil {
		l.Directive = around.index
	}
	p.unfold(&l)
	p.stringVariables(l.Target, l.Pos)
	p.stringVariables(l.Title, l.Pos)
	p.doc.Links = append(p.doc.Links, l)
	return len(p.doc.Links) - 1
}

// resolved is a target or title without escapes; once links add up to too much, it is left as it is.
func (p *page) resolved(b []byte) string {
	if p.spread > maxFile {
		return ""
	}
	return unescape(b)
}

// unfold bounds what links add up to: a definition of 30 kB can be named half a million times in a page of 2 MB.
func (p *page) unfold(l *Link) {
	size := len(l.Target) + len(l.Title)
	if p.spread <= maxFile && p.spread+size > maxFile {
		p.doc.Faults.Add("text-size", l.Pos, "make what they lead to shorter", "the links of this page add up to over 2 MB")
		p.spread = maxFile + 1
	}
	if p.spread += size; p.spread > maxFile {
		l.Target, l.Title = "#", ""
	}
}
