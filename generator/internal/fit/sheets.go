package fit

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"psvsite/generator/internal/chrome"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/pdf"
)

// Sheet is a page that says how many sides of paper it fits.
type Sheet struct {
	URL, Lang, Paper string
	Sides            int
	Pos              diag.Position // where it says so
}

// Sheets prints every sheet below dir, in two tabs at once and in the fonts of PDFs, and reports those that take more
// sides than they say, with the first of their blocks that runs over, and those of which a card, a leaf or a slip is cut
// off. Less is no fault: another language needs more room.
func Sheets(dir string, sheets []Sheet) (diag.List, error) {
	browser, err := chrome.Start()
	if err != nil {
		return nil, err
	}
	p := &press{over: map[diag.Position]*over{}, cut: map[diag.Position]*over{}}
	queue := make(chan Sheet)
	var group sync.WaitGroup
	for range 2 {
		tab, err := pdf.Open(browser)
		if err != nil {
			return nil, errors.Join(err, browser.Close())
		}
		if err := tab.Size(textWidth, textWidth, false); err != nil {
			return nil, errors.Join(err, browser.Close())
		}
		printer := &pdf.Printer{Tab: tab, Home: "file://" + dir + "/"}
		group.Go(func() {
			for s := range queue {
				p.sheet(printer, s)
			}
		})
	}
	for _, s := range sheets {
		queue <- s
	}
	close(queue)
	group.Wait()
	return p.faults(), errors.Join(p.err, browser.Close())
}

// press collects what runs over, and what is cut off.
type press struct {
	mu        sync.Mutex // guards what follows
	over, cut map[diag.Position]*over
	err       error
}

// over is a sheet that runs over, or has a part that is cut off: in which languages, on how many sides at most, and the
// block or part in each of them.
type over struct {
	sheet  Sheet
	sides  int
	langs  []string
	blocks map[string]string // by language
}

func (p *press) sheet(printer *pdf.Printer, s Sheet) {
	data, err := printer.Print(s.URL)
	sides, block, cut := pdf.Pages(data), "", ""
	if err == nil {
		cut, err = firstCut(printer.Tab)
	}
	if err == nil && sides > s.Sides {
		block, err = firstOver(printer.Tab, s.Sides)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.err = errors.Join(p.err, err)
	if err == nil && cut != "" {
		note(p.cut, s, sides, cut)
	}
	if err == nil && sides > s.Sides {
		note(p.over, s, sides, block)
	}
}

// note adds what was found in one language to what was found in others.
func note(found map[diag.Position]*over, s Sheet, sides int, block string) {
	o := found[s.Pos]
	if o == nil {
		o = &over{sheet: s, blocks: map[string]string{}}
		found[s.Pos] = o
	}
	o.sides = max(o.sides, sides)
	o.langs = append(o.langs, s.Lang)
	o.blocks[s.Lang] = block
}

// hide leaves the first n blocks of a page's text, and says how many there are and how the last of those begins.
const hide = `(n => {
	const blocks = [...document.querySelectorAll(".text > *")].flatMap(b => b.matches(".step, .leaf") ? [...b.children] : [b]);
	blocks.forEach((b, i) => { b.hidden = i >= n; b.style.setProperty("display", i >= n ? "none" : "", "important"); });
	const last = blocks[n - 1];
	return {count: blocks.length, text: last ? last.textContent.trim().replace(/\s+/g, " ").slice(0, 40) : ""};
})(%d)`

// firstOver is how the first block begins that does not fit on as many sides, found by printing with fewer blocks.
func firstOver(tab *chrome.Tab, sides int) (string, error) {
	var page struct {
		Count int
		Text  string
	}
	if err := tab.Eval(fmt.Sprintf(hide, 1<<20), &page); err != nil {
		return "", err
	}
	var failed error
	fits := func(n int) bool {
		err := tab.Eval(fmt.Sprintf(hide, n), &page)
		var data []byte
		if err == nil {
			data, err = tab.PDF()
		}
		failed = errors.Join(failed, err)
		return pdf.Pages(data) <= sides
	}
	low, high := 0, page.Count // low blocks fit, high do not
	for high-low > 1 && failed == nil {
		if middle := (low + high) / 2; fits(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	err := errors.Join(failed, tab.Eval(fmt.Sprintf(hide, high), &page))
	return page.Text, err
}

func (p *press) faults() diag.List {
	var list diag.List
	for _, o := range inOrder(p.over) {
		list.Add("sheet-sides", o.sheet.Pos, "shorten it, or let it have more sides", "printed in %s it takes %d sides of %s and says %d; what runs over begins: %s",
			strings.Join(o.langs, ", "), o.sides, o.sheet.Paper, o.sheet.Sides, o.blocks[o.langs[0]])
	}
	for _, o := range inOrder(p.cut) {
		list.Add("sheet-cut", o.sheet.Pos, "shorten it: a card, a leaf of a booklet and a slip do not grow", "printed in %s a part is cut off that begins: %s",
			strings.Join(o.langs, ", "), o.blocks[o.langs[0]])
	}
	return list
}

// inOrder lists what was found by where it is written, each with its languages in order.
func inOrder(found map[diag.Position]*over) (list []*over) {
	for _, at := range slices.SortedFunc(maps.Keys(found), byPlace) {
		slices.Sort(found[at].langs)
		list = append(list, found[at])
	}
	return list
}

func byPlace(a, b diag.Position) int {
	return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
}
