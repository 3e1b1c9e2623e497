package render

import (
	"bytes"
	"fmt"

	"psvsite/generator/internal/markup"
)

// booklet is the number of pages of a booklet: a page on A5 of four sides or more. Elsewhere it is 0.
func booklet(d *markup.Document) int {
	if p := d.Front.Print; p != nil && p.Sheet == "A5" && p.Pages >= 4 {
		return p.Pages
	}
	return 0
}

// pageBreak is a thematic break, which in a booklet begins a new page of it.
var pageBreak = []byte("<hr>\n")

// leaves sets each page of a booklet into a leaf. Printed on both sides of A4, two leaves a side, and folded, they come in
// their order: the first side holds the last and the first, its back the second and the last but one, and so on.
func (w *writer) leaves(n int) {
	parts := bytes.Split(w.body.HTML, pageBreak)
	if len(parts) != n || n%4 != 0 {
		d := w.page.Doc
		w.body.Faults.Add("layout-leaves", d.Positions.At("print.pages"), "a line --- begins a page; folded sheets have 4, 8, 12, 16 … of them",
			"the booklet has %d pages and says %d", len(parts), n)
	}
	var b bytes.Buffer
	for i, part := range parts {
		row, column := imposed(i+1, len(parts))
		fmt.Fprintf(&b, "<section class=\"leaf r%d c%d\">", row, column)
		b.Write(part)
		b.WriteString("</section>")
	}
	w.body.HTML = b.Bytes()
}

// imposed is the side, from 1, and the half of it on which page i of n is printed.
func imposed(i, n int) (side, half int) {
	if i <= n/2 { // the first half of the pages: odd ones at the end of a line, even ones at its start
		return i, 1 + i%2
	}
	return n + 1 - i, 1 + i%2
}
