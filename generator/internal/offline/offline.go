// Package offline makes what keeps a site on a phone.
//
// In: path, hash and size of every file of a built site, and what the worker says in each language. Out: groups of files
// that a reader can choose to keep, the service worker with their list, a worker that undoes it, and the manifest. It
// opens no file, and what it makes changes just when one of the files does.
package offline

import (
	"encoding/base64"
	"path"
	"slices"
	"strings"

	"psvsite/generator/internal/memo"
)

// File is one file of the built site.
type File struct {
	Path string   // as output.File has it
	Sum  memo.Sum // the SHA-256 of its bytes
	Size int      // bytes
}

// Group is what a reader chooses to keep as a whole.
type Group struct {
	ID    string // "" what all pages need; a language; or a language and a kind: gu.sheets
	Files []File // sorted by path
}

// Size is what the group takes on the phone, in bytes. What every group would count as its own, share pages, is left out:
// they show sizes.
func (g Group) Size() int {
	n := 0
	for _, f := range g.Files {
		if path.Base(f.Path) != SharePage {
			n += f.Size
		}
	}
	return n
}

// SharePage is the file, in each language's folder, that tells how to keep the site and pass it on. It is kept with its
// language.
const SharePage = "share.html"

// Kinds are the parts of a language that are kept only by those who ask for them: they are large, or for paper.
var Kinds = []string{"sheets", "print", "both"}

// Groups sorts files into groups: what all share first, then by id. Left out is what nobody reads without a network: the
// report, what search engines and servers ask for, and the workers themselves.
func Groups(files []File, languages []string) []Group {
	byID := map[string]*Group{}
	for _, f := range files {
		id, kept := groupOf(f.Path, languages)
		if !kept {
			continue
		}
		if byID[id] == nil {
			byID[id] = &Group{ID: id}
		}
		byID[id].Files = append(byID[id].Files, f)
	}
	var list []Group
	for _, g := range byID {
		slices.SortFunc(g.Files, func(x, y File) int { return strings.Compare(x.Path, y.Path) })
		list = append(list, *g)
	}
	slices.SortFunc(list, func(x, y Group) int { return strings.Compare(x.ID, y.ID) })
	return list
}

// aside are files of the root, and folders, that are not kept.
var aside = []string{
	"404.html", "sitemap.xml", "robots.txt", "report.html", "report.json", "sheets.html", "changes.html", "sw.js", "sw-off.js", "files",
}

func groupOf(name string, languages []string) (id string, kept bool) {
	first, rest, _ := strings.Cut(name, "/")
	switch {
	case slices.Contains(aside, first):
		return "", false
	case !slices.Contains(languages, first):
		return "", true
	case strings.HasPrefix(rest, "print/"), path.Ext(rest) == ".docx":
		return first + ".print", true
	case strings.HasSuffix(rest, ".handout.html"):
		return first + ".sheets", true
	case strings.Contains(path.Base(rest), ".with-"):
		return first + ".both", true
	}
	return first, true
}

// hashLength is how much of a SHA-256 sum tells a damaged file from a whole one: nobody forges files here who could not
// forge the list too.
const hashLength = 9

func hashOf(s memo.Sum) string { return base64.StdEncoding.EncodeToString(s[:hashLength]) }
