package markup

// writeSpec is a space for an answer: a text area that is never stored, ruled lines on paper.
var writeSpec = &spec{name: "write", attributes: []attribute{
	{name: "label", kind: textual, required: true},
	{name: "lines", kind: integer},
}}
