package catalog

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/translation"
)

// tree makes random pages.
type tree struct {
	*rand.Rand
	ids int
}

func (r *tree) pick(list ...string) string { return list[r.IntN(len(list))] }

// words are a text without markup.
func (r *tree) words() string {
	list := []string{"listen", "to", "the", "person", "ward", "chair", "ring", "સાંભળો", "शांति", "nobody", "is", "alone", "tea", "plan", "10:30", "it's"}
	var out []string
	for range 1 + r.IntN(8) {
		out = append(out, list[r.IntN(len(list))])
	}
	return strings.Join(out, " ")
}

// inline is a text with markup in it.
func (r *tree) inline() string {
	parts := []string{r.words()}
	for range r.IntN(4) {
		parts = append(parts, r.pick(
			"**"+r.words()+"**", "*"+r.words()+"*", "`a  code`", "[a link](help.md)", "[another](other.md#part \"A title\")", "<https://example.org/a>",
			"{{hospital.name}}", "{{day}}", "a \\* star", "&amp; and &copy;", "\\{{ braces", "~~gone~~", "[x](https://example.org/?a=b&c=d)", "![a ring](ring.svg)", "`{{no}}`"), r.words())
	}
	return strings.Join(parts, " ")
}

// wrapped breaks a text into lines with a prefix.
func (r *tree) wrapped(text, prefix string) string {
	if r.IntN(3) > 0 {
		return text
	}
	words := strings.Split(text, " ")
	for i := 3; i < len(words); i += 4 {
		if w := words[i]; w != "" && w[0] >= 'a' && w[0] <= 'z' && !strings.Contains(text, "`") {
			words[i] = "\n" + prefix + w
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), " \n", "\n")
}

// block is a random block, its lines behind a prefix.
func (r *tree) block(prefix string, depth int) string {
	n := 12
	if depth >= 3 {
		n = 4
	}
	switch r.IntN(n) {
	case 0:
		r.ids++
		return prefix + r.pick("##", "###", "####") + " " + r.inline() + r.pick("", "", fmt.Sprintf(" {#p%d}", r.ids)) + "\n"
	case 1, 2:
		return prefix + r.wrapped(r.inline(), prefix) + "\n"
	case 3:
		return prefix + "```" + r.pick("", "text") + "\n" + prefix + "no `unit` {{x}}\n" + prefix + "```\n"
	case 4:
		return r.list(prefix, depth)
	case 5:
		return prefix + "| " + r.words() + " | |\n" + prefix + "|---|:-:|\n" + prefix + "| " + r.words() + " \\| " + r.words() + " | " + r.inline() + " |\n"
	case 6:
		return r.blocks(prefix+"> ", depth+1, 2)
	case 7:
		return prefix + "***\n"
	}
	return r.directive(prefix, depth)
}

func (r *tree) list(prefix string, depth int) string {
	mark := r.pick("- ", "* ", "1. ", "7) ")
	indent := strings.Repeat(" ", len(mark))
	var b strings.Builder
	loose := r.IntN(3) == 0
	for i := range 1 + r.IntN(4) {
		if i > 0 && loose {
			b.WriteString(strings.TrimRight(prefix, " ") + "\n")
		}
		b.WriteString(prefix + mark + r.wrapped(r.inline(), prefix+indent) + "\n")
		if r.IntN(4) == 0 && depth < 3 {
			b.WriteString(strings.TrimRight(prefix, " ") + "\n" + r.blocks(prefix+indent, depth+1, 2))
		}
	}
	return b.String()
}

func (r *tree) directive(prefix string, depth int) string {
	colons := strings.Repeat(":", 9-depth)
	r.ids++
	id := r.pick("", fmt.Sprintf("#d%d", r.ids))
	open := func(head, body string) string {
		head = strings.ReplaceAll(strings.ReplaceAll(head, "{ ", "{"), " }", "}")
		return prefix + colons + " " + strings.TrimSuffix(head, " {}") + "\n" + body + prefix + colons + "\n"
	}
	items := func(mark string) string {
		var b strings.Builder
		for range 2 + r.IntN(3) {
			b.WriteString(prefix + mark + r.inline() + "\n")
		}
		return b.String()
	}
	switch r.IntN(5) {
	case 0:
		return open(fmt.Sprintf(`write {%s lines=%d label="%s"}`, id, 1+r.IntN(4), r.pick("My plan", `Say \"so\" {{day}}`, `A \\ sign: here`)), "")
	case 1:
		return open("check {"+id+"}", items("- "))
	case 2:
		return open("quiz {"+id+"}", prefix+r.inline()+"\n"+strings.TrimRight(prefix, " ")+"\n"+prefix+"- [x] "+r.inline()+"\n"+items("- [ ] "))
	case 3:
		return open("cards {"+id+"}", items("- "))
	}
	return open(r.pick("safety", "notes", "say", "slide")+" {"+id+"}", r.blocks(prefix, depth+1, 3))
}

