package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"psvsite/generator/internal/diag"
)

type loader struct {
	entry     fs.DirEntry // of the file at hand, unless it is a link
	languages []string
	editions  []string // of config.yaml, built or not
	tree      *Tree
	index     map[string]int // edition, language and page path to its place in tree.Pages; likewise pictures
	faults    diag.List
}

func (l *loader) fault(code, name, hint, format string, args ...any) {
	l.faults.Add(code, diag.Position{File: name}, hint, format, args...)
}

// content takes in one content folder: the base, or an edition's.
func (l *loader) content(fsys fs.FS, root, edition string) {
	entries, err := fs.ReadDir(fsys, root)
	if err != nil {
		switch {
		case isNotExist(err) && edition == "" && !isLink(fsys, root):
			l.fault("path-unreadable", root, "psvsite init DIR writes a folder to start from", "there is no content folder")
		case edition == "" || !isNotExist(err):
			l.faults = append(l.faults, unreadable(fsys, root, err))
		}
		return
	}
	l.tree.Releases = nil // an edition has releases of its own
	for _, e := range entries {
		name := root + "/" + e.Name()
		switch {
		case ignored(name), e.Name() == Notes:
		case e.Name() == releases:
			l.releases(fsys, name)
		case slices.Contains(l.languages, e.Name()):
			l.language(fsys, name, e.Name(), edition)
		case e.Name() == "data":
			l.data(fsys, name)
		case e.Name() == "editions" && edition == "":
			l.strangers(fsys, name)
		case e.Name() == "static" && edition != "":
		default:
			l.fault("path-language", name, "content holds one folder a language, data and editions",
				"%q is not a language of config.yaml", e.Name())
		}
	}
}

// strangers reports folders of editions that config.yaml does not have: nobody would ever read them.
func (l *loader) strangers(fsys fs.FS, root string) {
	entries, err := fs.ReadDir(fsys, root)
	if err != nil {
		l.faults = append(l.faults, unreadable(fsys, root, err))
	}
	for _, e := range entries {
		if name := root + "/" + e.Name(); !ignored(name) && !slices.Contains(l.editions, e.Name()) {
			l.fault("path-language", name, diag.DidYouMean(e.Name(), l.editions, "name it under editions in config.yaml"),
				"%q is not an edition of config.yaml", e.Name())
		}
	}
}

// language takes in the pages and pictures of one language folder.
func (l *loader) language(fsys fs.FS, root, lang, edition string) {
	l.statements(fsys, root, lang, SumName)
	l.walk(fsys, root, func(name string) {
		rel := strings.TrimPrefix(name, root+"/")
		if !strings.HasSuffix(name, ".md") {
			l.picture(File{name, lang, rel, fsys, l.entry})
			return
		}
		p, faults := PagePath(name, rel)
		if l.faults = append(l.faults, faults...); len(faults) == 0 {
			l.page(File{name, lang, p, fsys, l.entry}, edition)
		}
	})
}

// statements takes in a file of statements, if there is one.
func (l *loader) statements(fsys fs.FS, root, lang, base string) {
	name := root + "/" + base
	if isFile(fsys, name) {
		l.tree.Translations = append(l.tree.Translations, File{Name: name, Lang: lang, Path: base, fsys: fsys})
	}
}

func isFile(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.Mode().IsRegular()
}

// PagePath is a page's identity, from its place below its language's folder: the name without .md, a/b/index.md as a/b,
// index.md as index. A path that the site cannot carry is a fault at name.
func PagePath(name, rel string) (string, diag.List) {
	var faults diag.List
	p := strings.TrimSuffix(rel, ".md")
	if p != "index" {
		p = strings.TrimSuffix(p, "/index")
	}
	for _, segment := range strings.Split(p, "/") {
		if why := badSegment(segment, ""); why != "" {
			faults.Add("path-letters", diag.Position{File: name}, "rename it", "%q %s", segment, why)
			return "", faults
		}
	}
	if first, _, _ := strings.Cut(p, "/"); first == "print" || slices.Contains([]string{"search", "share"}, p) {
		faults.Add("path-reserved", diag.Position{File: name}, "choose another name", "%q is a path the site uses itself", p)
		return "", faults
	}
	return p, nil
}

// page adds a page; an edition's takes the place of the base's.
func (l *loader) page(f File, edition string) {
	key := "page " + f.Lang + " " + f.Path
	i, there := l.index[key]
	switch {
	case !there:
		l.index[key] = len(l.tree.Pages)
		l.tree.Pages = append(l.tree.Pages, f)
	case editionOf(l.tree.Pages[i].Name) != edition:
		l.tree.Pages[i] = f
	default:
		l.fault("page-duplicate", f.Name, "keep one of them", "the page %q is already %s", f.Path, l.tree.Pages[i].Name)
	}
}

// editionOf is the edition whose folder a file stands in, or empty for the base.
func editionOf(name string) string {
	rest, ok := strings.CutPrefix(name, "content/editions/")
	if !ok {
		return ""
	}
	edition, _, _ := strings.Cut(rest, "/")
	return edition
}

// kinds of files that may stand beside pages.
var kinds = []string{".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".opus", ".m4a", ".mp3", ".pdf", ".csv"}

func (l *loader) picture(f File) {
	ext := path.Ext(f.Path)
	if !slices.Contains(kinds, ext) {
		l.fault("path-kind", f.Name, "beside pages may stand: "+strings.Join(kinds, " "), "the site carries no files of this kind")
		return
	}
	for _, segment := range strings.Split(strings.TrimSuffix(f.Path, ext), "/") {
		if why := badSegment(segment, "_"); why != "" {
			l.fault("path-letters", f.Name, "rename it", "%q %s", segment, why)
			return
		}
	}
	key := "picture " + f.Lang + " " + f.Path
	if i, there := l.index[key]; there {
		l.tree.Pictures[i] = f
		return
	}
	l.index[key] = len(l.tree.Pictures)
	l.tree.Pictures = append(l.tree.Pictures, f)
}

func (l *loader) data(fsys fs.FS, root string) {
	l.walk(fsys, root, func(name string) {
		rel := strings.TrimPrefix(name, root+"/")
		key, isYAML := strings.CutSuffix(rel, ".yaml")
		if !isYAML || strings.Contains(key, "/") {
			l.fault("path-kind", name, "", "content/data holds .yaml files")
			return
		}
		l.tree.Data[key] = append(l.tree.Data[key], File{Name: name, Path: rel, fsys: fsys, entry: l.entry})
	})
}
