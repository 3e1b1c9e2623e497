package build

import (
	"fmt"
	"strings"

	"psvsite"
)

// options are changes to config.yaml: the first is what stands there, the others what may stand there instead.
var options = [][]string{
	{"digits: gujr", "digits: latn", "digits: deva", "locale_from: en"},
	{"fallback: [hi, en]", "fallback: [en]", "fallback: [en, hi]"},
	{"code: hi, name: हिन्दी,", "code: hi, name: Hindi,", "code: hi, name: हिन्दी, dir: rtl,", "code: hi, name: हिन्दी, digits: deva,"},
	{"title: {en: A site,", "title: {en: Another site,"},
	{"menu: [training, help]", "menu: [help]", "menu: [words, nothing]"},
	{`phone: "079 1"`, `phone: ""`, `phone: "1 2"`},
	{"tongue: {en: talk, gu: વાત}", "tongue: {en: speech, gu: વાત}", "tongue: always"},
	{"course: course", "course: no", "day: {start: \"08:15\"}"},
	{`version: "1"`, `version: "2"`},
	{"date: 2026-01-02", "date: 2026-02-03"},
	{"default_language: en", "default_language: en\nbase_url: https://example.org/site", "default_language: gu"},
	{"default_language: en", "default_language: en\nlint: {text-missing: off, data-translation: error}", "default_language: en\nlint: {link-missing: warning}"},
	{"hide: [leaf]", "hide: [plan]", "hide: []"},
	{"params: {hospital: {name: State}}", "params: {hospital: {name: Republic}}"},
	{"extends: state", "extends: ward"},
	{"  - {code: hi, name: हिन्दी, fallback: [en]}\n", ""},
}

// config sets one option, mostly of the settings as they were at first.
func (e *editor) config() string {
	text := settings + languages
	if e.seldom(3) {
		text = string(e.files["config.yaml"].Data)
	}
	o := one(e.author, options...)
	return e.put("config.yaml", strings.Replace(text, o[0], one(e.author, o[1:]...), 1))
}

// layout lays an own layout over an embedded one, or takes it away.
func (e *editor) layout() string {
	name := "layouts/" + one(e.author, "page.html", "session.html", "partials/footer.html", "directives/safety.html", "directives/contacts.html", "root/index.html")
	old := embedded(name)
	if _, ok := e.files[name]; ok && e.seldom(2) {
		delete(e.files, name)
		return "remove " + name
	}
	end := strings.LastIndex(old, "</")
	return e.put(name, old[:end]+one(e.author,
		"<p>More.</p>", "<p>{{ num 7 }}</p>", "<p>{{ t \"home\" }}</p>", "{{ icon \"help\" }}", "{{ .Nothing }}", "{{ if }}", "{{ t \"nothing\" }}")+old[end:])
}

// strings lays interface strings over the embedded ones.
func (e *editor) strings() string {
	lang := one(e.author, "gu", "hi", "gu", "hi", "en")
	text := embedded("layouts/i18n/en.yaml")
	o := one(e.author, [][2]string{
		{"home: Home", "home: House"},
		{"safety: ", "safety: New "},
		{"\nskip: ", "\nskipp: "},
		{"\nfree: ", "\nx_free: "},
		{"month_1: ", "month_1: Jan "},
		{"licence: ", "home: twice\nlicence: "},
		{"all_pages: All pages", "all_pages: [a, b]"},
	}...)
	return e.put("layouts/i18n/"+lang+".yaml", strings.Replace(text, o[0], o[1], 1))
}

// damage breaks a file, or adds one that may not be there.
func (e *editor) damage() string {
	switch e.IntN(6) {
	case 0:
		name := e.any("content/", one(e.author, ".md", ".yaml"))
		text := e.files[name].Data
		return e.put(name, string(text[:e.IntN(len(text)+1)]))
	case 1:
		return e.put("content/en/help.md", strings.Replace(e.page("help"), "## ", "::: slyde\n## <b> {x}\n## ", 1))
	case 2:
		return e.put(one(e.author, "content/fr/help.md", "content/en/a.docx", "content/en/search.md", "content/data/people.yaml"), "x")
	case 3:
		delete(e.files, "content/en/index.md")
		return "remove the home page"
	case 4:
		return e.put("config.yaml", one(e.author, "", "title: [", settings, settings+languages+"x: 1\n"))
	}
	return e.put("content/en/training/listening/"+one(e.author, pictures[:2]...), one(e.author, "<svg", `<svg onload="x" viewBox="0 0 1 1"></svg>`, ""))
}

func (e *editor) static() string {
	return one(e.author, func() string { return e.put("static/css/own.css", "a { top : "+e.words(1)+" }") },
		func() string {
			return e.put("static/icons/help.svg", "<svg><path d=\"M"+fmt.Sprint(e.IntN(9))+" 1\"/></svg>")
		},
		func() string { return e.put("static/new.txt", e.words(3)) })()
}

func (e *editor) ofEdition() string {
	p := one(e.author, "words", "plan", "training/day-1")
	name := "content/editions/" + one(e.author, "state", "ward") + "/"
	return one(e.author, func() string { return e.put(name+one(e.author, "en", "gu")+"/"+fileOf(p), e.page(p)) },
		func() string { return e.put(name+"data/contacts.yaml", e.data("contacts")) },
		func() string { return e.put(name+"static/css/own.css", "b { top : "+e.words(1)+" }") })()
}

func (e *editor) chooseEdition() string {
	e.edition = one(e.author, "", "", "state", "state", "ward", "none")
	return "build the edition " + e.edition
}

// embedded is a file of the default site.
func embedded(name string) string {
	data, err := psvsite.Default.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(data)
}
