package devserver

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"psvsite"
)

// settings are the config.yaml of the sites here.
const settings = `title: {en: Small site}
default_language: en
menu: [training, help]
languages:
  - {code: en, name: English}
  - {code: gu, name: ગુજરાતી, fallback: [en]}
params: {ward: {phone: "079 1"}}
`

// page is a page with a title and a text.
func page(title, text string) string {
	return fmt.Sprintf("---\ntitle: %s\nsummary: What %s is about.\ntype: page\n---\n\n## First {#first}\n\n%s\n", title, title, text)
}

// sample is a small site.
func sample() map[string]string {
	return map[string]string{
		"config.yaml":                      settings,
		"content/en/index.md":              strings.Replace(page("Home", "[Help](help.md)"), "type: page", "type: home", 1),
		"content/en/help.md":               strings.Replace(page("Help", "Call {{ward.phone}}."), "type: page", "type: help", 1),
		"content/en/training/index.md":     page("Training", "![A ring](ring.svg)"),
		"content/en/training/ring.svg":     `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7"/></svg>`,
		"content/en/training/first.md":     page("One", "One."),
		"content/en/training/second.md":    page("Two", "[One](first.md#first)"),
		"content/gu/help.md":               strings.Replace(page("મદદ", "ફોન {{ward.phone}}."), "type: page", "type: help", 1),
		"static/css/own.css":               "p { color : red }",
		"layouts/partials/neighbours.html": "<p>{{ .Title }}</p>\n",
	}
}

// live is a server that runs, and its folder.
type live struct {
	*testing.T
	dir, url string
	out, err *text
	good     map[string][]byte // the files of the last good build
	ever     map[string]bool   // all files there ever were
	end      func() error
}

// start serves a folder of its own with these files.
func start(t *testing.T, files map[string]string, change func(*Options)) *live {
	t.Helper()
	s := &live{T: t, dir: filepath.Join(t.TempDir(), "site"), out: &text{}, err: &text{}, ever: map[string]bool{}}
	for name, data := range files {
		s.write(name, data)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	o := Options{
		Dir: s.dir, Embedded: psvsite.Default, Addr: "127.0.0.1:0", Stdout: s.out, Stderr: s.err,
		Ready: func(url string) { ready <- url },
	}
	if change != nil {
		change(&o)
	}
	go func() { ended <- Serve(ctx, o) }()
	s.end = sync.OnceValue(func() error {
		cancel()
		return <-ended
	})
	select {
	case s.url = <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.end(); err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Logf("%s%s", s.out, s.err)
		}
	})
	return s
}

// text is what a server printed so far.
type text struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (t *text) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.b.Write(p)
}

func (t *text) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.b.String()
}
