package output

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// The test program starts itself again with these set, and is then a child that builds until it is killed.
const (
	childDir  = "PSVSITE_TEST_DIR"
	childMode = "PSVSITE_TEST_MODE"
)

// child builds version a and version b by turns. It says a word once it has begun.
func child(dir, mode string) {
	for {
		f, err := open(dir, time.Minute)
		if err == nil {
			f.exchange = exchangeOf(mode)
			fmt.Println("begun")
			_, err = f.Put(site("a"))
		}
		if err == nil {
			_, err = f.Put(site("b"))
		}
		if err == nil {
			err = f.Close()
		}
		if err != nil {
			fmt.Println("failed:", err)
			os.Exit(1)
		}
	}
}

func exchangeOf(mode string) func(a, b string) error {
	switch mode {
	case "two renames":
		return func(_, _ string) error { return errors.ErrUnsupported }
	case "dies before":
		return func(_, _ string) error { return die() }
	case "dies after":
		return func(a, b string) error { return errors.Join(exchange(a, b), die()) }
	case "dies between":
		return func(a, b string) error { return errors.Join(os.Rename(b, asidePath(a)), die()) }
	default:
		return exchange
	}
}

func die() error {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	time.Sleep(time.Minute) // the signal is on its way
	return err
}

// startChild returns when the child has begun.
func startChild(t *testing.T, dir, mode string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childDir+"="+dir, childMode+"="+mode)
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "begun" {
		t.Fatalf("child: %q", lines.Text())
	}
	go func() {
		for lines.Scan() {
			if lines.Text() != "begun" {
				t.Errorf("child: %q", lines.Text())
			}
		}
	}()
	return cmd
}

// checkKilled looks at what a kill has left: one version as a whole, before Open and after it, which the next
// build starts from.
func checkKilled(t *testing.T, dir string) {
	t.Helper()
	if _, err := os.Lstat(dir); err == nil { // else it is aside, and Open brings it back
		if err := holds(dir, site(versionOf(t, dir))); err != nil {
			t.Error("before Open:", err)
		}
	}
	f := mustOpen(t, dir)
	version := versionOf(t, dir)
	mustHold(t, dir, site(version))
	if _, err := f.Put(site(version)); err != nil {
		t.Error(err)
	}
	mustHold(t, dir, site(version))
	f.Close()
}

func TestKilledAtAnyMoment(t *testing.T) {
	for _, mode := range []string{"exchange", "two renames"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			build(t, dir, site("a"), Report{Written: 43})
			halfway := 0
			for range 25 {
				cmd := startChild(t, dir, mode)
				time.Sleep(rand.N(25 * time.Millisecond))
				cmd.Process.Kill()
				cmd.Wait()
				if len(beside(t, dir)) > 1 {
					halfway++
				}
				checkKilled(t, dir)
			}
			t.Logf("%d of 25 kills left folders behind", halfway)
		})
	}
}

func TestKilledAtTheExchange(t *testing.T) {
	for mode, want := range map[string]string{"dies before": "c", "dies after": "a", "dies between": "c"} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			build(t, dir, site("c"), Report{Written: 43})
			startChild(t, dir, mode).Wait()
			if len(beside(t, dir)) == 1 {
				t.Error("the child did not die where it should")
			}
			checkKilled(t, dir)
			if got := versionOf(t, dir); got != want {
				t.Errorf("holds version %s, want %s", got, want)
			}
		})
	}
}
