package lint

import (
	"time"

	"psvsite/generator/internal/diag"
)

// fact is a data entry that grows old.
type fact struct {
	id, checked, until string
	pos                diag.Position
}

func (l *Linter) facts() []fact {
	var list []fact
	for _, e := range l.Data.Contacts {
		list = append(list, fact{e.ID, e.LastChecked, e.UseUntil, e.Pos})
	}
	for _, e := range l.Data.Rates {
		list = append(list, fact{e.ID, e.LastChecked, e.UseUntil, e.Pos})
	}
	for _, e := range l.Data.Schemes {
		list = append(list, fact{e.ID, e.LastChecked, e.UseUntil, e.Pos})
	}
	for _, e := range l.Data.Laws {
		list = append(list, fact{e.ID, e.LastChecked, e.UseUntil, e.Pos})
	}
	return list
}

// reviews finds pages that somebody should have read again by now.
func (l *Linter) reviews(faults *diag.List) {
	for _, d := range l.Documents {
		if due, err := time.Parse(time.DateOnly, d.Front.ReviewDue); err == nil && !l.Today.Before(due.AddDate(0, 0, 1)) {
			faults.Add("page-review", d.Positions.At("review_due"), "read it again, mend what is old, then set another day", "the page was to be read again by %s", d.Front.ReviewDue)
		}
	}
}

// age finds entries past use_until, and those last checked more than a year before today.
func (l *Linter) age(faults *diag.List) {
	for _, f := range l.facts() {
		if until, err := time.Parse(time.DateOnly, f.until); err == nil && !l.Today.Before(until.AddDate(0, 0, 1)) {
			faults.Add("data-expired", f.pos, "look it up, then set last_checked and use_until", "entry %q was to be used until %s", f.id, f.until)
		}
		if checked, err := time.Parse(time.DateOnly, f.checked); err == nil && !l.Today.Before(checked.AddDate(1, 0, 1)) {
			faults.Add("data-old", f.pos, "look at its source again, then set last_checked", "entry %q was last checked on %s, over a year ago", f.id, f.checked)
		}
	}
}
