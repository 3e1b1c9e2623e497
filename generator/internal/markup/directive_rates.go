package markup

// ratesSpec shows amounts from content/data/rates.yaml: all, or some entries.
var ratesSpec = &spec{name: "rates", slide: true, empty: true, attributes: []attribute{{name: "ids", kind: list}}}
