package docx

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Numbered lists are numId 2 and on; a page has no more of them than this, and what comes after goes on counting.
const (
	firstNumbered = 2
	mostNumbered  = 40
)

func itoa(n int) string { return strconv.Itoa(n) }

// writer turns HTML as pages have it into paragraphs and tables.
type writer struct {
	out    *strings.Builder
	rtl    bool
	runs   strings.Builder // of the paragraph at hand
	bold   int
	style  string // of the paragraph at hand
	list   string // numbering of the paragraph at hand
	boxes  int    // open around the paragraph
	counts int    // numbered lists so far
}

func (w *writer) html(text []byte) {
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		return // a reader of bytes gives no error, and html takes any text
	}
	w.children(root)
	w.flush()
}

func (w *writer) children(n *html.Node) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		w.node(k)
	}
}

func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
	default:
		w.children(n)
		return
	}
	switch n.DataAtom {
	case atom.Svg, atom.Img, atom.Template, atom.Button, atom.Script, atom.Head:
	case atom.H1, atom.H2:
		w.block(n, "Heading2")
	case atom.H3, atom.H4, atom.H5, atom.H6, atom.Legend, atom.Summary:
		w.block(n, "Heading3")
	case atom.P, atom.Div, atom.Section, atom.Dl, atom.Dt, atom.Dd, atom.Details, atom.Fieldset, atom.Blockquote, atom.Pre:
		w.container(n)
	case atom.Ul, atom.Ol:
		w.items(n)
	case atom.Table:
		w.table(n)
	case atom.Br:
		w.runs.WriteString(`<w:r><w:br/></w:r>`)
	case atom.Strong, atom.B, atom.Th:
		w.bold++
		w.children(n)
		w.bold--
	case atom.Small:
		w.small(n)
	case atom.Label:
		w.label(n)
	case atom.Textarea:
	case atom.I:
		if has(n, "rule") {
			w.flush()
			w.paragraph("Line", "", "\u00a0")
		}
	case atom.Span:
		if has(n, "blank") {
			w.text("________")
			return
		}
		w.children(n)
	default:
		w.children(n)
	}
}

func has(n *html.Node, class string) bool {
	for _, a := range n.Attr {
		if a.Key == "class" && slices.Contains(strings.Fields(a.Val), class) {
			return true
		}
	}
	return false
}

// block writes an element as one paragraph of a style.
func (w *writer) block(n *html.Node, style string) {
	w.flush()
	w.style = style
	w.children(n)
	w.flush()
}

func (w *writer) container(n *html.Node) {
	w.flush()
	boxed := has(n, "box")
	if boxed {
		w.boxes++
	}
	if has(n, "lab") {
		w.bold++
		w.children(n)
		w.bold--
	} else {
		w.children(n)
	}
	w.flush()
	if boxed {
		w.boxes--
	}
}

// label is that of a tick, a box in front, or of a field, in bold.
func (w *writer) label(n *html.Node) {
	w.flush()
	if first := n.FirstChild; first != nil && first.DataAtom == atom.Input {
		w.text("☐ ")
		w.children(n)
	} else {
		w.bold++
		w.children(n)
		w.bold--
	}
	w.flush()
}

// small is a remark below what it is about.
func (w *writer) small(n *html.Node) {
	w.flush()
	bold := w.bold
	w.bold = 0
	w.children(n)
	w.flush()
	w.bold = bold
}

func (w *writer) items(n *html.Node) {
	w.flush()
	number := "1"
	if n.DataAtom == atom.Ol {
		number = itoa(firstNumbered + min(w.counts, mostNumbered-1))
		w.counts++
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom == atom.Li {
			outer := w.list
			w.list = number
			w.children(k)
			w.flush()
			w.list = outer
		}
	}
}

func (w *writer) table(n *html.Node) {
	w.flush()
	w.out.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>`)
	if w.rtl {
		w.out.WriteString(`<w:bidiVisual/>`)
	}
	w.out.WriteString(`<w:tblW w:w="5000" w:type="pct"/></w:tblPr>`)
	w.rows(n)
	w.out.WriteString(`</w:tbl>`)
	w.paragraph("", "", "") // two tables in a row would be one, and a document may not end in one
}

func (w *writer) rows(n *html.Node) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch k.DataAtom {
		case atom.Tr:
			w.out.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
			w.cells(k)
			w.out.WriteString(`</w:tr>`)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			w.rows(k)
		}
	}
}

func (w *writer) cells(n *html.Node) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom != atom.Td && k.DataAtom != atom.Th {
			continue
		}
		w.out.WriteString(`<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>`)
		before := w.out.Len()
		w.node(k)
		w.flush()
		if w.out.Len() == before { // a cell holds at least one paragraph
			w.paragraph("", "", "")
		}
		w.out.WriteString(`</w:tc>`)
	}
}

// text adds a run; white space is folded as HTML folds it.
func (w *writer) text(s string) {
	words := strings.Join(strings.Fields(s), " ")
	if words == "" {
		if w.runs.Len() > 0 && s != "" {
			w.run(" ")
		}
		return
	}
	if isSpace(s[0]) && w.runs.Len() > 0 {
		words = " " + words
	}
	if isSpace(s[len(s)-1]) {
		words += " "
	}
	w.run(words)
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

func (w *writer) run(s string) {
	w.runs.WriteString(`<w:r>`)
	if w.bold > 0 || w.rtl {
		w.runs.WriteString(`<w:rPr>`)
		if w.bold > 0 {
			w.runs.WriteString(`<w:b/><w:bCs/>`)
		}
		if w.rtl {
			w.runs.WriteString(`<w:rtl/>`)
		}
		w.runs.WriteString(`</w:rPr>`)
	}
	w.runs.WriteString(`<w:t xml:space="preserve">` + escape(s) + `</w:t></w:r>`)
}

// flush ends the paragraph at hand, if it has any words.
func (w *writer) flush() {
	if w.runs.Len() > 0 {
		style := w.style
		if style == "" && w.boxes > 0 {
			style = "Box"
		}
		runs := w.runs.String()
		w.runs.Reset()
		w.open(style, w.list)
		w.out.WriteString(runs + `</w:p>`)
		if w.list != "" {
			w.list = "" // a second paragraph of an item has no mark of its own
		}
	}
	w.style = ""
}

// paragraph writes a paragraph of plain words.
func (w *writer) paragraph(style, list, words string) {
	w.open(style, list)
	if words != "" {
		w.runs.Reset()
		w.run(words)
		w.out.WriteString(w.runs.String())
		w.runs.Reset()
	}
	w.out.WriteString(`</w:p>`)
}

func (w *writer) open(style, list string) {
	w.out.WriteString(`<w:p><w:pPr>`)
	switch {
	case style != "":
		w.out.WriteString(`<w:pStyle w:val="` + style + `"/>`)
	case list != "":
		w.out.WriteString(`<w:pStyle w:val="ListParagraph"/>`)
	}
	if list != "" {
		w.out.WriteString(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + list + `"/></w:numPr>`)
	}
	if w.rtl {
		w.out.WriteString(`<w:bidi/>`)
	}
	w.out.WriteString(`</w:pPr>`)
}

// plain is the text of HTML, on one line.
func plain(text []byte) string {
	z := html.NewTokenizer(bytes.NewReader(text))
	var b strings.Builder
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.Join(strings.Fields(b.String()), " ")
		case html.TextToken:
			b.Write(z.Text())
		case html.StartTagToken:
			if name, _ := z.TagName(); string(name) == "br" {
				b.WriteByte(' ')
			}
		}
	}
}
