package catalog

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"psvsite/generator/internal/config"
)

// plurals are the plural forms that a language has for whole numbers, as CLDR orders them.
type plurals struct {
	names []string // msgstr[0] is of names[0]
	rule  string   // gettext's, in C: the index of the form of n
}

// pluralForm is a form of x/text's by CLDR's name.
type pluralForm struct {
	name string
	form plural.Form
}

// forms are in CLDR's order.
var forms = []pluralForm{
	{"zero", plural.Zero},
	{"one", plural.One},
	{"two", plural.Two},
	{"few", plural.Few},
	{"many", plural.Many},
	{"other", plural.Other},
}

// counted is how far numbers are tried. No rule of CLDR looks further than at hundreds, apart from that of round millions,
// which gettext's rules pass over too.
const counted = 1000

// pluralsOf works the forms out from x/text's data: its rules themselves cannot be asked for.
func pluralsOf(l config.Language) plurals {
	code := l.Code
	if l.LocaleFrom != "" {
		code = l.LocaleFrom
	}
	tag := language.Make(code)
	of := make([]string, counted)
	for n := range of {
		form := plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)
		of[n] = forms[slices.IndexFunc(forms, func(f pluralForm) bool { return f.form == form })].name
	}
	var p plurals
	for _, f := range forms {
		if slices.Contains(of, f.name) {
			p.names = append(p.names, f.name)
		}
	}
	p.rule = pluralRule(p.names, of)
	return p
}

// header is the field Plural-Forms.
func (p plurals) header() string { return fmt.Sprintf("nplurals=%d; plural=%s;", len(p.names), p.rule) }

// pluralRule writes a rule in C: from hundred on the last two digits decide, below it each number may be an exception.
func pluralRule(names, of []string) string {
	switch {
	case len(names) == 1:
		return "0"
	case len(names) == 2 && !slices.Contains(of[2:], names[0]) && of[1] == names[0] && of[0] != names[0]:
		return "(n != 1)"
	case len(names) == 2 && !slices.Contains(of[2:], names[0]) && of[1] == names[0]:
		return "(n > 1)"
	}
	rule := ""
	for i, name := range names[:len(names)-1] {
		rule += fmt.Sprintf("%s ? %d : ", condition(name, of), i)
	}
	return fmt.Sprintf("(%s%d)", rule, len(names)-1)
}

// condition says in C which numbers have the form.
func condition(name string, of []string) string {
	var small, digits []int
	for n := range 100 {
		switch always := of[n+100] == name; {
		case always && of[n] == name:
			digits = append(digits, n)
		case always:
			digits = append(digits, n)
			small = append(small, -n-1) // but not the number itself
		case of[n] == name:
			small = append(small, n)
		}
	}
	var either, but []string
	either = append(either, ranges("n%100", digits)...)
	for _, n := range small {
		if n >= 0 {
			either = append(either, fmt.Sprintf("n==%d", n))
		} else {
			but = append(but, fmt.Sprintf("n!=%d", -n-1))
		}
	}
	s := strings.Join(either, " || ")
	if len(but) > 0 {
		return "(" + s + ") && " + strings.Join(but, " && ")
	}
	return "(" + s + ")"
}

// ranges writes which numbers a term may be.
func ranges(term string, numbers []int) (list []string) {
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		if i == j {
			list = append(list, fmt.Sprintf("%s==%d", term, numbers[i]))
		} else {
			list = append(list, fmt.Sprintf("(%s>=%d && %s<=%d)", term, numbers[i], term, numbers[j]))
		}
		i = j + 1
	}
	return list
}
