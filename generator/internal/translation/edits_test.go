package translation

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"psvsite/generator/internal/markup"
)

// setting is a number of the environment: EDITS is how many sets of edits TestRandomEdits makes, STREAM begins other ones.
func setting(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}

// TestRandomEdits edits real pages at random, in words and in the order of their blocks, and knows of each block what it
// was. A mark must have the text beside it that its block became, and a block that nobody changed must have no mark.
// Blocks are changed, moved, inserted, removed, merged and split; of a split block either half is right.
func TestRandomEdits(t *testing.T) {
	pages := englishPages(t)
	total := tally{}
	n := setting("EDITS", 3000)
	for seed := range n {
		r := rand.New(rand.NewPCG(uint64(seed), uint64(setting("STREAM", 5))))
		page := pages[r.IntN(len(pages))]
		edited := edit(r, page)
		total.judge(t, seed, page, edited)
	}
	t.Logf("%d sets of edits: %d blocks changed, of them %d marked with their text, %d with a wrong one (%.3f %%), %d found missing; %d unchanged, %d of them marked; %d safety boxes changed, %d of them not found stale",
		n, total.changed, total.right, total.wrong, 100*float64(total.wrong)/float64(total.changed), total.lost, total.same, total.falsely, total.boxes, total.unnoticed)
	if float64(total.wrong) > 0.001*float64(total.changed) {
		t.Errorf("%d of %d changed blocks have a wrong text beside them", total.wrong, total.changed)
	}
	if total.falsely > 0 || total.unnoticed > 0 || total.changed < 3*n {
		t.Errorf("%d unchanged blocks are marked; %d changed safety boxes are not; %d blocks were changed", total.falsely, total.unnoticed, total.changed)
	}
}

// block is a block of a page: its Markdown, and where it was before the edits.
type block struct {
	text string
	was  []int // indexes of the blocks it is made of; none: it is new
	same bool  // nobody has changed it
	box  bool  // it stands in a safety box
}

// page is a page as a row of blocks.
type page []block

func (p page) document(name string) *markup.Document {
	var b strings.Builder
	b.WriteString("---\ntitle: A page\nsummary: Of some kind.\ntype: page\n---\n\n")
	box := false
	for _, x := range p {
		if x.box != box {
			b.WriteString(map[bool]string{true: "::: safety\n\n", false: ":::\n\n"}[x.box])
			box = x.box
		}
		b.WriteString(x.text + "\n\n")
	}
	if box {
		b.WriteString(":::\n")
	}
	return markup.ParseSource(name, "en", "x", []byte(b.String()))
}

// englishPages are the paragraphs, headings and items of the real pages; now and then a run of them is a safety box.
func englishPages(t *testing.T) (pages []page) {
	err := filepath.WalkDir("../../../content/en", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".md") {
			return err
		}
		data, err := os.ReadFile(name)
		var p page
		for _, u := range markup.Units(name, "en", "x", data) {
			sign, ok := map[string]string{markup.HeadingUnit: "## ", markup.ParagraphUnit: "", markup.ItemUnit: "- "}[u.Kind]
			if ok && !strings.ContainsAny(u.Text[:1], "#->+*=:|`~0123456789[<{\\_") && !strings.Contains(u.Text, "`") {
				p = append(p, block{text: sign + u.Text, was: []int{len(p)}, same: true, box: u.Directive >= 0 && u.Directive%5 == 0 && sign != "## "})
			}
		}
		if len(p) >= 8 {
			pages = append(pages, p)
		}
		return err
	})
	if err != nil || len(pages) < 50 {
		t.Fatal(len(pages), "pages to edit", err)
	}
	return pages
}

// edit makes from one to some edits on a copy of a page.
func edit(r *rand.Rand, p page) page {
	p = slices.Clone(p)
	for range 1 + r.IntN(2+len(p)/4) {
		i := r.IntN(len(p))
		switch r.IntN(10) {
		case 0, 1, 2, 3, 4:
			p[i].text, p[i].same = reword(r, p, p[i].text), false
		case 5:
			x := p[i]
			p = slices.Delete(p, i, i+1)
			j := r.IntN(len(p) + 1)
			x.box = j < len(p) && p[j].box
			p = slices.Insert(p, j, x)
		case 6:
			text := sign(p[i].text) + sentence(r, p)
			p = slices.Insert(p, i, block{text: text, box: p[i].box})
		case 7:
			if len(p) > 4 {
				p = slices.Delete(p, i, i+1)
			}
		case 8:
			if i+1 < len(p) && sign(p[i].text) == sign(p[i+1].text) && p[i].box == p[i+1].box {
				p[i].text += " " + strings.TrimPrefix(p[i+1].text, sign(p[i].text))
				p[i].was, p[i].same = slices.Concat(p[i].was, p[i+1].was), false
				p = slices.Delete(p, i+1, i+2)
			}
		case 9:
			words := strings.Fields(strings.TrimPrefix(p[i].text, sign(p[i].text)))
			if len(words) >= 8 {
				at, s := 3+r.IntN(len(words)-6), sign(p[i].text)
				half := p[i]
				half.text, half.same = s+plainStart(words[at:]), false
				p[i].text, p[i].same = s+strings.Join(words[:at], " "), false
				p = slices.Insert(p, i+1, half)
			}
		}
	}
	return p
}

