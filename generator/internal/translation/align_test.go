package translation

import (
	"fmt"
	"strings"
	"testing"

	"psvsite/generator/internal/markup"
)

const front = "---\ntitle: T\nsummary: S\ntype: page\n---\n"

// made makes statements that each text of a target answers the text at the same place of its source.
func made(target, source *markup.Document) (list []Statement, texts Texts) {
	texts = Texts{}
	for i, u := range target.Units() {
		list = append(list, Statement{Page: "x", Target: u.Hash, Source: source.Unit(i).Hash})
		texts[source.Unit(i).Hash] = source.Unit(i).Text
	}
	return list, texts
}

func described(a *Alignment, target, source *markup.Document) string {
	var b strings.Builder
	for _, p := range a.Pairs {
		switch {
		case p.State == Current:
			continue
		case p.Target < 0:
			fmt.Fprintf(&b, "%s %q\n", p.State, source.Unit(p.Source).Text)
		case p.Source < 0:
			fmt.Fprintf(&b, "%s %q\n", p.State, target.Unit(p.Target).Text)
		default:
			fmt.Fprintf(&b, "%s %q: %q\n", p.State, target.Unit(p.Target).Text, source.Unit(p.Source).Text)
		}
	}
	for _, d := range a.Differences {
		fmt.Fprintf(&b, "%s: %s, %s\n", d.What, d.Target, d.Source)
	}
	return b.String()
}

const (
	before = "One two three four.\n\n## Head\n\nSame.\n\n- alpha beta\n- gamma delta\n\nSame.\n\n::: safety\nCall somebody you trust.\n:::\n"
	answer = "1 2 3 4.\n\n## H\n\nIgual.\n\n- a b\n- c d\n\nIgual.\n\n::: safety\nLlame.\n:::\n"
)

func TestAlign(t *testing.T) {
	for _, c := range []struct{ name, source, target, want string }{
		{"nothing changed", before, answer, ""},
		{"a word changed", strings.Replace(before, "three", "five", 1), answer, "stale \"1 2 3 4.\": \"One two five four.\"\n"},
		{"inserted", strings.Replace(before, "## Head", "New words here.\n\n## Head", 1), answer, "missing \"New words here.\"\n"},
		{
			"moved and changed", "## Head\n\nSame.\n\n- gamma delta\n- alpha beta now\n\nSame.\n\n::: safety\nCall somebody you trust.\n:::\n\nOne two three four.\n", answer,
			"stale \"a b\": \"alpha beta now\"\n",
		},
		{
			"merged", strings.Replace(before, "- alpha beta\n- gamma delta\n", "- alpha beta gamma delta\n", 1), answer,
			"stale \"a b\": \"alpha beta gamma delta\"\nextra \"c d\"\n",
		},
		{"removed", strings.Replace(before, "One two three four.\n\n", "", 1), answer, "extra \"1 2 3 4.\"\n"},
		{"equal ones in order", strings.Replace(before, "Same.\n\n", "", 1), answer, "extra \"Igual.\"\n"},
		{"the translation edited", before, strings.Replace(answer, "1 2 3 4.", "uno", 1), "missing \"One two three four.\"\nextra \"uno\"\n"},
		{
			"a box is missing", before, strings.Replace(strings.Replace(answer, "::: safety\n", "", 1), "\n:::\n", "\n", 1),
			"::: safety is missing: gu.md:1:1, en.md:17:1\n",
		},
		{
			"a step with other minutes", strings.Replace(before, "## Head", "## Head {minutes=5}", 1), strings.Replace(answer, "## H\n", "## H {minutes=7}\n", 1),
			"this step has 7 minutes in place of 5: gu.md:8:1, en.md:8:1\n",
		},
	} {
		old, first := markup.ParseSource("en.md", "en", "x", []byte(front+before)), markup.Parse("gu.md", "gu", "x", []byte(front+answer))
		statements, texts := made(first, old)
		source, target := markup.ParseSource("en.md", "en", "x", []byte(front+c.source)), markup.ParseSource("gu.md", "gu", "x", []byte(front+c.target))
		if got := described(Align(target, source, statements, texts), target, source); got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func TestUntracked(t *testing.T) {
	d := markup.ParseSource("en.md", "en", "x", []byte(front+before))
	if a := Align(d, d, nil, nil); a.Tracked || len(a.Pairs) > 0 {
		t.Errorf("a page without statements has %v", a)
	}
}

// TestOneWordForTwo: two texts of the source may have one translation; each place of it answers its own.
func TestOneWordForTwo(t *testing.T) {
	page := func(lang, texts string) *markup.Document {
		return markup.ParseSource(lang+"/x.md", lang, "x", []byte(front+"\n"+strings.ReplaceAll(texts, "|", "\n\n")+"\n"))
	}
	for _, texts := range []string{"Begin|Zest|Middle|Apple|End", "Begin|Apple|Middle|Zest|End"} {
		source, target := page("en", texts), page("gu", "Ek|Same|Be|Same|Tran")
		statements, known := made(target, source)
		a := Align(target, source, statements, known)
		for i, p := range a.Pairs {
			if p.Target != i || p.Source != i || p.State != Current {
				t.Errorf("%s: %+v", texts, p)
			}
		}
	}
}
