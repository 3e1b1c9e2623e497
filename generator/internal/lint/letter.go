package lint

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters finds letters that look right and are put together wrongly: not in NFC, a vowel in two signs that has one of
// its own, a sign twice. The first of each in a text is said.
func (t text) letters() {
	if at := norm.NFC.QuickSpanString(t.plain); at < len(t.plain) && !norm.NFC.IsNormalString(t.plain) {
		var it norm.Iter
		it.InitString(norm.NFC, t.plain[at:])
		for !it.Done() {
			from := at + it.Pos()
			good := string(it.Next())
			if is := t.plain[from : at+it.Pos()]; is != good {
				t.fault("text-nfc", from, "type it again, or save the file in NFC", "%q is written %s, and should be %s", good, points(is), points(good))
				break
			}
		}
	}
	for i, r := range t.plain {
		before := lastRune(t.plain[:i])
		if whole := wholeVowels[string([]rune{before, r})]; whole != "" {
			t.fault("text-nfc", i-utf8.RuneLen(before), "type the vowel as one letter", "%q is written as two signs, %s; the letter is %s", whole, points(string([]rune{before, r})), points(whole))
			return
		}
		if r == before && unicode.In(r, unicode.Mc, unicode.Mn) {
			t.fault("text-nfc", i, "delete one of them", "the sign %s stands twice behind %q", points(string(r)), strings.TrimRightFunc(t.plain[:i], unicode.IsMark)[lastLetter(t.plain[:i]):])
			return
		}
	}
}

// wholeVowels are vowels that look like another with a sign, and are letters of their own (Unicode, tables 12-1, 12-8).
var wholeVowels = map[string]string{
	"अा": "आ", "अॅ": "ॲ", "अॉ": "ऑ", "अो": "ओ", "अौ": "औ", "आॅ": "ऑ", "आे": "ओ", "आै": "औ", "एे": "ऐ", "एॅ": "ऍ",
	"અા": "આ", "અૅ": "ઍ", "અે": "એ", "અૈ": "ઐ", "અૉ": "ઑ", "અો": "ઓ", "અૌ": "ઔ", "આૅ": "ઑ", "આે": "ઓ", "આૈ": "ઔ",
}

// points lists the code points of a string.
func points(s string) string {
	var list []string
	for _, r := range s {
		list = append(list, fmt.Sprintf("%U", r))
	}
	return strings.Join(list, " ")
}

// lastLetter is where the last rune that is no mark begins.
func lastLetter(s string) int {
	s = strings.TrimRightFunc(s, unicode.IsMark)
	_, size := utf8.DecodeLastRuneInString(s)
	return len(s) - size
}
