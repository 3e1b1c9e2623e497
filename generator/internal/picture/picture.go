// Package picture reads the pictures that stand beside pages.
//
// In: a picture's name and bytes. Out: its size in pixels and, for a small drawing, the SVG to set into a page, so that
// it follows the reader's colours and needs no request. What a drawing may not hold (scripts, styles, links, text of
// other hosts) is a fault: such a file could act when it is opened alone. It changes no picture.
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/gif"  // size of GIF files
	_ "image/jpeg" // size of JPEG files
	_ "image/png"  // size of PNG files
	"path"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
)

// maxInline is the largest drawing set into a page, in bytes.
const maxInline = 8 << 10

// measured are the endings of files whose size can be read; of other files nothing is known.
var measured = []string{".gif", ".jpeg", ".jpg", ".png"}

// Picture is what is known of a picture.
type Picture struct {
	Width, Height int    // in pixels, 0 when not known
	ViewBox       string // of a drawing to set into a page
	Inner         string // what stands between its svg tags; empty: it is linked
	Faults        diag.List
}

// Read measures a picture; name chooses the kind by its ending.
func Read(name string, data []byte) Picture {
	if strings.HasSuffix(name, ".svg") {
		return drawing(name, data)
	}
	var p Picture
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err == nil:
		p.Width, p.Height = c.Width, c.Height
	case !errors.Is(err, image.ErrFormat), slices.Contains(measured, path.Ext(name)):
		p.Faults.Add("image-broken", diag.Position{File: name}, "", "this picture cannot be read: %v", err)
	}
	return p
}

// SVG returns the element to set into a page. label is its text for who does not see it.
func (p Picture) SVG(label string) string {
	const tag = `<svg class="art" viewBox="%s" width="%d" height="%d" fill="none" stroke="currentColor" stroke-width="2" role="img" aria-label="%s">%s</svg>`
	return fmt.Sprintf(tag, p.ViewBox, p.Width, p.Height, label, p.Inner)
}
