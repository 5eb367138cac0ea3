package workbook

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells. An empty one has no place in a row.
const (
	Text Kind = iota
	Number
	Date    // a number that is shown as a date
	Percent // a number that is shown in percent: 0.5 is 50 %
	Bool
	Fault // such as #REF!
)

// Cell is one cell with a value.
type Cell struct {
	Column  int // from 1
	Kind    Kind
	Text    string // of a number, its digits as they stand in the file
	Formula bool   // the value is the one that was kept with a formula
	Missing bool   // there is a formula, but no value was kept with it
}

// Row is one row with at least one value.
type Row struct {
	Number int // from 1
	Cells  []Cell
}

// At is the cell in a column, nil when it is empty.
func (r *Row) At(column int) *Cell {
	for i := range r.Cells {
		if r.Cells[i].Column == column {
			return &r.Cells[i]
		}
	}
	return nil
}

// Address is how people name a cell: D7.
func Address(column, row int) string { return Letters(column) + strconv.Itoa(row) }

// Letters is the name of a column.
func Letters(column int) string {
	var b [8]byte
	i := len(b)
	for column > 0 && i > 0 {
		column--
		i--
		b[i] = byte('A' + column%26)
		column /= 26
	}
	return string(b[i:])
}

// Column is the number of a column by its letters, 0 for what is none.
func Column(letters string) int { return columnOf(letters) }

// Float is the value of a number.
func (c *Cell) Float() (float64, bool) {
	if c.Kind == Text || c.Kind == Fault || c.Kind == Bool {
		return 0, false
	}
	f, err := strconv.ParseFloat(c.Text, 64)
	return f, err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
}

// days1904 is how many days the system that begins in 1904 is behind.
const days1904 = 1462

// epoch is the day before day 1 of spreadsheets that count from 1900, from day
// 61 on: they count a 29 February 1900.
const epoch = -25_569

// lastSerial is the number of 31 December 9999.
const lastSerial = 2_958_465

// Day is the calendar day that a number stands for, "2026-11-22", whatever the
// time of the day and the zone of this computer. Numbers before March 1900, on
// which programs do not agree, and after 9999 stand for none.
func (b *Book) Day(serial float64) (string, bool) {
	n := math.Floor(serial)
	if b.date1904 {
		n += days1904
	}
	if n < 61 || n > lastSerial {
		return "", false
	}
	return time.Unix((int64(n)+epoch)*86_400, 0).UTC().Format(time.DateOnly), true
}

// Shown is the cell's value as a text that people can compare with what they
// see: a date as 2026-11-22, a number without noise in its last digits.
func (b *Book) Shown(c *Cell) string {
	f, number := c.Float()
	switch {
	case c.Kind == Bool && c.Text == "1":
		return "TRUE"
	case c.Kind == Bool:
		return "FALSE"
	case !number:
		return c.Text
	case c.Kind == Date:
		if d, ok := b.Day(f); ok {
			return d
		}
	case c.Kind == Percent:
		return strconv.FormatFloat(math.Round(f*1e10)/1e8, 'f', -1, 64) + "%"
	}
	if len(c.Text) <= 15 && !strings.ContainsAny(c.Text, "eE") {
		return c.Text
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}
