package scaffold

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/markup"
	"psvsite/generator/internal/source"
)

const settings = `title: A site
default_language: en
languages: [{code: en, name: English}]
course: long
`

const home = "---\ntitle: Home\nsummary: The start.\ntype: home\n---\n"

// plans name a session and days; two of them do not agree about the second day.
const plans = `- id: short
  days:
    - {page: training/day-1, items: [{kind: tea, minutes: 20}, {session: training/asking, minutes: 70}]}
    - {page: training/day-2, items: [{kind: tea, minutes: 20}]}
- id: long
  days:
    - {page: training/day-1, items: [{kind: rest, minutes: 20}, {session: training/asking, minutes: 70}]}
    - {page: training/day-2, items: [{kind: tea, minutes: 30}]}
- id: other
  days:
    - {page: training/day-3, items: [{kind: tea, minutes: 20}]}
`

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

// sites are those that every start is tried in.
var sites = map[string]fstest.MapFS{
	"bare": {"config.yaml": file(strings.Replace(settings, "course: long\n", "", 1)), "content/en/index.md": file(home)},
	"full": {
		"config.yaml":                file(settings + "params: {hospital: {name: \"\"}}\n"),
		"content/en/index.md":        file(home),
		"content/en/training/day.md": file(strings.Replace(home, "type: home", "type: day\nweight: 4", 1)),
		"content/data/courses.yaml":  file(plans),
		"content/data/contacts.yaml": file("- {id: a, kind: emergency, name: Ambulance, numbers: [\"112\"]}\n"),
	},
}

func open(t *testing.T, disk fs.FS) (*Site, source.Input) {
	t.Helper()
	in := source.Input{Disk: disk, Embedded: psvsite.Default}
	s, faults, err := Open(in)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return s, in
}

// built builds a site with files added and returns its faults as text.
func built(t *testing.T, disk fstest.MapFS, files ...File) string {
	t.Helper()
	with := maps.Clone(disk)
	for _, f := range files {
		with[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	r, err := build.Build(source.Input{Disk: with, Embedded: psvsite.Default}, build.Options{}, build.NewCache())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range r.Faults {
		if f.Code != "course-page-planned" {
			fmt.Fprintf(&b, "%s: %s [%s]\n", f.Pos, f.Message, f.Code)
		}
	}
	return b.String()
}

// TestEveryStartBuilds puts a start of every type in every place into every site, and builds without a fault.
func TestEveryStartBuilds(t *testing.T) {
	for name, disk := range sites {
		s, _ := open(t, disk)
		for _, kind := range markup.PageTypes {
			for _, at := range []string{"a", "training/b/", "training/day-1", "training/day-2", "training/day-3", "training/asking", "null"} {
				if at == "training/asking" && kind.Name != "session" {
					continue // a plan gives it minutes, which only a session must have
				}
				change, err := s.Page(kind.Name, at, "")
				if err != nil {
					t.Errorf("%s, %s %s: %v", name, kind.Name, at, err)
					continue
				}
				if strings.HasPrefix(at, "training/day-") && kind.Name != "day" {
					continue // its minutes are the plan's, which only a day takes
				}
				if faults := built(t, disk, change.Files...); faults != "" {
					t.Errorf("%s, %s %s:\n%s%s", name, kind.Name, at, faults, change.Files[0].Data)
				}
			}
		}
	}
}

func TestStartsAreTypes(t *testing.T) {
	var names []string
	for _, p := range markup.PageTypes {
		names = append(names, p.Name)
	}
	slices.Sort(names)
	list, err := fs.Glob(pages, "pages/*.md")
	for i, name := range list {
		list[i] = strings.TrimSuffix(strings.TrimPrefix(name, "pages/"), ".md")
	}
	if err != nil || !slices.Equal(list, names) {
		t.Errorf("starts of %v, types %v: %v", list, names, err)
	}
}

// TestFitsThePlan: minutes, timetable and weight come from the site.
func TestFitsThePlan(t *testing.T) {
	s, _ := open(t, sites["full"])
	for at, want := range map[string][]string{
		"session training/asking": {"minutes: 70\n", "weight: 5\n", "title: Asking\n"},
		"session training/other":  {"minutes: 60\n"},
		"day training/day-1":      {"minutes: 90\n", `timetable {page="training/day-1"}`},
		"day training/day-3":      {"minutes: 20\n", `timetable {plan=other page="training/day-3"}`},
		"course about":            {"timetable {plan=long}", "weight: 1\n"},
		"poster null":             {"title: \"Null\"\n", "{{hospital.name}}"},
	} {
		kind, path, _ := strings.Cut(at, " ")
		change, err := s.Page(kind, path, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range want {
			if !strings.Contains(string(change.Files[0].Data), part) {
				t.Errorf("%s lacks %q:\n%s", at, part, change.Files[0].Data)
			}
		}
	}
	change, err := s.Page("day", "training/day-2", "")
	if err != nil || strings.Contains(string(change.Files[0].Data), "minutes:") {
		t.Errorf("plans do not agree about day 2, its start does: %v\n%s", err, change.Files[0].Data)
	}
}

// TestShares: four steps that add up, more than half of it doing, a tenth that may be left out.
func TestShares(t *testing.T) {
	for minutes := 5; minutes <= 500; minutes++ {
		p := shares(minutes)
		if sum := p[0] + p[1] + p[2] + p[3]; sum != minutes || slices.Min(p) < 1 || 2*(p[1]+p[2]) < minutes || 10*p[2] < minutes && minutes >= 10 {
			t.Errorf("%d minutes: %v", minutes, p)
		}
	}
}

func TestTranslation(t *testing.T) {
	const page = "---\r\ntitle: A\r\nsummary: B\r\ntype: role\r\nsignoffs:\r\n- {role: lawyer, name: X, date: 2026-01-01, hash: a}\r\n" +
		"needs: [lawyer]  # both\r\n---\r\n\r\nText --- here\r\n---\r\n"
	disk := maps.Clone(sites["full"])
	disk["config.yaml"] = file("title: A\ndefault_language: en\nlanguages: [{code: en, name: English}, {code: gu, name: ગુજરાતી}]\n")
	disk["content/en/x/index.md"] = file(page)
	s, _ := open(t, disk)
	change, err := s.Page("role", "x", "gu")
	want := "---\r\ntitle: A\r\nsummary: B\r\ntype: role\r\nneeds: [lawyer, native-speaker]  # both\r\n---\r\n\r\nText --- here\r\n---\r\n"
	if err != nil || change.Files[0].Name != "content/gu/x/index.md" || string(change.Files[0].Data) != want {
		t.Errorf("%v %+v", err, change)
	}
	if _, err := s.Page("guide", "x", "gu"); err == nil || err.Error() != "content/en/x/index.md is of type role, not guide" {
		t.Error(err)
	}
	if change, err := s.Page("page", "y", "gu"); err != nil || change.Files[0].Name != "content/gu/y.md" || change.Notes == "" {
		t.Error(err, change)
	}
}
