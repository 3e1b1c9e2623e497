package output

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"psvsite/generator/internal/memo"
)

func TestListRoundTrip(t *testing.T) {
	for _, entries := range [][]entry{
		{},
		{{"a b/ગુ.html", sum("a"), stat{1, -2, 1<<64 - 1}}},
		{{"a", sum("a"), stat{}}, {"end", memo.Sum{}, stat{1 << 62, 1 << 62, 3}}},
	} {
		list := formatList(entries)
		got, ok := parseList(list)
		addStats(got, list, formatStats(list, entries))
		if !ok || !reflect.DeepEqual(got, entries) && len(entries) > 0 {
			t.Errorf("have %v %v, want %v", got, ok, entries)
		}
	}
}

func TestListOfBadLines(t *testing.T) {
	hash := strings.Repeat("ab", 32)
	for _, line := range []string{"x", hash, hash + " ", hash + " ../a", hash + " " + mark, hash[2:] + " a", "zz" + hash[2:] + " a"} {
		if _, ok := parseList(seal([]byte(listTitle + "\n" + line + "\n"))); ok {
			t.Errorf("took %q", line)
		}
	}
}

// A folder with a damaged list is ours, and is written anew as a whole.
func TestDamagedList(t *testing.T) {
	whole := string(formatList([]entry{{path: "a", sum: sum("A")}, {path: "b", sum: sum("B")}}))
	for _, damage := range []string{
		"", "\x00\x00\x00", "{}", whole[:len(whole)/2], whole[1:], whole + whole, whole + "\n",
		strings.Replace(whole, " b\n", " c\n", 1), strings.Replace(whole, listTitle, "psvsite files 9", 1),
	} {
		dir := filepath.Join(t.TempDir(), "public")
		files := []File{text("a", "A"), text("b", "B")}
		build(t, dir, files, Report{Written: 2})
		if read(t, filepath.Join(dir, mark)) != whole {
			t.Fatal("the test does not know the list")
		}
		write(t, filepath.Join(dir, mark), damage)
		build(t, dir, files, Report{Written: 2})
		build(t, dir, files, Report{Same: 2})
	}
}

// Without sizes and times nothing is known to be untouched; the list still says what is removed.
func TestDamagedStats(t *testing.T) {
	for _, damage := range []string{"", "\x00\x00", statsTitle, statsTitle + "\n", "psv", "other list"} {
		dir := filepath.Join(t.TempDir(), "public")
		build(t, dir, []File{text("b", "B")}, Report{Written: 1})
		other := read(t, dir+".lock")
		build(t, dir, []File{text("a", "A"), text("b", "B")}, Report{Written: 1, Same: 1})
		if damage == "other list" {
			damage = other
		}
		write(t, dir+".lock", damage)
		build(t, dir, []File{text("a", "A")}, Report{Written: 1, Removed: 1})
		build(t, dir, []File{text("a", "A")}, Report{Same: 1})
	}
}

func TestMovedFolderIsWrittenAnew(t *testing.T) {
	dir := t.TempDir()
	build(t, filepath.Join(dir, "one"), site("a"), Report{Written: 43})
	if err := os.Rename(filepath.Join(dir, "one"), filepath.Join(dir, "two")); err != nil {
		t.Fatal(err)
	}
	build(t, filepath.Join(dir, "two"), site("a"), Report{Written: 43})
}
