package output

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"psvsite/generator/internal/memo"
)

// entry is what is known of one file of the folder.
type entry struct {
	path string
	sum  memo.Sum
	stat stat
}

// stat tells whether a file was touched since it was written. The zero stat fits no file.
type stat struct {
	size  int64  // bytes
	mtime int64  // nanoseconds since 1970
	inode uint64 // 0 where the system does not say
}

func statOf(info fs.FileInfo) stat {
	return stat{info.Size(), info.ModTime().UnixNano(), inode(info)}
}

// The two files of this package are lines of text under a title, and end in a sum of all that is above it.
// The list, in the folder, says the same for equal sites. What differs from build to build is in the lock
// file: a line of size, time and inode for each line of the list, under the sum of the list they are about.
const (
	listTitle  = "psvsite files 1"
	statsTitle = "psvsite lock 1"
)

func formatList(entries []entry) []byte {
	b := []byte(listTitle + "\n")
	for _, e := range entries {
		b = hex.AppendEncode(b, e.sum[:])
		b = append(b, ' ')
		b = append(b, e.path...)
		b = append(b, '\n')
	}
	return seal(b)
}

// parseList is the reverse of formatList; false means that data is not a list or was damaged.
func parseList(data []byte) ([]entry, bool) {
	lines, ok := unseal(data, listTitle)
	if !ok {
		return nil, false
	}
	entries := make([]entry, len(lines))
	for i, line := range lines {
		sum, path, _ := strings.Cut(line, " ")
		if len(sum) != 2*len(memo.Sum{}) || checkPath(path) != nil {
			return nil, false
		}
		if _, err := hex.Decode(entries[i].sum[:], []byte(sum)); err != nil {
			return nil, false
		}
		entries[i].path = path
	}
	return entries, true
}

func formatStats(list []byte, entries []entry) []byte {
	b := fmt.Appendf(nil, "%s\n%x\n", statsTitle, memo.SumOf(list))
	for _, e := range entries {
		b = strconv.AppendInt(b, e.stat.size, 10)
		b = append(b, ' ')
		b = strconv.AppendInt(b, e.stat.mtime, 10)
		b = append(b, ' ')
		b = strconv.AppendUint(b, e.stat.inode, 10)
		b = append(b, '\n')
	}
	return seal(b)
}

// addStats fills in the stats of entries, parsed from list. It does nothing if data is damaged or is about
// another list.
func addStats(entries []entry, list, data []byte) {
	lines, ok := unseal(data, statsTitle)
	if !ok || len(lines) != len(entries)+1 || lines[0] != fmt.Sprintf("%x", memo.SumOf(list)) {
		return
	}
	for i, line := range lines[1:] {
		entries[i].stat = parseStat(line)
	}
}

func parseStat(line string) stat {
	size, rest, _ := strings.Cut(line, " ")
	mtime, ino, _ := strings.Cut(rest, " ")
	var s stat
	var errs [3]error
	s.size, errs[0] = strconv.ParseInt(size, 10, 64)
	s.mtime, errs[1] = strconv.ParseInt(mtime, 10, 64)
	s.inode, errs[2] = strconv.ParseUint(ino, 10, 64)
	if errs != [3]error{} {
		return stat{}
	}
	return s
}

// seal adds the last line.
func seal(b []byte) []byte {
	return fmt.Appendf(b, "end %x\n", memo.SumOf(b))
}

// unseal checks the last line and the title, and returns the lines between them.
func unseal(data []byte, title string) ([]string, bool) {
	at := bytes.LastIndex(data, []byte("\nend ")) + 1
	if !bytes.Equal(seal(data[:at:at]), data) {
		return nil, false
	}
	body, ok := strings.CutPrefix(string(data[:at]), title+"\n")
	if !ok || body == "" {
		return nil, ok
	}
	return strings.Split(strings.TrimSuffix(body, "\n"), "\n"), true
}
