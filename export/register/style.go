package register

import "github.com/xuri/excelize/v2"

// The colors of the product on white paper, as in its light theme.
const (
	colorText       = "1A1E2B"
	colorText2      = "4A5266"
	colorText3      = "626B7E"
	colorLine       = "DEE2E9"
	colorFill       = "3A3F92"
	colorTint       = "ECEDF8"
	colorSunken     = "F0F2F6"
	colorDanger     = "AD350A"
	colorDangerTint = "FCEBE4"
	colorOK         = "0A675A"
	colorOKTint     = "E1F3EE"
	colorWhite      = "FFFFFF"
	colorBar        = "AEB3F6"
)

// look names a style of cells.
type look int

// The looks.
const (
	lookPlain   look = iota
	lookNote         // many lines, wrapped
	lookLine         // one line of text
	lookDate         // a day
	lookInt          // a whole number
	lookNumber       // any number
	lookShare        // a part of a whole
	lookHeader       // over a column that comes back
	lookReading      // over a column that is only read
	lookCounted      // over numbers without a filter button
	lookTitle
	lookSection
	lookFact
	lookKey
	lookKeyBad
	lookKeyShare
	lookCaption
	lookBody
	lookStrong
	looks
)

// fontName is on every computer with a spreadsheet, or has a twin of the same widths there.
const fontName = "Calibri"

func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: 10, Color: colorText},
		Alignment: &excelize.Alignment{Vertical: "top"},
	}
	lined := func() {
		s.Border = []excelize.Border{{Type: "bottom", Color: colorLine, Style: 1}}
	}
	format := func(code string) { s.CustomNumFmt = &code }
	filled := func(color string) {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	switch l {
	case lookNote, lookLine:
		lined()
		s.Alignment.WrapText = true
		s.NumFmt = 49 // text: what is typed over it stays text, too
	case lookDate:
		lined()
		s.Alignment.Horizontal = "left"
		format("yyyy-mm-dd")
	case lookInt, lookNumber, lookShare:
		lined()
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1
		switch l {
		case lookInt:
			format("#,##0")
		case lookShare:
			format("0%")
		} // otherwise the general format shows as many digits as there are
	case lookHeader, lookReading, lookCounted:
		filled(colorFill)
		s.Font.Bold, s.Font.Color = true, colorWhite
		if l != lookHeader {
			filled(colorText2)
		}
		s.Alignment = &excelize.Alignment{Vertical: "center", WrapText: true}
		if l == lookCounted {
			s.Alignment.Horizontal, s.Alignment.Indent = "right", 1
		}
	case lookTitle:
		s.Font.Size, s.Font.Bold = 18, true
	case lookSection:
		s.Font.Size, s.Font.Bold, s.Font.Color = 12, true, colorFill
	case lookFact, lookCaption:
		s.Font.Color = colorText3
	case lookKey, lookKeyBad, lookKeyShare:
		s.Font.Size, s.Font.Bold = 18, true
		s.Alignment.Horizontal = "left"
		format("#,##0")
		if l == lookKeyBad {
			s.Font.Color = colorDanger
		}
		if l == lookKeyShare {
			format("0%")
		}
	case lookBody:
		s.Font.Size = 11
		s.Alignment.WrapText = true
	case lookStrong:
		lined()
		s.Font.Bold = true
		s.Alignment.WrapText = true
	}
	return s
}

// styles are the ids of the looks in one workbook, and of its currencies.
type styles struct {
	file  *excelize.File
	ids   [looks]int
	money map[purse]int
}

func newStyles(f *excelize.File) (*styles, error) {
	s := &styles{file: f, money: map[purse]int{}}
	for l := lookNote; l < looks; l++ {
		id, err := f.NewStyle(l.style())
		if err != nil {
			return nil, err
		}
		s.ids[l] = id
	}
	return s, nil
}

// of is the id of a look.
func (s *styles) of(l look) int { return s.ids[l] }

// ofMoney is the id of the style for amounts of a currency.
func (s *styles) ofMoney(p purse) (int, error) {
	if id, ok := s.money[p]; ok {
		return id, nil
	}
	style, format := lookInt.style(), p.format()
	style.CustomNumFmt = &format
	id, err := s.file.NewStyle(style)
	if err != nil {
		return 0, err
	}
	s.money[p] = id
	return id, nil
}

// mark makes a conditional style.
func (s *styles) mark(ink, tint, format string, bold bool) (*int, error) {
	style := &excelize.Style{Font: &excelize.Font{Color: ink, Bold: bold}}
	if tint != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{tint}}
	}
	if format != "" {
		style.CustomNumFmt = &format
	}
	id, err := s.file.NewConditionalStyle(style)
	return &id, err
}
