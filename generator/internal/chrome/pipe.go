package chrome

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
)

// pipe carries messages over two pipes, each message ended by a zero byte. The browser finds them as descriptors 3 and 4.
type pipe struct {
	to, from *os.File
	reader   *bufio.Reader
}

// overPipe starts the browser with a pipe to it. Go cannot hand further files to a program on Windows.
func overPipe(cmd *exec.Cmd) (wire, error) {
	theirIn, in, err1 := os.Pipe()
	out, theirOut, err2 := os.Pipe()
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	cmd.Args = append(cmd.Args, "--remote-debugging-pipe")
	cmd.ExtraFiles = []*os.File{theirIn, theirOut}
	err := cmd.Start()
	_, _ = theirIn.Close(), theirOut.Close()
	if err != nil {
		_, _ = in.Close(), out.Close()
		return nil, err
	}
	return &pipe{to: in, from: out, reader: bufio.NewReader(out)}, nil
}

func (p *pipe) send(data []byte) error {
	_, err := p.to.Write(append(data, 0))
	return err
}

func (p *pipe) receive() ([]byte, error) {
	data, err := p.reader.ReadBytes(0)
	if err != nil {
		return nil, errors.Join(err, p.from.Close())
	}
	return data[:len(data)-1], nil
}

func (p *pipe) close() error { return p.to.Close() }
