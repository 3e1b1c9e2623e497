// Package browsertest opens built pages in an installed Chromium and takes down what goes wrong there.
//
// In: addresses of pages, sizes of a window. Out: what only a browser can say of them: requests that fail or leave the
// site, errors on the console, blocked styles and scripts, pages wider than their window. It never reaches a network:
// every name but the machine's own resolves to nothing.
//
// It speaks the DevTools protocol over a pipe, in plain JSON: a dozen calls do not need a library that describes all
// thousand, has to be as new as the browser, and makes everybody who builds psvsite fetch nine modules. It is a package
// of this module and not a module of its own, so that `go test ./...` finds it and it can build sites in memory.
package browsertest

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"time"
)

// errNoBrowser says what to do without a browser.
var errNoBrowser = errors.New("no browser is found: install chromium, or set CHROME_PATH")

// find looks for a browser: CHROME_PATH, else the names that systems give it.
func find() (string, error) {
	if path := os.Getenv("CHROME_PATH"); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoBrowser
}

// flags make a browser that does nothing by itself.
func flags(profile string) []string {
	list := []string{
		"--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", "--hide-scrollbars",
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		"--remote-debugging-pipe", "--user-data-dir=" + profile,
	}
	if os.Geteuid() == 0 {
		list = append(list, "--no-sandbox") // root has none
	}
	return append(list, "about:blank")
}

// Chrome is a running browser.
type Chrome struct {
	cmd     *exec.Cmd
	profile string
	to      *os.File

	mu      sync.Mutex
	last    int
	replies map[int]chan message
	tabs    map[string]*Tab // by session
}

// Start starts a browser with an empty profile.
func Start() (*Chrome, error) {
	path, err := find()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "browsertest")
	if err != nil {
		return nil, err
	}
	theirIn, in, err1 := os.Pipe()
	out, theirOut, err2 := os.Pipe()
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	c := &Chrome{profile: profile, to: in, replies: map[int]chan message{}, tabs: map[string]*Tab{}}
	c.cmd = exec.Command(path, flags(profile)...)
	c.cmd.ExtraFiles = []*os.File{theirIn, theirOut} // descriptors 3 and 4
	err = c.cmd.Start()
	_, _ = theirIn.Close(), theirOut.Close()
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(profile))
	}
	go c.listen(out)
	return c, nil
}

// Close ends the browser and removes its profile.
func (c *Chrome) Close() error {
	_ = c.call("", "Browser.close", nil, nil)
	gone := make(chan error, 1)
	go func() { gone <- c.cmd.Wait() }()
	select {
	case <-gone:
	case <-time.After(5 * time.Second):
		_ = c.cmd.Process.Kill()
		<-gone
	}
	return errors.Join(c.to.Close(), os.RemoveAll(c.profile))
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

// listen takes messages, each ended by a zero byte, until the browser is gone.
func (c *Chrome) listen(from *os.File) {
	r := bufio.NewReader(from)
	for {
		line, err := r.ReadBytes(0)
		if err != nil {
			break
		}
		var m message
		if err := json.Unmarshal(line[:len(line)-1], &m); err != nil {
			continue
		}
		c.mu.Lock()
		reply, tab := c.replies[m.ID], c.tabs[m.Session]
		delete(c.replies, m.ID)
		c.mu.Unlock()
		switch {
		case reply != nil:
			reply <- m
		case tab != nil:
			tab.event(m.Method, m.Params)
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, reply := range c.replies {
		close(reply)
	}
	c.replies = nil
	_ = from.Close()
}

// patience is how long the browser may take for an answer.
const patience = 20 * time.Second

// call asks the browser for something and waits for the answer. A nil into drops it.
func (c *Chrome) call(session, method string, params any, into any) error {
	reply := make(chan message, 1)
	c.mu.Lock()
	if c.replies == nil {
		c.mu.Unlock()
		return fmt.Errorf("%s: the browser is gone", method)
	}
	c.last++
	id := c.last
	c.replies[id] = reply
	err := c.send(id, session, method, params)
	c.mu.Unlock()
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

func (c *Chrome) send(id int, session, method string, params any) error {
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
	_, err = c.to.Write(append(line, 0))
	return err
}
