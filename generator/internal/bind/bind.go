// Package bind makes the text of several pages fit to stand in one document.
//
// In: the HTML of a page's text, the address of the page, the name it has in the document, and where links lead there.
// Out: the same HTML, its ids made unique by that name and its links led to where the document has what they mean. It
// never changes anything else: not a byte between two such attributes. Pictograms, whose ids begin with "i.", are drawn
// once a document and keep theirs.
package bind

import (
	"bytes"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// Page is a page that goes into a document.
type Page struct {
	Name string // its id in the document; what stands in it is Name.id; empty: ids stay as they are
	URL  string // gu/roles/psv.html, from the root of the site

	// Link says where a link to a file of the site leads from the document; empty for nowhere: the link becomes text.
	// A page that is in the document is #name.
	Link func(url string) string

	// Picture says the same of what is shown; nil: as Link.
	Picture func(url string) string
}

// named are the attributes that hold ids, several of them lists.
var named = map[string]bool{"id": true, "for": true, "headers": true, "aria-describedby": true, "aria-labelledby": true, "aria-controls": true}

// Bind rewrites the HTML of a page.
func (p Page) Bind(text []byte) []byte {
	z := html.NewTokenizer(bytes.NewReader(text))
	var out bytes.Buffer
	out.Grow(len(text) * 9 / 8)
	var unlinked []bool // of open <a>: whether its tags are left out
	for {
		kind := z.Next()
		if kind == html.ErrorToken { // the end: HTML that a build made has no other
			return out.Bytes()
		}
		raw := bytes.Clone(z.Raw())
		tag, attributes := z.TagName()
		isLink := len(tag) == 1 && tag[0] == 'a'
		switch {
		case kind == html.EndTagToken && isLink && len(unlinked) > 0:
			if !unlinked[len(unlinked)-1] {
				out.Write(raw)
			}
			unlinked = unlinked[:len(unlinked)-1]
		case kind == html.StartTagToken || kind == html.SelfClosingTagToken:
			changed, gone := p.tag(raw, z, attributes)
			if isLink && kind == html.StartTagToken {
				unlinked = append(unlinked, gone)
			}
			if !gone {
				out.Write(changed)
			}
		default:
			out.Write(raw)
		}
	}
}

// tag rewrites an opening tag. A link that leads nowhere is gone.
func (p Page) tag(raw []byte, z *html.Tokenizer, more bool) (out []byte, gone bool) {
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		was, name := string(value), string(key)
		now := was
		switch {
		case named[name]:
			now = p.ids(was)
		case name == "src" && p.Picture != nil:
			now = p.Picture(path.Join(path.Dir(p.URL), was))
		case name == "href" || name == "src":
			now = p.address(was)
			gone = gone || name == "href" && now == ""
		}
		if now != was {
			raw = replace(raw, name, was, now)
		}
	}
	return raw, gone
}

// replace puts a new value into a tag, as builds write it: in double quotes.
func replace(tag []byte, key, was, now string) []byte {
	before := []byte(" " + key + `="` + html.EscapeString(was) + `"`)
	after := []byte(" " + key + `="` + html.EscapeString(now) + `"`)
	if !bytes.Contains(tag, before) { // escaped in another way, such as %22 or &#39;
		return rewrite(tag, key, after)
	}
	return bytes.Replace(tag, before, after, 1)
}

// rewrite puts a new attribute in the place of the one with its key, however that is written.
func rewrite(tag []byte, key string, attribute []byte) []byte {
	start := bytes.Index(tag, []byte(" "+key+`="`))
	if start < 0 {
		return tag
	}
	from := start + len(key) + 3
	length := bytes.IndexByte(tag[from:], '"')
	if length < 0 {
		return tag
	}
	return bytes.Join([][]byte{tag[:start], tag[from+length+1:]}, attribute)
}

// ids are ids as the document has them.
func (p Page) ids(list string) string {
	words := strings.Fields(list)
	for i, id := range words {
		words[i] = p.id(id)
	}
	return strings.Join(words, " ")
}

func (p Page) id(id string) string {
	if strings.HasPrefix(id, "i.") || p.Name == "" {
		return id
	}
	return p.Name + "." + id
}

// address is an address as the document has it.
func (p Page) address(to string) string {
	if id, ok := strings.CutPrefix(to, "#"); ok {
		return "#" + p.id(id)
	}
	if scheme, _, ok := strings.Cut(to, ":"); ok && !strings.ContainsAny(scheme, "/.") {
		return to
	}
	file, id, _ := strings.Cut(to, "#")
	link := p.Link(path.Join(path.Dir(p.URL), file))
	switch {
	case id == "" || link == "":
		return link
	case strings.HasPrefix(link, "#"):
		return link + "." + id
	}
	return link + "#" + id
}
