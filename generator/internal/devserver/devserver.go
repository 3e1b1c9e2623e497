// Package devserver shows a site to its author while it is being written.
//
// In: a folder, and an address of this computer. Out: the site over HTTP, built anew whenever something in the folder
// changes; the browser loads a page again when it has changed, at the place where its reader was, and shows what is
// wrong over the last good site. It loops over package build and keeps the site in memory: it never writes a file, never
// listens to another computer, never shows a page to another site, and what it shows is what a clean build makes.
//
// A folder that the system cannot watch, or no longer, is looked through again and again instead.
package devserver

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// Options say what to serve and where.
type Options struct {
	Dir      string // the folder of the site
	Embedded fs.FS  // the default site
	Edition  string
	Day      func() string // 2026-11-23: the day the report looks at; nil: that of the release
	Addr     string        // host:port of this computer; port 0: any that is free
	Poll     bool          // look for changes instead of being told: network drives tell nothing
	Stdout   io.Writer
	Stderr   io.Writer
	Ready    func(url string) // is called when the server answers; may be nil
}

// Serve runs until ctx is done, which is no error. ErrAddress is for an address that is not this computer's own.
func Serve(ctx context.Context, o Options) error {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return err
	}
	root, err := openRoot(o.Dir)
	if err != nil {
		return err
	}
	listener, err := listen(o.Addr)
	if err != nil {
		return errors.Join(err, root.Close())
	}
	s := &server{Options: o, dir: dir, board: newBoard()}
	address := "http://" + listener.Addr().String() + "/"
	fmt.Fprintf(o.Stdout, "%s shows the site of %s as it is written; Ctrl-C ends\n", address, o.Dir)
	done := s.answer(ctx, listener)
	if o.Ready != nil {
		o.Ready(address)
	}
	s.work(ctx, root)
	return done()
}

// openRoot opens a folder so that no link in it can lead out of it.
func openRoot(dir string) (*os.Root, error) {
	root, err := os.OpenRoot(dir)
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", dir, err)
	}
	return root, nil
}

// answer serves requests until ctx is done; the function returned waits for the end.
func (s *server) answer(ctx context.Context, listener net.Listener) func() error {
	web := &http.Server{
		Handler: s, ReadHeaderTimeout: 5 * time.Second, MaxHeaderBytes: 64 << 10,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(listener) }()
	return func() error {
		if err := ctx.Err(); err == nil {
			return <-ended
		}
		short, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if web.Shutdown(short) != nil {
			_ = web.Close()
		}
		return nil
	}
}
