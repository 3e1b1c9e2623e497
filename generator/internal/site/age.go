package site

import (
	"slices"
	"time"
)

// yearLater is the day a year after a day written as 2026-11-23; empty when that is no day.
func yearLater(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(1, 0, 0).Format(time.DateOnly)
}

// UseUntil is the last day on which a copy of the page may be trusted: the earliest of its review_due (its own or its
// source's) and, for each entry of data it shows, of the entry's use_until and a year after it was last checked. What
// has none of these is to be fetched anew a year after its release. Empty where nothing says.
func (s *Site) UseUntil(p *Page) string {
	days := []string{s.ReviewDue(p.Doc)}
	for _, f := range slices.Concat(s.Facts(p.Doc), s.Renewed(p)) {
		days = append(days, f.Checked.UseUntil, yearLater(f.Checked.LastChecked))
	}
	days = slices.DeleteFunc(days, func(day string) bool { return day == "" })
	if len(days) == 0 {
		return yearLater(s.Config.Release.Date)
	}
	return slices.Min(days)
}
