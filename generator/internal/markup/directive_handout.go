package markup

// handoutSpec is what the reader takes home: a sheet of its own, which the page links to.
var handoutSpec = &spec{name: "handout"}
