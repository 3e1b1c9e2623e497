package markup

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestOutline(t *testing.T) {
	o := OutlineOf("x.md", "en", "x", []byte(everyUnit))
	want := `heading 2 {one 10 do}
Paragraph
heading 2 <nil>
Blockquote
  Paragraph
list - 0 false
  ListItem
    Paragraph
  ListItem
    Paragraph
    Paragraph
table [none none]
  TableHeader
    TableCell
    TableCell
  TableRow
    TableCell
    TableCell
code "" "no unit\n"
write # [] 0 lines="2" label
  Paragraph
quiz # [1] 0
  Paragraph
  list - 0 true
    ListItem
      TextBlock
    ListItem
      TextBlock
`
	if got := strings.Join(o.Lines, "\n") + "\n"; got != want {
		t.Errorf("lines:\n%s", got)
	}
	var fixed []string
	for i, parts := range o.Fixed {
		if len(parts) > 0 {
			fixed = append(fixed, fmt.Sprint(i, parts))
		}
	}
	want = "8 [variable hospital.name]\n10 [code x y link https://example.org link https://example.org/a]\n13 [picture ring.svg]"
	if got := strings.Join(fixed, "\n"); got != want {
		t.Errorf("fixed:\n%s", got)
	}
	if got := withoutAnchor("help.md#call") + " " + withoutAnchor("#call") + " " + withoutAnchor("https://a.org/#b"); got != "help.md#… #… https://a.org/#b" {
		t.Error(got)
	}
}

// TestBlocks: the blocks of every page lie behind each other, hold each unit once, and each parses by itself to the
// units that it has in its page.
func TestBlocks(t *testing.T) {
	pages := contentPages(t)
	pages["every unit"] = everyUnit
	count := 0
	for name, page := range pages {
		for _, data := range []string{page, "\ufeff" + strings.ReplaceAll(page, "\n", "\r\n")} {
			o := OutlineOf("x.md", "en", "x", []byte(data))
			at, unit := 0, 0
			for _, b := range o.Blocks {
				if b.Start < at || b.End <= b.Start || b.First != unit {
					t.Fatalf("%s: block %+v behind byte %d, unit %d", name, b, at, unit)
				}
				at, unit = b.End, b.Last
				alone := front + data[b.Start:b.End]
				if b.Key != "" {
					alone = "---\n" + data[b.Start:b.End] + "---\n"
				}
				count++
				if got, want := kindsAndTexts(OutlineOf("x.md", "en", "x", []byte(alone)).Units), kindsAndTexts(o.Units[b.First:b.Last]); b.Key != "" && got != want || !strings.HasSuffix(got, want) {
					t.Errorf("%s: block %q has\n%swant\n%s", name, data[b.Start:b.End], got, want)
				}
			}
			if unit != len(o.Units) || at != len(data) {
				t.Errorf("%s: blocks hold %d of %d units, %d of %d bytes", name, unit, len(o.Units), at, len(data))
			}
			if !slices.EqualFunc(o.Units, Units("x.md", "en", "x", []byte(data)), func(a, b Unit) bool { return a.Hash == b.Hash && a.Start == b.Start }) {
				t.Errorf("%s: the outline has other units than the page", name)
			}
		}
	}
	if count < 3000 {
		t.Errorf("only %d blocks were tried", count)
	}
	if o := OutlineOf("x.md", "en", "x", []byte("---\n{title: a, summary: b}\n---\n")); len(o.Blocks) > 0 || len(o.Units) != 2 {
		t.Errorf("front matter on one line: %+v", o.Blocks)
	}
	if o := OutlineOf("x.md", "en", "x", bytes.Repeat([]byte{'a'}, maxFile+1)); len(o.Units)+len(o.Blocks) > 0 {
		t.Error("a page over the limits has an outline")
	}
}

func kindsAndTexts(units []Unit) string {
	var b strings.Builder
	for _, u := range units {
		fmt.Fprintln(&b, u.Kind, u.Text)
	}
	return b.String()
}
