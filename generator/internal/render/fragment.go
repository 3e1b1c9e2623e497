package render

import (
	"bytes"
	"net/url"
	"unicode/utf8"
)

// readable writes the ids that links of a page name as their letters (IRIs, RFC 3987), as the ids themselves are
// written: a letter of an Indian script takes three bytes in place of nine.
func readable(page []byte) []byte {
	if !bytes.Contains(page, []byte("%e")) && !bytes.Contains(page, []byte("%E")) {
		return page
	}
	out, rest := make([]byte, 0, len(page)), page
	for {
		before, link, found := bytes.Cut(rest, []byte(`href="`))
		out = append(out, before...)
		if !found {
			return out
		}
		out = append(out, `href="`...)
		end := bytes.IndexByte(link, '"')
		if end < 0 {
			return append(out, link...)
		}
		file, id, _ := bytes.Cut(link[:end], []byte("#"))
		out = append(out, link[:min(len(file)+1, end)]...)
		out, rest = appendLetters(out, id), link[end:]
	}
}

// appendLetters writes an id in which %-codes stand for letters beyond ASCII as those letters; other codes stay codes.
func appendLetters(out, id []byte) []byte {
	for len(id) > 0 {
		n := codes(id)
		if letters, err := url.PathUnescape(string(id[:n])); n > 0 && err == nil && utf8.ValidString(letters) {
			out = append(out, letters...)
		} else {
			n = max(n, 1)
			out = append(out, id[:n]...)
		}
		id = id[n:]
	}
	return out
}

// codes is how many bytes of an id are codes of bytes beyond ASCII, from its beginning on.
func codes(id []byte) (n int) {
	for n+2 < len(id) && id[n] == '%' && (id[n+1] == '8' || id[n+1] == '9' || 'a' <= id[n+1]|0x20 && id[n+1]|0x20 <= 'f') {
		n += 3
	}
	return n
}
