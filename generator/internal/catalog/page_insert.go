package catalog

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
)

// insert puts in texts whose source nothing answers yet. It goes by whole blocks, keys of front matter and uppermost
// blocks of the body: a copy of the source's, all texts replaced, goes behind the block that answers the one before it, or
// takes the place of the block that answers a part of it.
func (p *page) insert(t text, missing []change, r *result, faults *diag.List) text {
	if len(missing) == 0 {
		return t
	}
	texts := map[int]string{} // by unit of the source
	current := map[markup.Hash]string{}
	for u, s := range t.answers {
		if s >= 0 {
			texts[s] = t.outline.Units[u].Text
			if !p.list[s].Stale {
				current[p.from.Units[s].Hash] = texts[s]
			}
		}
	}
	for s, u := range p.from.Units { // a text that is equal to one that has its answer
		if same := current[u.Hash]; texts[s] == "" && same != "" {
			texts[s] = same
		}
	}
	wanted := map[int]change{}
	for _, c := range missing {
		texts[c.unit], wanted[c.unit] = c.texts[0], c
	}
	for i, b := range p.from.Blocks {
		var of []change
		for s := b.First; s < b.Last; s++ {
			if c, ok := wanted[s]; ok {
				of = append(of, c)
			}
		}
		if len(of) == 0 {
			continue
		}
		next, why, code := p.block(t, i, texts)
		if why != "" {
			fault(faults, code, of[0], "", "%s", why)
			continue
		}
		t = next
		for _, c := range of {
			p.record(r, c)
		}
	}
	return t
}

// block puts one block of the source in, with its texts; why says why it cannot be, under which code.
func (p *page) block(t text, index int, texts map[int]string) (next text, why, code string) {
	b := p.reach(t, index)
	body, left := p.translated(b, texts)
	if left > 0 {
		return t, fmt.Sprintf("this part of the page is not put in yet: %d of its %d texts are missing", left, b.Last-b.First), "translation-incomplete"
	}
	at, ok := p.place(t, index)
	if !ok {
		return t, "this part of the page is built otherwise in " + t.Name + ": put it in by hand", "translation-structure"
	}
	chunk := withLineEnd(bytes.TrimRight(body, "\r\n"), lineEnd(t.Data))
	next = t
	next.Data = splice(t.Data, []edit{at.around(chunk, t.Data, b.Key != "")})
	next.outline = markup.OutlineOf(t.Name, t.Lang, t.Path, next.Data)
	next.answers = slices.Clone(t.answers[:at.first])
	for s := b.First; s < b.Last; s++ {
		next.answers = append(next.answers, s)
	}
	next.answers = append(next.answers, t.answers[at.last:]...)
	if why = p.misplaced(t, next, at, b, texts); why != "" {
		return t, why, "translation-structure"
	}
	return next, "", ""
}

// reach is a block of the source with what stands beside it, has no text of its own, such as contacts, and is not in the
// target: a new part of a page would be wrong without it.
func (p *page) reach(t text, index int) markup.Block {
	blocks := p.from.Blocks
	b := blocks[index]
	if b.Key != "" || len(t.holders(b)) > 0 {
		return b
	}
	first, last := index, index
	for first > 0 && p.lacking(t, first-1) {
		first--
	}
	for last+1 < len(blocks) && p.lacking(t, last+1) {
		last++
	}
	if last+1 < len(blocks) && len(t.holders(blocks[last+1])) == 0 {
		last = index // the block behind them is new too, and takes them
	}
	b.Start, b.End = blocks[first].Start, blocks[last].End
	return b
}

// lacking reports whether a block of the source has no text, and stands more often in the source than in the target.
func (p *page) lacking(t text, index int) bool {
	b := p.from.Blocks[index]
	if b.Key != "" || b.Last > b.First {
		return false
	}
	body := block(p.source.Data, b)
	count := func(data []byte, list []markup.Block) (n int) {
		for _, x := range list {
			if x.Key == "" && x.Last == x.First && block(data, x) == body {
				n++
			}
		}
		return n
	}
	return count(t.Data, t.outline.Blocks) < count(p.source.Data, p.from.Blocks)
}

// block is the lines of a block, without empty ones behind it.
func block(data []byte, b markup.Block) string {
	return strings.TrimRight(withLineEnd(data[b.Start:b.End], "\n"), "\n")
}

