package markup

import (
	"slices"
	"testing"
)

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"Listening well":             "listening-well",
		"  Two   ways, to\tlisten? ": "two-ways-to-listen",
		"What's “next”?":             "what-s-next",
		"1. First, 2nd":              "1-first-2nd",
		"A_b":                        "a-b",
		"???":                        "",
		"":                           "",
		"ÉCOLE":                      "école",
		"e\u0301cole":                "école", // NFC
		"ધ્યાનથી સાંભળવું":  "ધ્યાનથી-સાંભળવું",
		"મિનિટ: ૧૦":         "મિનિટ-૧૦",
		"सुनना और समझना।":   "सुनना-और-समझना",
		"ज़रूरत":            "ज\u093cरूरत", // NFC keeps the nukta apart
		"सुनें – ½ घंटा":    "सुनें-½-घंटा",
		"سننا اور سمجھنا؟":  "سننا-اور-سمجھنا",
		"آ\u0627\u0653":     "آآ",
		"میں۱۰ منٹ":         "میں۱۰-منٹ",
		"<b>& tags":         "b-tags",
		"{{hospital.name}}": "hospital-name",
	} {
		if got := Slug(text); got != want {
			t.Errorf("Slug(%q) = %q, want %q", text, got, want)
		}
		if again := Slug(want); again != want {
			t.Errorf("the id %q is made into %q", want, again)
		}
	}
}

func TestReservedID(t *testing.T) {
	for id, want := range map[string]bool{
		"slides": true, "s1": true, "s12": true, "s": false, "s1-1": false, "slide": false, "slides-1": false, "session": false, "1": false, "s૧": false,
	} {
		if got := reservedID(id); got != want {
			t.Errorf("reservedID(%q) = %v", id, got)
		}
	}
}

func TestHeadings(t *testing.T) {
	d := Parse("x.md", "en", "x", []byte(front+`## One & *two* \* `+"`a\\*b {{x}}`"+`

## S1

## s1

Set &amp; text {#own}
--

::: slide
### {{town}} and \{{no}}
:::

## Ten {minutes=૧૦ method=rest}
`))
	want := []Heading{
		{Level: 2, ID: "one-two-a-b-x", Text: `One & two * a\*b \{{x}}`, Directive: -1},
		{Level: 2, ID: "s1-1", Text: "S1", Directive: -1},
		{Level: 2, ID: "s1-2", Text: "s1", Directive: -1},
		{Level: 2, ID: "own", Text: "Set & text", Directive: -1},
		{Level: 3, ID: "town-and-no", Text: `{{town}} and \{{no}}`, Directive: 0},
		{Level: 2, ID: "ten", Text: "Ten", Minutes: 10, Method: "rest", Directive: -1},
	}
	lines := []int{6, 8, 10, 12, 16, 19}
	for i, h := range d.Headings {
		if line := h.Pos.Line; line != lines[i] {
			t.Errorf("heading %q stands at line %d, not %d", h.Text, line, lines[i])
		}
		if h.Hash == 0 || !slices.ContainsFunc(d.Units(), func(u UnitFact) bool { return u.Kind == HeadingUnit && u.Hash == h.Hash }) {
			t.Errorf("heading %q has the hash %s", h.Text, h.Hash)
		}
		h.Pos, h.Hash = want[i].Pos, 0
		if h != want[i] {
			t.Errorf("heading %+v, want %+v", h, want[i])
		}
	}
	if len(d.Headings) != len(want) || len(d.Faults) > 0 {
		t.Errorf("%d headings, faults %v", len(d.Headings), d.Faults)
	}
}
