package po

import (
	"os/exec"
	"reflect"
	"strings"
	"testing"
)

// sample is a file as this package writes it.
const sample = `# For the people who translate.
msgid ""
msgstr ""
"Language: gu\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

# A translator's question.
#. In Hindi: सुनें
#: content/en/help.md:12 content/en/help.md:20
#, fuzzy, no-wrap
#| msgid "Listen."
msgctxt "help#item"
msgid "Listen to the person \"well\"."
msgstr "સાંભળો.\tબરાબર \\ સારી રીતે."

msgctxt "help#item"
msgid ""
"one\n"
"two"
msgstr ""

msgid "{n} page"
msgid_plural "{n} pages"
msgstr[0] "{n} પાનું"
msgstr[1] "{n} પાનાં"

#~| msgid "Gone by"
#~ msgctxt "help#paragraph"
#~ msgid "Gone"
#~ msgstr "ગયું"
`

// asSaved are files that say what sample says, as editors save them.
var asSaved = map[string]string{
	"by Windows": "\ufeff" + strings.ReplaceAll(sample, "\n", "\r\n"),
	"wrapped anew": strings.NewReplacer(
		`msgid "Listen to the person \"well\"."`, "msgid \"\"\n\"Listen to the \"\n\"person \\\"well\\\".\"",
		`#| msgid "Listen."`, "#| msgid \"\"\n#| \"Lis\"\n#| \"ten.\"",
		`#~ msgid "Gone"`, "#~ msgid \"\"\n#~ \"Go\" \"ne\"",
		"content/en/help.md:12 content", "content/en/help.md:12\n#: content",
		`"સાંભળો.\tબરાબર`, "\"\"\n  \"સાંભળો.\\011બર\" \"ાબર",
	).Replace(sample),
	"without empty lines": strings.NewReplacer("\n\nmsg", "\nmsg").Replace(sample),
	"flags on lines":      strings.Replace(sample, "#, fuzzy, no-wrap", "#, fuzzy\n#,no-wrap", 1),
	"comments reordered": strings.Replace(sample, "#. In Hindi: सुनें\n#: content/en/help.md:12 content/en/help.md:20\n#, fuzzy, no-wrap\n",
		"#, fuzzy, no-wrap\n#: content/en/help.md:12 content/en/help.md:20\n#. In Hindi: सुनें\n", 1),
}

func TestReadsAsItWrites(t *testing.T) {
	want := read(t, sample)
	if got := string(want.Bytes()); got != sample {
		t.Errorf("written:\n%s", got)
	}
	for name, text := range asSaved {
		if got := string(read(t, text).Bytes()); got != sample {
			t.Errorf("%s, read as:\n%s", name, got)
		}
	}
}

func read(t *testing.T, text string) *File {
	t.Helper()
	f, faults := Parse("x.po", []byte(text))
	if len(faults) > 0 {
		t.Errorf("faults %v in\n%s", faults, text)
	}
	return f
}

func TestParts(t *testing.T) {
	f := read(t, sample)
	e := f.Entries[0]
	want := Entry{
		Comments: []string{"A translator's question."}, Extracted: []string{"In Hindi: सुनें"},
		References: []string{"content/en/help.md:12", "content/en/help.md:20"}, Flags: []string{"fuzzy", "no-wrap"},
		Previous: Text{ID: "Listen."}, Text: Text{Context: "help#item", ID: `Listen to the person "well".`},
		Strings: []string{"સાંભળો.\tબરાબર \\ સારી રીતે."}, Line: 16, Lines: []int{17},
	}
	if !reflect.DeepEqual(e, want) || !e.Fuzzy() {
		t.Errorf("got %+v", e)
	}
	if got := f.Entries[2]; !reflect.DeepEqual(got.Strings, []string{"{n} પાનું", "{n} પાનાં"}) || !reflect.DeepEqual(got.Lines, []int{27, 28}) || got.Fuzzy() {
		t.Errorf("got %+v", got)
	}
	if last := f.Entries[3]; !last.Obsolete || last.Previous.ID != "Gone by" || last.Line != 32 {
		t.Errorf("got %+v", last)
	}
	if f.Get("Language") != "gu" || f.Get("Nothing") != "" || f.Comments[0] != "For the people who translate." {
		t.Errorf("header %v %v", f.Comments, f.Header)
	}
	f.Entries[1].SetFuzzy()
	f.Entries[1].SetFuzzy()
	if !reflect.DeepEqual(f.Entries[1].Flags, []string{"fuzzy"}) {
		t.Errorf("flags %v", f.Entries[1].Flags)
	}
}

