package markup

// saySpec holds words to read aloud.
var saySpec = &spec{name: "say"}
