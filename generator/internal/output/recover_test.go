package output

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// deadPID is the number of a process that has ended.
func deadPID(t *testing.T) string {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	cmd.Process.Kill()
	cmd.Wait()
	return strconv.Itoa(cmd.Process.Pid)
}

// plant builds a site and gives it another name.
func plant(t *testing.T, path, version string) {
	t.Helper()
	other := filepath.Join(t.TempDir(), "site")
	build(t, other, site(version), Report{Written: 43})
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
}

func TestLeftoversAreDeleted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	dead, own := deadPID(t), strconv.Itoa(os.Getpid())
	for _, name := range []string{".new-" + dead, ".new-" + own, ".new-" + dead + ".old"} {
		plant(t, dir+name, "b")
	}
	if err := os.MkdirAll(dir+".new-"+own+".old", 0o777); err != nil {
		t.Fatal(err)
	}
	build(t, dir, site("a"), Report{Same: 43})
}

// Nothing is deleted that is not psvsite's, or that a living process may be at work on.
func TestOthersAreLeft(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	living := dir + ".new-" + strconv.Itoa(os.Getppid())
	plant(t, living, "b")
	plant(t, dir+".old", "b") // somebody's backup
	plant(t, dir+".new-year", "b")
	foreign := dir + ".new-" + deadPID(t)
	write(t, foreign+"/thesis.odt", "")
	write(t, dir+".new-2026.old", "a file")
	mustOpen(t, dir)
	if names := beside(t, dir); len(names) != 6 {
		t.Errorf("only left: %v", names)
	}
}

func TestSiteMovedAsideComesBack(t *testing.T) {
	for _, pid := range []string{deadPID(t), strconv.Itoa(os.Getpid()), strconv.Itoa(os.Getppid())} {
		dir := filepath.Join(t.TempDir(), "public")
		build(t, dir, site("a"), Report{Written: 43})
		if err := os.Rename(dir, dir+".new-"+pid+".old"); err != nil {
			t.Fatal(err)
		}
		f := mustOpen(t, dir)
		if err := holds(dir, site("a")); err != nil {
			t.Error(err)
		}
		mustPut(t, f, site("a"), Report{Same: 43})
	}
}

// Killed between the two renames, there are the stage and the site moved aside.
func TestOldSiteIsPreferredToStage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	dead := deadPID(t)
	if err := os.Rename(dir, dir+".new-"+dead+".old"); err != nil {
		t.Fatal(err)
	}
	plant(t, dir+".new-"+dead, "b")
	build(t, dir, site("a"), Report{Same: 43})
}

// A deletion that was killed leaves the mark, so the next start goes on with it.
func TestDiscardTakesMarkLast(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	build(t, dir, site("a"), Report{Written: 43})
	discard(dir)
	if names, _ := os.ReadDir(filepath.Dir(dir)); len(names) != 1 {
		t.Errorf("left: %v", names)
	}
	stage := dir + ".new-" + deadPID(t)
	write(t, filepath.Join(stage, mark), "half a li")
	write(t, filepath.Join(stage, "en", "a.html"), "")
	mustOpen(t, dir)
	if names := beside(t, dir); strings.Join(names, " ") != "public.lock" {
		t.Errorf("left: %v", names)
	}
}
