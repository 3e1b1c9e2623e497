package markup

// slipsSpec is a note that is printed several times in a row, to tear off or to cut and fold. On screen it stands once.
var slipsSpec = &spec{name: "slips", attributes: []attribute{
	{name: "count", kind: integer},
	{name: "kind", kind: word, words: []string{"tear", "fold"}},
}}
