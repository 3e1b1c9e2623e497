package build

import (
	"fmt"
	"math/rand/v2"
	"path"
	"strings"
)

// author writes pages and data at random. A sloppy one makes a mistake now and then.
type author struct {
	*rand.Rand
	sloppy bool
}

// one chooses.
func one[T any](a author, list ...T) T { return list[a.IntN(len(list))] }

// seldom says yes one time in n.
func (a author) seldom(n int) bool { return a.IntN(n) == 0 }

// words of three scripts; which language they are does not matter to a build.
var words = []string{"listen", "room", "ward", "hope", "ring", "tea", "સાંભળો", "મદદ", "વાત", "सुनें", "मदद", "साथ", "“so”", "a & b", "1 < 2"}

func (a author) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = one(a, words...)
	}
	return strings.Join(list, " ")
}

// kinds are the paths of pages and the types they may be of. Those with a slash at the end have pictures of their own.
var kinds = map[string][]string{
	"index": {"home"}, "help": {"help"}, "training/": {"course"}, "training/day-1": {"day"},
	"training/listening/": {"session", "refresher"}, "training/asking": {"session", "group-plan"}, "training/deep/inside": {"page"},
	"roles/psv": {"role"}, "words": {"reference", "guide"}, "plan": {"template", "poster"}, "leaf": {"handout", "cards"},
}

var taughtTypes = " course day session refresher group-plan template guide cards "

// fileOf is the name of a page's file below its language.
func fileOf(p string) string {
	if strings.HasSuffix(p, "/") {
		return p + "index.md"
	}
	return p + ".md"
}

// page writes a page.
func (a author) page(p string) string {
	kind := one(a, kinds[p]...)
	var b strings.Builder
	fmt.Fprintf(&b, "---\ntitle: %q\nsummary: %q\ntype: %s\n", a.text(), a.text(), kind)
	timed := strings.Contains(taughtTypes, " "+kind+" ") && a.seldom(2)
	if timed && (kind != "day" || a.sloppy) { // the minutes of a day must be those of its plan
		fmt.Fprintf(&b, "minutes: 60\nobjectives: [%q]\nmaterials: [{item: %q, per: person, count: %d}]\n", a.text(), a.words(1), a.IntN(3))
	}
	if a.seldom(3) {
		fmt.Fprintf(&b, "weight: %d\naudience: [%s]\nsources: [%q]\n", a.IntN(4), one(a, "psv", "trainer", "all"), a.text())
	}
	if a.seldom(5) {
		fmt.Fprintf(&b, "private: true\nneeds: [%s]\nparams: {own: %q}\n", one(a, "lawyer", "clinician"), a.words(2))
	}
	b.WriteString("---\n\n")
	a.body(&b, p, timed && kind == "session")
	return b.String()
}

func (a author) body(b *strings.Builder, p string, steps bool) {
	heading := func(text, attributes string) { fmt.Fprintf(b, "## %s {%s}\n\n", text, attributes) }
	if steps {
		heading(a.words(2), "#when minutes=20 method="+one(a, "talk", "do"))
	} else {
		heading(a.words(2), "#when")
	}
	for range 1 + a.IntN(3) {
		b.WriteString(a.block(p) + "\n\n")
	}
	if steps {
		heading(a.words(2), "minutes=40 method=show")
	} else {
		fmt.Fprintf(b, "## %s\n\n### %s\n\n", a.text(), a.words(1))
	}
	b.WriteString(a.block(p) + "\n")
}

// text is a line that may hold a variable.
func (a author) text() string {
	if a.seldom(4) {
		return a.words(2) + " {{" + one(a, "hospital.name", "hospital.phone", "by.tongue") + "}}"
	}
	return a.words(1 + a.IntN(3))
}

// up is the way from a page's folder to its language's.
func up(p string) string { return strings.Repeat("../", strings.Count(p, "/")) }

// link leads to a page of the site, mostly to one that is always there.
func (a author) link(p string) string {
	to := one(a, "index", "help", "help", "training/", "training/listening/")
	anchor := one(a, "", "#when", "#when")
	if a.sloppy && a.seldom(20) {
		to, anchor = one(a, "words", "plan", "leaf", "training/asking", "training/day-1", "nowhere"), one(a, "", "#no")
	}
	return fmt.Sprintf("[%s](%s%s%s)", a.text(), up(p), fileOf(to), anchor)
}

// pictures that pages show; all stand beside training/listening.
var pictures = []string{"small.svg", "large.svg", "photo.png", "sheet.pdf"}

func (a author) picture(p string) string {
	to := up(p) + "training/listening/" + one(a, pictures[:3]...)
	if strings.HasSuffix(p, "listening/") {
		to = path.Base(to)
	}
	return fmt.Sprintf("![%s](%s %q)", a.text(), to, a.text())
}

// block is a paragraph or any other block of a page.
func (a author) block(p string) string {
	switch a.IntN(9) {
	case 0:
		return a.text() + "\n" + a.link(p) + " *" + a.text() + "* `{{code}}` \\{{as it is}}"
	case 1:
		return a.picture(p) + " [sheet](" + up(p) + "training/listening/sheet.pdf)"
	case 2:
		return "| " + a.text() + " | " + a.link(p) + " |\n|:--|--:|\n| " + a.words(1) + " | [call](tel:{{hospital.phone}}) |"
	case 3:
		return "- " + a.text() + "\n- " + a.link(p) + "\n\n> " + a.text()
	default:
		return a.directive(p)
	}
}

// directive is one of all the directives.
func (a author) directive(p string) string {
	return strings.ReplaceAll(one(a,
		"::: safety\n"+a.text()+"\n:::", ":::: slide\n### "+a.text()+"\n\n::: say\n"+a.text()+"\n:::\n::::",
		"::: notes\n"+a.link(p)+"\n:::", "::: activity {minutes=5 group="+one(a, "pairs", "room", "4")+" priority=must}\n"+a.text()+"\n:::",
		"::: handout\n### "+a.text()+"\n\n"+a.picture(p)+"\n:::", "::: write {lines=2 label=\""+a.words(2)+" {{hospital.name}}\"}\n:::",
		"::: check\n- "+a.text()+"\n- "+a.link(p)+"\n:::", "::: cards\n- "+a.text()+"\n- "+a.words(1)+"\n:::",
		"::: quiz\n"+a.text()+"?\n\n- [x] "+a.words(1)+"\n- [ ] "+a.words(1)+"\n\n"+a.text()+"\n:::",
		"::: contacts {kind=\"emergency health\"}\n:::", "::: contacts {ids=police}\n:::", "::: rates\n:::", "::: terms\n:::",
		"::: schemes\n:::", "::: laws\n:::", "::: timetable {plan=course}\n:::",
		"::: figure {caption=\""+a.words(1)+"\" licence=CC0}\n"+a.picture(p)+"\n:::"), "\r", "")
}
