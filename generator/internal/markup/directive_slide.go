package markup

// slideSpec is what stands on the wall: a title, at most five short lines, a picture.
var slideSpec = &spec{name: "slide", slide: true}
