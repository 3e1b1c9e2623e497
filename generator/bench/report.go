package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// results are the measured runs by the name of the row: a program, or "unchanged".
type results map[string]series

// rows are the names of results in the order of the table.
var rows = []string{"psvsite", "hugo", "floor", "unchanged"}

// compared are the ratios below the table: of one row to another.
var compared = [][2]string{{"psvsite", "hugo"}, {"psvsite", "floor"}, {"floor", "hugo"}, {"unchanged", "hugo"}}

// print writes the table: medians with least and greatest, then ratios of medians. What was not measured is left out.
func (r results) print(stdout io.Writer, runs int) {
	fmt.Fprintf(stdout, "\nbuild    median (least–greatest) of %d runs in turn\n\n", runs)
	table := tabwriter.NewWriter(stdout, 0, 0, 3, ' ', 0)
	fmt.Fprintln(table, "\tuser s\tsystem s\twall s\tpeak MiB")
	for _, name := range rows {
		if runs, measured := r[name]; measured {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", name, runs.of(user).show("%.3f"), runs.of(system).show("%.3f"),
				runs.of(wall).show("%.3f"), runs.of(memory).show("%.0f"))
		}
	}
	for _, pair := range compared {
		r.printRatios(table, pair[0], pair[1])
	}
	table.Flush()
}

// printRatios writes the line of one pair.
func (r results) printRatios(table io.Writer, a, b string) {
	if r[a] == nil || r[b] == nil {
		return
	}
	fmt.Fprintf(table, "%s/%s", a, b)
	for m := range metrics {
		cell := "–"
		if ratio, ok := r[a].of(m).ratio(r[b].of(m)); ok {
			cell = fmt.Sprintf("%.3f", ratio)
		}
		fmt.Fprintf(table, "\t%s", cell)
	}
	fmt.Fprintln(table)
}

// addRatios adds those that can have a limit.
func (r results) addRatios(ratios map[string]float64) {
	add := func(name, a, b string, m metric) {
		if ratio, ok := r[a].of(m).ratio(r[b].of(m)); ok && r[a] != nil {
			ratios[name] = ratio
		}
	}
	add("user", "psvsite", "hugo", user)
	add("wall", "psvsite", "hugo", wall)
	add("rss", "psvsite", "hugo", memory)
	add("floor", "psvsite", "floor", user)
	add("unchanged", "unchanged", "hugo", wall)
}
