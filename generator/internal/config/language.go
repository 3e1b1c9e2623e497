package config

import (
	"net/url"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// reporter takes a fault of config.yaml at the path of a value.
type reporter func(path, hint, format string, args ...any)

// checkNumbers sees to what numbers are written in.
func (l Language) checkNumbers(path string, report reporter) {
	if l.Digits != "" && l.Digits != "latn" && !hasDigits(l.Digits) {
		report(path+".digits", "latn, gujr, deva, beng, guru, orya, telu, knda, mlym …", "digits %q are not known", l.Digits)
	}
	if _, err := language.Parse(l.LocaleFrom); l.LocaleFrom != "" && err != nil {
		report(path+".locale_from", "use a code such as gu, hi, mr", "%q is not a language code", l.LocaleFrom)
	}
}

// hasDigits reports whether there are digits of that name (CLDR's numbering systems) besides our own.
func hasDigits(name string) bool {
	tag, err := language.Parse("und-u-nu-" + name)
	return err == nil && message.NewPrinter(tag).Sprint(number.Decimal(1)) != "1"
}

// checkAddress sees to base_url, which stands in site maps and links as it is written.
func (c *Config) checkAddress(report reporter) {
	u, err := url.Parse(c.BaseURL)
	if c.BaseURL != "" && (err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.ContainsAny(c.BaseURL, `?#<>"'& `)) {
		report("base_url", "https://example.org/site", "base_url %q is not the address of a folder on the web", c.BaseURL)
	}
}

// checkTitle demands a title in the language that all others fall back to.
func (c *Config) checkTitle(report reporter) {
	if c.Title[""] == "" && c.Title[c.DefaultLanguage] == "" {
		report("title", "title: {"+c.DefaultLanguage+": …}", "title has no text in %s", c.DefaultLanguage)
	}
}
