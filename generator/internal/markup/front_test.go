package markup

import (
	"slices"
	"strings"
	"testing"
)

// frontFaults are the faults of front matter between its fences, as `line:col code`.
func frontFaults(file string) string {
	list := Parse("x.md", "en", "x", []byte(file)).Faults
	list.Sort()
	var out []string
	for _, f := range list {
		out = append(out, strings.TrimPrefix(f.Pos.String(), "x.md:")+" "+f.Code)
	}
	return strings.Join(out, " ")
}

func TestFrontFaults(t *testing.T) {
	const good = "title: T\nsummary: S\ntype: session\n"
	for yaml, want := range map[string]string{
		good:                                           "",
		"title: T\nsummary: S\n":                       "2:1 front-missing",
		"title: T\nsummary:\ntype: page\n":             "3:1 front-missing",
		good + "titel: T\n":                            "5:1 front-key",
		good + "title: B\n":                            "5:1 front-duplicate",
		good + "minutes: long\n":                       "5:10 front-value",
		good + "minutes: -5\n":                         "5:1 front-value",
		good + "audience: [trainer, all, people]\n":    "5:26 front-value",
		good + "materials:\n  - {count: 2}\n":          "6:5 front-missing",
		good + "materials:\n  - {item: a, per: day}\n": "6:20 front-value",
		good + "print: {sheet: A2}\n":                  "5:16 front-value",
		good + "review_due: soon\n":                    "5:13 front-value",
		good + "private: yes\n":                        "5:10 front-value",
		good + "title2: &a x\n":                        "5:9 front-alias",
		"title: A: b\n":                                "2:9 front-syntax",
		"- a\n":                                        "2:1 front-value",
		"title: T\nsummary: S\ntype: sesion\n":         "4:7 front-value",
		"title: T\nsummary: S\ntype: poster\nminutes: 5\nprepare: [a]\n": "5:1 front-type 6:1 front-type",
		"title: T\nsummary: S\ntype: guide\nminutes: 5\nprepare: [a]\n":  "",
	} {
		if got := frontFaults("---\n" + yaml + "---\n"); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", yaml, got, want)
		}
	}
}

func TestFrontFences(t *testing.T) {
	for file, want := range map[string]string{
		"":                                     "1:1 front-missing",
		"text\n":                               "1:1 front-missing",
		"\n---\ntitle: T\n---\n":               "1:1 front-missing",
		"---\ntitle: T\n":                      "1:1 front-unclosed",
		"---\ntitle: T\n----\n":                "1:1 front-unclosed",
		"---\n---\n":                           "2:1 front-missing 2:1 front-missing 2:1 front-missing",
		"---\ntitle: A: b\n---\n<b>\n":         "2:9 front-syntax 4:1 text-html",
		strings.TrimSuffix(front, "\n"):        "",
		front + "---\n":                        "",
		front + "---\nAn underlined text\n---": "",
	} {
		if got := frontFaults(file); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", file, got, want)
		}
	}
}

func TestFront(t *testing.T) {
	d := Parse("x.md", "en", "x", []byte(`---
title: T
summary: S
type: session
weight: 3
audience: [trainer, psv]
minutes: ૭૫
objectives: [listen]
materials:
  - {item: cards, per: person, count: 2}
private: true
print: {sheet: A5, pages: 2}
params: {hospital: {name: Own}}
---
First line.
`))
	f := d.Front
	if len(d.Faults) > 0 || f.Title != "T" || f.Weight != 3 || !slices.Equal(f.Audience, []string{"trainer", "psv"}) || f.Minutes != 75 ||
		f.Materials[0] != (Material{"cards", "person", 2}) || !f.Private || *f.Print != (Print{"A5", 2}) || f.Params["hospital.name"].All != "Own" {
		t.Errorf("%+v\n%v", f, d.Faults)
	}
	if body := string(d.Body); !strings.Contains(body, "<p>First line.</p>") {
		t.Errorf("body %q", body)
	}
}
