package markup

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// quizSpec is a question, a list of answers of which `[x]` marks the right ones, and why.
var quizSpec = &spec{name: "quiz", slide: true, content: quizContent, parts: quizParts}

func quizContent(p *page, n *directiveNode, d *Directive) {
	answers := childList(n)
	if answers == nil || n.FirstChild() == ast.Node(answers) {
		p.doc.Faults.Add("directive-content", d.Pos, "- [x] right, - [ ] wrong", "quiz wants a question, then a list of answers, then why")
		return
	}
	number := 0
	for item := answers.FirstChild(); item != nil; item = item.NextSibling() {
		number++
		p.answer(item, number, d)
	}
	if len(d.Right) == 0 {
		p.doc.Faults.Add("directive-content", d.Pos, "mark it with [x]", "quiz has no right answer")
	}
}

// answer takes the mark off an answer's first line, before its inlines are read.
func (p *page) answer(item ast.Node, number int, d *Directive) {
	first := item.FirstChild()
	if first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
		p.unmarked(max(0, item.Pos()))
		return
	}
	s := first.Lines().At(0)
	line := s.Value(p.src[p.offset:])
	right, wrong := bytes.HasPrefix(line, []byte("[x] ")), bytes.HasPrefix(line, []byte("[ ] "))
	if !right && !wrong {
		p.unmarked(s.Start)
		return
	}
	if right {
		d.Right = append(d.Right, number)
	}
	s.Start += len("[x] ")
	first.Lines().Set(0, s)
}

func (p *page) unmarked(at int) {
	p.fault("directive-content", at, "- [x] right, - [ ] wrong", "this answer is marked neither right nor wrong")
}

// quizParts are the question, the answers and why.
func quizParts(n *directiveNode) [][]ast.Node {
	parts := make([][]ast.Node, 3)
	answers, at := ast.Node(childList(n)), 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c == answers {
			at = 1
		} else if at == 1 {
			at = 2
		}
		parts[at] = append(parts[at], c)
	}
	return parts
}
