package browsertest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/fit"
)

// TestSheets prints two pages that say they fit one side of A4. One does; the other says with which block it runs over,
// once for both of its languages.
func TestSheets(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"en/short.html": "<p>One.</p>",
		"en/long.html":  strings.Repeat("<p>Fits.</p>", 11) + "<p>This block</p><p>And more</p>",
		"gu/long.html":  strings.Repeat("<p>Fits.</p>", 11) + "<p>આ ફકરો</p>",
	} {
		page := "<!doctype html><title>x</title><style>@page { size: A4; margin: 20mm } p { margin: 0; height: 23mm }</style><div class=text>" + text + "</div>"
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(page), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string) diag.Position {
		return diag.Position{File: "content/en/" + name + ".md", Line: 6, Col: 20}
	}
	faults, err := fit.Sheets(dir, []fit.Sheet{
		{URL: "en/short.html", Lang: "en", Paper: "A4", Sides: 1, Pos: at("short")},
		{URL: "gu/long.html", Lang: "gu", Paper: "A4", Sides: 1, Pos: at("long")},
		{URL: "en/long.html", Lang: "en", Paper: "A4", Sides: 1, Pos: at("long")},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "printed in en, gu it takes 2 sides of A4 and says 1; what runs over begins: This block"
	if len(faults) != 1 || faults[0].Pos != at("long") || faults[0].Code != "sheet-sides" || faults[0].Message != want {
		t.Errorf("%+v", faults)
	}
}
