package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// kills is how many builds are killed.
const kills = 30

// TestKilledBuildLeavesASite builds two versions of a site by turns into one folder, and kills the builds at random
// moments. Whoever looks into the folder then finds the one version or the other, whole, and the next build is not
// disturbed by what the dead one left.
func TestKilledBuildLeavesASite(t *testing.T) {
	v := newVersions(t)
	v.build(t, 1)
	v.build(t, 0)
	long := v.build(t, 1) // with what earlier runs have kept
	standing, killed, late := 1, 0, 0
	for i := range kills {
		// The last part of a build, when files move, is where harm could be done: half of the kills go there.
		after := rand.N(long * 5 / 4)
		if i%2 == 0 {
			after = long/2 + rand.N(long*3/4)
		}
		next := 1 - standing
		took, dead := v.kill(t, next, after)
		switch standing = v.find(t); {
		case standing < 0:
			t.Fatalf("killed after %v: the folder holds neither version whole", after)
		case !dead:
			long = took // the machine is busier at times
		case standing == next:
			late++
			fallthrough
		default:
			killed++
		}
	}
	standing = 1 - standing
	v.build(t, standing)
	if left, _ := filepath.Glob(v.out + ".new-*"); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	t.Logf("%d of %d builds were killed before their end, %d of them with the new site in place; a build takes %v", killed, kills, late, long)
	if killed < kills/3 {
		t.Error("that shows little")
	}
}

// versions are two versions of a site, each in its folder, and one folder that both are built into.
type versions struct {
	dirs [2]string
	out  string
	sums [2]string
}

func newVersions(t *testing.T) *versions {
	root := t.TempDir()
	v := &versions{out: filepath.Join(root, "out", "public")}
	if err := os.Mkdir(filepath.Dir(v.out), 0o777); err != nil {
		t.Fatal(err)
	}
	for i := range v.dirs {
		v.dirs[i] = filepath.Join(root, fmt.Sprint("version-", i))
		if err := os.Mkdir(v.dirs[i], 0o777); err != nil {
			t.Fatal(err)
		}
		copySite(t, v.dirs[i], "testdata/site")
		// Files that are copied as they are make the last part of a build as long as the first.
		for n := range 400 {
			name := filepath.Join(v.dirs[i], "static", "more", fmt.Sprintf("file-%d.txt", n))
			if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, fmt.Appendf(nil, "version %d", i*(n%2)), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	return v
}

func (v *versions) command(which int) *exec.Cmd {
	c := exec.Command("psvsite", "build", "--quiet", "--out", v.out)
	c.Dir = v.dirs[which]
	c.Env = append(os.Environ(), "XDG_CACHE_HOME="+filepath.Join(filepath.Dir(v.out), ".cache"))
	return c
}

// build builds a version to its end, and takes the sum of it.
func (v *versions) build(t *testing.T, which int) time.Duration {
	t.Helper()
	start := time.Now()
	if out, err := v.command(which).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	took := time.Since(start)
	sum := treeSum(t, v.out)
	if v.sums[which] != "" && v.sums[which] != sum {
		t.Fatalf("version %d, built again:\n%s", which, differentLines(v.sums[which], sum))
	}
	v.sums[which] = sum
	return took
}

// kill starts a build and kills it after a while. dead is false when it was done before; then took is how long it took.
func (v *versions) kill(t *testing.T, which int, after time.Duration) (took time.Duration, dead bool) {
	t.Helper()
	c := v.command(which)
	start := time.Now()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { _ = c.Process.Kill() })
	defer timer.Stop()
	err := c.Wait()
	return time.Since(start), err != nil && c.ProcessState.ExitCode() < 0
}

// find says which version stands in the folder; -1 when it is neither.
func (v *versions) find(t *testing.T) int {
	t.Helper()
	sum, err := sumOf(v.out)
	for i := range v.sums {
		if err == nil && v.sums[i] == sum {
			return i
		}
	}
	t.Logf("%v; unlike the first version:\n%s", err, differentLines(v.sums[0], sum))
	return -1
}
