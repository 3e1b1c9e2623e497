package markup

// schemesSpec shows entitlements from content/data/schemes.yaml: all, or some entries.
var schemesSpec = &spec{name: "schemes", slide: true, empty: true, attributes: []attribute{{name: "ids", kind: list}}}
