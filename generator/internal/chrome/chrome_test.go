package chrome

import (
	"bytes"
	"net/url"
	"os"
	"strings"
	"testing"
)

// TestWires drives a browser over each kind of wire: opens a page, asks it something, prints it, closes it.
func TestWires(t *testing.T) {
	for name, open := range map[string]connect{"pipe": overPipe, "socket": overSocket} {
		t.Run(name, func(t *testing.T) {
			b, err := start(open)
			if err != nil {
				t.Fatal(err)
			}
			tab, err := b.NewTab()
			if err != nil {
				t.Fatal(err)
			}
			page := "data:text/html," + url.PathEscape("<title>Plan</title><p>"+strings.Repeat("word ", 10000))
			if err := tab.Open(page, page); err != nil {
				t.Fatal(err)
			}
			var title string
			if err := tab.Eval("document.title", &title); err != nil || title != "Plan" {
				t.Errorf("the title is %q, %v", title, err)
			}
			if pdf, err := tab.PDF(); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 10_000 {
				t.Errorf("%d bytes of PDF, %v", len(pdf), err)
			}
			if err := tab.Eval("nobody.here", &title); err == nil {
				t.Error("an expression that throws gives no error")
			}
			if err := b.Close(); err != nil {
				t.Error(err)
			}
			if _, err := os.Stat(b.profile); err == nil {
				t.Error("the profile is still there")
			}
			if err := tab.Eval("1", nil); err == nil || !strings.Contains(err.Error(), "the browser is gone") {
				t.Errorf("after Close: %v", err)
			}
		})
	}
}

func TestNoBrowser(t *testing.T) {
	t.Setenv("CHROME_PATH", "")
	t.Setenv("PATH", t.TempDir())
	if _, err := Start(); err != ErrNoBrowser {
		t.Errorf("without a browser: %v", err)
	}
}
