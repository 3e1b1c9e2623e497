package po

import (
	"slices"
	"strconv"
	"strings"
)

// message reads a line of an entry itself: a keyword and a text, or a text that goes on.
func (r *reader) message(s string, obsolete bool) {
	keyword, value := cut(s)
	if keyword == "" {
		r.more(value)
		return
	}
	if keyword == "msgctxt" || keyword == "msgid" && r.entry.Line > 0 {
		r.between()
	}
	r.begun = true
	r.entry.Obsolete = r.entry.Obsolete || obsolete
	switch keyword {
	case "msgctxt":
		r.text(&r.entry.Context, value)
	case "msgid":
		r.entry.Line = r.line
		r.text(&r.entry.ID, value)
	case "msgid_plural":
		r.text(&r.entry.Plural, value)
	default:
		r.translation(keyword, value)
	}
}

// translation reads msgstr, or msgstr[0], msgstr[1] … in order.
func (r *reader) translation(keyword, value string) {
	n := len(r.entry.Strings)
	want := "msgstr"
	if r.entry.Plural != "" {
		want = "msgstr[" + strconv.Itoa(n) + "]"
	}
	switch {
	case keyword != want && !strings.HasPrefix(keyword, "msgstr"):
		r.fault("", "a line begins with #, msgctxt, msgid, msgid_plural, msgstr or a quote, not with %q", clipped(keyword))
	case r.entry.Line == 0:
		r.fault("", "no msgid stands before this %s", keyword)
	case keyword != want || r.entry.Plural == "" && n > 0:
		r.fault("", "%s is expected here, not %s", want, clipped(keyword))
	default:
		r.entry.Strings = append(r.entry.Strings, "")
		r.entry.Lines = append(r.entry.Lines, r.line)
		r.text(&r.entry.Strings[n], value)
	}
}

// text begins a text.
func (r *reader) text(into *string, value string) {
	r.into = into
	*into = ""
	if value == "" {
		r.fault("", "a text in quotes is missing")
		return
	}
	r.more(value)
}

// more goes on with the text that was begun.
func (r *reader) more(value string) {
	if r.into == nil {
		if !r.broken {
			r.fault("", "no msgid or msgstr stands before this text")
		}
		return
	}
	for value != "" {
		text, rest, why := unquoted(value)
		if why != "" {
			r.fault("", "%s", why)
			return
		}
		*r.into += text
		value = strings.TrimSpace(rest)
	}
}

// finish puts the entry at hand into the file.
func (r *reader) finish() {
	e, broken, begun := r.entry, r.broken, r.begun
	r.entry, r.broken, r.begun, r.into = Entry{}, false, false, nil
	switch {
	case broken || !begun:
	case e.Line == 0:
		r.faultAt(r.line, "", "a msgctxt has no msgid")
	case len(e.Strings) == 0:
		r.faultAt(e.Line, "", "this msgid has no msgstr")
	case e.ID == "" && e.Context == "" && !e.Obsolete:
		r.head(e)
	default:
		r.keep(e)
	}
}

func (r *reader) faultAt(line int, hint, format string, args ...any) {
	last := r.line
	r.line = line
	r.fault(hint, format, args...)
	r.line, r.broken = last, false
}

// keep takes in an entry. gettext allows no two of one context and msgid; obsolete ones do not count.
func (r *reader) keep(e Entry) {
	key := Text{Context: e.Context, ID: e.ID}
	if first := r.seen[key]; first > 0 && !e.Obsolete {
		r.faultAt(e.Line, "keep one of them", "this entry stands twice; the first is in line %d", first)
		return
	}
	if !e.Obsolete {
		if r.seen == nil {
			r.seen = map[Text]int{}
		}
		r.seen[key] = e.Line
	}
	r.file.Entries = append(r.file.Entries, e)
}

// head reads the entry that is the file's header.
func (r *reader) head(e Entry) {
	if r.header {
		r.faultAt(e.Line, "keep one of them", "the header stands twice")
		return
	}
	r.header = true
	r.file.Comments = e.Comments
	for line := range strings.SplitSeq(strings.TrimSpace(e.Strings[0]), "\n") {
		if name, value, ok := strings.Cut(line, ":"); ok {
			r.file.Header = append(r.file.Header, Field{name, strings.TrimSpace(value)})
		}
	}
	kind := strings.ToLower(r.file.Get("Content-Type"))
	_, charset, named := strings.Cut(kind, "charset=")
	if named && !slices.Contains([]string{"utf-8", "utf8", "us-ascii", "ascii"}, strings.TrimSpace(charset)) {
		r.faultAt(e.Line, "choose UTF-8 in the editor's settings of the file and save it again", "the file's header says that it is written in %s", clipped(charset))
	}
}
