package markup

// safetySpec is text that must never be stale.
var safetySpec = &spec{name: "safety", slide: true}
