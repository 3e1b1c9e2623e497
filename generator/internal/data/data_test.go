package data

import (
	"slices"
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
)

func files(texts ...string) []File {
	var list []File
	for i, text := range texts {
		name := "content/data/x.yaml"
		if i > 0 {
			name = "content/editions/e/data/x.yaml"
		}
		list = append(list, File{Name: name, Data: []byte(text)})
	}
	return list
}

func printed(l diag.List) string {
	var list []string
	for _, f := range l {
		list = append(list, f.Pos.String()+" "+f.Code)
	}
	return strings.Join(list, ", ")
}

// TestEditions: an edition's entry takes the place of the base's with its id, further ones stand at the end.
func TestEditions(t *testing.T) {
	base := "- {id: a, name: {en: A}}\n- {id: b, name: {en: B}, amount: 1.5}\n"
	edition := "- {id: c, name: {en: C}}\n- {id: a, name: {en: Own}}\n"
	list, faults := Read(files(base, edition), func(r Rate) string { return r.ID })
	var got []string
	for _, r := range list {
		got = append(got, r.ID+" "+r.Name["en"]+" "+r.Pos.String())
	}
	want := []string{
		"a Own content/editions/e/data/x.yaml:2:3", "b B content/data/x.yaml:2:3", "c C content/editions/e/data/x.yaml:1:3",
	}
	if !slices.Equal(got, want) || len(faults) > 0 || list[1].Amount != 1.5 {
		t.Errorf("got %q (%v), want %q", got, faults, want)
	}
}

func TestReadAllFaults(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"rates", "- {id: a, name: {en: A}}\n- {id: a, name: {en: B}}\n", "content/data/x.yaml:2:3 data-duplicate"},
		{"rates", "- {id: a, name: {en: A}, amount: much}", "content/data/x.yaml:1:34 data-value"},
		{"rates", "- {id: a, name: {en: A}, use_until: soon}", "content/data/x.yaml:1:37 data-value"},
		{"rates", "- {id: a}", "content/data/x.yaml:1:3 data-missing"},
		{"rates", "- {id: a, nmae: {en: A}, name: {en: A}}", "content/data/x.yaml:1:11 data-key"},
		{"rates", "id: a", "content/data/x.yaml:1:1 data-value"},
		{"contacts", "- {id: a, kind: friend, name: {en: A}}", "content/data/x.yaml:1:17 data-value"},
		{"terms", "- {id: a, text: {en: A}, forms: {neuter: {en: A}}}", "content/data/x.yaml:1:34 data-key"},
		{"laws", "- {id: a, name: {en: A}, sections: [{number: \"1\"}]}", "content/data/x.yaml:1:37 data-missing"},
		{"courses", "- {id: a, days: [{page: b, items: [{kind: sleep}]}]}", "content/data/x.yaml:1:43 data-value"},
		{"schemes", "- {id: a, name: {en: A}}", ""},
		{"schemes", "", ""},
		{"contact", "- {id: a}", "content/data/x.yaml data-unknown"},
	} {
		_, faults := ReadAll(map[string][]File{c.name: files(c.text)})
		if got := printed(faults); got != c.want {
			t.Errorf("%s: %s\ngot  %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

func TestPlan(t *testing.T) {
	s, faults := ReadAll(map[string][]File{"courses": files(`
- {id: rules, day_minutes: 420, sessions: [{session: talk, required: true}]}
- id: six-days
  days:
    - page: day-1
      items:
        - {kind: tea, minutes: 10}
        - {session: talk}
  later: [{session: walk, week: 2}]
`)})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if _, ok := s.Plan("rules"); ok {
		t.Error("rules are no plan")
	}
	if _, ok := s.Plan("none"); ok {
		t.Error("there is no plan of that name")
	}
	p, ok := s.Plan("six-days")
	if !ok || p.Days[0].Pos.Line != 5 || p.Days[0].Items[1].Pos.Line != 8 || p.Later[0].Pos.Line != 9 || s.Courses[0].Sessions[0].Pos.Line != 2 {
		t.Errorf("%v %+v", ok, p)
	}
}
