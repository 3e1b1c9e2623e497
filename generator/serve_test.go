package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"psvsite"
	"psvsite/generator/internal/build"
	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/source"
)

// served is the command `served DIR [CODE]` of scripts. It waits until what is served at $ADDR is what a clean build of the
// folder makes, in every byte of every file, and no file that is gone. With a code the build has that fault, the pages
// say so, and all files are as they were.
func served(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: served DIR [CODE]")
	}
	s := ts.Value(servedKey{}).(*servedSite)
	s.address = ts.Getenv("ADDR")
	code := ""
	if len(args) == 2 {
		code = args[1]
	}
	ts.Check(s.built(ts.MkAbs(args[0]), code))
	for end := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		err := s.compare(code)
		if err == nil {
			return
		}
		if time.Now().After(end) {
			ts.Fatalf("%v", err)
		}
	}
}

type servedKey struct{}

// servedSite is what ought to be served.
type servedSite struct {
	address string
	files   map[string][]byte
	ever    map[string]bool // all files there ever were
}

// prepareServed gives a script an address of its own.
func prepareServed(e *testscript.Env) error {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	e.Values[servedKey{}] = &servedSite{ever: map[string]bool{}}
	e.Setenv("ADDR", l.Addr().String())
	return l.Close()
}

// built builds the folder. The files of a site with faults are those that it had before.
func (s *servedSite) built(dir, code string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	now, err := today()
	if err != nil {
		return err
	}
	o := build.Options{Day: now.Format(time.DateOnly)}
	r, err := build.Build(source.Input{Disk: root.FS(), Embedded: psvsite.Default}, o, build.NewCache())
	if err != nil {
		return err
	}
	if r.Files == nil {
		if !hasError(r.Faults, code) {
			return fmt.Errorf("the site has these faults, and not %q: %v", code, r.Faults)
		}
		return nil
	}
	if code != "" {
		return fmt.Errorf("the site has not the fault %q", code)
	}
	s.files = map[string][]byte{}
	for _, f := range r.Files {
		s.files[f.Path], s.ever[f.Path] = f.Data, true
	}
	return nil
}

func hasError(list diag.List, code string) bool {
	for _, d := range list {
		if d.Severity == diag.Error && d.Code == code {
			return true
		}
	}
	return false
}

// compare asks for all files there ever were.
func (s *servedSite) compare(code string) error {
	if err := s.told(code); err != nil {
		return err
	}
	for name := range s.ever {
		got, status, err := s.get(name)
		if err != nil {
			return err
		}
		want, there := s.files[name]
		switch {
		case !there && status == http.StatusOK:
			return fmt.Errorf("%s is served, and should be gone", name)
		case there && !bytes.Equal(got, want):
			return fmt.Errorf("%s is served as\n%s\nwant\n%s", name, got, want)
		}
	}
	return nil
}

var addedByServe = regexp.MustCompile(`<script src="/\.psvsite/reload\.js" data-mark="[0-9a-f]+" defer></script>|; (?:script-src 'self'; )?connect-src 'self'`)

// get asks for a file; what the server added to a page is taken away.
func (s *servedSite) get(name string) (data []byte, status int, err error) {
	answer, err := http.Get("http://" + s.address + "/" + name)
	if err != nil {
		return nil, 0, err
	}
	defer answer.Body.Close()
	data, err = io.ReadAll(answer.Body)
	if strings.HasSuffix(name, ".html") {
		data = addedByServe.ReplaceAll(data, nil)
	}
	return data, answer.StatusCode, err
}

// told listens to what pages are told: the error of the code, or none.
func (s *servedSite) told(code string) error {
	answer, err := http.Get("http://" + s.address + "/.psvsite/events?page=/index.html")
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	line, err := bufio.NewReader(answer.Body).ReadBytes('\n')
	if err != nil {
		return err
	}
	var state struct{ Errors []struct{ Code string } }
	if err := json.Unmarshal(bytes.TrimPrefix(line, []byte("data: ")), &state); err != nil {
		return err
	}
	for _, e := range state.Errors {
		if e.Code == code {
			return nil
		}
	}
	if code == "" && len(state.Errors) == 0 {
		return nil
	}
	return fmt.Errorf("the pages are told of these errors: %v; want %q", state.Errors, code)
}