// translated is a block of the source with its texts replaced; left is how many there are none for.
func (p *page) translated(b markup.Block, texts map[int]string) (body []byte, left int) {
	var edits []edit
	for s := b.First; s < b.Last; s++ {
		u := p.from.Units[s]
		text, ok := texts[s]
		if !ok || u.Start == u.End {
			left++
			continue
		}
		edits = append(edits, edit{u.Start - b.Start, u.End - b.Start, written(u, text, p.source.Data[u.Start:u.End])})
	}
	return splice(p.source.Data[b.Start:b.End], edits), left
}

// spot is where a block goes: between two bytes, or in the place of what stands between them.
type spot struct {
	start, end  int
	first, last int // units of the target in it
}

// place finds the spot of a block of the source; false when the target has its texts in several blocks, or others among
// them.
func (p *page) place(t text, index int) (spot, bool) {
	holders := t.holders(p.from.Blocks[index])
	switch len(holders) {
	case 0:
		return p.behind(t, index), true
	case 1:
	default:
		return spot{}, false
	}
	b, s := t.outline.Blocks[holders[0]], p.from.Blocks[index]
	for u := b.First; u < b.Last; u++ {
		if a := t.answers[u]; a < s.First || a >= s.Last {
			return spot{}, false
		}
	}
	end := b.Start + len(bytes.TrimRight(t.Data[b.Start:b.End], "\r\n"))
	return spot{b.Start, end, b.First, b.Last}, true
}

// holders are the blocks of the target that hold answers to a block of the source, or are the same key of front matter.
func (t *text) holders(b markup.Block) (list []int) {
	for i, x := range t.outline.Blocks {
		if b.Key != "" && x.Key == b.Key {
			return []int{i}
		}
		for u := x.First; u < x.Last; u++ {
			if s := t.answers[u]; s >= b.First && s < b.Last && !slices.Contains(list, i) {
				list = append(list, i)
			}
		}
	}
	return list
}

// behind is the spot behind the block that answers the nearest before this one, or before the one that answers the
// nearest behind it.
func (p *page) behind(t text, index int) spot {
	front := p.from.Blocks[index].Key != ""
	for i := index - 1; i >= 0 && (p.from.Blocks[i].Key != "") == front; i-- {
		if holders := t.holders(p.from.Blocks[i]); len(holders) > 0 {
			b := t.outline.Blocks[slices.Max(holders)]
			return spot{b.End, b.End, b.Last, b.Last}
		}
	}
	for i := range t.outline.Blocks {
		if b := t.outline.Blocks[i]; (b.Key != "") == front {
			return spot{b.Start, b.Start, b.First, b.First}
		}
	}
	return spot{len(t.Data), len(t.Data), len(t.outline.Units), len(t.outline.Units)}
}

// around is the edit that puts lines at a spot, with an empty line before and behind a block of the body.
func (s spot) around(chunk string, data []byte, front bool) edit {
	end := lineEnd(data)
	if s.end > s.start {
		return edit{s.start, s.end, chunk}
	}
	chunk += end
	if front {
		return edit{s.start, s.start, chunk}
	}
	if before := string(data[:s.start]); !strings.HasSuffix(before, end) {
		chunk = end + end + chunk
	} else if !strings.HasSuffix(before, end+end) {
		chunk = end + chunk
	}
	if s.start < len(data) {
		chunk += end
	}
	return edit{s.start, s.start, chunk}
}

// misplaced says what a block has done to the page besides being there.
func (p *page) misplaced(was, is text, at spot, b markup.Block, texts map[int]string) string {
	want := slices.Clone(was.outline.Units[:at.first])
	for s := b.First; s < b.Last; s++ {
		want = append(want, markup.Unit{Kind: p.from.Units[s].Kind, Text: texts[s]})
	}
	want = append(want, was.outline.Units[at.last:]...)
	same := slices.EqualFunc(want, is.outline.Units, func(a, b markup.Unit) bool { return a.Kind == b.Kind && a.Text == b.Text })
	if !same {
		return "this part of the page does not fit into " + was.Name + ": put it in by hand"
	}
	if why := newFault(was.File, is.File); why != "" {
		return "this part of the page " + why
	}
	return ""
}