// TestFaults: a fault stands at its line, the entry that has it is left out, and what follows is read.
func TestFaults(t *testing.T) {
	const good = "\n\nmsgid \"good\"\nmsgstr \"ok\"\n"
	for _, c := range []struct{ text, want string }{
		{`msgid "a` + "\nmsgstr \"b\"", "x.po:1:1: the closing quote is missing"},
		{"msgid \"a\"\nmsgstr b", "x.po:2:1: a text stands in quotes"},
		{"msgid \"a\"\nmsgstr \"b\" c", "x.po:2:1: a text stands in quotes"},
		{"msgid \"a\"\nmsgstr", "x.po:2:1: a text in quotes is missing"},
		{"msgid \"a\"\nmsgstr \"\\q\"", `x.po:2:1: \ must be followed by n, t, ", \ or another escape of C`},
		{"msgid \"a\"\nmsgstr \"\\xe0\"", "x.po:2:1: an escape makes this text no UTF-8"},
		{"msgid \"a\"\n", "x.po:1:1: this msgid has no msgstr"},
		{"msgctxt \"a\"\n\n#. x", "x.po:3:1: a msgctxt has no msgid"},
		{"msgctxt \"a\nmsgid \"a\"\nmsgstr \"b\"", "x.po:1:1: the closing quote is missing"},
		{"msgstr \"a\"", "x.po:1:1: no msgid stands before this msgstr"},
		{"\"a\"", "x.po:1:1: no msgid or msgstr stands before this text"},
		{"msgid \"a\"\nmsgstr[0] \"b\"", "x.po:2:1: msgstr is expected here, not msgstr[0]"},
		{"msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"b\"", "x.po:3:1: msgstr[0] is expected here, not msgstr[1]"},
		{"msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", "x.po:3:1: msgstr is expected here, not msgstr"},
		{"translation \"a\"", `x.po:1:1: a line begins with #, msgctxt, msgid, msgid_plural, msgstr or a quote, not with "translation"`},
		{"#| msgstr \"a\"", `x.po:1:1: behind #| stands msgctxt, msgid or msgid_plural, not "msgstr"`},
		{"msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", "x.po:4:1: this entry stands twice; the first is in line 1"},
		{"msgid \"\"\nmsgstr \"Language: gu\\n\"\n\nmsgid \"\"\nmsgstr \"\"", "x.po:4:1: the header stands twice"},
		{"msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"", "x.po:1:1: the file's header says that it is written in iso-8859-1"},
		{"msgid \"\xe0\"", "x.po:1:8: this is not UTF-8"},
	} {
		f, faults := Parse("x.po", []byte(c.text+good))
		if len(faults) != 1 || faults[0].Pos.String()+": "+faults[0].Message != c.want {
			t.Errorf("%q: %v, want %s", c.text, faults, c.want)
		}
		if n := len(f.Entries); n > 0 && f.Entries[n-1].ID != "good" || n == 0 && !strings.HasSuffix(c.want, "UTF-8") {
			t.Errorf("%q: entries %+v", c.text, f.Entries)
		}
	}
	_, faults := Parse("x.po", []byte("msgid \"a\nmsgstr \"b\""))
	var printed strings.Builder
	faults.Print(&printed)
	if got := printed.String(); got != "x.po:1:1: the closing quote is missing [translation-po]\n" {
		t.Errorf("printed %q", got)
	}
	big, faults := Parse("x.po", make([]byte, maxFile+1))
	if len(big.Entries) > 0 || len(faults) != 1 || faults[0].Code != "text-size" {
		t.Errorf("faults of a file too large: %v", faults)
	}
}

// TestAgainstGettext: GNU gettext reads what this package writes as this package does.
func TestAgainstGettext(t *testing.T) {
	cmd := exec.Command("msgcat", "--no-wrap", "-")
	cmd.Stdin = strings.NewReader(sample)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("msgcat (package gettext, see generator/browser.sh): %v", err)
	}
	if got := string(read(t, string(out)).Bytes()); got != sample {
		t.Errorf("through msgcat:\n%s", got)
	}
}

// FuzzParse gives Parse any bytes: it ends, its faults lie in the file, and what it read is written and read as the same.
func FuzzParse(f *testing.F) {
	f.Add(sample)
	for _, text := range asSaved {
		f.Add(text)
	}
	f.Add("msgid \"\\101\\x41\\\n\"\nmsgstr \"\"\"\" \"\n#~\n#|\n#,\n#~| msgid_plural \"\"")
	f.Fuzz(func(t *testing.T, text string) {
		file, faults := Parse("x.po", []byte(text))
		for _, d := range faults {
			if d.Pos.Line > strings.Count(text, "\n")+1 {
				t.Fatalf("%v lies behind the file", d)
			}
		}
		written := file.Bytes()
		again, more := Parse("x.po", written)
		if len(more) > len(faults) || string(again.Bytes()) != string(written) {
			t.Fatalf("%v\nwritten:\n%s\nread again:\n%s", more, written, again.Bytes())
		}
	})
}
