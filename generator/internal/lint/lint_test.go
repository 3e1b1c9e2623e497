package lint

import (
	"fmt"
	"strings"
	"testing"

	"psvsite/generator/internal/config"
	"psvsite/generator/internal/data"
	"psvsite/generator/internal/diag"
)

// newLinter knows three languages, a word to avoid and some numbers.
func newLinter() *Linter {
	c, faults := config.Parse("config.yaml", []byte(`title: A site
default_language: en
languages: [{code: en, name: English}, {code: gu, name: ગુજરાતી}, {code: hi, name: हिन्दी}, {code: kfr, name: કચ્છી, script: Gujr}]
words: {loan: [PSV, Tele-MANAS]}
`))
	if len(faults) > 0 {
		panic(faults[0].Message)
	}
	set := &data.Set{
		Contacts: []data.Contact{{ID: "a", Kind: "women", Name: config.Text{"en": "Abhayam, women's line", "gu": "અભયમ", "hi": "अभयम"}, Numbers: []string{"181", "1800-233-3330"}, Region: "gujarat"}},
		Terms: []data.Term{{
			ID: "psv", Text: config.Text{"en": "volunteer", "gu": "સ્વયંસેવક", "hi": "स्वयंसेवक"},
			Avoid: map[string][]string{"en": {"worker", "support worker"}, "gu": {"વર્કર"}, "hi": {"तनख़्वाह"}},
		}},
	}
	return New(Input{Config: c, Data: set})
}

// found runs a lint over a text and lists what it says, each with the rune it begins at.
func found(lang, plain string, run func(l *Linter, t text)) string {
	var faults diag.List
	t := text{lang: lang, kind: "paragraph", plain: plain, faults: &faults, place: func(at int) diag.Position {
		return diag.Position{Col: len([]rune(plain[:at])) + 1}
	}}.prepared()
	run(newLinter(), t)
	var out []string
	for _, f := range faults {
		out = append(out, fmt.Sprintf("%d %s", f.Pos.Col, f.Message))
	}
	return strings.Join(out, "; ")
}

// expect runs a lint over texts: language and text to what is said.
func expect(t *testing.T, run func(l *Linter, t text), cases [][3]string) {
	t.Helper()
	for _, c := range cases {
		if got := found(c[0], c[1], run); got != c[2] {
			t.Errorf("%s %q:\n  got  %s\n  want %s", c[0], c[1], got, c[2])
		}
	}
}

func TestJoiners(t *testing.T) {
	joiner := func(name, point, word string) string {
		return fmt.Sprintf("%s (%s) stands here unseen, in %q", name, point, word)
	}
	expect(t, func(_ *Linter, t text) { t.joiners() }, [][3]string{
		{"gu", "શક્\u200dતિ શક્\u200cતિ", ""},
		{"hi", "क्\u200dष क्\u200cष श्री\u200d", "15 " + joiner("a zero-width joiner", "U+200D", "श्री")},
		{"hi", "साथ\u200c है", "4 " + joiner("a zero-width non-joiner", "U+200C", "साथ")},
		{"gu", "\u200dઆ", "1 " + joiner("a zero-width joiner", "U+200D", "આ")},
		{"en", "re\u200dst", "3 " + joiner("a zero-width joiner", "U+200D", "rest")},
		{"en", "re\u00adst and li\u00adsten", "3 " + joiner("a soft hyphen", "U+00AD", "rest")},
		{"gu", "આ\u00a0પાનું", "2 " + joiner("a no-break space", "U+00A0", "આ પાનું")},
		{"hi", "यह\u200bपन्ना\ufeff", "3 " + joiner("a zero-width space", "U+200B", "यहपन्ना") + "; 9 " + joiner("a byte order mark", "U+FEFF", "पन्ना")},
		{"en", "left\u200eright", "5 " + joiner("a left-to-right mark", "U+200E", "leftright")},
		{"ur", "می\u200cخواہم \u200f(ہاں)", ""},
		{"bn", "র\u200d্যাব", ""},
		{"en", "👩\u200d⚕️ and 👩🏽\u200d⚕️", ""},
		{"gu", "સાદો લખાણ", ""},
		{"hi", "सादा लेख।", ""},
		{"en", "plain text", ""},
	})
}

func TestLetters(t *testing.T) {
	expect(t, func(_ *Linter, t text) { t.letters() }, [][3]string{
		{"hi", "पढ़ाई, फ़ोन, ज़िला", ""},
		{"hi", "प\u095dाई", `2 "ढ़" is written U+095D, and should be U+0922 U+093C`},
		{"en", "cafe\u0301", `4 "é" is written U+0065 U+0301, and should be U+00E9`},
		{"gu", "\u0a85\u0abeપણે", `1 "આ" is written as two signs, U+0A85 U+0ABE; the letter is U+0A86`},
		{"hi", "\u0905\u093eप", `1 "आ" is written as two signs, U+0905 U+093E; the letter is U+0906`},
		{"gu", "વાંં", `4 the sign U+0A82 stands twice behind "વ"`},
		{"gu", "આપણે સૌ", ""},
		{"hi", "आप और हम", ""},
	})
}

