package main

import (
	"context"
	"flag"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain runs the tests, or, when a test has started this very file as a child, plays the program measured.
func TestMain(m *testing.M) {
	switch os.Getenv("BENCH_PLAYS") {
	case "":
		os.Exit(m.Run())
	case "psvsite":
		if len(os.Args) > 1 && os.Args[1] != "floor" {
			os.Exit(status(standIn(os.Args[1], os.Args[2:]), os.Stderr))
		}
	case "sleeper":
		time.Sleep(time.Minute)
	case "liar": // builds nothing and says all is well
		return
	}
	main()
}

// standIn is a psvsite that builds as the floor does, and serves by building one page for each request.
func standIn(verb string, args []string) error {
	flags := flag.NewFlagSet(verb, flag.ContinueOnError)
	dir, out, addr := flags.String("C", ".", ""), flags.String("out", "", ""), flags.String("addr", "", "")
	flags.Bool("quiet", false, "")
	flags.Bool("no-cache", false, "")
	if err := flags.Parse(args); err != nil {
		return err
	}
	content := filepath.Join(*dir, "content")
	if verb == "build" {
		return buildFloor(content, *out)
	}
	return http.ListenAndServe(*addr, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, _ := os.ReadFile(filepath.Join(content, strings.TrimSuffix(r.URL.Path, ".html")+".md"))
		_, _ = w.Write(append([]byte("<h1>"), page...))
	}))
}

// playing gives this very file a part to play when it is started as a child, and returns its path.
func playing(t *testing.T, part string) string {
	t.Helper()
	t.Setenv("BENCH_PLAYS", part)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return self
}

// play runs the whole program with this file in the part of psvsite.
func play(t *testing.T, part string, args ...string) (stdout string, err error) {
	t.Helper()
	self := playing(t, part)
	var out strings.Builder
	args = append([]string{"-pages", "3", "-runs", "1", "-psvsite", self, "-hugo", none}, args...)
	err = run(t.Context(), args, &out, os.Stderr)
	return out.String(), err
}

func TestBuildsAreMeasured(t *testing.T) {
	out, err := play(t, "psvsite", "build")
	if err != nil || !strings.Contains(out, "psvsite/floor") || !strings.Contains(out, "unchanged") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestALimitThatCannotBeCheckedFails(t *testing.T) {
	if _, err := play(t, "psvsite", "-max-wall", "0.6", "build"); err == nil || !strings.Contains(err.Error(), "not measured") {
		t.Errorf("got %v", err)
	}
}

func TestReloadIsMeasuredAndLeavesThePageAsItWas(t *testing.T) {
	dir := t.TempDir()
	out, err := play(t, "psvsite", "-dir", dir, "reload")
	if err != nil || !strings.Contains(out, "psvsite ") {
		t.Errorf("%v\n%s", err, out)
	}
	got, err := os.ReadFile(filepath.Join(dir, "psvsite", "content", "en", "library", filepath.FromSlash(pagePath(1))))
	if err != nil || string(got) != string(languages[0].page(1, 2)) {
		t.Errorf("the page is not as it was (%v)", err)
	}
}

func TestABuildThatLeavesOutPagesIsRefused(t *testing.T) {
	if out, err := play(t, "liar", "build"); err == nil {
		t.Errorf("no error\n%s", out)
	}
}

func TestAFolderOfOthersIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := writeFile(filepath.Join(dir, "thesis.md"), []byte("years of work")); err != nil {
		t.Fatal(err)
	}
	if _, err := play(t, "psvsite", "-dir", dir, "build"); err == nil || !strings.Contains(err.Error(), "neither empty") {
		t.Errorf("got %v", err)
	}
}

func TestChildrenAreTunedAlike(t *testing.T) {
	got := childEnv([]string{"PATH=/bin", "GOGC=400", "HUGO_CACHEDIR=/x", "HUGOxY=1", "HOME=/root"}, "/c")
	if want := "XDG_CACHE_HOME=/c PATH=/bin HOME=/root"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestAServerThatHangsIsEnded(t *testing.T) {
	w := &workshop{scratch: t.TempDir()}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	s := &server{name: "sleeper", url: "http://127.0.0.1:1/"}
	if err := w.start(ctx, s, []string{playing(t, "sleeper")}); err == nil {
		t.Fatal("no error")
	}
	select {
	case <-s.ended:
	default:
		t.Error("it still runs")
	}
}
