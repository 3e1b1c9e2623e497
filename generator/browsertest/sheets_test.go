package browsertest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"psvsite/generator/internal/diag"
	"psvsite/generator/internal/fit"
)

// TestSheets prints three pages that say they fit one side of A4. One does; one says with which block it runs over, once
// for both of its languages; and one has a card on paper that holds more than it shows, and one that does not.
func TestSheets(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"en/short.html": "<p>One.</p>",
		"en/long.html":  strings.Repeat("<p>Fits.</p>", 11) + "<p>This block</p><p>And more</p>",
		"gu/long.html":  strings.Repeat("<p>Fits.</p>", 11) + "<p>આ ફકરો</p>",
		"gu/cards.html": "<div class=cutouts><ul><li><div>આ નાનું છે</div><li><div>આ કાર્ડ <p>લાંબું <p>છે</div></ul></div>",
	} {
		page := "<!doctype html><title>x</title><style>@page { size: A4; margin: 20mm } @media print { li > div { height: 30mm; overflow: hidden } } p { margin: 0; height: 23mm }</style><div class=text>" + text + "</div>"
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
		{URL: "gu/cards.html", Lang: "gu", Paper: "A4", Sides: 1, Pos: at("cards")},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := "printed in en, gu it takes 2 sides of A4 and says 1; what runs over begins: This block"
	if len(faults) != 2 || faults[0].Pos != at("long") || faults[0].Code != "sheet-sides" || faults[0].Message != want {
		t.Fatalf("%+v", faults)
	}
	if f, want := faults[1], "printed in gu a part is cut off that begins: આ કાર્ડ લાંબું છે"; f.Pos != at("cards") || f.Code != "sheet-cut" || f.Message != want {
		t.Errorf("%+v", f)
	}
}
