package markup

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"psvsite/generator/internal/diag"
)

var kindVariable = ast.NewNodeKind("Variable")

// variableNode is {{a.b}} in text.
type variableNode struct {
	ast.BaseInline
	name string
}

// Kind implements ast.Node.
func (n *variableNode) Kind() ast.NodeKind { return kindVariable }

// Dump implements ast.Node.
func (n *variableNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Name": n.name}, nil)
}

// variableParser reads {{a.b}}: letters, digits, `_` and `.`, no spaces. \{{ is literal, by CommonMark's own escapes.
type variableParser struct{}

var (
	variableHere  = regexp.MustCompile(`^\{\{([A-Za-z0-9_.]+)\}\}`)
	variableIn    = regexp.MustCompile(`\\\{\{|\{\{([A-Za-z0-9_.]+)\}\}`)
	literalBraces = `\{{`
)

// Trigger implements parser.InlineParser.
func (variableParser) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser.
func (variableParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	m := variableHere.FindSubmatch(line)
	if m == nil {
		return nil
	}
	block.Advance(len(m[0]))
	return &variableNode{name: string(m[1])}
}

// stringVariables records the variables of a string: an attribute, a front matter value, a link's target.
func (p *page) stringVariables(s string, pos diag.Position) {
	for _, name := range VariablesIn(s) {
		p.doc.Variables = append(p.doc.Variables, Variable{name, pos})
	}
}

// VariablesIn lists the variables that a string uses.
func VariablesIn(s string) []string {
	if !strings.Contains(s, "{{") {
		return nil
	}
	var found []string
	for _, m := range variableIn.FindAllStringSubmatch(s, -1) {
		if m[1] != "" {
			found = append(found, m[1])
		}
	}
	return found
}

// Expand replaces the variables of a string by what value returns, and \{{ by {{.
func Expand(s string, value func(name string) string) string {
	if !strings.Contains(s, "{{") {
		return s
	}
	return variableIn.ReplaceAllStringFunc(s, func(m string) string {
		if m == literalBraces {
			return "{{"
		}
		return value(m[2 : len(m)-2])
	})
}
