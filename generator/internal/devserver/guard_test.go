package devserver

import (
	"errors"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestAddresses(t *testing.T) {
	for addr, ok := range map[string]bool{
		"127.0.0.1:0": true, "localhost:0": true, ":0": true, "127.1.2.3:0": true,
		"0.0.0.0:0": false, "192.168.1.2:0": false, "[::]:0": false, "example.org:80": false, "8080": false, "": false,
	} {
		listener, err := listen(addr)
		if ok != (err == nil) || !ok && !errors.Is(err, ErrAddress) {
			t.Errorf("%q: %v", addr, err)
		}
		if err == nil {
			if !listener.Addr().(*net.TCPAddr).IP.IsLoopback() {
				t.Errorf("%q listens at %v", addr, listener.Addr())
			}
			listener.Close()
		}
	}
}

func TestAddressInUse(t *testing.T) {
	listener, err := listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	_, err = listen(listener.Addr().String())
	if err == nil || errors.Is(err, ErrAddress) || !strings.Contains(err.Error(), "in use") || !strings.Contains(err.Error(), "--addr") {
		t.Errorf("%v", err)
	}
}

// TestGuard asks as a browser would on behalf of a page of another site.
func TestGuard(t *testing.T) {
	s := start(t, sample(), nil)
	s.settles()
	here := strings.TrimSuffix(strings.TrimPrefix(s.url, "http://"), "/")
	_, port, _ := net.SplitHostPort(here)
	header := func(key, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(key, value) }
	}
	host := func(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }
	method := func(name string) func(*http.Request) { return func(r *http.Request) { r.Method = name } }
	const page, events = "en/help.html", reserved + "events?page=/en/help.html"
	for name, c := range map[string]struct {
		path string
		edit func(*http.Request)
		want int
	}{
		"by number":              {page, nil, 200},
		"by name":                {page, host("localhost:" + port), 200},
		"through a tunnel":       {page, host("localhost:9999"), 200},
		"IPv6":                   {page, host("[::1]:" + port), 200},
		"IPv6 without port":      {page, host("[::1]"), 200},
		"rebound name":           {page, host("evil.example:" + port), 403},
		"rebound name, no port":  {page, host("evil.example"), 403},
		"like ours":              {page, host("localhost.evil.example:" + port), 403},
		"number of others":       {page, host("10.0.0.1:" + port), 403},
		"rebound events":         {events, host("evil.example:" + port), 403},
		"script of ours":         {reserved + "reload.js", nil, 200},
		"rebound script":         {reserved + "reload.js", host("evil.example:" + port), 403},
		"events to another":      {events, header("Origin", "http://evil.example"), 403},
		"events to a file":       {events, header("Origin", "null"), 403},
		"events to another port": {events, header("Origin", "http://127.0.0.1:1"), 403},
		"events, cross-site":     {events, header("Sec-Fetch-Site", "cross-site"), 403},
		"events, same site":      {events, header("Sec-Fetch-Site", "same-site"), 403},
		"post":                   {page, method(http.MethodPost), 405},
		"put":                    {page, method(http.MethodPut), 405},
		"delete events":          {events, method(http.MethodDelete), 405},
		"options":                {page, method(http.MethodOptions), 405},
		"nothing of ours":        {reserved + "other.js", nil, 404},
		"out of the site":        {"en/../../config.yaml", nil, 404},
		"source":                 {"content/en/help.md", nil, 404},
	} {
		answer, _ := s.get(c.path, c.edit)
		if answer.StatusCode != c.want {
			t.Errorf("%s: %s, want %d", name, answer.Status, c.want)
		}
		for key, want := range map[string]string{"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": ""} {
			if got := answer.Header.Get(key); got != want {
				t.Errorf("%s: %s: %q, want %q", name, key, got, want)
			}
		}
	}
}

// TestOwnEvents opens the stream of events as pages of the server do.
func TestOwnEvents(t *testing.T) {
	s := start(t, sample(), nil)
	s.settles()
	for name, header := range map[string][2]string{
		"origin": {"Origin", strings.TrimSuffix(s.url, "/")}, "same origin": {"Sec-Fetch-Site", "same-origin"}, "typed": {"Sec-Fetch-Site", "none"},
	} {
		r, err := http.NewRequest(http.MethodGet, s.url+reserved+"events?page=/en/help.html", nil)
		s.must(err)
		r.Header.Set(header[0], header[1])
		answer, err := http.DefaultClient.Do(r)
		s.must(err)
		if kind := answer.Header.Get("Content-Type"); answer.StatusCode != 200 || kind != "text/event-stream" {
			t.Errorf("%s: %s, %s", name, answer.Status, kind)
		}
		answer.Body.Close()
	}
}

// TestEnds tells the server to end while a page listens.
func TestEnds(t *testing.T) {
	s := start(t, sample(), nil)
	s.settles()
	answer, err := http.Get(s.url + reserved + "events?page=/")
	s.must(err)
	defer answer.Body.Close()
	begin := time.Now()
	if err := s.end(); err != nil || time.Since(begin) > 900*time.Millisecond {
		t.Errorf("it ended after %v with %v", time.Since(begin), err)
	}
}
