package catalog

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/markup"
	yamlsplice "psvsite/generator/internal/splice"
	"psvsite/generator/internal/translation"
)

// apply takes changes into the page, or makes the page.
func (p *page) apply(changes []change, faults *diag.List) result {
	r := result{texts: translation.Texts{}}
	if p.guessed {
		p.untold(changes, faults)
		return r
	}
	changes = p.kept(changes, faults)
	if p.target.Data == nil {
		p.begin(changes, &r, faults)
		return r
	}
	var here, missing []change
	for _, c := range changes {
		if p.answers[c.unit] >= 0 {
			here = append(here, c)
		} else {
			missing = append(missing, c)
		}
	}
	t := text{File: p.target, outline: p.to, answers: make([]int, len(p.to.Units))}
	for u := range t.answers {
		t.answers[u] = slices.Index(p.answers, u)
	}
	good := t.take(here, func(c change) int { return p.answers[c.unit] }, faults)
	t = p.insert(t, missing, &r, faults)
	for _, c := range good {
		p.record(&r, c)
	}
	if !bytes.Equal(t.Data, p.target.Data) {
		r.data = t.Data
	}
	return r
}

// untold refuses changes to a page of which nobody can tell which text answers which.
func (p *page) untold(changes []change, faults *diag.List) {
	for _, c := range changes {
		fault(faults, "translation-structure", c, "psvsite translate accept says what answers what",
			"nobody has held %s against its source, and it is built otherwise: the place of this text is not known", p.target.Name)
	}
}

// record counts a change, and states it where the page has been held against its source.
func (p *page) record(r *result, c change) {
	r.taken++
	if p.tracked {
		p.statement(r, c.unit, c.texts[0])
	}
}

// begin makes a page that is not there: a copy of its source with every text replaced. A page is made whole or not at
// all: until then its readers are better served by a whole page in their next language.
func (p *page) begin(changes []change, r *result, faults *diag.List) {
	t := text{File: p.target, outline: p.from}
	t.Data = p.source.Data
	good := t.take(changes, ofSource, faults)
	if len(good) == 0 {
		return
	}
	if left := len(p.list) - len(good); left > 0 {
		fault(faults, "translation-incomplete", good[0], "a new page is written once all of its texts are there",
			"the page %q is not written yet: %d of its %d texts are missing or refused", p.path, left, len(p.list))
		return
	}
	for _, c := range good {
		p.record(r, c)
	}
	r.data = unsigned(t)
}

// own are keys of front matter that are the source's alone: who has checked it, and its code, which translations share.
var own = []string{"signoffs", "code"}

// native is the sign-off that every translation needs.
const native = "native-speaker"

// unsigned is a new translation without what is its source's alone. A native speaker is asked for.
func unsigned(t text) []byte {
	o := markup.OutlineOf(t.Name, t.Lang, t.Path, t.Data)
	var cuts []edit
	for _, b := range o.Blocks {
		if slices.Contains(own, b.Key) {
			cuts = append(cuts, edit{b.Start, b.End, ""})
		}
	}
	data := splice(t.Data, cuts)
	if slices.Contains(markup.Parse(t.Name, t.Lang, t.Path, data).Front.Needs, native) {
		return data
	}
	return needing(t.File, data)
}

// needing asks for a native speaker, where front matter is such that one can be added to its needs.
func needing(f File, data []byte) []byte {
	var keys []markup.Block
	for _, b := range markup.OutlineOf(f.Name, f.Lang, f.Path, data).Blocks {
		if b.Key != "" {
			keys = append(keys, b)
		}
	}
	if len(keys) == 0 {
		return data
	}
	start, end := keys[0].Start, keys[len(keys)-1].End
	head, err := yamlsplice.Append(data[start:end], "needs", yamlsplice.Item{Value: &yaml.Node{Kind: yaml.ScalarNode, Value: native}})
	if err != nil {
		return data
	}
	return slices.Concat(data[:start], head, data[end:])
}

