package data

import (
	"strings"

	"psvsite/generator/internal/strictyaml"
)

// checkNumbers reports what a phone could not dial: every digit is dialled, and no other sign.
func (c *Contact) checkNumbers(d *strictyaml.Decoder, path string) {
	for i, n := range c.Numbers {
		if strings.Trim(n, "0123456789 +()-") != "" || !strings.ContainsAny(n, "0123456789") {
			at := path + ".numbers" + itemPath(i)
			d.Faults.Add("data-value", d.Positions.At(at), "1-800-891-4416: digits 0-9, spaces, + ( ) -", "%q is not a phone number", n)
		}
	}
}
