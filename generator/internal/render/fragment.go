package render

import (
	"bytes"
	"net/url"
	"regexp"
	"slices"
	"unicode/utf8"
)

var (
	fragment = regexp.MustCompile(`href="[^"#]*#[^"]*%[^"]*"`)
	escaped  = regexp.MustCompile(`(?:%[89a-fA-F][0-9a-fA-F])+`)
)

// readable writes the ids that links of a page name as their letters (IRIs, RFC 3987), as the ids themselves are
// written: a letter of an Indian script takes three bytes in place of nine.
func readable(page []byte) []byte {
	if !bytes.Contains(page, []byte("%e")) && !bytes.Contains(page, []byte("%E")) {
		return page
	}
	return fragment.ReplaceAllFunc(page, func(href []byte) []byte {
		file, id, _ := bytes.Cut(href, []byte("#"))
		id = escaped.ReplaceAllFunc(id, func(code []byte) []byte {
			letters, err := url.PathUnescape(string(code))
			if err != nil || !utf8.ValidString(letters) {
				return code
			}
			return []byte(letters)
		})
		return slices.Concat(file, []byte{'#'}, id)
	})
}
