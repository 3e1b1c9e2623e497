package config

import (
	"maps"
	"strconv"
	"strings"
)

// defaultBudgets are in bytes of gzip on a first visit, pictures aside: any page to read fits one round trip of a new
// connection (ten TCP segments of 1,460 bytes, RFC 6928, less the head of the answer), home, roles and templates less; then
// all scripts and all styles together, of which most are for paper, slides and contrast, and load only there; last the
// service worker without its list, which a phone fetches again at every new version.
var defaultBudgets = map[string]int{"page": 14_000, "home": 8_000, "role": 9_000, "template": 9_000, "scripts": 16_000, "styles": 16_000, "worker": 1_200}

// Limits are the budgets of the site by name, in bytes: those of config.yaml over the defaults.
func (c *Config) Limits() map[string]int {
	limits := maps.Clone(defaultBudgets)
	for name, limit := range c.Budgets {
		if n, ok := ParseSize(limit); ok {
			limits[name] = n
		}
	}
	return limits
}

// ParseSize reads 14kB, 2.5MB or a number of bytes. A kilobyte is 1,000 bytes.
func ParseSize(s string) (bytes int, ok bool) {
	s, factor := strings.TrimSpace(s), 1.0
	for unit, f := range map[string]float64{"kB": 1e3, "MB": 1e6} {
		if number, found := strings.CutSuffix(s, unit); found {
			s, factor = strings.TrimSpace(number), f
		}
	}
	n, err := strconv.ParseFloat(s, 64)
	return int(n * factor), err == nil && n >= 0 && n < 1e12
}
