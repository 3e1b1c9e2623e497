package memo

import (
	"crypto/sha256"
	"encoding/binary"
)

// Sum is a SHA-256 hash.
type Sum [32]byte

// SHA256 hashes a file as everybody does, so that others can check it.
func SHA256(data []byte) Sum { return sha256.Sum256(data) }

// SumOf hashes parts, each with its length before it, so that ("ab", "c") and ("a", "bc") differ.
func SumOf(parts ...[]byte) Sum {
	h := sha256.New()
	var n [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write(p)
	}
	var s Sum
	h.Sum(s[:0])
	return s
}
