package markup

// termsSpec shows words of the term base from content/data/terms.yaml: all, or some entries.
var termsSpec = &spec{name: "terms", slide: true, empty: true, attributes: []attribute{{name: "ids", kind: list}}}
