package strictyaml

import (
	"io/fs"
	"strings"
	"testing"

	"psvsite"
)

// slips are what authors write, and what they are told. The YAML begins on line 11.
var slips = []struct{ yaml, want string }{
	{"title: Listening: well\nsummary: a", `11:17: the text of "title" holds a colon, which begins a value | put it in quotes: title: "Listening: well"`},
	{"title: a\nsummary: \"Ask\": how", `12:15: text follows the closing quote of "summary" | put it in quotes: summary: '"Ask": how'`},
	{"prepare:\n  - Two weeks before: print: all", `12:28: the text of "Two weeks before" holds a colon, which begins a value | put it in quotes: - "Two weeks before: print: all"`},
	{"title: a\n\tsummary: b", `12:1: a tab stands where only spaces may | indent with spaces: two for each level`},
	{"list:\n\t- b", `12:1: a tab stands where only spaces may`},
	{"title: \"Listening well\nsummary: b\ntype: page", `11:8: the quote that opens the text of "title" is never closed | close it: title: "Listening well"`},
	{"title: 'Listening well\nsummary: b's", `11:8: the quote that opens the text of "title" is never closed`},
	{"title: \"Listening\" well\nsummary: b", `11:20: text follows the closing quote of "title" | put it in quotes: title: '"Listening" well'`},
	{"title: 'It's good'\nsummary: b", `11:12: text follows the closing quote of "title" | put it in quotes: title: "It's good"`},
	{"title: \"A \"word\" here\"\nsummary: b", `11:12: text follows the closing quote of "title"`},
	{"audience: [trainer, psv\ntype: page", `11:11: the [ that opens here is never closed | close it: audience: [trainer, psv]`},
	{"print: {sheet: A4\ntype: page", `11:8: the { that opens here is never closed | close it: print: {sheet: A4}`},
	{"title: [Draft] Help\ntype: page", `11:16: text follows the closing ] of "title" | put it in quotes: title: "[Draft] Help"`},
	{"title: {{hospital.name}} help\ntype: page", `11:8: a text that begins with a variable needs quotes | put it in quotes: title: "{{hospital.name}} help"`},
	{"list:\n  - {item: card: small, per: room}", `12:5: a text between braces holds a colon, which begins a value | put it in quotes: "card: small"`},
	{"a: b\nobjectives: - Listen", `12:13: a list begins on the line below its key | write each item below, on a line of its own: - Listen`},
	{"objectives:\n  * Listen", `12:3: items of a list begin with a dash | write - Listen`},
	{"objectives:\n  - a\n  -b", `13:4: a space is missing behind the dash | write - b`},
	{"a: b\ntitle:Listening\nc: d", `12:7: a space is missing behind the colon | write title: Listening`},
	{"a: b\ntitle Listening\nc: d", `12:1: this line has no key | a line is key: value, or - item in a list`},
	{"title: a\n  summary: b", `12:3: "summary" stands deeper than "title", which has a text already | begin it where "title" begins, or put the whole text in quotes`},
	{"title: @home", `11:8: a value cannot begin with @ | put it in quotes: title: "@home"`},
	{"title: *Listening* well", `11:8: a value that begins with * needs quotes | put it in quotes: title: "*Listening* well"`},
	{"title: > well\nb: c", `11:8: behind > the text begins on the next line`},
	{"a: |\n  one: two: three\n\n  - x: y: z\nb: c: d", `15:5: the text of "b" holds a colon`},
	{"a: \"one: two: three\n  four: five: six\"\nb: c: d", `13:5: the text of "b" holds a colon`},
	{"a: [one,\n  \"two: three: four\"]\nb: c: d", `13:5: the text of "b" holds a colon`},
	{"વિષય: સાંભળવું: સારું", `11:15: the text of "વિષય" holds a colon`},
	{"list:\n  - item: a\n   per: room", `13:4: "per" stands in line with no key above | begin it where "item" begins`},
	{"a: b\nc\n: d\n? x", `12:1: this line has no key`},
	{"a: b\r\ntitle: c: d\r\n", `12:9: the text of "title" holds a colon, which begins a value | put it in quotes: title: "c: d"`},
}

func TestSlips(t *testing.T) {
	for _, s := range slips {
		_, d := decode(s.yaml)
		if len(d.Faults) == 0 {
			t.Errorf("%q: no fault", s.yaml)
			continue
		}
		f := d.Faults[0]
		got := strings.TrimPrefix(f.Pos.String(), "data.yaml:") + ": " + f.Message + " | " + f.Hint
		if !strings.HasPrefix(got, s.want) || f.Code != "data-syntax" {
			t.Errorf("%q:\n got %s\nwant %s", s.yaml, got, s.want)
		}
	}
}

// TestEverySlip demands that all certain slips of a file are named in one run.
func TestEverySlip(t *testing.T) {
	_, d := decode("title: a: b\nname: \"x\nkind: page\n\tcount: 1\n")
	if got := printed(d.Faults); strings.Count(got, "data-syntax") != 3 {
		t.Errorf("got:\n%s", got)
	}
}

// TestNothingSuspected goes over YAML without fault: the default site's.
func TestNothingSuspected(t *testing.T) {
	files := 0
	err := fs.WalkDir(psvsite.Default, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, ".yaml") && !strings.HasSuffix(name, ".md") {
			return err
		}
		data, err := fs.ReadFile(psvsite.Default, name)
		text := string(data)
		if strings.HasSuffix(name, ".md") {
			_, text, _ = strings.Cut(text, "---\n")
			text, _, _ = strings.Cut(text, "\n---\n")
		}
		files++
		for _, s := range suspects([]byte(text)) {
			t.Errorf("%s:%d:%d: %s", name, s.line, s.col, s.message)
		}
		return err
	})
	if err != nil || files < 10 {
		t.Errorf("%d files, %v", files, err)
	}
}

// FuzzSyntax: whatever is refused is refused in words, at a place in the file.
func FuzzSyntax(f *testing.F) {
	for _, s := range slips {
		f.Add(s.yaml)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, d := decode(text)
		for _, fault := range d.Faults {
			lines := strings.Count(strings.ReplaceAll(text, "\r", "\n"), "\n") + 1
			if fault.Message == "" || fault.Pos.Col < 1 || fault.Pos.Line > 10+lines || fault.Pos.Line < 11 && fault.Pos.Line != 0 {
				t.Errorf("%q: %s: %s", text, fault.Pos, fault.Message)
			}
		}
	})
}