func (r *tree) blocks(prefix string, depth, most int) string {
	var b strings.Builder
	for i := range 1 + r.IntN(most) {
		if i > 0 {
			b.WriteString(strings.TrimRight(prefix, " ") + "\n")
		}
		b.WriteString(r.block(prefix, depth))
	}
	return b.String()
}

// text is a value of front matter.
func (r *tree) text() string {
	w := r.words()
	return r.pick(strings.ReplaceAll(w, "10:30", "ten"), `"`+w+`: \"so\""`, "'it''s "+strings.ReplaceAll(w, "'", "")+"'", ">-\n      "+w+"\n      more", `"{{day}} `+w+`"`)
}

// page is a page of random blocks; front and body are apart so that edits can shuffle them.
func (r *tree) page() (front, body []string) {
	front = []string{"title: " + r.text(), "summary: " + r.text(), "type: session"}
	if r.IntN(2) == 0 {
		front = append(front, "objectives:\n  - "+r.text()+"\n  - "+r.text())
	}
	if r.IntN(2) == 0 {
		front = append(front, "materials:\n  - {item: \"a pen\", per: person}\n  - item: "+r.text()+"   # of wood")
	}
	for range 2 + r.IntN(7) {
		body = append(body, r.block("", 0))
	}
	return front, body
}

// dress writes a page with the line ends and the mark that systems give files.
func (r *tree) dress(front, body []string) []byte {
	text := "---\n" + strings.Join(front, "\n") + "\n---\n" + strings.Join(body, "\n")
	switch r.IntN(4) {
	case 0:
		text = strings.ReplaceAll(text, "\n", "\r\n")
	case 1:
		text = "\ufeff" + text
	}
	return []byte(text)
}

// randomSite has one page in English.
func randomSite(t *testing.T, data []byte) Input {
	in := newInput(t, threeLanguages)
	in.Pages = []File{{Name: "content/en/a/page.md", Lang: "en", Path: "a/page", Data: data}}
	return in
}

// TestRandomTrees: of random pages with directives, lists, tables, quotes and front matter of every kind, unchanged
// exports change nothing, and pages filled in by program are whole, with every directive, from nothing and over themselves.
func TestRandomTrees(t *testing.T) {
	const pages = 250
	texts, directives := 0, 0
	for seed := range uint64(pages) {
		r := &tree{Rand: rand.New(rand.NewPCG(seed, 5))}
		front, body := r.page()
		in := randomSite(t, r.dress(front, body))
		if wrong := errors(in.Pages[0]); wrong != "" {
			t.Fatalf("%d: the page itself has faults: %s\n%s", seed, wrong, in.Pages[0].Data)
		}
		for range 2 {
			sources := exported(t, in, "gu", editors["as it is"])
			fill(sources, every)
			changes, faults := New(in, "gu").Import(sources, false)
			if len(faults) > 0 {
				t.Fatalf("%d: %v\n%s", seed, faults, in.Pages[0].Data)
			}
			in = after(in, "gu", changes)
			texts += same(t, in.Pages[0], in.Pages[1])
			unchanged(t, in)
			if t.Failed() {
				t.Fatalf("%d:\n%s\n\n%s", seed, in.Pages[0].Data, in.Pages[1].Data)
			}
			// once more over itself, each text another
			in.Pages[1].Data = bytes.ReplaceAll(in.Pages[1].Data, []byte("ક: "), []byte("ગ: "))
			in.Statements, _ = translation.Read(nil)
		}
		directives += len(markup.Parse("x.md", "en", "x", in.Pages[0].Data).Directives)
	}
	t.Logf("%d texts, %d directives in %d pages", texts, directives, pages)
	if texts < 10*pages || directives < pages {
		t.Error("the pages are too small")
	}
}

