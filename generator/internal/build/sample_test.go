package build

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"maps"
	"slices"
	"strings"
	"testing/fstest"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

// settings are config.yaml of the sample, but for its languages.
const settings = `title: {en: A site, gu: સાઇટ}
default_language: en
menu: [training, help]
params:
  hospital: {name: "", phone: "079 1"}
  by: {tongue: {en: talk, gu: વાત}}
course: course
bilingual: [[gu, en], [hi, gu]]
release: {version: "1", date: 2026-01-02}
editions:
  state: {title: {en: A state}, params: {hospital: {name: State}}, day: {start: "09:30"}}
  ward: {extends: state, params: {hospital: {phone: ""}}, hide: [leaf]}
`

const languages = `languages:
  - {code: en, name: English}
  - {code: gu, name: ગુજરાતી, digits: gujr, fallback: [hi, en]}
  - {code: hi, name: हिन्दी, fallback: [en]}
`

// sample is the site that edits begin from: pages in three languages, of which English has all.
func (a author) sample() fstest.MapFS {
	m := fstest.MapFS{"config.yaml": file(settings + languages)}
	for _, p := range slices.Sorted(maps.Keys(kinds)) {
		m["content/en/"+fileOf(p)] = file(a.page(p))
		for _, lang := range []string{"gu", "hi"} {
			if a.seldom(2) {
				m["content/"+lang+"/"+fileOf(p)] = file(a.page(p))
			}
		}
	}
	for _, name := range pictures {
		m["content/en/training/listening/"+name] = a.pictureFile(name)
	}
	for _, name := range dataNames {
		m["content/data/"+name+".yaml"] = file(a.data(name))
	}
	m["content/editions/state/en/words.md"] = file(a.page("words"))
	m["content/editions/state/data/contacts.yaml"] = file(a.data("contacts"))
	m["static/css/own.css"] = file("p { color : red }")
	return m
}

// pictureFile is a picture of some size.
func (a author) pictureFile(name string) *fstest.MapFile {
	w, h := 1+a.IntN(3), 1+a.IntN(3)
	switch {
	case strings.HasSuffix(name, ".png"):
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
			panic(err)
		}
		return &fstest.MapFile{Data: b.Bytes()}
	case strings.HasSuffix(name, ".pdf"):
		return file("%PDF " + a.words(1))
	}
	shapes := 1
	if name == "large.svg" {
		shapes = 400 // too large to be set into a page
	}
	return file(fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">`, w, h) +
		strings.Repeat(`<path d="M1 2h3v4z" fill="none"/>`, shapes) + "<title>" + fmt.Sprint(a.IntN(9)) + "</title></svg>")
}

var dataNames = []string{"contacts", "courses", "laws", "rates", "schemes", "terms"}

// data is a data file. Texts are in one language or more.
func (a author) data(name string) string {
	text := func() string {
		return fmt.Sprintf("{en: %q%s}", a.words(2), one(a, "", ", gu: "+one(a, words[6:9]...), ", hi: "+one(a, words[9:12]...)))
	}
	checked := "source: s, last_checked: 2026-01-0" + fmt.Sprint(1+a.IntN(9))
	switch name {
	case "contacts":
		return fmt.Sprintf("- {id: police, kind: emergency, name: %s, numbers: [\"%d\"], free: %t, say: %s, %s}\n- {id: ward, kind: health, name: %s}\n",
			text(), 100+a.IntN(99), a.seldom(2), text(), checked, text())
	case "courses":
		return fmt.Sprintf(`- id: course
  name: %s
  days:
    - page: training/day-1
      start: "1%d:00"
      items: [{kind: opening, minutes: 10}, {session: training/listening}, {kind: tea, minutes: %d}, {session: training/asking}]
  later: [{session: training/later, minutes: 30, week: %d}]
`, text(), a.IntN(9), 10*a.IntN(9), 1+a.IntN(5))
	case "laws":
		return fmt.Sprintf("- {id: act, name: %s, year: %d, sections: [{number: \"%d\", plain: %s}]}\n", text(), 2000+a.IntN(20), a.IntN(9), text())
	case "rates":
		return fmt.Sprintf("- {id: fee, name: %s, amount: %d.5, per: day, hours_per_day: %d, currency: INR, %s}\n", text(), a.IntN(9999), a.IntN(9), checked)
	case "schemes":
		return fmt.Sprintf("- {id: card, name: %s, who: %s, gives: %s, %s}\n", text(), text(), text(), checked)
	}
	return fmt.Sprintf("- {id: peer, text: %s, gloss: %s, note: %s}\n", text(), text(), text())
}
