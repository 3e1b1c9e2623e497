package markup

// lawsSpec shows sections of law from content/data/laws.yaml: all, or some entries.
var lawsSpec = &spec{name: "laws", empty: true, attributes: []attribute{{name: "ids", kind: list}}}
