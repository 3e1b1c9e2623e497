package markup

// contactsSpec shows helplines and offices from content/data/contacts.yaml: all, some kinds, or some entries.
var contactsSpec = &spec{name: "contacts", slide: true, empty: true, attributes: []attribute{
	{name: "kind", kind: list, words: []string{"emergency", "listening", "women", "child", "legal", "health", "office", "hospital"}},
	{name: "ids", kind: list},
}}
