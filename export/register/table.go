package register

import (
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// spare is how many rows below a table keep its drop-downs and marks, for
// rows that are added by programs which do not extend a table by themselves.
const spare = 500

// table is a sheet with one Excel table of rows of type T.
type table[T any] struct {
	sheet   string // key of its name
	name    string // of the table, for formulas
	above   string // a line over the header, or nothing
	columns []column[T]
	rows    []T
	label   func(T) string // names a row in an error
	freeze  int            // columns that stay in view
	marks   func(r region) error
	below   [][]any // rows under the table, after an empty one
	counts  bool    // its rows count for the progress
}

// region is where the rows of a table stand.
type region struct {
	sheet       string
	first, last int // rows
	letters     map[string]string
}

// cells is the range of a column, "" for all columns, with spare rows below.
func (r region) cells(from, to string) string {
	return from + strconv.Itoa(r.first) + ":" + to + strconv.Itoa(r.last+spare)
}

// write fills the sheet. It goes over the rows twice: for the widths, and for
// the cells; widths must stand in the file before the first of them.
func (t *table[T]) write(b *book) (region, error) {
	name := b.words.say("sheet." + t.sheet)
	header := 1
	if t.above != "" {
		header = 3
	}
	l := layout{
		rows: header + max(1, len(t.rows)), columns: len(t.columns),
		freeze: header, freezeColumns: t.freeze, color: colorFill,
	}
	at := region{sheet: name, first: header + 1, last: l.rows, letters: map[string]string{}}
	if len(t.below) > 0 {
		l.rows += 1 + len(t.below)
	}
	across := 0.0
	for i := range t.columns {
		c := &t.columns[i]
		letter, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return at, err
		}
		at.letters[c.field] = letter
		width, used, err := t.measure(c, name, b.words)
		if err != nil {
			return at, err
		}
		hidden := c.hidden || c.more && !used
		l.widths, l.looks = append(l.widths, width), append(l.looks, c.look)
		l.hidden, l.folds = append(l.hidden, hidden), append(l.folds, c.more)
		if !hidden {
			across += width
		}
	}
	l.wide = across > 230
	s, err := b.sheet(name, l)
	if err != nil {
		return at, err
	}
	if t.above != "" {
		if err := s.row(t.blank(b, b.styled(lookCaption, t.above))...); err != nil {
			return at, err
		}
		if err := s.row(t.blank(b)...); err != nil {
			return at, err
		}
	}
	if err := t.fill(s, l); err != nil {
		return at, err
	}
	if len(t.below) > 0 {
		if err := t.under(s, l); err != nil {
			return at, err
		}
	}
	for i := range t.columns {
		letter := at.letters[t.columns[i].field]
		if v := t.columns[i].validation(b.words, at.cells(letter, letter)); v != nil {
			if err := b.file.AddDataValidation(name, v); err != nil {
				return at, err
			}
		}
	}
	if t.marks != nil {
		if err := t.marks(at); err != nil {
			return at, err
		}
	}
	end, err := excelize.CoordinatesToCellName(len(t.columns), at.last)
	if err != nil {
		return at, err
	}
	stripes := true
	if err := s.AddTable(&excelize.Table{
		Range: "A" + strconv.Itoa(header) + ":" + end, Name: t.name, StyleName: "TableStyleLight1", ShowRowStripes: &stripes,
	}); err != nil {
		return at, err
	}
	return at, s.Flush()
}

// blank is a row outside the table: what it says, and beside it cells with a
// look of their own, or they would take that of their column.
func (t *table[T]) blank(b *book, says ...any) []any {
	row := slices.Repeat([]any{b.styled(lookCaption, nil)}, len(t.columns))
	copy(row, says)
	return row
}

// under writes the rows under the table.
func (t *table[T]) under(s *sheet, l layout) error {
	if err := s.row(t.blank(s.b)...); err != nil {
		return err
	}
	for _, says := range t.below {
		lines := 1
		for i, cell := range says {
			if c, ok := cell.(excelize.Cell); ok {
				if v, ok := c.Value.(string); ok {
					lines = max(lines, linesOf(v, l.widths[i]))
				}
			}
		}
		if err := s.tall(heightOf(lines), t.blank(s.b, says...)...); err != nil {
			return err
		}
	}
	return nil
}

// measure says how wide a column has to be and whether anybody uses it, and
// refuses what does not fit into a cell.
func (t *table[T]) measure(c *column[T], sheet string, w words) (float64, bool, error) {
	header := w.say("column." + c.field)
	width, used := min(c.max, extent(header, c.max)+3), false
	for _, row := range t.rows {
		v := c.value(row)
		if v == nil {
			continue
		}
		used = true
		if width < c.max {
			need := extent(v, c.max) + 2
			if c.money != nil {
				need += len(c.money(row).code) + 3
			}
			width = max(width, need)
		}
		if s, ok := v.(string); ok && len(s) > maxCell {
			if n := units(s); n > maxCell {
				return 0, false, &TooLong{Sheet: sheet, Row: t.label(row), Column: header, Units: n}
			}
		}
	}
	return float64(min(c.max, max(c.min, width))), used, nil
}

// fill writes the header and the rows, one slice of cells for all of them.
func (t *table[T]) fill(s *sheet, l layout) error {
	cells := make([]any, len(t.columns))
	for i, c := range t.columns {
		head := lookHeader
		if c.read {
			head = lookReading
		}
		cells[i] = s.b.styled(head, s.b.words.say("column."+c.field))
	}
	if err := s.tall(30, cells...); err != nil {
		return err
	}
	for _, row := range t.rows {
		lines := 1
		for i := range t.columns {
			c := &t.columns[i]
			cells[i] = c.value(row)
			if v, ok := cells[i].(string); ok && !l.hidden[i] {
				lines = max(lines, linesOf(v, l.widths[i]))
			}
			if c.money == nil || cells[i] == nil {
				continue
			}
			id, err := s.b.styles.ofMoney(c.money(row))
			if err != nil {
				return err
			}
			cells[i] = excelize.Cell{StyleID: id, Value: cells[i]}
		}
		if err := s.tall(heightOf(lines), cells...); err != nil {
			return err
		}
		if t.counts {
			if err := s.b.progress(); err != nil {
				return err
			}
		}
	}
	if len(t.rows) == 0 {
		s.next++ // a table has at least one row
	}
	return nil
}
