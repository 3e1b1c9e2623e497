package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// The bounds of waiting for a server: until it shows a page, and until it is gone after being asked to end.
const (
	waitPage = time.Minute
	waitEnd  = 5 * time.Second
	pollGap  = 3 * time.Millisecond
)

// server is a development server of one of the programs, and the page that is edited.
type server struct {
	name, file, url string
	log             string
	cmd             *exec.Cmd
	ended           chan struct{} // closed when the process is gone
	client          http.Client
}

// start runs the server's command and waits until it shows the page. A server that fails to start is gone when
// start returns.
func (w *workshop) start(ctx context.Context, s *server, argv []string) error {
	s.log = filepath.Join(w.scratch, s.name+".log")
	log, err := os.Create(s.log)
	if err != nil {
		return err
	}
	defer log.Close()
	s.client.Timeout = waitEnd
	s.ended = make(chan struct{})
	s.cmd = w.command(ctx, argv)
	s.cmd.Stdout, s.cmd.Stderr = log, log
	if err := s.cmd.Start(); err != nil {
		return err
	}
	go func() {
		_ = s.cmd.Wait()
		close(s.ended)
	}()
	if err := s.shows(ctx, "<h1"); err != nil {
		s.stop()
		return err
	}
	return nil
}

// shows polls the page until it holds text.
func (s *server) shows(ctx context.Context, text string) error {
	ctx, cancel := context.WithTimeout(ctx, waitPage)
	defer cancel()
	for {
		if bytes.Contains(s.get(ctx), []byte(text)) {
			return nil
		}
		select {
		case <-ctx.Done():
			return s.fault(fmt.Errorf("%s does not show %q: %w", s.url, text, ctx.Err()))
		case <-s.ended:
			return s.fault(errors.New("the server ended"))
		case <-time.After(pollGap):
		}
	}
}

// get returns the page, or nothing while the server does not answer.
func (s *server) get(ctx context.Context) []byte {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.url, nil)
	if err != nil {
		return nil
	}
	answer, err := s.client.Do(request)
	if err != nil {
		return nil
	}
	defer answer.Body.Close()
	body, _ := io.ReadAll(answer.Body)
	return body
}

// fault adds what the server said last.
func (s *server) fault(err error) error {
	said, _ := os.ReadFile(s.log)
	return fmt.Errorf("%s: %w\n%s", s.name, err, tail(string(said), 15))
}

// stop ends the server with all its children, by force if asking does not help.
func (s *server) stop() {
	_ = endGroup(s.cmd.Process)
	select {
	case <-s.ended:
	case <-time.After(waitEnd):
	}
	_ = killGroup(s.cmd.Process)
	<-s.ended
}

// freePort returns a port that nothing listens on now.
func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}
