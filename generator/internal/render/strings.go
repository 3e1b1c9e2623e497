package render

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
)

// text is an interface string with {1}, {2} … replaced by args.
func (loc *locale) text(key string, args ...any) (string, error) {
	m, ok := loc.strings[key]
	if !ok {
		return "", fmt.Errorf("there is no interface string %q", key)
	}
	return place(m.forms["other"], args), nil
}

// place fills {1}, {2} … and further pairs in at once: what is filled in is not looked at again.
func place(s string, args []any, pairs ...string) string {
	for i, a := range args {
		pairs = append(pairs, "{"+strconv.Itoa(i+1)+"}", fmt.Sprint(a))
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

// count is an interface string in the plural form of n, with {n} and further {1} … replaced.
func (loc *locale) count(key string, n int, args ...any) (string, error) {
	m, ok := loc.strings[key]
	if !ok {
		return "", fmt.Errorf("there is no interface string %q", key)
	}
	form := m.forms[loc.numbers.category(n)]
	if form == "" {
		form = m.forms["other"]
	}
	return place(form, args, "{n}", loc.numbers.format(n)), nil
}

// clock writes minutes after midnight as a time of day.
func (loc *locale) clock(minutes int) string {
	return loc.numbers.digits(fmt.Sprintf("%02d:%02d", minutes/60%24, minutes%60))
}

// date writes 2026-11-23 as the language does; month names and the pattern are interface strings (CLDR's figures).
func (loc *locale) date(iso string) (string, error) {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso, nil
	}
	month, err := loc.text("month_" + strconv.Itoa(int(d.Month())))
	if err != nil {
		return "", err
	}
	year := loc.numbers.digits(strconv.Itoa(d.Year()))
	return loc.text("date", loc.numbers.format(d.Day()), month, year)
}

// list joins texts as the language does (CLDR list patterns).
func (loc *locale) list(texts []string) (string, error) {
	if len(texts) == 0 {
		return "", nil
	}
	out := texts[len(texts)-1]
	for i := len(texts) - 2; i >= 0; i-- {
		key := "list_middle"
		if i == len(texts)-2 {
			key = "list_end"
			if len(texts) == 2 {
				key = "list_two"
			}
		}
		joined, err := loc.text(key, texts[i], out)
		if err != nil {
			return "", err
		}
		out = joined
	}
	return out, nil
}

// money writes an amount with its currency's sign.
func (loc *locale) money(currency string, amount float64) (string, error) {
	if currency == "" {
		currency = "INR"
	}
	return loc.text("money_"+currency, loc.numbers.amount(amount))
}

// categoryNames are x/text's plural forms as CLDR names them.
var categoryNames = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}