// unchanged demands that what goes out and comes back changes nothing.
func unchanged(t *testing.T, in Input) {
	t.Helper()
	changes, faults := New(in, "gu").Import(exported(t, in, "gu", editors["as it is"]), false)
	if changes.Taken+len(changes.Files)+len(faults) > 0 {
		t.Errorf("an unchanged export changes %d texts, %v", changes.Taken, faults)
	}
}

// TestRandomEdits: a page is translated, then its source is edited at random; what is open is filled in. Whatever is taken
// leaves a page without faults in which every directive of the source has its answer, and what is refused leaves it as it
// was.
func TestRandomEdits(t *testing.T) {
	const pages = 250
	refused, whole, edits := 0, 0, 0
	for seed := range uint64(pages) {
		r := &tree{Rand: rand.New(rand.NewPCG(seed, 6))}
		front, body := r.page()
		in := randomSite(t, r.dress(front, body))
		sources := exported(t, in, "gu", editors["as it is"])
		fill(sources, every)
		changes, _ := New(in, "gu").Import(sources, false)
		in = after(in, "gu", changes)
		before := in.Pages[1]
		for range 1 + r.IntN(3) {
			edits++
			front, body = r.edit(front, body)
		}
		in.Pages[0].Data = r.dress(front, body)
		sources = exported(t, in, "gu", editors["as it is"])
		fill(sources, unfinished)
		next, faults := New(in, "gu").Import(sources, false)
		for _, d := range faults {
			if d.Code != "translation-structure" && d.Code != "translation-incomplete" {
				t.Errorf("%d: %v", seed, d)
			}
		}
		next.Statements = append(next.Statements, changes.Statements...)
		for h, text := range changes.Texts {
			next.Texts[h] = text
		}
		in = after(in, "gu", next)
		if wrong := errors(in.Pages[1]); wrong != "" {
			t.Errorf("%d: %s\n%s\nbefore:\n%s\nof:\n%s", seed, wrong, in.Pages[1].Data, before.Data, in.Pages[0].Data)
		}
		if len(faults) > 0 {
			refused++
			continue
		}
		whole++
		complete(t, in, seed)
	}
	t.Logf("%d pages after %d edits: %d whole again, %d with a part to put in by hand", pages, edits, whole, refused)
	if refused > pages/20 {
		t.Errorf("%d of %d pages have a part that was refused", refused, pages)
	}
}

// complete demands that nothing is left to translate, and that no directive is lost.
func complete(t *testing.T, in Input, seed uint64) {
	t.Helper()
	for _, p := range New(in, "gu").Export(nil, nil) {
		if p.Open+p.Stale > 0 {
			t.Errorf("%d: %d texts open, %d stale in\n%s\nof:\n%s", seed, p.Open, p.Stale, in.Pages[1].Data, in.Pages[0].Data)
		}
	}
	names := func(f File) (list []string) { // of those with a text: what has none is in no PO file
		d := markup.Parse(f.Name, f.Lang, f.Path, f.Data)
		for _, u := range d.Units() {
			if u.Directive >= 0 {
				list = append(list, fmt.Sprint(u.Kind, " in ", d.Directives[u.Directive].Name))
			}
		}
		return list
	}
	have := names(in.Pages[1])
	for _, name := range names(in.Pages[0]) {
		i := slices.Index(have, name)
		if i < 0 {
			t.Errorf("%d: a %q is lost in\n%s\nof:\n%s", seed, name, in.Pages[1].Data, in.Pages[0].Data)
			return
		}
		have = slices.Delete(have, i, i+1)
	}
}

// edit changes a page: blocks come, go, move; an item or a word is new.
func (r *tree) edit(front, body []string) ([]string, []string) {
	front, body = slices.Clone(front), slices.Clone(body)
	i := r.IntN(len(body))
	switch r.IntN(6) {
	case 0:
		body = slices.Insert(body, i, r.block("", 0))
	case 1:
		if len(body) > 1 {
			body = slices.Delete(body, i, i+1)
		}
	case 2:
		j := r.IntN(len(body))
		body[i], body[j] = body[j], body[i]
	case 3:
		body[i] = strings.Replace(body[i], "person", "friend", 1)
	case 4:
		if strings.HasPrefix(body[i], "- ") {
			body[i] += "- " + r.inline() + "\n"
		}
	case 5:
		if last := len(front) - 1; strings.HasPrefix(front[last], "objectives") {
			front[last] += "\n  - A new one"
		} else {
			front = append(front, "sources:\n  - "+r.text())
		}
	}
	return front, body
}
