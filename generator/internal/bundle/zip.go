package bundle

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"psvsite/generator/internal/bind"
)

// OpenMe is the file in a zip that its reader is told to open.
const OpenMe = "OPEN-ME.html"

// Folder is one language as a folder of its own: the files of a built site that it needs. Links to what is not among them
// become text.
func Folder(lang string, files Files) Files {
	in := Files{"css/open.css": files["copies/open.css"]}
	for name, data := range files {
		top, rest, _ := strings.Cut(name, "/")
		switch {
		case top == lang && !strings.Contains(path.Base(rest), ".with-"), top == "css", top == "js" && !slices.Contains(online[1:], strings.TrimSuffix(name, ".js")), name == "icon.svg":
			in[name] = data
		}
	}
	for name, data := range in {
		if path.Ext(name) == ".html" {
			in[name] = bind.Page{URL: name, Link: func(to string) string {
				if in[to] == nil {
					return ""
				}
				return relative(name, to)
			}}.Bind(data)
		}
	}
	return in
}

// relative is the way from one file to another.
func relative(from, to string) string {
	same := 0
	for i := 0; i < min(len(from), len(to)) && from[i] == to[i]; i++ {
		if from[i] == '/' {
			same = i + 1
		}
	}
	return strings.Repeat("../", strings.Count(from[same:], "/")) + to[same:]
}

// Zip packs files, with SHA256SUMS of them, as sha256sum -c reads it. Every file bears the day of the release.
func Zip(files Files, day string) []byte {
	files = maps.Clone(files)
	var sums bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(files[name]), name)
	}
	files["SHA256SUMS"] = sums.Bytes()
	modified, err := time.Parse(time.DateOnly, day)
	if err != nil {
		modified = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // the first day that a zip can name
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, name := range slices.Sorted(maps.Keys(files)) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: modified})
		if err == nil {
			_, err = w.Write(files[name])
		}
		if err != nil {
			panic("bundle: a buffer takes no more: " + err.Error())
		}
	}
	if err := z.Close(); err != nil {
		panic("bundle: a buffer takes no more: " + err.Error())
	}
	return out.Bytes()
}
