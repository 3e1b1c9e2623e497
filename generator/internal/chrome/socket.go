package chrome

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os/exec"
	"strings"

	"github.com/coder/websocket"
)

// socket carries messages over a WebSocket on a port that the browser chooses.
type socket struct{ conn *websocket.Conn }

// overSocket starts the browser and connects to the address that it writes on its standard error.
func overSocket(cmd *exec.Cmd) (wire, error) {
	cmd.Args = append(cmd.Args, "--remote-debugging-port=0")
	said, err := cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	address, err := announced(said)
	if err != nil {
		return nil, errors.Join(err, cmd.Process.Kill())
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	conn, _, err := websocket.Dial(ctx, address, nil)
	if err != nil {
		return nil, errors.Join(err, cmd.Process.Kill())
	}
	conn.SetReadLimit(-1) // a PDF comes as one message
	return socket{conn}, nil
}

// announced returns the address in "DevTools listening on ws://…", and goes on to read so that the browser never waits.
func announced(from io.Reader) (string, error) {
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		if _, address, found := strings.Cut(lines.Text(), "DevTools listening on "); found {
			go func() { _, _ = io.Copy(io.Discard, from) }()
			return strings.TrimSpace(address), nil
		}
	}
	return "", errors.New("the browser says no address to speak to it")
}

func (s socket) send(data []byte) error {
	return s.conn.Write(context.Background(), websocket.MessageText, data)
}

func (s socket) receive() ([]byte, error) {
	_, data, err := s.conn.Read(context.Background())
	return data, err
}

func (s socket) close() error {
	_ = s.conn.CloseNow() // the browser is gone already
	return nil
}
