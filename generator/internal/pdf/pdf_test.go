package pdf

import (
	"bytes"
	"maps"
	"testing"
)

const printed = `1 0 obj
<</Title (Pack)
/Creator (Mozilla/5.0 \(X11; Linux x86_64\) HeadlessChrome/156)
/CreationDate (D:20261125225353+00'00')
/ModDate (D:20261125225353+00'00')>>
endobj
2 0 obj
<</Type /Page
/Contents 9 0 R>>
endobj
10 0 obj
<</Type /Page
/Contents 12 0 R>>
endobj
15 0 obj
<</Type /Pages
/Count 2
/Kids [2 0 R 10 0 R]>>
endobj
16 0 obj
<</part#2e1 [2 0 R /XYZ 6 777.75 0]
/two [10 0 R /XYZ 6 777.75 0]>>
`

func TestStamp(t *testing.T) {
	out := Stamp([]byte(printed), "2026-11-23")
	if len(out) != len(printed) {
		t.Errorf("%d bytes became %d", len(printed), len(out))
	}
	for _, word := range []string{"CreationDate (D:20261123000000+00'00')", "ModDate (D:20261123000000+00'00')", "/Creator (psvsite) "} {
		if !bytes.Contains(out, []byte(word)) {
			t.Errorf("it lacks %s:\n%s", word, out)
		}
	}
	if bytes.Contains(out, []byte("Linux")) {
		t.Errorf("it names the system:\n%s", out)
	}
}

func TestPages(t *testing.T) {
	if n := Pages([]byte(printed)); n != 2 {
		t.Errorf("%d pages", n)
	}
	want := map[string]int{"part.1": 1, "two": 2}
	if got := Destinations([]byte(printed)); !maps.Equal(got, want) {
		t.Errorf("destinations %v, want %v", got, want)
	}
}
