package markup

// timetableSpec shows a course plan with clock times: the whole plan, or the day of one page.
var timetableSpec = &spec{name: "timetable", slide: true, empty: true, attributes: []attribute{
	{name: "plan", kind: list},
	{name: "page", kind: route},
}}
