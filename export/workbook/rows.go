package workbook

import (
	"context"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
)

// rowReader reads the rows of one sheet.
type rowReader struct {
	b      *Book
	sheet  Sheet
	d      *xml.Decoder
	row    Row
	column int // of the cell before
	buf    []byte
}

// eachRow calls f for every row that holds a value, until f says false.
func (b *Book) eachRow(ctx context.Context, s Sheet, f func(*Row) bool) error {
	part, err := b.part(s.part)
	if err != nil {
		return err
	}
	defer part.Close()
	r := &rowReader{b: b, sheet: s, d: xml.NewDecoder(part)}
	inside := false
	for n := 0; ; n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		t, err := r.d.RawToken()
		if err == io.EOF && !inside {
			return nil
		}
		if err != nil {
			return b.explained(ctx, s.part, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch {
			case t.Name.Local == "sheetData":
				inside = true
			case inside && t.Name.Local == "row":
				if err := r.read(t); err != nil {
					return b.explained(ctx, s.part, err)
				}
				if len(r.row.Cells) > 0 && !f(&r.row) {
					return nil
				}
			}
		case xml.EndElement:
			if t.Name.Local == "sheetData" {
				return nil
			}
		}
	}
}

// read reads a row whose beginning has been read.
func (r *rowReader) read(start xml.StartElement) error {
	r.row.Number++
	for _, a := range start.Attr {
		if a.Name.Local == "r" {
			n, err := strconv.Atoi(a.Value)
			if err != nil || n < 1 {
				return fmt.Errorf("a row has the number %q", a.Value)
			}
			r.row.Number = n
		}
	}
	r.row.Cells, r.column = r.row.Cells[:0], 0
	for {
		t, err := r.d.RawToken()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if t.Name.Local != "c" {
				continue
			}
			if err := r.cell(t); err != nil {
				return err
			}
		case xml.EndElement:
			if t.Name.Local == "row" {
				return nil
			}
		}
	}
}

// cell reads a cell whose beginning has been read.
func (r *rowReader) cell(start xml.StartElement) error {
	c := Cell{Column: r.column + 1, Kind: Number}
	kind, style := "", 0
	for _, a := range start.Attr {
		switch a.Name.Local {
		case "r":
			if n := columnOf(a.Value); n > 0 {
				c.Column = n
			}
		case "t":
			kind = a.Value
		case "s":
			style, _ = strconv.Atoi(a.Value)
		}
	}
	r.column = c.Column
	r.buf = r.buf[:0]
	value, kept, written := false, false, false // inside v; there is one; something stands there
	for {
		t, err := r.d.RawToken()
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				value, kept = true, true
			case "f":
				c.Formula = true
			case "is":
				if r.buf, err = texts(r.d, "is", r.buf); err != nil {
					return err
				}
				written = written || len(r.buf) > 0
			}
		case xml.CharData:
			if value {
				r.buf = append(r.buf, t...)
				written = true
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "v":
				value = false
			case "c":
				// An empty text is a value where the cell says that it is a text.
				c.Missing = c.Formula && !written && (!kept || kind != "str")
				return r.keep(c, kind, style, written)
			}
		}
	}
}

// keep puts a cell into the row, unless it is empty.
func (r *rowReader) keep(c Cell, kind string, style int, written bool) error {
	if !written && !c.Missing {
		return nil
	}
	if r.row.Number > MaxRows || c.Column > MaxColumns {
		return refuse(TooLarge, r.b.Name, fmt.Sprintf("has something in cell %s of the sheet %q; at most %d rows and %d columns are read",
			Address(c.Column, r.row.Number), r.sheet.Name, MaxRows, MaxColumns), "delete what stands so far away from the table")
	}
	switch kind {
	case "s":
		i, err := strconv.Atoi(string(r.buf))
		if err != nil || i < 0 || i >= len(r.b.shared) {
			if c.Missing {
				break
			}
			return fmt.Errorf("cell %s names a text that is not there", Address(c.Column, r.row.Number))
		}
		c.Kind, c.Text = Text, r.b.shared[i]
		if c.Text == "" {
			return nil
		}
	case "str", "inlineStr":
		c.Kind, c.Text = Text, unescaped(r.buf)
	case "b":
		c.Kind, c.Text = Bool, string(r.buf)
	case "e":
		c.Kind, c.Text = Fault, string(r.buf)
	case "d": // a date written as one, which programs seldom do
		c.Kind, c.Text = Text, string(r.buf)
	default:
		c.Text = string(r.buf)
		if style >= 0 && style < len(r.b.formats) {
			switch r.b.formats[style] {
			case formatDate:
				c.Kind = Date
			case formatPercent:
				c.Kind = Percent
			}
		}
	}
	r.row.Cells = append(r.row.Cells, c)
	return nil
}

// columnOf is the column of an address, 0 for none.
func columnOf(address string) int {
	n := 0
	for i := range len(address) {
		c := address[i]
		if c < 'A' || c > 'Z' || n > 1<<20 {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n
}

// rowOf is the row of an address, 0 for none.
func rowOf(address string) int {
	i := 0
	for i < len(address) && (address[i] < '0' || address[i] > '9') {
		i++
	}
	n, _ := strconv.Atoi(address[i:])
	return n
}
