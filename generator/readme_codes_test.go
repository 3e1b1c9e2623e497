package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
)

// TestReadmeCodes holds the table under "Checks" in README against the table of codes. UPDATE=1 writes it.
func TestReadmeCodes(t *testing.T) {
	const readme, first = "../README.md", "| code | level | what is wrong | example |\n"
	b, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, after, found := strings.Cut(string(b), first)
	_, after, ended := strings.Cut(after, "\n\n")
	if !found || !ended {
		t.Fatalf("README has no table that begins %q and ends in an empty line", first)
	}
	want := before + first + codesTable() + "\n" + after
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(readme, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if want != string(b) {
		t.Error("the codes in README are not those of the program: UPDATE=1 go test ./generator -run TestReadmeCodes")
	}
}

func codesTable() string {
	var b strings.Builder
	b.WriteString("|---|---|---|---|\n")
	for _, c := range diag.Codes {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", c.Name, c.Severity, c.Summary, codeSpan(c.Example))
	}
	return b.String()
}

// codeSpan is text as code in a table's cell.
func codeSpan(s string) string {
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	return fence + strings.ReplaceAll(s, "|", `\|`) + fence
}
