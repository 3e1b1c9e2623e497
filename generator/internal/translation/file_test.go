package translation

import (
	"strings"
	"testing"
)

const sums = `data/contacts.yaml 0000000000000001 00000000000000ff
help 3f9c0a1be2d47788 a17be0c2294d5f10
help 77d1e09a5b3c2f41 0c9e6f2b8a7d1e35 "a comma; by Asha"
training/day-1 3f9c0a1be2d47788 a17be0c2294d5f10
`

func TestSumFile(t *testing.T) {
	merged := "\ufeff" + strings.ReplaceAll(sums, "\n", "\r\n") + "help 77d1e09a5b3c2f41 0c9e6f2b8a7d1e35\n\nhelp 3f9c0a1be2d47788 a17be0c2294d5f10"
	list, faults := ReadSum("x", []byte(merged))
	if got := string(WriteSum(list)); got != sums || len(faults) > 0 {
		t.Errorf("two merged branches are written as\n%s%v", got, faults)
	}
}

func TestTextsFile(t *testing.T) {
	const texts = `0000000000000001 "Call **112** <now> & \"wait\"."
a17be0c2294d5f10 "શાંત"
`
	read, faults := ReadTexts("x", []byte(texts+texts))
	if got := string(read.Write()); got != texts || len(faults) > 0 {
		t.Errorf("written as\n%s%v", got, faults)
	}
}

// TestFaultsOfFiles has a line wrong in each way that a merge or a hand can make it wrong.
func TestFaultsOfFiles(t *testing.T) {
	_, faults := Read([]File{
		{Name: "gu", Lang: "gu", Data: []byte("<<<<<<< main\nhelp 3f9c0a1be2d47788\nhelp 3F9C0A1BE2D47788 a17be0c2294d5f10\nhelp +f9c0a1be2d4778 a17be0c2294d5f10\n" +
			"help 3f9c0a1be2d47788 a17be0c2294d5f10 note\nhelp 3f9c0a1be2d47788 a17be0c2294d5f10\n")},
		{Name: "src", Data: []byte("a17be0c2294d5f10\nxyz \"a\"\na17be0c2294d5f10 \"a\"\n")},
	})
	var got []string
	for _, f := range faults {
		got = append(got, f.Pos.String())
	}
	want := "gu:1:9 gu:2:22 gu:3:6 gu:4:6 gu:5:40 src:1:18 src:2:1"
	if strings.Join(got, " ") != want {
		t.Errorf("faults at\n%s\nwant\n%s", strings.Join(got, " "), want)
	}
}