func TestDigits(t *testing.T) {
	expect(t, (*Linter).digits, [][3]string{
		{"en", "2014–2016, 10:30, 1,000", ""},
		{"gu", "૨૦૧૪–૨૦૧૬ and 112", ""},
		{"hi", "२०१४ और 112", ""},
		{"gu", "૨૦1૪", `1 the number "૨૦1૪" mixes digits of two scripts`},
		{"hi", "10:३०", `1 the number "10:३०" mixes digits of two scripts`},
		{"gu", "સમય १०", `5 "१०" is written in digits of another script`},
		{"en", "at ૧૦", `4 "૧૦" is written in digits of another script`},
		{"kfr", "૧૦", ""},
	})
}

func TestScripts(t *testing.T) {
	expect(t, (*Linter).scripts, [][3]string{
		{"gu", "PSV, PSVને, Tele-MANAS અને A4. IV, B.", ""},
		{"gu", "ક્વોલિટીરાઇટ્સ (QualityRights) “Intervention description”", ""},
		{"gu", "swavlambancard.gov.in પર, help@example.org", ""},
		{"gu", "હવે follow-up call કરો", `5 "follow-up call" stands in Latin letters`},
		{"gu", "“one two three four five”", `2 "one two three four five" stands in Latin letters`},
		{"gu", "समૂહ", `1 "समૂહ" mixes letters of Gujarati and Devanagari`},
		{"hi", "यह સત્ર है", `4 "સત્ર" stands in Gujarati letters`},
		{"hi", "बैठक।", ""}, // the danda belongs to all scripts
		{"en", "a peer (સભ્ય), μ, café", ""},
		{"en", "рeer", `1 "рeer" mixes letters of Latin and Cyrillic`},
		{"en", "call it સભ્ય here", `9 "સભ્ય" stands in Gujarati letters`},
		{"kfr", "કચ્છી नहीं", `7 "नहीं" stands in Devanagari letters`},
		{"th", "a language whose script is not known is not judged", ""},
	})
}

func TestAvoid(t *testing.T) {
	expect(t, (*Linter).avoid, [][3]string{
		{"en", "Workers and support-workers, not coworkers.", `13 "support-workers" is a word to avoid; 1 "Workers" is a word to avoid`},
		{"en", `No "worker", no ‘support worker’, nor "the word worker".`, ""},
		{"en", `She said: "I want to be a worker one day."`, `27 "worker" is a word to avoid`},
		{"gu", "વર્કરોને મળો; “વર્કર” નહીં", `1 "વર્કરોને" is a word to avoid`},
		{"hi", "तनख्वाह, तनख़्वाहें", `1 "तनख्वाह" is a word to avoid; 10 "तनख़्वाहें" is a word to avoid`},
		{"hi", "वर्कर", ""}, // each language has its own words
	})
}

func TestLocal(t *testing.T) {
	expect(t, func(l *Linter, t text) { (&page{Linter: l, doc: newDocument("help")}).local(t) }, [][3]string{
		{"en", "Call 181, or 1800 233 3330, +91 98765-43210.", `6 the number "181" stands in prose; 14 the number "1800 233 3330" stands in prose; 29 the number "+91 98765-43210" stands in prose`},
		{"en", "From 2014 to 2016, 2014-2016, 2014 2016, 2026-11-23, 1,181 of 181.5, A181.", ""},
		{"gu", "૧૮૧ પર; ૨૦૧૪-૨૦૧૬", `1 the number "૧૮૧" stands in prose`},
		{"en", "Abhayam in Gujarat speaks Gujarati.", `1 "Abhayam" is an office or a line and stands in prose; 12 "Gujarat" is a state and stands in prose`},
		{"gu", "અભયમને ગુજરાતમાં, ગુજરાતીમાં", `1 "અભયમને" is an office or a line and stands in prose; 8 "ગુજરાતમાં" is a state and stands in prose`},
		{"hi", "गुजरात में गुजराती", `1 "गुजरात" is a state and stands in prose`},
		{"en", "Rs 40, ₹1,500.50, 20 rupees, four rupees", `1 the amount "Rs 40" stands in prose; 8 the amount "₹1,500.50" stands in prose; 19 the amount "20 rupees" stands in prose`},
		{"gu", "રૂ. ૪૦ કે ૪૦ રૂપિયા", `1 the amount "રૂ. ૪૦" stands in prose; 11 the amount "૪૦ રૂપિયા" stands in prose`},
		{"hi", "40 रुपये", `1 the amount "40 रुपये" stands in prose`},
	})
	about := func(l *Linter, t text) { (&page{Linter: l, doc: newDocument("about/programme")}).local(t) }
	expect(t, about, [][3]string{{"en", "In Gujarat call 181.", `17 the number "181" stands in prose`}})
}
