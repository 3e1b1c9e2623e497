package markup

// slideSpec is what stands on the wall: a title, at most five short lines, a picture.
// With show=points the items of its lists come one by one.
var slideSpec = &spec{name: "slide", slide: true, attributes: []attribute{{name: "show", kind: word, words: []string{"all", "points"}}}}
