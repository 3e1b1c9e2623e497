package markup

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Hash names a text of a kind: the first eight bytes of SHA-256 over kind, NUL and text. Two texts of one site are as
// good as sure to differ in it, and it is small enough to keep of every unit of every page.
type Hash uint64

// String is the hash as translations.sum writes it: 16 hexadecimal digits.
func (h Hash) String() string {
	s := strconv.FormatUint(uint64(h), 16)
	return strings.Repeat("0", 16-len(s)) + s
}

// ParseHash reads what String writes.
func ParseHash(s string) (Hash, bool) {
	n, err := strconv.ParseUint(s, 16, 64)
	return Hash(n), err == nil && len(s) == 16 && strings.ToLower(s) == s && s[0] != '+'
}

// UnitText brings a text into the form that is hashed and compared.
func UnitText(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }

// UnitHash is the hash of a unit's kind and text.
func UnitHash(kind, text string) Hash { return hashOf(append(append([]byte(kind), 0), text...)) }

func hashOf(b []byte) Hash {
	sum := sha256.Sum256(b)
	return Hash(binary.BigEndian.Uint64(sum[:]))
}
