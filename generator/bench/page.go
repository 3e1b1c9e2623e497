package main

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The shape of a page: its parts, and the bytes it is filled up to.
const (
	chapters           = 5
	smallest, greatest = 4500, 9500
)

// writer puts one page together. Equal language and seed give equal pages.
type writer struct {
	bytes.Buffer
	random
	language
}

// page returns page number i of the language, with a link to page next.
func (l language) page(i, next int) []byte {
	w := &writer{random: random(i), language: l}
	size := w.between(smallest, greatest)
	w.front(i)
	for c := range chapters {
		fmt.Fprintf(w, "\n## %s\n", w.phrase(2, 5))
		w.extra(c, next)
		w.list("\n- ", w.between(3, 5))
		w.fill(size * (c + 1) / chapters)
	}
	return w.Bytes()
}

// section returns the page of a section: no more than its title and a sentence.
func (l language) section(kind, title string, weight int) []byte {
	w := &writer{random: random(weight), language: l}
	fmt.Fprintf(w, "---\ntitle: %q\nsummary: %q\ntype: %s\nweight: %d\n---\n\n%s\n",
		title, w.phrase(4, 8), kind, weight, w.sentence())
	return w.Bytes()
}

// front writes the front matter. The number keeps titles apart.
func (w *writer) front(i int) {
	fmt.Fprintf(w, "---\ntitle: \"%s %d\"\nsummary: \"%s\"\ntype: guide\nweight: %d\nobjectives:\n",
		w.phrase(3, 6), i+1, w.phrase(5, 9), i+1)
	for range 3 {
		fmt.Fprintf(w, "  - \"%s\"\n", w.phrase(4, 7))
	}
	w.WriteString("---\n")
}

// extra writes what only one chapter has: the second a table, the fourth a quotation and the link.
func (w *writer) extra(chapter, next int) {
	switch chapter {
	case 1:
		w.table(w.between(3, 5))
	case 3:
		fmt.Fprintf(w, "\n> %s\n\n%s [%s](../%s)\n", w.sentence(), w.sentence(), w.phrase(2, 4), pagePath(next))
	}
}

// table writes a table of three columns.
func (w *writer) table(rows int) {
	row := func(low, high int) {
		fmt.Fprintf(w, "| %s | %s | %s |\n", w.phrase(low, high), w.phrase(low, high), w.phrase(low, high))
	}
	w.WriteByte('\n')
	row(1, 1)
	w.WriteString("| --- | --- | --- |\n")
	for range rows {
		row(1, 4)
	}
}

// list writes items of one phrase each.
func (w *writer) list(bullet string, items int) {
	for range items {
		w.WriteString(bullet + w.phrase(4, 9))
		bullet = "\n- "
	}
	w.WriteByte('\n')
}

// fill writes paragraphs until the page is size bytes long, and at least one sentence.
func (w *writer) fill(size int) {
	for {
		w.WriteString("\n" + w.sentence())
		for range w.between(2, 5) {
			if w.Len() < size {
				w.WriteString(" " + w.sentence())
			}
		}
		w.WriteByte('\n')
		if w.Len() >= size {
			return
		}
	}
}

// sentence returns five to fourteen words, now and then with a comma or a strong word among them.
func (w *writer) sentence() string {
	words := w.pick(w.between(5, 14))
	if w.once(3) {
		words[1] += ","
	}
	if w.once(6) {
		words[2] = "**" + words[2] + "**"
	}
	return strings.Join(words, " ") + w.stop
}

// phrase returns from low to high words, without any mark.
func (w *writer) phrase(low, high int) string { return strings.Join(w.pick(w.between(low, high)), " ") }

// pick returns n words; the first begins with a capital where the script has them.
func (w *writer) pick(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = w.words[w.below(len(w.words))]
	}
	first, size := utf8.DecodeRuneInString(words[0])
	words[0] = string(unicode.ToUpper(first)) + words[0][size:]
	return words
}
