package markup

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// plainText is the text of a node without markup: variables as they are written, braces that are none behind a
// backslash, so that it expands to what the reader sees.
func plainText(n ast.Node, src []byte) string {
	var out, run strings.Builder
	flush := func() {
		out.WriteString(strings.ReplaceAll(run.String(), "{{", literalBraces))
		run.Reset()
	}
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if v, ok := c.(*variableNode); ok {
			flush()
			out.WriteString("{{" + v.name + "}}")
		}
		run.WriteString(ownText(c, src))
		return ast.WalkContinue, nil
	})
	flush()
	return out.String()
}

// ownText is the text that stands in a node itself.
func ownText(n ast.Node, src []byte) string {
	switch n := n.(type) {
	case *ast.Text:
		s := string(n.Segment.Value(src))
		if !n.IsRaw() {
			s = unescape([]byte(s))
		}
		if n.SoftLineBreak() || n.HardLineBreak() {
			s += " "
		}
		return s
	case *ast.String:
		return string(n.Value)
	case *ast.AutoLink:
		return string(n.Label(src))
	}
	return ""
}

var entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// unescape resolves backslashes and entities, each once, so that `javascript&#58;` is seen for what it is and `\&amp;`
// stays what it says.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	var out []byte
	for len(b) > 0 {
		piece, size := unescapeNext(b)
		out = append(out, piece...)
		b = b[size:]
	}
	return string(out)
}

// unescapeNext resolves what stands at the beginning of b, and says how many bytes of it that was.
func unescapeNext(b []byte) (piece []byte, size int) {
	if b[0] == '\\' && len(b) > 1 && util.IsPunct(b[1]) {
		return b[1:2], 2
	}
	if b[0] != '&' {
		return b[:1], 1
	}
	if piece = entity.Find(b); piece != nil {
		return util.ResolveEntityNames(util.ResolveNumericReferences(piece)), len(piece)
	}
	return b[:1], 1
}
