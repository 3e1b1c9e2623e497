package catalog

import (
	"strings"
	"testing"

	"psvsite/generator/internal/translation"
)

const pageHead = "---\ntitle: A\nsummary: B\ntype: page\n---\n"

// TestInsert: what a page lacks of its source goes in as whole blocks, with what belongs to them.
func TestInsert(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{
			"a part with contacts", "One.\n\nTwo.\n", "One.\n\n## New\n\n::: contacts {kind=\"emergency\"}\n:::\n\nThree.\n\nTwo.\n",
			"ક One.\n\n## ક New\n\n::: contacts {kind=\"emergency\"}\n:::\n\nક Three.\n\nક Two.\n",
		},
		{"at the end", "One.", "One.\n\nTwo.\n\n***\n", "ક One.\n\nક Two.\n\n***\n"},
		{"at the beginning", "One.\n", "***\n\nTwo.\n\nOne.\n", "***\n\nક Two.\n\nક One.\n"},
		{"an item", "- One.\n- Two.\n\nEnd.\n", "- One.\n- Three.\n- Two.\n\nEnd.\n", "- ક One.\n- ક Three.\n- ક Two.\n\nક End.\n"},
		{
			"in a box", "::: safety {#near}\nOne.\n:::\n", "::: safety {#near}\nOne.\n\nTwo.\n:::\n",
			"::: safety {#near}\nક One.\n\nક Two.\n:::\n",
		},
		{"a text that is there", "One.\n\nTwo.\n", "One.\n\n- Two.\n- Three.\n\nTwo.\n", "ક One.\n\n- ક Two.\n- ક Three.\n\nક Two.\n"},
		{"with \\r\\n", "One.\r\n\r\nTwo.\r\n", "One.\n\n- Three\n- Four\n\nTwo.\n", "ક One.\r\n\r\n- ક Three\r\n- ક Four\r\n\r\nક Two.\r\n"},
	} {
		got := translatedAgain(t, c.name, c.before, c.after)
		if head, body, _ := strings.Cut(got, "\n---"); !strings.Contains(head, "title: ક A") || strings.TrimLeft(body, "\r\n") != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// translatedAgain translates a page, changes its source, and translates what is open then.
func translatedAgain(t *testing.T, name, before, then string) string {
	t.Helper()
	head := pageHead
	if strings.Contains(before, "\r\n") {
		head = strings.ReplaceAll(pageHead, "\n", "\r\n")
	}
	in := randomSite(t, []byte(head+before))
	first := prefixed(t, in)
	if len(first.Files) != 1 {
		t.Fatalf("%s: nothing was written", name)
	}
	in = after(in, "gu", first)
	in.Pages[0].Data = []byte(pageHead + then)
	return string(prefixed(t, in).Files[0].Data)
}

// prefixed translates what is open: each text with a letter before it.
func prefixed(t *testing.T, in Input) *Changes {
	t.Helper()
	sources := exported(t, in, "gu", editors["as it is"])
	for _, s := range sources {
		for i := range s.File.Entries {
			if e := &s.File.Entries[i]; unfinished(e) {
				e.Flags, e.Strings = nil, []string{"ક " + e.ID}
			}
		}
	}
	changes, faults := New(in, "gu").Import(sources, false)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return changes
}

// TestBuiltOtherwise: where the place of a new text cannot be told, somebody has to put it in by hand.
func TestBuiltOtherwise(t *testing.T) {
	in := randomSite(t, []byte(pageHead+"- One.\n- Two.\n"))
	in = after(in, "gu", prefixed(t, in))
	in.Pages[0].Data = []byte(pageHead + "- One.\n- Two.\n- Three.\n")
	in.Pages[1].Data = []byte(strings.Replace(string(in.Pages[1].Data), "\n- ક Two.", "\n\nક word\n\n- ક Two.", 1))
	three := []string{"a/page#item", "Three.", "ક Three."}
	got, said := imported(t, in, in.Pages[1].Name, three)
	if got != "" || !strings.Contains(said, "x.po:1:1: this part of the page is built otherwise in content/gu/a/page.md: put it in by hand [translation-structure]\n") {
		t.Errorf("%s\n%s", said, got)
	}
	in.Statements, _ = translation.Read(nil)
	got, said = imported(t, in, in.Pages[1].Name, three)
	if got != "" || !strings.Contains(said, "x.po:1:1: nobody has held content/gu/a/page.md against its source, and it is built otherwise: the place of this text is not known [translation-structure]\n") {
		t.Errorf("%s\n%s", said, got)
	}
}

// TestOneTextOfMany: a text that stands twice is one entry; where its translations differ, only what is said changes.
func TestOneTextOfMany(t *testing.T) {
	in := randomSite(t, []byte(pageHead+"- Yes\n- Yes\n"))
	in = after(in, "gu", prefixed(t, in))
	in.Pages[1].Data = []byte(strings.Replace(string(in.Pages[1].Data), "- ક Yes", "- હા", 1))
	in.Statements, _ = translation.Read(nil)
	if got, said := imported(t, in, in.Pages[1].Name, []string{"a/page#item", "Yes", "હા"}); got != "" || said != "" {
		t.Errorf("nothing new was said: %s\n%s", said, got)
	}
	if got, said := imported(t, in, in.Pages[1].Name, []string{"a/page#item", "Yes", "જી"}); !strings.HasSuffix(got, "\n- જી\n- જી\n") || said != "" {
		t.Errorf("both change: %s\n%s", said, got)
	}
}
