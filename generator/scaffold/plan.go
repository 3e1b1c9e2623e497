package scaffold

import (
	"slices"

	"psvsite/generator/internal/data"
)

// usual are the minutes of a page that no plan names.
var usual = map[string]int{"session": 60, "refresher": 60, "group-plan": 60, "template": 30}

// minutes are those that the course plans demand of a page, so that its start adds up; 0: better left out.
func (s *Site) minutes(kind, name string) int {
	if kind == "day" {
		return s.dayMinutes(name)
	}
	for _, c := range s.data.Courses {
		for _, d := range append(c.Days, data.Day{Items: c.Later}) {
			for _, i := range d.Items {
				if i.Session == name && i.Minutes > 0 {
					return i.Minutes
				}
			}
		}
	}
	return usual[kind]
}

// dayMinutes is the sum of a day's items, where all plans with the day agree.
func (s *Site) dayMinutes(name string) int {
	var sums []int
	for _, c := range s.data.Courses {
		for _, d := range c.Days {
			if d.Page == name {
				sums = append(sums, s.sum(d))
			}
		}
	}
	if slices.Sort(sums); len(sums) == 0 || sums[0] != sums[len(sums)-1] {
		return 0
	}
	return sums[0]
}

func (s *Site) sum(d data.Day) int {
	n := 0
	for _, i := range d.Items {
		if front, ok := s.front(i.Session); ok && i.Session != "" {
			n += front.Minutes
		} else {
			n += i.Minutes
		}
	}
	return n
}

// timetable returns the attributes that show a day: of the site's plan, else of the first that has it.
func (s *Site) timetable(name string) string {
	found := ""
	for _, c := range s.data.Courses {
		for _, d := range c.Days {
			switch {
			case d.Page != name:
			case c.ID == s.config.Course:
				return `{page="` + name + `"}`
			case found == "":
				found = "{plan=" + c.ID + ` page="` + name + `"}`
			}
		}
	}
	return found
}

// shares parts minutes into four steps: begin, do, do once more, end. Doing takes more than half; what may be left out
// when time is short, the third, more than a tenth. Whole fives where there are enough minutes.
func shares(minutes int) []int {
	unit := 5
	if minutes < 8*unit {
		unit = 1
	}
	part := max(1, (minutes+3*unit)/(6*unit)) * unit // a sixth
	return []int{part, minutes - 3*part, part, part}
}
