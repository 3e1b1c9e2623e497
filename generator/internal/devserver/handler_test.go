package devserver

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// TestAnswers asks for what is there and what is not.
func TestAnswers(t *testing.T) {
	files := sample()
	for _, name := range []string{"a.js", "b.png", "c.jpg", "d.jpeg", "e.webp", "f.avif", "g.gif", "h.opus", "i.m4a", "j.mp3", "k.pdf", "l.txt", "m.json", "n.unknown", "o.csv"} {
		files["static/kinds/"+name] = "0123456789"
	}
	s := start(t, files, nil)
	s.settles()
	for path, want := range map[string]string{
		"":                         "302 /index.html",
		"en":                       "302 /en/index.html",
		"en/":                      "302 /en/index.html",
		"en/training":              "302 /en/training.html",
		"en/training/":             "302 /en/training.html",
		"gu/training/first?a=b":    "302 /gu/training/first.html?a=b",
		"index.html":               "200 text/html; charset=utf-8",
		"en/help.html?a=b":         "200 text/html; charset=utf-8",
		"en/training.html":         "200 text/html; charset=utf-8",
		"css/own.css":              "200 text/css; charset=utf-8",
		"kinds/a.js":               "200 text/javascript; charset=utf-8",
		"kinds/b.png":              "200 image/png",
		"kinds/c.jpg":              "200 image/jpeg",
		"kinds/d.jpeg":             "200 image/jpeg",
		"kinds/e.webp":             "200 image/webp",
		"kinds/f.avif":             "200 image/avif",
		"kinds/g.gif":              "200 image/gif",
		"kinds/h.opus":             "200 audio/ogg",
		"kinds/i.m4a":              "200 audio/mp4",
		"kinds/j.mp3":              "200 audio/mpeg",
		"kinds/k.pdf":              "200 application/pdf",
		"kinds/l.txt":              "200 text/plain; charset=utf-8",
		"kinds/m.json":             "200 application/json",
		"kinds/n.unknown":          "200 application/octet-stream",
		"kinds/o.csv":              "200 text/csv; charset=utf-8",
		reserved + "reload.js":     "200 text/javascript; charset=utf-8",
		reserved + "panel.css":     "200 text/css; charset=utf-8",
		"en/nowhere.html":          "404 text/html; charset=utf-8",
		"en//help.html":            "404 text/html; charset=utf-8",
		"en/training.html/":        "404 text/html; charset=utf-8",
		"//example.org/index.html": "404 text/html; charset=utf-8",
	} {
		answer, body := s.get(path, nil)
		got := fmt.Sprint(answer.StatusCode, " ", answer.Header.Get("Content-Type"))
		if to := answer.Header.Get("Location"); to != "" {
			got = fmt.Sprint(answer.StatusCode, " ", to)
		}
		if got != want {
			t.Errorf("/%s: %s, want %s", path, got, want)
		}
		head, nothing := s.get(path, func(r *http.Request) { r.Method = http.MethodHead })
		if head.StatusCode != answer.StatusCode || len(nothing) > 0 || len(body) == 0 {
			t.Errorf("HEAD /%s: %s with %d bytes; GET has %d", path, head.Status, len(nothing), len(body))
		}
	}
	part, body := s.get("kinds/j.mp3", func(r *http.Request) { r.Header.Set("Range", "bytes=2-4") })
	if part.StatusCode != http.StatusPartialContent || string(body) != "234" {
		t.Errorf("a part: %s, %q", part.Status, body)
	}
}

// TestNotFound asks for mistyped addresses.
func TestNotFound(t *testing.T) {
	s := start(t, sample(), nil)
	s.settles()
	for path, near := range map[string]string{
		"en/halp.html":                           "/en/help.html",
		"en/frist.html":                          "/en/training/first.html",
		"hi/help.html":                           "/en/help.html",
		"en/training/first.htm":                  "/en/training/first.html",
		"en/<script>alert(1)</script>/help.html": "/en/help.html",
	} {
		answer, body := s.get(path, nil)
		if answer.StatusCode != http.StatusNotFound || !strings.Contains(string(body), `<a href="`+near+`">`) {
			t.Errorf("%s: %s\n%s", path, answer.Status, body)
		}
		if strings.Contains(string(body), "<script>alert") || strings.Count(string(body), "<a ") > nearest {
			t.Errorf("%s:\n%s", path, body)
		}
	}
	if _, body := s.get("zzzzzzzzzzzzzzzzzzzz", nil); strings.Contains(string(body), "<a ") {
		t.Errorf("near to nothing:\n%s", body)
	}
	// The page comes into being, and the browser is told.
	before := s.told("/en/group.html").Mark
	s.write("content/en/group.md", page("Group", "Sit."))
	s.settles()
	if after := s.told("/en/group.html").Mark; after == before {
		t.Error("the page that is not there is not loaded again when it is")
	}
}
