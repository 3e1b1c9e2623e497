package bundle

import (
	"bytes"
	"slices"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// Prune leaves out of a style sheet the rules that no element of a file can ever match: those that ask for a class or
// an id that stands nowhere in its pages and scripts.
func Prune(sheet []byte, texts ...[]byte) []byte {
	known := map[string]bool{}
	p := pruner{has: func(name []byte) bool {
		there, ok := known[string(name)]
		if !ok {
			for _, text := range texts {
				there = there || bytes.Contains(text, name)
			}
			known[string(name)] = there
		}
		return there
	}}
	for in := css.NewParser(parse.NewInputBytes(bytes.Clone(sheet)), false); ; {
		kind, _, data := in.Next()
		if kind == css.ErrorGrammar { // the end; a sheet with a fault in it never gets as far
			return p.out.Bytes()
		}
		p.take(kind, data, in.Values())
	}
}

// pruner writes what it is given, but for rules without a selector that can match.
type pruner struct {
	has  func(class []byte) bool
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

// matches reports whether all classes and ids that a selector asks for are there: outside of parentheses, and in one at
// least of the choices of each :is() and :has(). What :not() names may be missing.
func (p *pruner) matches(selector []css.Token) bool {
	for i := 0; i < len(selector); i++ {
		switch t := selector[i]; t.TokenType {
		case css.FunctionToken:
			end := i + inside(selector[i:])
			if name := string(t.Data); (name == "is(" || name == "has(") && !slices.ContainsFunc(choices(selector[i+1:end]), p.matches) {
				return false
			}
			i = end
		case css.HashToken:
			if !p.has([]byte(`id="` + string(t.Data[1:]) + `"`)) {
				return false
			}
		case css.IdentToken:
			if i > 0 && string(selector[i-1].Data) == "." && !p.has(t.Data) {
				return false
			}
		}
	}
	return true
}

// inside is how many tokens stand before the parenthesis that closes the first one's.
func inside(tokens []css.Token) int {
	depth := 0
	for i, t := range tokens {
		switch t.TokenType {
		case css.FunctionToken, css.LeftParenthesisToken:
			depth++
		case css.RightParenthesisToken:
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
