package site

import (
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
)

func TestRelative(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"en/index.html", "en/help.html", "help.html"},
		{"en/help.html", "en/help.html", "help.html"},
		{"en/a/b.html", "en/help.html", "../help.html"},
		{"en/a/b/c.html", "en/a/d.html", "../d.html"},
		{"en/a.html", "en/a/b.html", "a/b.html"},
		{"en/a/b.html", "gu/a/b.html", "../../gu/a/b.html"},
		{"en/a/b.html", "css/site.css", "../../css/site.css"},
		{"index.html", "en/index.html", "en/index.html"},
		{"en/en/en.html", "en/en.html", "../en.html"},
	} {
		if got := Relative(c.from, c.to); got != c.want {
			t.Errorf("from %s to %s: %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

// TestSchemeOf: a scheme is what a browser takes for one; hidden is what only shows without spaces and control
// characters.
func TestSchemeOf(t *testing.T) {
	for _, c := range []struct {
		dest, scheme string
		hidden       bool
	}{
		{"", "", false},
		{"help.md", "", false},
		{"../help.md#a:b", "", false},
		{"a/b:c.md", "", false},
		{"?a:b", "", false},
		{"#a:b", "", false},
		{"https://example.org", "https", false},
		{"HTTPS://example.org", "https", false},
		{" https://example.org", "https", false},
		{"tel:112", "tel", false},
		{"javascript:alert(1)", "javascript", false},
		{"JavaScript:alert(1)", "javascript", false},
		{"java\nscript:alert(1)", "javascript", true},
		{"java\tscript:alert(1)", "javascript", true},
		{"\x01javascript:alert(1)", "javascript", true},
		{"javascript\x00:alert(1)", "javascript", true},
		{"ht\ntps://example.org", "https", true},
		{"java script:x", "javascript", true},
		{"%6Aavascript:x", "%6aavascript", false}, // no scheme that is allowed
		{":x", "", false},
		{"C:\\help.md", "c", false},
	} {
		if scheme, hidden := schemeOf(c.dest); scheme != c.scheme || hidden != c.hidden {
			t.Errorf("schemeOf(%q) = %q, %v", c.dest, scheme, hidden)
		}
	}
}

// linked is a site whose page training/day, a bundle, holds one link.
func linked(t *testing.T, link string) (Target, diag.List) {
	s, faults := join(t, map[string]string{
		"en/training/day/index.md":     link,
		"en/training/day/ring.svg":     drawing,
		"en/training/day/large.svg":    strings.Replace(drawing, "</svg>", strings.Repeat(`<path d="M0 0h1"/>`, 600)+"</svg>", 1),
		"en/training/day/form.pdf":     "%PDF",
		"en/training/day/more.md":      "",
		"en/training/index.md":         "## Wait, here\n\n::: safety {#limit}\nx\n:::\n",
		"en/help.md":                   "## When you call\n",
		"en/training/listening/sub.md": "",
	})
	return s.Page("en", "training/day").Targets[0], faults
}

func TestTargets(t *testing.T) {
	for link, want := range map[string]Target{
		"[x](../../help.md)":                   {Kind: ToPage, URL: "../help.html"},
		"[x](../../help.md#when-you-call)":     {Kind: ToPage, URL: "../help.html#when-you-call"},
		"[x](../../help.md#when%2Dyou-call)":   {Kind: ToPage, URL: "../help.html#when-you-call"},
		"[x](../index.md)":                     {Kind: ToPage, URL: "../training.html"},
		"[x](../index.md#limit)":               {Kind: ToPage, URL: "../training.html#limit"},
		"[x](more.md)":                         {Kind: ToPage, URL: "day/more.html"},
		"[x](./more.md)":                       {Kind: ToPage, URL: "day/more.html"},
		"[x](../listening/sub.md)":             {Kind: ToPage, URL: "listening/sub.html"},
		"[x](../../index.md)":                  {Kind: ToPage, URL: "../index.html"},
		"[x](index.md)":                        {Kind: ToPage, URL: "day.html"},
		"![x](ring.svg)":                       {Kind: Drawing},
		"![x](large.svg)":                      {Kind: ToFile, URL: "day/large.svg"},
		"[x](ring.svg)":                        {Kind: ToFile, URL: "day/ring.svg"},
		"[x](form.pdf)":                        {Kind: ToFile, URL: "day/form.pdf"},
		"[x](https://example.org/a?b#c \"T\")": {Kind: Outside, URL: "https://example.org/a?b#c", Title: "T"},
		"[x](tel:{{number}})":                  {Kind: Outside, URL: "tel:+9179"},
		"[x](tel:{{phone}})":                   {Kind: Nowhere},
		"[x](mailto:a@example.org)":            {Kind: Outside, URL: "mailto:a@example.org"},
		"[x](sms:112?body=help \"{{town}}\")":  {Kind: Outside, URL: "sms:112?body=help", Title: "Bhuj"},
	} {
		got, faults := linked(t, link)
		got.Picture, got.Path = 0, ""
		if got != want || len(faults) > 0 {
			t.Errorf("%s leads to %+v (%v), want %+v", link, got, faults, want)
		}
	}
}

func TestTargetFaults(t *testing.T) {
	for link, want := range map[string]string{
		"[x](../help.md)":                 "link-missing",
		"[x](../hepl.md)":                 "link-missing",
		"[x](../../hepl.md)":              "link-missing",
		"[x](none.pdf)":                   "link-missing",
		"[x](../day)":                     "link-missing",
		"![x](rign.svg)":                  "image-missing",
		"![x](more.md)":                   "link-missing",
		"[x](../../help.md#call)":         "link-anchor",
		"[x](#nowhere)":                   "link-anchor",
		"[x](/help.md)":                   "link-absolute",
		"[x](//example.org/a)":            "link-absolute",
		`[x](<\\\\example.org>)`:          "link-absolute",
		"[x](../../../gu/help.md)":        "link-outside",
		"[x](../../../../etc/passwd)":     "link-outside",
		"[x](%2e%2e/%2e%2e/%2e%2e/a.md)":  "link-outside",
		"[x](%zz.md)":                     "link-syntax",
		"[x](http://example.org)":         "link-scheme",
		"[x](ftp://example.org)":          "link-scheme",
		"[x](javascript:alert(1))":        "link-scheme",
		"[x](javascript&colon;alert(1))":  "link-scheme",
		"[x](jav&#x0A;ascript:alert(1))":  "link-scheme",
		"[x](<java\tscript:alert(1)>)":    "link-scheme",
		"[x](&#1;javascript:alert(1))":    "link-scheme",
		"[x](data:text/html,x)":           "link-scheme",
		"[x](file:///etc/passwd)":         "link-scheme",
		"[x](blob:https://example.org)":   "link-scheme",
		"[x](vbscript:x)":                 "link-scheme",
		"<javascript:alert(1)>":           "link-scheme",
		"![x](https://example.org/a.png)": "link-scheme",
		"![x](data:image/png;base64,x)":   "link-scheme",
		"[x]({{bad}})":                    "link-scheme",
		"[x](<{{bad}} >)":                 "link-scheme",
		"[x](j{{nowhere}}s:x)":            "variable-unknown",
	} {
		got, faults := linked(t, link)
		if codes(faults) != want || faults[0].Pos.File != "content/en/training/day/index.md" || faults[0].Pos.Line != 6 {
			t.Errorf("%s: %v, want %s", link, faults, want)
		}
		if anchor := want == "link-anchor"; got.Kind != Nowhere && !anchor || strings.Contains(got.URL, "#") {
			t.Errorf("%s leads to %+v all the same", link, got)
		}
	}
}
