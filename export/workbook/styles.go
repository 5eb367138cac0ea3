package workbook

import (
	"context"
	"encoding/xml"
	"strconv"
	"strings"
)

// format is what a style says of a number.
type format uint8

const (
	formatPlain format = iota
	formatDate
	formatPercent
)

// readStyles finds out which styles show a number as a date or in percent.
func (b *Book) readStyles(ctx context.Context, part string) error {
	own := map[int]format{}
	inCells := false
	return b.eachElement(ctx, part, func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil {
				own[id] = formatOf(attribute(e, "formatCode"))
			}
		case "cellXfs":
			inCells = true
		case "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if !inCells {
				break
			}
			id, err := strconv.Atoi(attribute(e, "numFmtId"))
			f, known := own[id]
			if err == nil && !known {
				f = builtIn(id)
			}
			b.formats = append(b.formats, f)
		}
		return nil
	})
}

// builtIn are the formats that have a number and no code in the file
// (ISO/IEC 29500-1, 18.8.30, with those of East Asian languages).
func builtIn(id int) format {
	switch {
	case id == 9 || id == 10:
		return formatPercent
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57 || id == 58:
		return formatDate
	}
	return formatPlain
}

// formatOf reads a format code: without what is quoted, bracketed or escaped,
// a date has a year or a day in it.
func formatOf(code string) format {
	code, _, _ = strings.Cut(code, ";")
	quoted, bracket, percent := false, false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case bracket:
		case c == 'y' || c == 'Y' || c == 'd' || c == 'D':
			return formatDate
		case c == '%':
			percent = true
		}
	}
	if percent {
		return formatPercent
	}
	return formatPlain
}
