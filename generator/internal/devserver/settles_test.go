package devserver

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/source"
)

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
	for end := time.Now().Add(time.Minute); ; time.Sleep(5 * time.Millisecond) {
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

// differs says where what is served is not the last good build, as far as that is known.
func (s *live) differs() string {
	if s.good == nil {
		return ""
	}
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
