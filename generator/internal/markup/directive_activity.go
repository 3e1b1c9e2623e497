package markup

// activitySpec is an exercise. Its minutes lie within its step's and are not added to them.
var activitySpec = &spec{name: "activity", slide: true, attributes: []attribute{
	{name: "minutes", kind: integer},
	{name: "group", kind: number, words: []string{"room", "pairs"}},
	{name: "priority", kind: word, words: []string{"must", "should", "could"}},
}}
