package build

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/memo"
	"psvsite/generator/internal/output"
)

// difference says where two results part; empty means they are equal.
func difference(got, want *Result) string {
	if s := differentFaults(got.Faults, want.Faults); s != "" {
		return s
	}
	if got.Pages != want.Pages || len(got.Files) != len(want.Files) {
		return fmt.Sprintf("%d pages and %d files, want %d and %d", got.Pages, len(got.Files), want.Pages, len(want.Files))
	}
	for i, f := range got.Files {
		if w := want.Files[i]; f.Path != w.Path || !bytes.Equal(f.Data, w.Data) {
			return fmt.Sprintf("file %d:\n%s\nwant\n%s", i, around(f, w), around(w, f))
		}
		if f.Sum != memo.SHA256(f.Data) {
			return f.Path + ": the sum is not that of the bytes"
		}
	}
	return ""
}

func differentFaults(got, want diag.List) string {
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			return fmt.Sprintf("diagnostic %d:\n%+v\nwant\n%+v", i, got[min(i, len(got)):], want[min(i, len(want)):])
		}
	}
	return ""
}

// around is a file's name and its bytes where they first differ from another's.
func around(f, other output.File) string {
	at := 0
	for at < min(len(f.Data), len(other.Data)) && f.Data[at] == other.Data[at] {
		at++
	}
	return f.Path + ": … " + strings.ToValidUTF8(string(f.Data[max(0, at-80):min(len(f.Data), at+80)]), "") + " …"
}

// TestBuildIsDeterministic builds one site again and again, with as many goroutines as there are pages and with one.
// The second site has faults on every page, which goroutines find in any order.
func TestBuildIsDeterministic(t *testing.T) {
	for name, spoil := range map[string]func(fstest.MapFS){
		"whole":  func(fstest.MapFS) {},
		"broken": func(m fstest.MapFS) { m["layouts/page.html"] = file("{{ define \"main\" }}\n{{ .Nothing }}{{ end }}") },
	} {
		t.Run(name, func(t *testing.T) {
			trial := newTrial(t, 1)
			spoil(trial.files)
			want := trial.build(NewCache(), 1)
			if name == "whole" && len(want.Files) < 20 || name == "broken" && len(want.Faults) < 5 {
				t.Fatalf("%d files, %d faults", len(want.Files), len(want.Faults))
			}
			for _, jobs := range []int{1, 2, 3, 8, 64} {
				if diff := difference(trial.build(NewCache(), jobs), want); diff != "" {
					t.Errorf("with %d jobs: %s", jobs, diff)
				}
			}
			paths := slices.Sorted(maps.Keys(trial.files))
			if len(paths) < 30 {
				t.Errorf("the sample has %d files only", len(paths))
			}
		})
	}
}

// TestEqualPicturesHaveTheirOwnFaults puts one broken drawing in two places.
func TestEqualPicturesHaveTheirOwnFaults(t *testing.T) {
	trial := newTrial(t, 1)
	places := []string{"content/en/training/listening/large.svg", "content/en/training/listening/small.svg"}
	for _, name := range places {
		trial.files[name] = file(`<svg onload="x()" viewBox="0 0 1 1"></svg>`)
	}
	var found []string
	for _, d := range trial.build(trial.cache, 1).Faults {
		if d.Code == "image-unsafe" {
			found = append(found, d.Pos.File)
		}
	}
	if !slices.Equal(found, places) {
		t.Errorf("faults are found in %q", found)
	}
}
