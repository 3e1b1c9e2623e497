package devserver

import (
	"strings"
	"testing"
)

// TestLoosen opens policies for the script, its style and its stream, and for nothing else.
func TestLoosen(t *testing.T) {
	for policy, want := range map[string]string{
		"default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'":    "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; connect-src 'self'",
		"default-src 'none'; style-src 'self'":                                        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
		"default-src 'none'; style-src 'sha256-abc'":                                  "default-src 'none'; style-src 'sha256-abc' 'self'; script-src 'self'; connect-src 'self'",
		"default-src 'none'; script-src 'none'; style-src 'self'; connect-src 'none'": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
		"default-src 'self'":  "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'",
		"DEFAULT-SRC 'none';": "DEFAULT-SRC 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
		"img-src 'self'":      "img-src 'self'",
		"":                    "",
	} {
		if got := loosen(policy); got != want {
			t.Errorf("%q becomes\n%q, want\n%q", policy, got, want)
		}
	}
}

// TestDress adds to a page what the server needs, and leaves the page itself as it was.
func TestDress(t *testing.T) {
	const script = `<script src="/.psvsite/reload.js" data-mark="0123456789abcdef" defer></script>`
	const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'`
	for page, want := range map[string]string{
		`<head>` + policy + `"></head><p>connect-src`: `<head>` + policy + `; connect-src 'self'">` + script + `</head><p>connect-src`,
		`<title>no head</title>`:                      `<title>no head</title>` + script,
		`<META CONTENT="default-src 'none'" HTTP-EQUIV=Content-Security-Policy></head>`: `<META CONTENT="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'" HTTP-EQUIV=Content-Security-Policy>` +
			script + `</head>`,
	} {
		given := []byte(page)
		if got := string(dress(given, "0123456789abcdef")); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
		if string(given) != page {
			t.Errorf("the built page is changed: %s", given)
		}
	}
}

// TestNoSite begins with a site that has faults: they are shown instead of every page, until it is mended.
func TestNoSite(t *testing.T) {
	files := sample()
	good := files["content/en/help.md"]
	files["content/en/help.md"] = strings.Replace(good, "title: Help", "titel: <b>Help</b>", 1)
	s := start(t, files, nil)
	s.eventually(func() string {
		if told := s.told("/en/help.html"); len(told.Errors) > 0 {
			return ""
		}
		return "no error is told"
	})
	for _, path := range []string{"en/help.html", "", "css/site.css"} {
		answer, body := s.get(path, nil)
		text := string(body)
		if answer.StatusCode != 503 || !strings.Contains(text, "content/en/help.md:2:1") || !strings.Contains(text, "[front-key]") || !strings.Contains(text, "hint:") {
			t.Errorf("/%s: %s\n%s", path, answer.Status, text)
		}
		if strings.Contains(text, "<b>") {
			t.Errorf("/%s: not escaped:\n%s", path, text)
		}
	}
	if told := s.told("/en/help.html"); !strings.Contains(string(second(s.get("en/help.html", nil))), told.Mark) {
		t.Error("the page does not bear the mark that it is told")
	}
	s.write("content/en/help.md", good)
	s.settles()
	if !strings.Contains(s.out.String(), "there is no site to show yet") {
		t.Errorf("it said:\n%s", s.out)
	}
}

func second[A, B any](_ A, b B) B { return b }

// TestMarks changes one page at a time: only what shows it is loaded again.
func TestMarks(t *testing.T) {
	s := start(t, sample(), nil)
	s.settles()
	paths := []string{"/en/help.html", "/en/training/first.html", "/gu/training/first.html", "/nowhere.html"}
	marks := func() (list [4]string) {
		for i, path := range paths {
			list[i] = s.told(path).Mark
		}
		return list
	}
	for name, c := range map[string]struct {
		change func()
		want   [4]bool
	}{
		"text":  {func() { s.write("content/en/training/first.md", page("One", "Another text.")) }, [4]bool{false, true, true, false}},
		"style": {func() { s.write("static/css/own.css", "p { color : blue }") }, [4]bool{true, true, true, false}},
		"fault": {func() { s.write("content/en/training/second.md", "no front matter") }, [4]bool{}},
	} {
		before := marks()
		c.change()
		s.settles()
		after := marks()
		for i, path := range paths {
			if (before[i] != after[i]) != c.want[i] {
				t.Errorf("%s: the mark of %s was %s and is %s", name, path, before[i], after[i])
			}
		}
		s.write("content/en/training/second.md", sample()["content/en/training/second.md"])
		s.settles()
	}
}

// TestSaysWhatItDoes reads the terminal: a line for each build that changed something, and each fault once.
func TestSaysWhatItDoes(t *testing.T) {
	s := start(t, sample(), nil)
	s.settles()
	s.write("content/en/training/first.md", page("One", "[Nowhere](nowhere.md)"))
	s.settles()
	s.write("content/en/training/second.md", page("Two", "More."))
	s.settles()
	s.write("content/en/training/second.md", page("Two", "More."))
	s.write("content/en/training/first.md", page("One", "One."))
	s.settles()
	out, errors := s.out.String(), s.err.String()
	for _, want := range []string{s.url + " shows", " pages in ", " ms, 0 errors, ", "1 error, ", "the last good site stays"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	if strings.Count(errors, "content/en/training/first.md:9:1: ") != 1 {
		t.Errorf("the fault is not said once:\n%s", errors)
	}
	if lines := strings.Count(out, "\n"); lines < 4 || lines > 5 {
		t.Errorf("%d lines:\n%s", lines, out)
	}
}