// kept refuses texts that lead elsewhere, or have other code or variables, than their source. What is read as these is
// known once a text stands in a page, so it is looked at in the source's own place.
func (p *page) kept(changes []change, faults *diag.List) (good []change) {
	all := text{File: p.source, outline: p.from}
	whole, why := all.with(changes, ofSource)
	for _, c := range changes {
		t := whole
		if why != "" {
			t, _ = all.with([]change{c}, ofSource)
		}
		// one that breaks the page has other units; that is said where it is put in
		if len(t.outline.Fixed) == len(p.from.Fixed) {
			if d := difference(p.from.Fixed[c.unit], t.outline.Fixed[c.unit]); d != "" {
				fault(faults, "translation-fixed", c, "links, pictures, code and variables stay as they are in the source", "the translation %s", d)
				continue
			}
		}
		good = append(good, c)
	}
	return good
}

// ofSource is the place of a change in the source.
func ofSource(c change) int { return c.unit }

// difference says what a translation lacks of its source, and what it has besides.
func difference(source, target []string) string {
	var said []string
	for _, part := range source {
		if !slices.Contains(target, part) {
			said = append(said, "lacks the "+part)
		}
	}
	for _, part := range target {
		if !slices.Contains(source, part) {
			said = append(said, "has the "+part+", which its source has not")
		}
	}
	return strings.Join(said, "; ")
}

// text is a page that is being changed.
type text struct {
	File
	outline markup.Outline
	answers []int // of a page that is there, by its unit: the unit of the source that it answers, or -1
}

// take puts changes in the place of units and returns those that left the page built as it was. at says which unit a
// change takes the place of.
func (t *text) take(changes []change, at func(change) int, faults *diag.List) (good []change) {
	if next, why := t.with(changes, at); why == "" {
		*t = next
		return changes
	}
	for _, c := range changes {
		next, why := t.with([]change{c}, at)
		if why != "" {
			fault(faults, "translation-structure", c, `put a \ before a sign that should only be a sign, and | in a table as \|`, "the translation %s", why)
			continue
		}
		*t = next
		good = append(good, c)
	}
	return good
}

// with is the page with changes in it; why says what they break.
func (t *text) with(changes []change, at func(change) int) (next text, why string) {
	if len(changes) == 0 {
		return *t, ""
	}
	want := slices.Clone(t.outline.Units)
	var edits []edit
	for _, c := range changes {
		u := &want[at(c)]
		if u.Start == u.End {
			return next, "cannot be put in: where its place ends cannot be said"
		}
		if u.Text == c.texts[0] {
			continue // its bytes may stay
		}
		edits = append(edits, edit{u.Start, u.End, written(*u, c.texts[0], t.Data[u.Start:u.End])})
		u.Text = c.texts[0]
	}
	next = *t
	next.Data = splice(t.Data, edits)
	next.outline = markup.OutlineOf(t.Name, t.Lang, t.Path, next.Data)
	return next, broken(*t, next, want)
}

// written is a text as it stands in the file: in front matter as YAML, in an attribute between quotes.
func written(u markup.Unit, text string, was []byte) string {
	switch {
	case strings.HasPrefix(u.Kind, markup.FrontUnit):
		return yamlText(text, was)
	case strings.HasPrefix(u.Kind, markup.AttributeUnit):
		return inQuotes(text)
	}
	return text
}

// broken says what has become of a page besides the texts that were wanted.
func broken(was, is text, want []markup.Unit) string {
	for i := range min(len(want), len(is.outline.Units)) {
		switch u := is.outline.Units[i]; {
		case u.Kind == want[i].Kind && u.Text == want[i].Text:
		case u.Kind == want[i].Kind && len(want) == len(is.outline.Units):
			return fmt.Sprintf("would be read as %q", clip(u.Text))
		default:
			return "changes how the page is built"
		}
	}
	switch {
	case len(want) != len(is.outline.Units), !slices.Equal(was.outline.Lines, is.outline.Lines):
		return "changes how the page is built"
	case !slices.EqualFunc(was.outline.Blocks, is.outline.Blocks, func(a, b markup.Block) bool { return a.Key == b.Key }):
		return "changes the front matter"
	}
	return newFault(was.File, is.File)
}

// newFault is a fault that a page has and had not.
func newFault(was, is File) string {
	count := map[string]int{}
	for _, d := range markup.Parse(was.Name, was.Lang, was.Path, was.Data).Faults {
		count[d.Code]++
	}
	for _, d := range markup.Parse(is.Name, is.Lang, is.Path, is.Data).Faults {
		if count[d.Code]--; count[d.Code] < 0 {
			return "makes a fault: " + d.Message + " [" + d.Code + "]"
		}
	}
	return ""
}

// clip is the beginning of a text.
func clip(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
