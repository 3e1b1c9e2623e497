package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"psvsite"
	"psvsite/generator/internal/devserver"
)

// serveFlags are the flags of serve.
type serveFlags struct {
	dir, addr, edition string
	poll               bool
}

func newServe() *cobra.Command {
	f := &serveFlags{}
	c := &cobra.Command{
		Use:   "serve",
		Short: "show the site while it is being written",
		Long: `Serve shows the site in the browsers of this computer and builds it again whenever a file changes. A page
that has changed is loaded again at the place where you were. What is wrong is shown in the page, over the last good
site. The site is kept in memory: nothing is written. Other computers cannot connect.`,
		Example: `  psvsite serve
  psvsite serve -C my-site --addr 127.0.0.1:9000
  psvsite serve --edition gujarat`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.OutOrStdout(), c.ErrOrStderr(), nil) },
	}
	c.Flags().StringVarP(&f.dir, "dir", "C", ".", "the folder of the site")
	c.Flags().StringVar(&f.addr, "addr", "127.0.0.1:8080", "where to answer; port 0 is any that is free")
	c.Flags().StringVar(&f.edition, "edition", "", "show this edition of config.yaml")
	c.Flags().BoolVar(&f.poll, "poll", false, "look for changes twice a second, as a network drive may need")
	return c
}

// run serves until the program is told to end. ready is called with the address when it answers; it may be nil.
func (f *serveFlags) run(stdout, stderr io.Writer, ready func(url string)) error {
	if _, err := today(); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := devserver.Serve(ctx, devserver.Options{
		Dir: f.dir, Embedded: psvsite.Default, Edition: f.edition, Addr: f.addr, Poll: f.poll,
		Stdout: stdout, Stderr: stderr, Ready: ready,
		Day: func() string {
			now, _ := today() // it could be read above
			return now.Format(time.DateOnly)
		},
	})
	switch {
	case errors.Is(err, devserver.ErrAddress):
		return hinted("--addr 127.0.0.1:8080, or another port", "%v", err)
	case err != nil:
		return &worldError{err}
	}
	return nil
}
