package bundle

import "testing"

// TestPrune: a rule stays when some element may match it, and says what it said.
func TestPrune(t *testing.T) {
	for sheet, want := range map[string]string{
		".a{x:1;y:2}":        ".a{x:1;y:2}",
		".bb{x:1}":           "",
		".a,.bb{x:1}":        ".a{x:1}",
		"p.a>.bb{x:1}p{x:2}": "p{x:2}",
		":is(.bb,.cc) .a{x:1}:is(.bb,.a .cc,.a>p){x:2}":        ":is(.bb,.a .cc,.a>p){x:2}",
		".a:not(.bb){x:1}.a:has(.bb,.cc){x:2}":                 ".a:not(.bb){x:1}",
		"@media print{.bb{x:1}.a{x:2}}":                        "@media print{.a{x:2}}",
		"@page{size:A4;@bottom-right{content:none}}":           "@page{size:A4;@bottom-right{content:none}}",
		":root{--x:.1em}[id$=\"b.cc\"]:target~.a{x:1}":         ":root{--x:.1em}[id$=\"b.cc\"]:target~.a{x:1}",
		".a::after{content:\".bb{}\";grid:\"a b\" / 1fr}":      ".a::after{content:\".bb{}\";grid:\"a b\"/1fr}",
		"@supports selector(:has(*)){.a{x:1!important}}":       "@supports selector(:has(*)){.a{x:1!important}}",
		".a:has(.bb){x:1}.a:has(#no:target,#yes){x:2}#no{x:3}": ".a:has(#no:target,#yes){x:2}",
		".scripted{x:1}": ".scripted{x:1}",
		"p[lang|=table]:hover::before{x:1}table .a{x:2}": "p[lang|=table]:hover::before{x:1}",
		":lang(gu),:lang(hi) p{x:1}:lang(hi){x:2}":       ":lang(gu){x:1}",
		".b{x:1}.more{x:2}#b{x:3}":                       ".more{x:2}", // words that stand in the page, but mark nothing
	} {
		if got := string(Prune([]byte(sheet), []byte(`<p class="a more" id="yes" lang="gu">b #b`), []byte("classList.add('scripted')"))); got != want {
			t.Errorf("%s: %s, want %s", sheet, got, want)
		}
	}
}
