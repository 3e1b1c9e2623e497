// Package bundle puts built pages into files that go from hand to hand: one file of HTML that needs nothing beside it, for
// phones, and a zip with a folder, for computers.
//
// In: the files of a built site, which of its pages to take, and a frame around them. Out: the bytes of such a file; the
// same pages give the same bytes. It opens no file, reads no clock and changes no text: only ids, and where links lead.
package bundle

import (
	"strings"
)

// Files are the files of a built site by path.
type Files map[string][]byte

// Page is a page that goes into a file.
type Page struct{ URL string } // gu/training/listening.html

// Name is the page's id in a single file, and what the ids in it begin with. No path has a dot or a capital in it, so
// that a name is never that of a heading.
func (p Page) Name() string {
	_, name, _ := strings.Cut(strings.TrimSuffix(p.URL, ".html"), "/")
	if page, sheets := strings.CutSuffix(name, ".handout"); sheets {
		return page + "/H"
	}
	return name
}

// pictures are what <img> can show.
var pictures = map[string]string{
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
	".webp": "image/webp", ".avif": "image/avif",
}
