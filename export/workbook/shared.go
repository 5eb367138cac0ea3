package workbook

import (
	"bytes"
	"context"
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// readShared reads the texts that cells name by number.
func (b *Book) readShared(ctx context.Context, part string) error {
	var buf []byte
	return b.eachElement(ctx, part, func(d *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		var err error
		buf, err = texts(d, "si", buf[:0])
		b.shared = append(b.shared, unescaped(buf))
		return err
	})
}

// texts appends what stands in the t elements up to the end of the named
// element: all runs of a formatted text, without how it is pronounced.
func texts(d *xml.Decoder, end string, to []byte) ([]byte, error) {
	inside, spoken := false, 0
	for {
		t, err := d.RawToken()
		if err != nil {
			return to, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "t":
				inside = true
			case "rPh":
				spoken++
			}
		case xml.CharData:
			if inside && spoken == 0 {
				to = append(to, t...)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case end:
				return to, nil
			case "t":
				inside = false
			case "rPh":
				spoken--
			}
		}
	}
}

// unescaped reads characters that XML forbids, written as _x000D_.
func unescaped(b []byte) string {
	if !bytes.Contains(b, []byte("_x")) {
		return string(b)
	}
	var out strings.Builder
	var half rune
	for len(b) > 0 {
		if len(b) >= 7 && b[0] == '_' && b[1] == 'x' && b[6] == '_' {
			if n, err := strconv.ParseUint(string(b[2:6]), 16, 16); err == nil {
				r := rune(n)
				b = b[7:]
				switch {
				case utf16.IsSurrogate(r) && half != 0:
					out.WriteRune(utf16.DecodeRune(half, r))
					half = 0
				case utf16.IsSurrogate(r):
					half = r
				default:
					out.WriteRune(r)
				}
				continue
			}
		}
		_, n := utf8.DecodeRune(b)
		out.Write(b[:n])
		b = b[n:]
	}
	return out.String()
}
