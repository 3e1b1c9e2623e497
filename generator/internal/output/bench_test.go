package output

import (
	"fmt"
	"path/filepath"
	"testing"
)

// bigSite has n pages of 6 kB in three languages; every hundredth differs from version to version.
func bigSite(n int, version string) []File {
	files := make([]File, n)
	for i := range files {
		data := make([]byte, 6000)
		copy(data, fmt.Sprintf("page %d", i))
		if i%100 == 0 {
			copy(data, version)
		}
		files[i] = File{Path: fmt.Sprintf("l%d/section-%d/page-%d.html", i%3, i%70, i), Data: data}
		files[i].Sum = sum(string(data))
	}
	return files
}

func benchmark(b *testing.B, before, now []File) {
	for b.Loop() {
		b.StopTimer()
		dir := filepath.Join(b.TempDir(), "public")
		put(b, dir, before)
		b.StartTimer()
		put(b, dir, now)
	}
}

func put(b *testing.B, dir string, files []File) {
	if files == nil {
		return
	}
	f, err := Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Put(files); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkFirst(b *testing.B)     { benchmark(b, nil, bigSite(15000, "a")) }
func BenchmarkUnchanged(b *testing.B) { benchmark(b, bigSite(15000, "a"), bigSite(15000, "a")) }
func BenchmarkChanged(b *testing.B)   { benchmark(b, bigSite(15000, "a"), bigSite(15000, "b")) }
