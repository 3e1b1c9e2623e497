package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"slices"
)

// none, given for a program, leaves it out.
const none = "none"

// options are the command line.
type options struct {
	pages, runs        int
	dir, hugo, psvsite string
	verb               string
	limits             limits
}

// parse reads the command line; a wrong one is explained on stderr.
func parse(args []string, stderr io.Writer) (options, error) {
	o := options{limits: limits{}}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: go run ./generator/bench [flags] build|reload|all")
		flags.PrintDefaults()
	}
	flags.IntVar(&o.pages, "pages", 1000, "pages a language, of three")
	flags.IntVar(&o.runs, "runs", 5, "measured runs of each program, after one to warm up")
	flags.StringVar(&o.dir, "dir", "", "`folder` to write the corpus to and keep it (default a temporary one)")
	flags.StringVar(&o.hugo, "hugo", "hugo", "`path` of Hugo, or none")
	flags.StringVar(&o.psvsite, "psvsite", "", "`path` of psvsite, or none (default built from this module)")
	o.limits.define(flags)
	if err := flags.Parse(args); err != nil {
		return o, errors.Join(errUsage, err)
	}
	o.verb = flags.Arg(0)
	if flags.NArg() != 1 || !slices.Contains([]string{"build", "reload", "all"}, o.verb) || o.pages < 2 || o.runs < 1 {
		flags.Usage()
		return o, errUsage
	}
	return o, nil
}

// limits holds the greatest ratio allowed under each name of limited; 0 is no limit.
type limits map[string]*float64

// limited are the ratios that can have a limit, in the order they are checked in.
var limited = []struct{ name, what string }{
	{"user", "psvsite's user CPU to Hugo's, cold build"},
	{"wall", "psvsite's wall time to Hugo's, cold build"},
	{"rss", "psvsite's peak memory to Hugo's, cold build"},
	{"floor", "psvsite's user CPU to the floor's, cold build"},
	{"unchanged", "psvsite's wall time with nothing changed to Hugo's cold one"},
	{"reload", "psvsite's time from edit to served page to Hugo's"},
}

// define adds a flag for each limit.
func (l limits) define(flags *flag.FlagSet) {
	for _, r := range limited {
		l[r.name] = flags.Float64("max-"+r.name, 0, "greatest `ratio` of "+r.what+" (default no limit)")
	}
}

// check compares ratios with the limits and names each one exceeded. A limit on what was not measured is a fault:
// a gate that checked nothing must not look passed.
func (l limits) check(ratios map[string]float64) error {
	var faults []error
	for _, r := range limited {
		greatest := *l[r.name]
		got, measured := ratios[r.name]
		switch {
		case greatest <= 0:
		case !measured || math.IsNaN(got):
			faults = append(faults, fmt.Errorf("-max-%s: not measured in this run: %s", r.name, r.what))
		case got > greatest:
			faults = append(faults, fmt.Errorf("%s is %.3f, the limit is %.3f", r.what, got, greatest))
		}
	}
	return errors.Join(faults...)
}
