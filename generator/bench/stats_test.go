package main

import (
	"errors"
	"flag"
	"io"
	"strings"
	"testing"
)

func TestSpreadOf(t *testing.T) {
	for _, test := range []struct {
		values []float64
		want   spread
	}{
		{nil, spread{}},
		{[]float64{3}, spread{3, 3, 3}},
		{[]float64{5, 1, 3}, spread{1, 3, 5}},
		{[]float64{4, 1, 3, 2}, spread{1, 2.5, 4}},
	} {
		if got := spreadOf(test.values); got != test.want {
			t.Errorf("spreadOf(%v) = %v, want %v", test.values, got, test.want)
		}
	}
}

func TestRatioIsOfMedians(t *testing.T) {
	ours, theirs := series{{1}, {9}, {2}}, series{{4}, {4}, {100}}
	if got, ok := ours.of(user).ratio(theirs.of(user)); got != 0.5 || !ok {
		t.Errorf("ratio = %v, %v, want 0.5, true", got, ok)
	}
	if _, ok := ours.of(user).ratio(ours.of(memory)); ok {
		t.Error("a ratio to zero")
	}
}

func TestShow(t *testing.T) {
	if got := (spread{1, 2.5, 4}).show("%.1f"); got != "2.5 (1.0–4.0)" {
		t.Error(got)
	}
}

func TestTableLeavesOutWhatWasNotMeasured(t *testing.T) {
	var b strings.Builder
	found := results{"psvsite": {{1, 1, 2, 10}}, "floor": {{0.5, 1, 1, 5}}}
	found.print(&b, 1)
	if out := b.String(); strings.Contains(out, "hugo") || !strings.Contains(out, "psvsite/floor   2.000") {
		t.Error(out)
	}
	ratios := map[string]float64{}
	found.addRatios(ratios)
	if len(ratios) != 1 || ratios["floor"] != 2 {
		t.Error(ratios)
	}
}

func TestLimits(t *testing.T) {
	for _, test := range []struct {
		flags []string
		fault string // "" for none
	}{
		{nil, ""},
		{[]string{"-max-user", "0.6"}, ""},
		{[]string{"-max-user", "0.4"}, "user CPU to Hugo's, cold build is 0.500, the limit is 0.400"},
		{[]string{"-max-rss", "0.4"}, "-max-rss: not measured"},
	} {
		o, err := parse(append(test.flags, "build"), io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		err = o.limits.check(map[string]float64{"user": 0.5, "wall": 9})
		if (err == nil) != (test.fault == "") || err != nil && !strings.Contains(err.Error(), test.fault) {
			t.Errorf("%v: %v, want %q", test.flags, err, test.fault)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, test := range []struct {
		args []string
		want int
	}{
		{nil, 2},
		{[]string{"paint"}, 2},
		{[]string{"build", "-runs", "3"}, 2},
		{[]string{"-runs", "0", "build"}, 2},
		{[]string{"-hurry", "build"}, 2},
		{[]string{"-help"}, 0},
	} {
		_, err := parse(test.args, io.Discard)
		if got := status(err, io.Discard); got != test.want {
			t.Errorf("%v: status %d, want %d", test.args, got, test.want)
		}
	}
	if status(errors.New("fault"), io.Discard) != 1 || status(flag.ErrHelp, io.Discard) != 0 {
		t.Error("wrong status")
	}
}
