package main

import (
	"fmt"
	"slices"
)

// metric is one thing measured of a run.
type metric int

// The metrics: seconds of user and system CPU, seconds on the clock, and the greatest resident memory in MiB.
const (
	user metric = iota
	system
	wall
	memory
	metrics // how many there are
)

// sample is what one run took.
type sample [metrics]float64

// series is all measured runs of one program.
type series []sample

// of returns how one metric is spread over the runs.
func (s series) of(m metric) spread {
	values := make([]float64, len(s))
	for i, run := range s {
		values[i] = run[m]
	}
	return spreadOf(values)
}

// spread is what a table shows of several values.
type spread struct{ low, median, high float64 }

// spreadOf returns the zero spread for no values.
func spreadOf(values []float64) spread {
	if len(values) == 0 {
		return spread{}
	}
	v := slices.Sorted(slices.Values(values))
	n := len(v)
	return spread{v[0], (v[(n-1)/2] + v[n/2]) / 2, v[n-1]}
}

// show prints the median, and the least and the greatest in brackets.
func (s spread) show(format string) string {
	return fmt.Sprintf(format+" ("+format+"–"+format+")", s.median, s.low, s.high)
}

// ratio is that of two medians. Without a second one there is none.
func (s spread) ratio(to spread) (float64, bool) {
	if to.median == 0 {
		return 0, false
	}
	return s.median / to.median, true
}
