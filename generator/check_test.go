package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestCheckStatus sees that the exit status tells good, faults, wrong use and the world apart.
func TestCheckStatus(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("config.yaml", "title: A\ndefault_language: en\nlanguages: [{code: en, name: English}]\n")
	write("content/en/index.md", "---\ntitle: A\nsummary: B.\ntype: home\n---\n\n#### Jump\n")
	for _, c := range []struct {
		args []string
		want int
	}{
		{[]string{"check", "-C", dir}, 0},
		{[]string{"check", "-C", dir, "--strict"}, exitFaults},
		{[]string{"check", "-C", dir, "--edition", "none"}, exitFaults},
		{[]string{"check", "-C", dir, "--format", "xml"}, exitUsage},
		{[]string{"check", "-C", dir, "more"}, exitUsage},
		{[]string{"check", "--explain", "no-code"}, exitUsage},
		{[]string{"check", "-C", filepath.Join(dir, "nowhere")}, exitWorld},
	} {
		var stdout, stderr bytes.Buffer
		if got := run(c.args, &stdout, &stderr); got != c.want {
			t.Errorf("%v: exit status %d, want %d\n%s", c.args[2:], got, c.want, stderr.String())
		}
	}
}
