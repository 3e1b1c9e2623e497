// Package chrome drives an installed Chromium: it opens pages, measures, photographs and prints them.
//
// In: addresses of pages, sizes of a window. Out: what only a browser can make or say of them: pictures, PDFs, results of
// expressions, and all that goes wrong: requests that fail or leave the site, errors on the console, blocked styles and
// scripts. It never reaches a network: every name but the machine's own resolves to nothing.
//
// It speaks the DevTools protocol in plain JSON: a dozen calls do not need a library that describes all thousand, has to
// be as new as the browser, and makes everybody who builds psvsite fetch nine modules. The messages go over a pipe, which
// nobody else on the machine can open; on Windows, where a program cannot be given one, over a WebSocket.
package chrome

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"time"
)

// ErrNoBrowser says what to do without a browser.
var ErrNoBrowser = errors.New("no browser is found: install chromium, or set CHROME_PATH")

// find looks for a browser: CHROME_PATH, else the names that systems give it.
func find() (string, error) {
	if path := os.Getenv("CHROME_PATH"); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome", "google-chrome-stable", "msedge"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoBrowser
}

// flags make a browser that does nothing by itself.
func flags(profile string) []string {
	list := []string{
		"--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--hide-scrollbars",
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		"--user-data-dir=" + profile,
	}
	if os.Geteuid() == 0 {
		list = append(list, "--no-sandbox") // root has none
	}
	return append(list, "about:blank")
}

// Browser is a running browser.
type Browser struct {
	cmd     *exec.Cmd
	profile string
	wire    wire

	mu      sync.Mutex
	last    int
	replies map[int]chan message
	tabs    map[string]*Tab // by session
}

// wire carries messages to the browser and back.
type wire interface {
	send([]byte) error
	receive() ([]byte, error) // the error says that the browser is gone
	close() error
}

// connect starts a browser and opens a wire to it.
type connect func(cmd *exec.Cmd) (wire, error)

// Start starts a browser with an empty profile. It returns ErrNoBrowser when none is installed.
func Start() (*Browser, error) {
	if runtime.GOOS == "windows" {
		return start(overSocket)
	}
	return start(overPipe)
}

func start(open connect) (*Browser, error) {
	path, err := find()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "psvsite-chrome")
	if err != nil {
		return nil, err
	}
	b := &Browser{profile: profile, replies: map[int]chan message{}, tabs: map[string]*Tab{}}
	b.cmd = exec.Command(path, flags(profile)...)
	if b.wire, err = open(b.cmd); err != nil {
		return nil, errors.Join(fmt.Errorf("start %s: %w", path, err), os.RemoveAll(profile))
	}
	go b.listen()
	return b, nil
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() error {
	_ = b.call("", "Browser.close", nil, nil)
	gone := make(chan error, 1)
	go func() { gone <- b.cmd.Wait() }()
	select {
	case <-gone:
	case <-time.After(5 * time.Second):
		_ = b.cmd.Process.Kill()
		<-gone
	}
	return errors.Join(b.wire.close(), os.RemoveAll(b.profile))
}

// message is what goes over the pipe, one way or the other.
type message struct {
	ID      int             `json:"id,omitempty"`
	Session string          `json:"sessionId,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *struct {
		Message string `json:"message"`
	} `json:"error,omitempty"`
}

// listen takes messages until the browser is gone.
func (b *Browser) listen() {
	for {
		data, err := b.wire.receive()
		if err != nil {
			break
		}
		var m message
		if err := json.Unmarshal(data, &m); err != nil {
			continue
		}
		b.mu.Lock()
		reply, tab := b.replies[m.ID], b.tabs[m.Session]
		delete(b.replies, m.ID)
		b.mu.Unlock()
		switch {
		case reply != nil:
			reply <- m
		case tab != nil:
			tab.event(m.Method, m.Params)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, reply := range b.replies {
		close(reply)
	}
	b.replies = nil
}

// patience is how long the browser may take for an answer, on a machine that does other things; one that dies is known at once.
const patience = 2 * time.Minute

// call asks the browser for something and waits for the answer. A nil into drops it.
func (b *Browser) call(session, method string, params any, into any) error {
	reply := make(chan message, 1)
	b.mu.Lock()
	if b.replies == nil {
		b.mu.Unlock()
		return fmt.Errorf("%s: the browser is gone", method)
	}
	b.last++
	id := b.last
	b.replies[id] = reply
	err := b.send(id, session, method, params)
	b.mu.Unlock()
	if err != nil {
		return err
	}
	select {
	case m, alive := <-reply:
		switch {
		case !alive:
			return fmt.Errorf("%s: the browser is gone", method)
		case m.Error != nil:
			return fmt.Errorf("%s: %s", method, m.Error.Message)
		case into != nil:
			return json.Unmarshal(m.Result, into)
		}
		return nil
	case <-time.After(patience):
		return fmt.Errorf("%s: no answer in %v", method, patience)
	}
}

func (b *Browser) send(id int, session, method string, params any) error {
	p, err := json.Marshal(params)
	if err != nil {
		return err
	}
	if params == nil {
		p = nil
	}
	line, err := json.Marshal(message{ID: id, Session: session, Method: method, Params: p})
	if err != nil {
		return err
	}
	return b.wire.send(line)
}
