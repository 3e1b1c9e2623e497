package devserver

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/source"
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

// file is a file of the site's folder.
func (s *live) file(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

// write writes a file, and the folders above it.
func (s *live) write(name, data string) {
	s.Helper()
	s.must(os.MkdirAll(filepath.Dir(s.file(name)), 0o755))
	s.must(os.WriteFile(s.file(name), []byte(data), 0o644))
}

func (s *live) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// get asks for a path; edit may change the request.
func (s *live) get(name string, edit func(*http.Request)) (*http.Response, []byte) {
	s.Helper()
	r, err := http.NewRequest(http.MethodGet, s.url+strings.TrimPrefix(name, "/"), nil)
	s.must(err)
	if edit != nil {
		edit(r)
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	s.must(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	s.must(err)
	return answer, body
}

// told is what the page under a path is told first.
func (s *live) told(name string) (told state) {
	s.Helper()
	answer, err := http.Get(s.url + reserved + "events?page=" + name)
	s.must(err)
	defer answer.Body.Close()
	line, err := bufio.NewReader(answer.Body).ReadBytes('\n')
	s.must(err)
	s.must(json.Unmarshal(bytes.TrimPrefix(line, []byte("data: ")), &told))
	return told
}

// eventually waits until fault is empty.
func (s *live) eventually(fault func() string) {
	s.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		why := fault()
		if why == "" {
			return
		}
		if time.Now().After(end) {
			s.Fatal(why)
		}
	}
}

// settles waits until the server shows what a clean build makes of the folder as it is: every file, no other, and what
// is wrong; while something is, the files of the last good build.
func (s *live) settles() {
	s.Helper()
	root, err := os.OpenRoot(s.dir)
	s.must(err)
	defer root.Close()
	r, err := build.Build(source.Input{Disk: root.FS(), Embedded: psvsite.Default}, build.Options{}, build.NewCache())
	s.must(err)
	if r.Files != nil {
		s.good = map[string][]byte{}
		for _, f := range r.Files {
			s.good[f.Path], s.ever[f.Path] = f.Data, true
		}
	}
	want := (&shown{faults: r.Faults}).state("")
	want.Mark = ""
	s.eventually(func() string {
		told := s.told("")
		told.Mark = ""
		if got, want := fmt.Sprintf("%+v", told), fmt.Sprintf("%+v", want); got != want {
			return "told\n" + got + "\nwant\n" + want
		}
		return s.differs()
	})
}

// differs says where what is served is not the last good build.
func (s *live) differs() string {
	for name := range s.ever {
		answer, got := s.get(name, nil)
		want, there := s.good[name]
		switch {
		case !there && answer.StatusCode == http.StatusOK:
			return name + " is shown, and should be gone"
		case there && path.Ext(name) == ".html" && !bytes.Equal(undress(got), want), there && path.Ext(name) != ".html" && !bytes.Equal(got, want):
			return fmt.Sprintf("%s is\n%s\nwant\n%s", name, got, want)
		}
	}
	return ""
}

var added = regexp.MustCompile(`<script src="/\.psvsite/reload\.js" data-mark="[0-9a-f]{16}" defer></script>`)

// undress takes away what the server adds to a page.
func undress(page []byte) []byte {
	page = added.ReplaceAll(page, nil)
	page = bytes.Replace(page, []byte(`; connect-src 'self'"`), []byte(`"`), 1)
	return bytes.Replace(page, []byte(`; script-src 'self'"`), []byte(`"`), 1) // the root page has no script of its own
}
