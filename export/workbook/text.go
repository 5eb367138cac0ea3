package workbook

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// openText reads a file of separated values into memory, in the encoding that
// it says or seems to have: UTF-8, UTF-16 with its mark, or else Windows-1252,
// in which Excel saves CSV in the west.
func (b *Book) openText(size int64) error {
	raw := make([]byte, size)
	if _, err := b.file.ReadAt(raw, 0); err != nil && err != io.EOF {
		return refuse(Unreadable, b.Name, "cannot be read: "+plain(err), "copy it to this computer and try again")
	}
	dec := unicode.BOMOverride(unicode.UTF8.NewDecoder())
	if !utf8.Valid(raw) && !strings.HasPrefix(string(raw), "\xff\xfe") && !strings.HasPrefix(string(raw), "\xfe\xff") {
		dec = charmap.Windows1252.NewDecoder().Transformer
	}
	text, err := io.ReadAll(transform.NewReader(bytes.NewReader(raw), dec))
	if err != nil {
		return b.damaged("its characters cannot be read")
	}
	b.text = string(text)
	if strings.ContainsRune(b.text, 0) {
		return refuse(NotAWorkbook, b.Name, "is not a table", "save it as an Excel workbook (.xlsx) or as CSV in the program that made it")
	}
	b.separate = separator(b.text)
	b.sheets = []Sheet{{Name: b.Name}}
	return nil
}

// separator is the character that separates the values of the first lines:
// the one that stands in most of them equally often.
func separator(text string) rune {
	best, found := ',', 0
	for _, c := range []rune{';', '\t', ',', '|'} {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = c, true, -1
		counts := map[int]int{}
		for range 20 {
			line, err := r.Read()
			if err != nil {
				break
			}
			if len(line) > 1 {
				counts[len(line)]++
			}
		}
		for fields, lines := range counts {
			if score := lines*100 + fields; score > found {
				best, found = c, score
			}
		}
	}
	return best
}

// eachLine calls f for every line that holds a value, until f says false.
func (b *Book) eachLine(ctx context.Context, f func(*Row) bool) error {
	r := csv.NewReader(strings.NewReader(b.text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = b.separate, true, -1, true
	row := &Row{}
	for {
		line, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return b.damaged(err.Error())
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		row.Number, _ = r.FieldPos(0)
		if row.Number > MaxRows || len(line) > MaxColumns {
			return refuse(TooLarge, b.Name, fmt.Sprintf("has more than %d rows or %d columns", MaxRows, MaxColumns), "take out what is not needed")
		}
		row.Cells = row.Cells[:0]
		for i, v := range line {
			if strings.TrimSpace(v) != "" {
				row.Cells = append(row.Cells, Cell{Column: i + 1, Text: v})
			}
		}
		if len(row.Cells) > 0 && !f(row) {
			return nil
		}
	}
}
