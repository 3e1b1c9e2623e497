package main

import (
	"bytes"
	"strings"
	"testing"
)

// TestCheckWithoutBrowser: nothing that a browser must judge is passed over in silence.
func TestCheckWithoutBrowser(t *testing.T) {
	t.Setenv("CHROME_PATH", "")
	t.Setenv("PATH", t.TempDir())
	var stdout, stderr bytes.Buffer
	status := run([]string{"check", "--browser", "-C", "testdata/site"}, &stdout, &stderr)
	if status != 3 || !strings.Contains(stderr.String(), "no browser is found: install chromium, or set CHROME_PATH") {
		t.Errorf("status %d: %s", status, stderr.String())
	}
}
