package main

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// sayer takes a fault down.
type sayer func(format string, args ...any)

// checks are what every page must keep.
var checks = []func(*builtSite, *htmlPage, sayer){checkDocument, checkPolicy, checkNames, checkIDs, checkLanguages, checkLinks}

func checkDocument(s *builtSite, p *htmlPage, say sayer) {
	if p.broken != nil {
		say("%v", p.broken)
	}
	if !strings.HasPrefix(strings.ToLower(string(p.data)), "<!doctype html>") {
		say("no doctype")
	}
	for _, name := range []string{"html", "title", "h1", "main"} {
		if list := p.all(name); len(list) != 1 || strings.TrimSpace(list[0].text) == "" {
			say("%d elements %s, or an empty one", len(list), name)
		}
	}
	html := p.elements[0]
	if folder, _, _ := strings.Cut(p.name, "/"); folder != html.attrs["lang"] && strings.Contains(p.name, "/") {
		say("lang=%q", html.attrs["lang"])
	}
	if html.attrs["dir"] != "ltr" && html.attrs["dir"] != "rtl" {
		say("dir=%q", html.attrs["dir"])
	}
	if p.elements[2].attrs["charset"] != "utf-8" {
		say("the charset does not come first")
	}
	if width, _ := p.meta("name", "viewport"); !strings.Contains(width, "width=device-width") || strings.Contains(width, "maximum") {
		say("viewport %q", width)
	}
}

// checkPolicy sees to the Content-Security-Policy, and that nothing is there which it would block.
func checkPolicy(s *builtSite, p *htmlPage, say sayer) {
	policy, _ := p.meta("http-equiv", "Content-Security-Policy")
	for _, part := range []string{"default-src 'none'", "base-uri 'none'", "form-action 'none'"} {
		if !strings.Contains(policy, part) {
			say("the policy lacks %s: %q", part, policy)
		}
	}
	for _, part := range []string{"unsafe", "*", "http", "data:", "blob:"} {
		if strings.Contains(policy, part) {
			say("the policy has %s: %q", part, policy)
		}
	}
	for _, e := range p.elements {
		for name := range e.attrs {
			if name == "style" || strings.HasPrefix(name, "on") || name == "http-equiv" && e.attrs["content"] != policy {
				say("<%s %s>", e.name, name)
			}
		}
		switch e.name {
		case "style", "base", "iframe", "object", "embed", "form":
			say("<%s>", e.name)
		case "script":
			if e.attrs["src"] == "" || e.text != "" || e.attrs["type"] == "module" {
				say("a script that stands in the page, or a module")
			}
		}
	}
}

// checkNames sees to it that who cannot see a thing is told what it is.
func checkNames(s *builtSite, p *htmlPage, say sayer) {
	labels := map[string]bool{}
	for _, e := range p.all("label") {
		labels[e.attrs["for"]] = strings.TrimSpace(e.text) != ""
	}
	for _, e := range p.elements {
		switch e.name {
		case "img":
			if strings.TrimSpace(e.attrs["alt"]) == "" {
				say("picture %s has no text", e.attrs["src"])
			}
		case "svg":
			if e.attrs["aria-hidden"] != "true" && (e.attrs["role"] != "img" || !e.label) {
				say("a drawing has no text and is not hidden")
			}
		case "a", "button", "summary", "h1", "h2", "h3", "h4":
			if strings.TrimSpace(e.text) == "" && !e.label {
				say("<%s %s> has no text", e.name, e.attrs["href"])
			}
		case "textarea", "input", "select":
			if !labels[e.attrs["id"]] && !e.label {
				say("field %q has no label", e.attrs["id"])
			}
		}
	}
}

func checkIDs(s *builtSite, p *htmlPage, say sayer) {
	for id, n := range p.ids {
		if n > 1 || id == "" || strings.ContainsAny(id, " \t\n") {
			say("id %q stands %d times", id, n)
		}
	}
	for _, e := range p.elements {
		for _, name := range []string{"for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"} {
			for _, id := range strings.Fields(e.attrs[name]) {
				if p.ids[id] == 0 {
					say("%s names the id %q, which is nowhere", name, id)
				}
			}
		}
	}
}

func checkLanguages(s *builtSite, p *htmlPage, say sayer) {
	for _, e := range p.elements {
		for _, name := range []string{"lang", "hreflang"} {
			code, there := e.attrs[name]
			if tag, err := language.Parse(code); there && (err != nil || tag.String() != code || code == "und") {
				say("%s=%q", name, code)
			}
		}
	}
}

// leftovers are what templates and formats leave behind when something was forgotten, and places of this machine.
var leftovers = regexp.MustCompile(`\{\{|<no value>|&lt;no value|ZgotmplZ|%![a-zA-Z(]|&lt;nil&gt;|\x{FFFD}|[\x00-\x08\x0b-\x1f\x7f]|file://?/|/tmp/|/home/|/root/|[A-Z]:\\|="[^"]*\.md["#]`)

// checkBytes holds for every file of text.
func checkBytes(data []byte, say sayer) {
	if !utf8.Valid(data) {
		return // a picture
	}
	for _, at := range leftovers.FindAllIndex(data, 3) {
		say("left over: %q", data[max(0, at[0]-30):min(len(data), at[1]+30)])
	}
	if !norm.NFC.IsNormal(data) {
		at := norm.NFC.QuickSpan(data)
		say("not in NFC: %q", data[max(0, at-12):min(len(data), at+30)])
	}
}
