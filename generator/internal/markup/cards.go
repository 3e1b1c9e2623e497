package markup

import "github.com/yuin/goldmark/ast"

// cardsOnSheet is how many cards of A6 stand on a side of A4. Each sheet is a list of its own, so that print styles can
// put the backs behind their fronts.
const cardsOnSheet = 4

// isCard reports whether a node is a card to cut out. Cards that are all pictures tell a story, and are no such cards.
func isCard(n ast.Node) bool {
	if n == nil || n.Kind() != ast.KindListItem {
		return false
	}
	d := listDirective(n.Parent())
	return d != nil && d.spec == cardsSpec && !d.strip
}

// beginsSheet reports whether a card is the first on a sheet that is not the first.
func beginsSheet(card ast.Node) bool {
	before := 0
	for p := card.PreviousSibling(); p != nil; p = p.PreviousSibling() {
		before++
	}
	return before > 0 && before%cardsOnSheet == 0
}

// renderBreak writes a thematic break. In a card it parts the front from the back.
func renderBreak(c *compiler, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	switch {
	case !entering:
	case isCard(n.Parent()):
		_, _ = c.WriteString(`</div><div class="back">`)
	default:
		_, _ = c.WriteString("<hr>\n")
	}
	return ast.WalkContinue
}
