package markup

// notesSpec is for the trainer only: folded on screen, printed only where unfolded, never in a handout or a
// volunteer's pack.
var notesSpec = &spec{name: "notes"}
