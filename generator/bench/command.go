package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// patience is the longest that one build may take.
const patience = 10 * time.Minute

// timed runs a command to its end and says what it took. A failure quotes the end of what it printed.
//
// On Linux the peak memory of a child starts at its parent's, so no figure can be below this program's own, which
// newWorkshop keeps near 13 MiB.
func (w *workshop) timed(ctx context.Context, argv []string) (sample, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	var said strings.Builder
	cmd := w.command(ctx, argv)
	cmd.Stdout, cmd.Stderr = &said, &said
	start := time.Now()
	err := cmd.Run()
	took := time.Since(start)
	if err != nil {
		return sample{}, fmt.Errorf("%s: %w\n%s", strings.Join(argv, " "), err, tail(said.String(), 15))
	}
	state := cmd.ProcessState
	return sample{state.UserTime().Seconds(), state.SystemTime().Seconds(), took.Seconds(), peak(state)}, nil
}

// command prepares a child that has a process group of its own, and loses it whole when ctx ends.
func (w *workshop) command(ctx context.Context, argv []string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
	cmd.Env = childEnv(os.Environ(), filepath.Join(w.scratch, "cache"))
	cmd.WaitDelay = 5 * time.Second
	ownGroup(cmd)
	cmd.Cancel = func() error { return killGroup(cmd.Process) }
	return cmd
}

// childEnv is the environment that all programs get: the same, without what would tune one of them, and with a
// folder for caches that goes when we go.
func childEnv(env []string, cache string) []string {
	kept := []string{"XDG_CACHE_HOME=" + cache}
	for _, entry := range env {
		name, _, _ := strings.Cut(entry, "=")
		switch name {
		case "GOGC", "GOMEMLIMIT", "GODEBUG", "XDG_CACHE_HOME":
			continue
		}
		if !strings.HasPrefix(name, "HUGO") {
			kept = append(kept, entry)
		}
	}
	return kept
}

// tail returns the last lines of a text.
func tail(text string, lines int) string {
	all := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}
