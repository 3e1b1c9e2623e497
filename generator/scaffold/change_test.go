package scaffold

import (
	"maps"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"psvsite/generator/internal/config"
)

// TestEdition: the config reads as before but for the edition, and the edition builds.
func TestEdition(t *testing.T) {
	disk := maps.Clone(sites["full"])
	disk["config.yaml"] = file(settings + `# about the hospital
params:   # variables
  hospital: {name: "", town: Pune}
  plain: ""
editions: {}   # none
`)
	disk["content/data/contacts.yaml"] = file(`# Numbers.
- {id: a, kind: emergency, name: {en: Ambulance}, numbers: ["112", "108"], region: gujarat}

# Of the hospital.
- id: b
  kind: hospital
  name: Duty room
- id: c
  kind: office
  name: Office   # of the State

  region: gujarat
`)
	s, in := open(t, disk)
	change, err := s.Edition(in, "bihar", "")
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(string(disk["config.yaml"].Data), "editions: {}   # none\n",
		"editions:   # none\n  bihar:\n    params:\n      hospital:\n        name: \"\"\n      plain: \"\"\n", 1)
	if string(change.Config) != want {
		t.Errorf("config.yaml:\n%s", change.Config)
	}
	starter := string(change.Files[0].Data)
	_, body, _ := strings.Cut(starter, "\n\n")
	const commented = `# - {id: a, kind: emergency, name: {en: Ambulance}, numbers: ["112", "108"], region: gujarat}

# - id: c
#   kind: office
#   name: Office   # of the State
#
#   region: gujarat
`
	if change.Files[0].Name != "content/editions/bihar/data/contacts.yaml" || body != commented {
		t.Errorf("%s:\n%s", change.Files[0].Name, starter)
	}
	for _, line := range []string{
		"[ ] hospital.name                empty so far\n", "[ ] hospital.town                of the base: Pune\n",
		"[ ] a                            gujarat: Ambulance: 112, 108\n", "[ ] c                            gujarat: Office\n",
	} {
		if !strings.Contains(change.Notes, line) {
			t.Errorf("the list lacks %q:\n%s", line, change.Notes)
		}
	}
	disk["config.yaml"] = file(string(change.Config))
	if faults := built(t, disk, change.Files...); faults != "" {
		t.Error(faults)
	}
	// Without # an entry reads again.
	var list []map[string]any
	if err := yaml.Unmarshal([]byte(strings.ReplaceAll(body, "# ", "")), &list); err != nil || len(list) != 2 {
		t.Error(err, list)
	}
}

func TestLanguage(t *testing.T) {
	disk := maps.Clone(sites["full"])
	disk["config.yaml"] = file("title: A\ndefault_language: en\nlanguages:\n- {code: en, name: English}   # first\n- {code: hi, name: हिन्दी, fallback: [en]}\nsearch: true\n")
	s, in := open(t, disk)
	for code, want := range map[string]string{
		"mr":        "- {code: mr, name: मराठी, fallback: [hi, en]}\n",
		"ur":        "- {code: ur, name: اردو, dir: rtl, fallback: [en]}\n",
		"he":        "- {code: he, name: עברית, dir: rtl, fallback: [en]}\n",
		"no":        "- {code: no, name: norsk bokmål, fallback: [en]}\n",
		"kfr કચ્છી": "- {code: kfr, name: કચ્છી, fallback: [en]}\n",
	} {
		code, name, _ := strings.Cut(code, " ")
		change, err := s.Language(in, code, name)
		if err != nil {
			t.Errorf("%s: %v", code, err)
			continue
		}
		before, after, _ := strings.Cut(string(disk["config.yaml"].Data), "search")
		if string(change.Config) != before+want+"search"+after {
			t.Errorf("%s:\n%s", code, change.Config)
		}
		if c, faults := config.Parse("config.yaml", change.Config); len(faults) > 0 || c.Language(code).Name == "" {
			t.Errorf("%s: %v", code, faults)
		}
		with := maps.Clone(disk)
		with["config.yaml"] = file(string(change.Config))
		for line := range strings.Lines(built(t, with, change.Files...)) {
			if !strings.HasSuffix(line, "[text-missing]\n") && !strings.HasSuffix(line, "[data-translation]\n") && !strings.HasSuffix(line, "[translation-untracked]\n") {
				t.Errorf("%s: %s", code, line)
			}
		}
	}
}

// TestKnownStrings: a language that psvsite has strings of keeps them.
func TestKnownStrings(t *testing.T) {
	s, in := open(t, sites["full"])
	change, err := s.Language(in, "gu", "")
	if err != nil || len(change.Files) != 1 || change.Files[0].Name != "content/gu/index.md" || strings.Contains(change.Notes, "i18n") {
		t.Errorf("%v %+v", err, change)
	}
}

func TestRefusals(t *testing.T) {
	disk := maps.Clone(sites["bare"])
	disk["config.yaml"] = file(settings[:strings.Index(settings, "course")] + "editions: {a: {extends: b}, b: {extends: a}, c: {}}\n")
	s, in := open(t, disk)
	page := func(kind, at, lang string) error { _, err := s.Page(kind, at, lang); return err }
	edition := func(name, extends string) error { _, err := s.Edition(in, name, extends); return err }
	language := func(code string) error { _, err := s.Language(in, code, ""); return err }
	for want, err := range map[string]error{
		`there is no type of page "sesion"`:                            page("sesion", "a", ""),
		`"fr" is not a language of config.yaml`:                        page("page", "a", "fr"),
		`the page "index" is already content/en/index.md`:              page("home", "index", ""),
		`content/en/A.md: "A" may hold only a-z, 0-9 and - [path-le`:   page("page", "A", ""),
		`content/en/../x.md: ".." may hold only`:                       page("page", "../x", ""),
		`content/en//index.md: "" is no name`:                          page("page", "/", ""),
		`content/en/.md: "" is no name`:                                page("page", "", ""),
		`content/en/print/a.md: "print/a" is a path the site uses its`: page("page", "print/a", ""),
		`content/en/com1.md: "com1" is a device on Windows`:            page("page", "com1", ""),
		`"Bihar" may hold only`:                                        edition("Bihar", ""),
		`"" may hold only`:                                             edition("", ""),
		`the edition "c" is already in config.yaml`:                    edition("c", ""),
		`there is no edition "d" to extend`:                            edition("e", "d"),
		`the edition "a" extends itself`:                               edition("e", "a"),
		`the language "en" is already in config.yaml`:                  language("en"),
		`"EN" is not a language code`:                                  language("EN"),
		`"english" is not a language code`:                             language("english"),
		`the name of "kfr" in its own words is not known`:              language("kfr"),
	} {
		if err == nil || !strings.HasPrefix(err.Error(), want) || err.(*Refusal).Hint() == "" {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
