package bundle

import (
	"bytes"
	"regexp"
	"slices"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// Prune leaves out of a style sheet the rules that no element of a file can ever match: those that ask for an element, a
// class or an id that stands nowhere in its page, and that its scripts do not name.
func Prune(sheet, page []byte, scripts ...[]byte) []byte {
	p := pruner{has: names(page, scripts)}
	for in := css.NewParser(parse.NewInputBytes(bytes.Clone(sheet)), false); ; {
		kind, _, data := in.Next()
		if kind == css.ErrorGrammar { // the end; a sheet with a fault in it never gets as far
			return p.out.Bytes()
		}
		p.take(kind, data, in.Values())
	}
}

// What a page says of its elements, and a word of a script.
var (
	element = regexp.MustCompile(`<([a-z][a-z0-9-]*)`)
	tongue  = regexp.MustCompile(`\blang="([a-z]+)`)
	marked  = regexp.MustCompile(`\b(?:class|id)="([^"]*)"`)
	word    = regexp.MustCompile(`[A-Za-z][A-Za-z0-9-]*`)
)

// names is the set of what selectors may ask for.
func names(page []byte, scripts [][]byte) map[string]bool {
	has := map[string]bool{"tbody": true, "from": true, "to": true} // is there unwritten; steps of an animation
	for _, m := range element.FindAllSubmatch(page, -1) {
		has[string(m[1])] = true
	}
	for _, m := range tongue.FindAllSubmatch(page, -1) {
		has["lang("+string(m[1])] = true
	}
	for _, m := range marked.FindAllSubmatch(page, -1) {
		for _, name := range bytes.Fields(m[1]) {
			has[string(name)] = true
		}
	}
	for _, script := range scripts {
		for _, w := range word.FindAll(script, -1) {
			has[string(w)] = true
		}
	}
	return has
}

// pruner writes what it is given, but for rules without a selector that can match.
type pruner struct {
	has  map[string]bool
	out  bytes.Buffer
	skip bool // inside a rule that is left out
}

func (p *pruner) take(kind css.GrammarType, data []byte, values []css.Token) {
	switch kind {
	case css.BeginRulesetGrammar:
		var able [][]byte
		for _, selector := range choices(values) {
			if p.matches(selector) {
				able = append(able, written(selector))
			}
		}
		p.skip = len(able) == 0
		p.write(bytes.Join(able, []byte(",")), []byte("{"))
	case css.EndRulesetGrammar:
		if !p.skip {
			p.out.Truncate(len(bytes.TrimSuffix(p.out.Bytes(), []byte(";"))))
		}
		p.write([]byte("}"))
		p.skip = false
	case css.DeclarationGrammar, css.CustomPropertyGrammar:
		p.write(data, []byte(":"), written(values), []byte(";"))
	case css.AtRuleGrammar:
		p.write(data, written(values), []byte(";"))
	case css.BeginAtRuleGrammar:
		p.write(data, written(values), []byte("{"))
	case css.EndAtRuleGrammar:
		p.write([]byte("}"))
	default:
		p.write(data)
	}
}

func (p *pruner) write(parts ...[]byte) {
	for _, part := range parts {
		if !p.skip {
			p.out.Write(part)
		}
	}
}

// matches reports whether all elements, classes and ids that a selector asks for are there: outside of parentheses, and in one at
// least of the choices of each :is() and :has(). What :not() names may be missing.
func (p *pruner) matches(selector []css.Token) bool {
	for i := 0; i < len(selector); i++ {
		switch t := selector[i]; t.TokenType {
		case css.FunctionToken:
			end := i + inside(selector[i:])
			switch name := string(t.Data); {
			case (name == "is(" || name == "has(") && !slices.ContainsFunc(choices(selector[i+1:end]), p.matches):
				return false
			case name == "lang(" && !p.has[name+string(selector[i+1].Data)]:
				return false
			}
			i = end
		case css.HashToken:
			if !p.has[string(t.Data[1:])] {
				return false
			}
		case css.LeftBracketToken: // what an attribute is, nobody looks at
			i += inside(selector[i:])
		case css.IdentToken: // an element or a class; what follows a colon is a state
			if (i == 0 || selector[i-1].TokenType != css.ColonToken) && !p.has[string(t.Data)] {
				return false
			}
		}
	}
	return true
}

// inside is how many tokens stand before the parenthesis or bracket that closes the first one's.
func inside(tokens []css.Token) int {
	depth := 0
	for i, t := range tokens {
		switch t.TokenType {
		case css.FunctionToken, css.LeftParenthesisToken, css.LeftBracketToken:
			depth++
		case css.RightParenthesisToken, css.RightBracketToken:
			depth--
		}
		if depth == 0 {
			return i
		}
	}
	return len(tokens) - 1
}

// choices are the selectors of a list.
func choices(list []css.Token) (all [][]css.Token) {
	start := 0
	for i := 0; i < len(list); i++ {
		switch list[i].TokenType {
		case css.FunctionToken, css.LeftParenthesisToken:
			i += inside(list[i:])
		case css.CommaToken:
			all = append(all, list[start:i])
			start = i + 1
		}
	}
	return append(all, list[start:])
}

func written(values []css.Token) []byte {
	var out []byte
	for _, v := range values {
		out = append(out, v.Data...)
	}
	return out
}
