package register

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// layout is what has to be known of a sheet before its first row.
type layout struct {
	rows, columns int // the last row and column with a cell
	freeze        int // rows that stay in view and repeat on every page
	freezeColumns int
	wide          bool // too wide for the small papers
	widths        []float64
	looks         []look
	hidden        []bool
	folds         []bool // columns of the group that can be folded away
	color         string // of the tab
	grid          bool
}

// sheet is one sheet while its rows are written, from the top down.
type sheet struct {
	*excelize.StreamWriter
	b    *book
	name string
	next int // number of the next row
}

// sheet opens a sheet of the workbook.
func (b *book) sheet(name string, l layout) (*sheet, error) {
	yes, no := true, false
	last, err := excelize.CoordinatesToCellName(l.columns, l.rows)
	if err != nil {
		return nil, err
	}
	// Readers that take a sheet row by row believe the dimension.
	if err := b.file.SetSheetDimension(name, "A1:"+last); err != nil {
		return nil, err
	}
	props := &excelize.SheetPropsOptions{FitToPage: &yes, OutlineSummaryRight: &yes}
	if l.color != "" {
		props.TabColorRGB = &l.color
	}
	if err := b.file.SetSheetProps(name, props); err != nil {
		return nil, err
	}
	if !l.grid {
		if err := b.file.SetSheetView(name, -1, &excelize.ViewOptions{ShowGridLines: &no}); err != nil {
			return nil, err
		}
	}
	if err := b.setUpPage(name, l); err != nil {
		return nil, err
	}
	sw, err := b.file.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	s := &sheet{StreamWriter: sw, b: b, name: name, next: 1}
	return s, s.setUpColumns(l)
}

func (s *sheet) setUpColumns(l layout) error {
	if l.freeze > 0 {
		corner, err := excelize.CoordinatesToCellName(l.freezeColumns+1, l.freeze+1)
		if err != nil {
			return err
		}
		pane := "bottomRight"
		if l.freezeColumns == 0 {
			pane = "bottomLeft"
		}
		if err := s.SetPanes(&excelize.Panes{
			Freeze: true, XSplit: l.freezeColumns, YSplit: l.freeze, TopLeftCell: corner, ActivePane: pane,
			Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}},
		}); err != nil {
			return err
		}
	}
	for i, w := range l.widths {
		if err := s.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
	}
	for i, look := range l.looks {
		if id := s.b.styles.of(look); id != 0 {
			if err := s.SetColStyle(i+1, i+1, id); err != nil {
				return err
			}
		}
	}
	for i := range l.columns {
		if i < len(l.folds) && l.folds[i] {
			if err := s.SetColOutlineLevel(i+1, 1); err != nil {
				return err
			}
		}
		if i < len(l.hidden) && l.hidden[i] {
			if err := s.SetColVisible(i+1, i+1, false); err != nil {
				return err
			}
		}
	}
	return nil
}

// papers are the numbers of paper sizes in workbooks.
var papers = map[string]int{"letter": 1, "tabloid": 3, "a3": 8, "a4": 9}

// setUpPage makes the sheet print well: across, one page wide, with titles on
// every page. A wide table goes to the next larger paper.
func (b *book) setUpPage(name string, l layout) error {
	paper, landscape, one, any := strings.ToLower(b.in.Paper), "landscape", 1, 0
	if papers[paper] == 0 {
		paper = "a4"
	}
	if l.wide {
		paper = map[string]string{"a4": "a3", "a3": "a3", "letter": "tabloid"}[paper]
	}
	size := papers[paper]
	if err := b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &size, Orientation: &landscape, FitToWidth: &one, FitToHeight: &any}); err != nil {
		return err
	}
	side, top, edge := 0.4, 0.75, 0.3
	if err := b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top, Header: &edge, Footer: &edge}); err != nil {
		return err
	}
	w := b.words
	if err := b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + printed(b.title()) + "&R" + printed(b.confidentiality()),
		OddFooter: "&L" + printed(name) + "&C" + string(b.in.Today) + "&R" + w.say("page") + " &P " + w.say("page.of") + " &N",
	}); err != nil {
		return err
	}
	if l.freeze == 0 {
		return nil
	}
	ref := "'" + strings.ReplaceAll(name, "'", "''") + "'!"
	titles := ref + "$" + strconv.Itoa(l.freeze) + ":$" + strconv.Itoa(l.freeze)
	if l.freezeColumns > 0 {
		column, err := excelize.ColumnNumberToName(l.freezeColumns)
		if err != nil {
			return err
		}
		titles = ref + "$A:$" + column + "," + titles
	}
	return b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: name})
}

// printed is a text for the head of a page, which has room for 255 characters
// in all and takes & for a command. The whole text stands on the sheets.
func printed(s string) string {
	const room = 90
	if r := []rune(s); len(r) > room {
		s = string(r[:room-1]) + "…"
	}
	return strings.ReplaceAll(s, "&", "&&")
}

// row writes the next row, or leaves it empty.
func (s *sheet) row(cells ...any) error { return s.tall(0, cells...) }

// tall is row with a height in points; 0 lets the program that opens the
// workbook find the height of wrapped text.
func (s *sheet) tall(height float64, cells ...any) error {
	at := "A" + strconv.Itoa(s.next)
	s.next++
	if len(cells) == 0 {
		return nil
	}
	if err := s.fits(cells); err != nil {
		return err
	}
	return s.SetRow(at, cells, excelize.RowOpts{Height: height})
}

// fits refuses a text that the library would cut.
func (s *sheet) fits(cells []any) error {
	for i, cell := range cells {
		if c, ok := cell.(excelize.Cell); ok {
			cell = c.Value
		}
		if t, ok := cell.(string); ok && len(t) > maxCell {
			if n := units(t); n > maxCell {
				column, err := excelize.ColumnNumberToName(i + 1)
				if err != nil {
					return err
				}
				return &TooLong{Sheet: s.name, Row: "row " + strconv.Itoa(s.next-1), Column: column, Units: n}
			}
		}
	}
	return nil
}

// styled is a cell with a look.
func (b *book) styled(l look, v any) excelize.Cell {
	return excelize.Cell{StyleID: b.styles.of(l), Value: v}
}
