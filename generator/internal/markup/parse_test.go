package markup

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// faults are the faults of a page whose Markdown begins at line 6, as `line:col code`.
func faults(text string) []string {
	list := Parse("x.md", "en", "x", []byte(front+text)).Faults
	list.Sort()
	var out []string
	for _, f := range list {
		at := strings.TrimPrefix(f.Pos.String(), "x.md:")
		out = append(out, at+" "+f.Code)
	}
	return out
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"<b>x</b>":                                "6:1 text-html 6:5 text-html",
		"a <!-- b -->":                            "6:3 text-html",
		"<div>\n\nx":                              "6:1 text-html",
		":::":                                     "6:1 directive-close",
		"text\n:::":                               "7:1 directive-close",
		"- a\n  :::":                              "7:3 directive-close",
		"::: say\na\n:::\n:::":                    "9:1 directive-close",
		"::: say":                                 "6:1 directive-unclosed",
		"::: say\n::: notes\n:::":                 "6:1 directive-unclosed",
		"- ::: say\n  x\n\ny":                     "6:3 directive-unclosed",
		"-\t::: say\n\n\t\t:::":                   "6:3 directive-unclosed",
		"> ::: say\n> x\n\ny":                     "6:3 directive-unclosed",
		":::: say\n:::":                           "7:1 directive-fence",
		"::: say\n:::::":                          "7:1 directive-fence",
		"::: Say\n\nx":                            "6:5 directive-syntax",
		"::: say.\n\nx":                           "6:8 directive-syntax",
		"::: say: x\n\nx":                         "6:8 directive-syntax",
		">\t::: saying {a=b}\n>\t::::":            "6:7 directive-unknown 7:3 directive-fence",
		"-\t ::: saying\n\t :::":                  "6:8 directive-unknown",
		"::: saying\n:::":                         "6:5 directive-unknown",
		"::: activity\n:::\n::: say x\n:::":       "8:9 attribute-syntax",
		"::: check\ntext\n:::":                    "6:1 directive-content",
		"::: check\n- a\n\n  b\n- c\n:::":         "7:1 directive-content",
		"::: cards\n:::":                          "6:1 directive-content",
		"::: quiz\n- [x] a\n:::":                  "6:1 directive-content",
		"::: quiz\nq?\n:::":                       "6:1 directive-content",
		"::: quiz\nq?\n\n- [ ] a\n:::":            "6:1 directive-content",
		"::: quiz\nq?\n\n- [x] a\n- b\n:::":       "10:3 directive-content",
		"::: contacts\ntext\n:::":                 "7:1 directive-content",
		"::: figure\ntext\n\nmore\n:::":           "6:1 directive-content",
		"::: contacts {kind=\"women chld\"}\n:::": "6:20 attribute-value",
		"::: activity {group=all}\n:::":           "6:21 attribute-value",
		"::: activity {group=0}\n:::":             "6:21 attribute-value",
		"::: say {#a}\n:::\n::: say {#a}\n:::":    "8:10 attribute-id",
		"## A {#s3}":                              "6:7 attribute-id",
		"## A {minutes=0}":                        "6:15 attribute-value",
		"## A {colour=red}":                       "6:7 attribute-unknown",
		"## A {minutes=5\n\nx":                    "",
		"### A {minutes=5}":                       "6:1 step-place",
		"::: slide\n## A {minutes=5}\n:::":        "7:1 step-place",
		"## A {minutes=5}\n\n::: activity {minutes=6}\n:::":                            "8:1 step-activity",
		"## A {minutes=5}\n\n## B\n\n::: activity {minutes=6}\n:::":                    "",
		"::: say\n    :::\n:::":                                                        "",
		"::: notes\n```\n:::\n```\n:::":                                                "",
		"::: notes\n> a\n:::":                                                          "",
		"::: notes\n- a\n:::\nafter":                                                   "",
		"text\n::: say\na\n:::\ntext":                                                  "",
		"::: say\r\nx\r\n:::\r\n":                                                      "",
		strings.Repeat("::: say\n", 8) + strings.Repeat(":::\n", 8):                    "",
		strings.Repeat("::: say\n", 9) + "x\n" + strings.Repeat(":::\n", 8):            "14:1 directive-depth",
		strings.Repeat("::: say\n", 10) + "x\n" + strings.Repeat(":::\n", 8) + "\n:::": "14:1 directive-depth 26:1 directive-close",
	} {
		if got := strings.Join(faults(text), " "); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestDirectives(t *testing.T) {
	d := Parse("x.md", "en", "x", []byte(front+`:::: activity {#a minutes=૧૦ group=pairs}
::: quiz
Why?

- [ ] no
- [x] yes
- [x] also

Because.
:::
::::
::: cards
- one
- two
:::
::: contacts {ids="a b"}
:::
::: say
:::
`))
	want := []Directive{
		{Name: "activity", ID: "a", Parent: -1, Attributes: []Attribute{{Key: "minutes", Value: "10"}, {Key: "group", Value: "pairs"}}},
		{Name: "quiz", Parent: 0, Right: []int{2, 3}},
		{Name: "cards", Parent: -1, Items: 2},
		{Name: "contacts", Parent: -1, Attributes: []Attribute{{Key: "ids", Value: "a b"}}},
		{Name: "say", Parent: -1},
	}
	columns := []int{27, 36}
	for i, x := range d.Directives {
		for j := range x.Attributes {
			if i == 0 && x.Attributes[j].Pos.Col != columns[j] {
				t.Errorf("%s stands at %v", x.Attributes[j].Key, x.Attributes[j].Pos)
			}
			x.Attributes[j].Pos = x.Pos
			x.Attributes[j].Pos.File, x.Attributes[j].Pos.Line, x.Attributes[j].Pos.Col = "", 0, 0
		}
		x.Pos = want[i].Pos
		if !reflect.DeepEqual(x, want[i]) {
			t.Errorf("directive %d: %+v, want %+v", i, x, want[i])
		}
	}
	slides := []Slide{{-1, 0}, {0, 0}, {2, 1}, {2, 2}, {3, 0}}
	if !slices.Equal(d.Slides, slides) || len(d.Directives) != len(want) || len(d.Faults) > 0 {
		t.Errorf("slides %v, %d directives, faults %v", d.Slides, len(d.Directives), d.Faults)
	}
}

func TestLinks(t *testing.T) {
	d := Parse("x.md", "en", "x", []byte(front+`[a](b\_c.md#d "T\"t &amp;") <https://e.org/\[> <a@e.org>
::: slide
![p](q.svg) [r][s] [j](javascript&#58;x) [k](\&amp;)
:::

[s]: &#104;elp.md
`))
	want := []Link{
		{Target: "b_c.md#d", Title: `T"t &`, Directive: -1},
		{Target: `https://e.org/\[`, Directive: -1},
		{Target: "mailto:a@e.org", Directive: -1},
		{Target: "q.svg", Picture: true, Directive: 0},
		{Target: "help.md", Directive: 0},
		{Target: "javascript:x", Directive: 0},
		{Target: "&amp;", Directive: 0},
	}
	at := []string{"6:1", "6:29", "6:48", "8:1", "8:13", "8:20", "8:42"}
	for i, l := range d.Links {
		if got := l.Pos.String(); got != "x.md:"+at[i] {
			t.Errorf("link %d stands at %s, not %s", i, got, at[i])
		}
		l.Pos = want[i].Pos
		if l != want[i] {
			t.Errorf("link %d: %+v, want %+v", i, l, want[i])
		}
	}
	if len(d.Links) != len(want) || len(d.Faults) > 0 {
		t.Errorf("%d links, faults %v", len(d.Links), d.Faults)
	}
}
