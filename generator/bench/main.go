// Command bench compares psvsite with Hugo, the peer it is measured against, and with a floor: the least that any
// build of a Markdown site has to do.
//
//	go run ./generator/bench [-pages 1000] [-runs 5] [-dir DIR] [-hugo PATH] [-psvsite PATH] build|reload|all
//
// In: flags and the two programs; without -psvsite it builds psvsite from this module. It writes the same
// made-up site in English, Gujarati and Hindi for both, builds it in turn (psvsite, Hugo, floor, psvsite, …), and
// times how long an edit takes to reach the page that each one's server shows. Out: tables of medians and ratios on
// standard output; exit status 1 when a program fails or a ratio exceeds the limit of a -max flag, 2 for wrong use.
//
// Seconds depend on the machine and on what else it does; ratios taken in turn much less, and those of user
// seconds least. So only ratios have limits. It never touches the repository, never measures a build whose pages
// are incomplete, and never leaves a child process, a server or (without -dir) a file behind.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// errUsage is a wrong call, already explained.
var errUsage = errors.New("usage")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(status(err, os.Stderr))
}

// status says what went wrong, and gives the exit status for it.
func status(err error, stderr io.Writer) int {
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errUsage):
		return 2
	}
	fmt.Fprintln(stderr, "bench:", err)
	return 1
}

// run is the program without its process: arguments in, report out.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) == 3 && args[0] == "floor" {
		return buildFloor(args[1], args[2])
	}
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	w, err := newWorkshop(ctx, o, stderr)
	if err != nil {
		return err
	}
	defer w.close()
	ratios, err := w.measure(ctx, o.verb, stdout)
	if ctx.Err() != nil {
		return errors.New("interrupted")
	}
	if err != nil {
		return err
	}
	return o.limits.check(ratios)
}

// measure does what the verb asks for and gathers the ratios found.
func (w *workshop) measure(ctx context.Context, verb string, stdout io.Writer) (map[string]float64, error) {
	ratios := map[string]float64{}
	w.describe(ctx, stdout)
	if verb != "reload" {
		if err := w.builds(ctx, stdout, ratios); err != nil {
			return nil, err
		}
	}
	if verb != "build" {
		if err := w.reloads(ctx, stdout, ratios); err != nil {
			return nil, err
		}
	}
	return ratios, nil
}
