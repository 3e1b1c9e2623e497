package config

import (
	"reflect"
	"slices"
	"testing"
)

func TestParams(t *testing.T) {
	c := parse(t, base+`params:
  hospital:
    name: {en: Civil Hospital, gu: સિવિલ હોસ્પિટલ}
    ward_phone: ""
    beds: 30
    address: {tel: a, fax: b}
  empty:
  town: Bhuj
`)
	want := Params{
		"hospital.name":        {ByLang: Text{"en": "Civil Hospital", "gu": "સિવિલ હોસ્પિટલ"}},
		"hospital.ward_phone":  {},
		"hospital.beds":        {All: "30"},
		"hospital.address.tel": {All: "a"}, // three letters, but no languages of the site
		"hospital.address.fax": {All: "b"},
		"empty":                {},
		"town":                 {All: "Bhuj"},
	}
	if !reflect.DeepEqual(c.Params, want) {
		t.Errorf("params: %+v", c.Params)
	}
	if got := c.Positions.At("params.hospital.beds").String(); got != "config.yaml:12:5" {
		t.Errorf("hospital.beds stands at %s", got)
	}
	for chain, want := range map[string]string{"gu": "સિવિલ હોસ્પિટલ", "hi": "Civil Hospital"} {
		if got := c.Params["hospital.name"].In(c.Chain(chain)); got != want {
			t.Errorf("hospital.name in %s is %q", chain, got)
		}
	}
}

const editions = base + `course: six-days
params: {town: Bhuj, state: India}
editions:
  gujarat:
    title: {en: Peer support in Gujarat}
    params: {state: Gujarat}
    course: weekends
    hide: [roles/lawyer]
  kutch:
    extends: gujarat
    params: {town: Mandvi}
    day: {start: "08:30"}
    hide: [help]
  ring: {extends: round}
  round: {extends: ring}
  self: {extends: self}
`

func TestForEdition(t *testing.T) {
	c := parse(t, editions)
	for _, e := range []struct {
		name                    string
		chain                   []string
		over                    Params
		title, course, dayStart string
		dayOver                 bool
		hidden                  []string
	}{
		{"", nil, Params{}, "Peer support", "six-days", "10:00", false, nil},
		{"gujarat", []string{"gujarat"}, Params{"state": {All: "Gujarat"}}, "Peer support in Gujarat", "weekends", "10:00", false, []string{"roles/lawyer"}},
		{
			"kutch",
			[]string{"gujarat", "kutch"},
			Params{"state": {All: "Gujarat"}, "town": {All: "Mandvi"}},
			"Peer support in Gujarat", "weekends", "08:30", true,
			[]string{"roles/lawyer", "help"},
		},
	} {
		view, chain, ok := c.ForEdition(e.name)
		if !ok || !slices.Equal(chain, e.chain) || !slices.Equal(view.Hidden(chain), e.hidden) {
			t.Errorf("edition %q: chain %v, %v, hides %v", e.name, chain, ok, view.Hidden(chain))
		}
		if !reflect.DeepEqual(view.Over, e.over) || view.Title["en"] != e.title || view.Course != e.course || view.Day.Start != e.dayStart || view.DayOver != e.dayOver {
			t.Errorf("edition %q: %v %v %q %+v %v", e.name, view.Over, view.Title, view.Course, view.Day, view.DayOver)
		}
		if view.Title["gu"] != "સાથ" {
			t.Errorf("edition %q loses the Gujarati title", e.name)
		}
	}
	if c.Title["en"] != "Peer support" || c.Course != "six-days" || c.Over != nil || c.DayOver {
		t.Error("an edition's view changed the config it was made of")
	}
}

func TestNoSuchEdition(t *testing.T) {
	c := parse(t, editions)
	for _, name := range []string{"kerala", "ring", "round", "self"} {
		if _, _, ok := c.ForEdition(name); ok {
			t.Errorf("edition %q can be built", name)
		}
	}
	want := []string{"gujarat", "kutch", "ring", "round", "self"}
	if got := c.EditionNames(); !slices.Equal(got, want) {
		t.Errorf("editions: %v", got)
	}
}

func TestParseClock(t *testing.T) {
	for text, want := range map[string]int{"00:00": 0, "09:30": 570, "9:30": 570, "23:59": 1439} {
		if got, ok := ParseClock(text); !ok || got != want {
			t.Errorf("ParseClock(%q) = %d, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "24:00", "12:60", "noon", "10", "10:00:00", "10.00"} {
		if got, ok := ParseClock(text); ok {
			t.Errorf("ParseClock(%q) = %d", text, got)
		}
	}
}