func sign(text string) string {
	for _, s := range []string{"## ", "- "} {
		if strings.HasPrefix(text, s) {
			return s
		}
	}
	return ""
}

// plainStart joins words so that no sign of Markdown stands first.
func plainStart(words []string) string {
	s := strings.TrimLeft(strings.Join(words, " "), "#->+*=:|`~0123456789[]<{\\_.) ")
	if s == "" {
		return "and so on"
	}
	return s
}

// sentence is made of words of the page: a new block is never all strange to it.
func sentence(r *rand.Rand, p page) string {
	var words []string
	for range 4 + r.IntN(20) {
		all := strings.Fields(p[r.IntN(len(p))].text)
		words = append(words, all[r.IntN(len(all))])
	}
	return plainStart(words)
}

// reword changes some of a text's words: one, or up to half of them.
func reword(r *rand.Rand, p page, text string) string {
	s := sign(text)
	words := strings.Fields(strings.TrimPrefix(text, s))
	for range 1 + r.IntN(1+len(words)/2) {
		other := strings.Fields(sentence(r, p))
		i := r.IntN(len(words))
		switch r.IntN(3) {
		case 0:
			words[i] = other[0]
		case 1:
			words = slices.Insert(words, i, other[0])
		case 2:
			if len(words) > 2 {
				words = slices.Delete(words, i, i+1)
			}
		}
	}
	return s + plainStart(words)
}

// tally counts how well changed blocks were found.
type tally struct{ changed, right, wrong, lost, same, falsely, boxes, unnoticed int }

// judge holds an alignment against what the edits were.
func (c *tally) judge(t *testing.T, seed int, before, after page) {
	old, source := before.document("en.md"), after.document("en.md")
	target := translated(before).document("gu.md")
	if len(old.Packed) != len(before)+2 || len(target.Packed) != len(before)+2 || len(source.Packed) != len(after)+2 {
		return // an edit made other blocks than it says: a word that is a sign of Markdown
	}
	statements, texts := made(target, old)
	a := Align(target, source, statements, texts)
	where := map[int][]int{}
	for i, x := range after {
		for _, was := range x.was {
			where[was] = append(where[was], i)
		}
	}
	twice := doubles(before)
	for _, p := range a.Pairs {
		if p.Target < 2 {
			continue
		}
		c.pair(t, seed, p, before, after, where[p.Target-2], twice)
	}
	c.safety(before, after, target, a)
}

// doubles are texts that stand in a page more than once: which of two equal blocks was changed nobody can say.
func doubles(p page) map[string]bool {
	seen, twice := map[string]bool{}, map[string]bool{}
	for _, x := range p {
		twice[x.text] = twice[x.text] || seen[x.text]
		seen[x.text] = true
	}
	return twice
}

func (c *tally) pair(t *testing.T, seed int, p Pair, before, after page, where []int, twice map[string]bool) {
	text := before[p.Target-2].text
	if twice[text] {
		return
	}
	same := slices.ContainsFunc(where, func(i int) bool { return after[i].text == text })
	switch {
	case same:
		c.same++
		if p.State != Current {
			c.falsely++
			t.Errorf("set %d: %q was not changed and is %s", seed, text, p.State)
		}
	case len(where) > 0 || p.State == Stale:
		c.changed++
		switch {
		case p.State == Stale && slices.Contains(where, p.Source-2):
			c.right++
		case p.State == Stale:
			c.wrong++
		default:
			c.lost++
		}
	}
}

// safety demands that a box whose texts are not as they were is stale.
func (c *tally) safety(before, after page, target *markup.Document, a *Alignment) {
	runs := boxesOf(after)
	for i, text := range boxesOf(before) {
		if slices.Contains(runs, text) {
			continue
		}
		c.boxes++
		if !a.Safety[i].Stale {
			c.unnoticed++
		}
	}
}

// boxesOf are the texts of a page's safety boxes.
func boxesOf(p page) (texts []string) {
	inside := false
	for _, x := range p {
		switch {
		case x.box && inside:
			texts[len(texts)-1] += "\n" + x.text
		case x.box:
			texts = append(texts, x.text)
		}
		inside = x.box
	}
	return texts
}

// translated is a page in another language: each of its texts is another one.
func translated(p page) page {
	out := slices.Clone(p)
	for i := range out {
		out[i].text = fmt.Sprintf("%spara%d of the page", sign(out[i].text), i)
	}
	return out
}
