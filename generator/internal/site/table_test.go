package site

import (
	"strings"
	"testing"
)

const contacts = `
- {id: a, kind: emergency, name: {en: Ambulance, gu: એમ્બ્યુલન્સ, hi: एम्बुलेंस}, numbers: ["108"]}
- {id: b, kind: women, name: {en: Women}, numbers: ["+91 (79) 2323-181"]}
- {id: c, kind: emergency, name: {en: Police, gu: પોલીસ, hi: पुलिस}}
`

// TestPick: a directive shows all entries, those of some kinds, or those it names, in that order.
func TestPick(t *testing.T) {
	for attributes, want := range map[string]string{
		"":                         "a b c",
		"{kind=emergency}":         "a c",
		`{kind="women emergency"}`: "a b c",
		`{ids="c a"}`:              "c a",
		`{ids="a" kind=women}`:     "a",
		"{kind=legal}":             "! data-entry 6:1",
		`{ids="a ambulanse"}`:      "a ! data-entry 6:19",
		"{ids=nowhere}":            "! data-entry 6:19",
	} {
		s, faults := join(t, map[string]string{"en/help.md": "::: contacts " + attributes + "\n:::\n", "data/contacts.yaml": contacts})
		var got []string
		for _, c := range s.Page("en", "help").Tables[0].Contacts {
			got = append(got, c.ID)
		}
		for _, f := range faults {
			if f.Code == "data-entry" && len(got) < 4 {
				got = append(got, "!", f.Code, strings.TrimPrefix(f.Pos.String(), "content/en/help.md:"))
				break
			}
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("contacts %s: %s, want %s", attributes, g, want)
		}
	}
}

// TestDataTexts: a text is in the reader's language, or says which it is in and warns at its entry.
func TestDataTexts(t *testing.T) {
	s, faults := join(t, map[string]string{"en/help.md": "::: contacts {ids=\"a b\"}\n:::\n", "data/contacts.yaml": contacts})
	for lang, want := range map[string][2]Text{
		"en": {{Text: "Ambulance"}, {Text: "Women"}},
		"gu": {{Text: "એમ્બ્યુલન્સ"}, {"Women", "en"}},
		"hi": {{Text: "एम्बुलेंस"}, {"Women", "en"}},
	} {
		for i, c := range s.Page(lang, "help").Tables[0].Contacts {
			if c.Name != want[i] {
				t.Errorf("%s: %+v, want %+v", lang, c.Name, want[i])
			}
		}
	}
	if codes(faults) != "data-translation data-translation" || faults[0].Pos.String() != "content/data/contacts.yaml:3:3" {
		t.Errorf("faults: %v", faults)
	}
	if n := s.Page("gu", "help").Tables[0].Contacts[1].Numbers[0]; n.Text != "+91 (79) 2323-181" || n.Dial != "+91792323181" {
		t.Errorf("number: %+v", n)
	}
}

// session is a session of so many minutes.
func session(kind, minutes string) string {
	return "---\ntitle: T\nsummary: S.\ntype: " + kind + "\nminutes: " + minutes + "\n---\n"
}

// TestCourseSums: the items of a day add up to its page's minutes; a session's minutes are its page's.
func TestCourseSums(t *testing.T) {
	for minutes, want := range map[string]string{"85": "", "80": "course-sum", "95": "course-sum", "0": ""} {
		_, faults := join(t, map[string]string{
			"en/day.md": session("day", minutes), "en/talk.md": session("session", "75"),
			"data/courses.yaml": "- {id: plan, days: [{page: day, items: [{session: talk}, {kind: tea, minutes: 10}]}]}",
		})
		if got := codes(faults); got != want {
			t.Errorf("%s minutes: %s, want %q", minutes, got, want)
		}
	}
	for item, want := range map[string]string{
		"{session: talk, minutes: 75}":  "",
		"{session: talk, minutes: 70}":  "course-minutes",
		"{session: later, minutes: 75}": "course-page-planned",
		"{session: talk, kind: tea}":    "course-sum data-value",
		"{minutes: 75}":                 "data-value",
	} {
		_, faults := join(t, map[string]string{
			"en/day.md": session("day", "75"), "en/talk.md": session("session", "75"),
			"data/courses.yaml": "- {id: plan, days: [{page: day, items: [" + item + "]}]}",
		})
		if got := codes(faults); got != want {
			t.Errorf("%s: %s, want %q", item, got, want)
		}
	}
}

// TestTimetable: a day begins where the edition says, else the plan, else the config.
func TestTimetable(t *testing.T) {
	s, _ := join(t, map[string]string{
		"en/day.md": session("day", "85") + "::: timetable\n:::\n", "en/talk.md": session("session", "75"),
		"data/courses.yaml": "- {id: plan, days: [{page: day, start: \"09:30\", items: [{kind: tea, minutes: 10}, {session: talk}]}, {page: other, items: [{kind: rest, minutes: 5}]}]}",
	})
	days := s.Page("en", "day").Tables[0].Plans[0].Days
	if len(days) != 1 || days[0].Start != 570 || days[0].Items[1].Clock != 580 || days[0].End != 655 || !days[0].Items[0].Rest() {
		t.Errorf("days: %+v", days)
	}
}
