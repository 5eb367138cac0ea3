// Package form writes the self-assessment as an Excel workbook for those who
// have not got the app, and as a file (.nema) for those who have, and reads what
// they send back.
//
// The layout of the file is described in package assess. For the workbook, it promises that a form names its round and no respondent: of direct reports
// and peers the file says only of which kind they are and whom they rate. What
// comes back is read whatever other programs did to it: rows sorted, columns
// moved, sheets renamed. A level that is not on the scale is a [Problem] with
// its cell; nothing of such a form may be taken. An assessment file is on the
// disk, whole, or as it was before. The rounds of the app, its page for filling
// in, and the command line call it.
//
// Errors of writing are those of the disk ([*file.Error]); errors of reading are
// a [*workbook.Refused], a sentence for the user, or the context's.
package form

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/file"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// Format and Version name the layout of the hidden sheet. A reader refuses a
// newer version than it knows.
const (
	Format  = "nemawashi.form"
	Version = 1
)

// The hidden sheet is a list of names and values, with these names.
const (
	hidden        = "nemawashi"
	rowFormat     = "format"
	rowWorkshop   = "workshop"
	rowRound      = "round"
	rowTests      = "questionnaire"
	rowBy         = "by"
	rowAbout      = "about"
	rowUnit       = "unit"
	headID        = "Id"
	headNow       = "Now"
	headNeeded    = "Needed in 12 months"
	headEvidence  = "Evidence (optional)"
	notObserved   = "not observed"
	widthAnchor   = 24
	widthEvidence = 34
)

// Input is what a form is made from.
type Input struct {
	Workshop      workshop.ID
	Round         *workshop.Round
	Questionnaire *assess.Questionnaire
	By            string // self, report, peer or facilitator
	About         string // whom the answers are about, as the response keeps it
	Name          string // how that person is called on the first page
	Unit          string // of the respondents, where results are to tell units apart
}

// WriteFile writes a form to a file, or leaves what was there as it was.
func WriteFile(path string, in Input) error {
	return file.Replace(path, func(w io.Writer) error { return Write(w, in) })
}

// Write writes a form.
func Write(w io.Writer, in Input) (err error) {
	b := &writing{File: excelize.NewFile(), in: in}
	defer func() {
		if closed := b.Close(); err == nil {
			err = closed
		}
	}()
	for _, step := range []func() error{b.styles, b.readMe, b.aspects, b.origin} {
		if err := step(); err != nil {
			return err
		}
	}
	b.SetActiveSheet(0)
	_, err = b.WriteTo(w)
	return err
}

type writing struct {
	*excelize.File
	in                               Input
	title, body, head, cell, entered int
}

func (b *writing) styles() error {
	line := []excelize.Border{{Type: "bottom", Color: "DEE2E9", Style: 1}}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	font := func(size float64, bold bool, color string) *excelize.Font {
		return &excelize.Font{Family: "Calibri", Size: size, Bold: bold, Color: color}
	}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	var err error
	for _, s := range []struct {
		to    *int
		style excelize.Style
	}{
		{&b.title, excelize.Style{Font: font(18, true, "1A1E2B"), Alignment: top}},
		{&b.body, excelize.Style{Font: font(11, false, "1A1E2B"), Alignment: top}},
		{&b.head, excelize.Style{Font: font(10, true, "FFFFFF"), Fill: fill("3A3F92"), Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}},
		{&b.cell, excelize.Style{Font: font(10, false, "1A1E2B"), Border: line, Alignment: top}},
		{&b.entered, excelize.Style{Font: font(11, true, "1A1E2B"), Fill: fill("ECEDF8"), Border: line, Alignment: top}},
	} {
		if err == nil {
			*s.to, err = b.NewStyle(&s.style)
		}
	}
	return err
}

// readMe is the first sheet: what to do, how long it takes and who sees it.
func (b *writing) readMe() error {
	const sheet = "Read me"
	if err := b.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	q, self := b.in.Questionnaire, b.in.By == assess.BySelf
	ask, whom, sees := q.Ask.Others, "You rate "+cmp.Or(b.in.Name, "the management team")+".",
		"Your facilitator has to open this file to take it in and could know that it is yours; from then on it is kept without name, time and order. Others see results of "+strconv.Itoa(assess.Least(b.in.Round))+" people and more, never your own answers."
	if self {
		ask, whom = q.Ask.Self, "You rate yourself"
		if b.in.Name != "" {
			whom += ": " + b.in.Name
		}
		whom += "."
		sees = "You and your facilitator see your answers. Others see results of the group."
	}
	lines := []string{cmp.Or(b.in.Round.Title, q.Title), "", whom, ask,
		"There are four sheets with five statements each; it takes about ten minutes.",
		"For each statement choose the level that is true now and the level that is needed in 12 months: 1 to 5, or \"" + notObserved + "\" where you cannot tell.",
		"One line of evidence helps the talk afterwards. It is optional; do not name people in it.",
		"Save the file and send it back to your facilitator.", "", "Who sees this?", sees}
	if b.in.Round.Closes != "" {
		lines = append(lines, "", "Please return it by "+string(b.in.Round.Closes)+".")
	}
	if err := b.SetColWidth(sheet, "A", "A", 100); err != nil {
		return err
	}
	for i, s := range lines {
		at := "A" + strconv.Itoa(i+1)
		style := b.body
		if i == 0 {
			style = b.title
		}
		if err := b.SetCellStr(sheet, at, s); err != nil {
			return err
		}
		if err := b.SetCellStyle(sheet, at, at, style); err != nil {
			return err
		}
		if len(s) > 110 {
			if err := b.SetRowHeight(sheet, i+1, float64(16*(1+len(s)/110))); err != nil {
				return err
			}
		}
	}
	return b.page(sheet)
}

// aspects writes one sheet of five statements for each aspect.
func (b *writing) aspects() error {
	q := b.in.Questionnaire
	head := []any{headID, "Statement"}
	for i, l := range q.Levels {
		head = append(head, strconv.Itoa(i+1)+" "+l)
	}
	head = append(head, headNow, headNeeded, headEvidence)
	for _, a := range q.Aspects {
		sheet := sheetName(a.Title)
		if _, err := b.NewSheet(sheet); err != nil {
			return err
		}
		rows := [][]any{head}
		for _, it := range q.Of(a.ID) {
			asked := it.Put(b.in.By)
			row := []any{it.ID, asked.Statement}
			for _, anchor := range asked.Anchors {
				row = append(row, anchor)
			}
			rows = append(rows, append(row, nil, nil, nil))
		}
		for i, row := range rows {
			if err := b.SetSheetRow(sheet, "A"+strconv.Itoa(i+1), &row); err != nil {
				return err
			}
			if i > 0 {
				if err := b.SetRowHeight(sheet, i+1, 82); err != nil {
					return err
				}
			}
		}
		if err := b.dress(sheet, len(rows)); err != nil {
			return err
		}
	}
	return nil
}

// dress gives a sheet of statements its widths, colors and drop-downs. The
// columns are: A id, B statement, C to G anchors, H now, I needed, J evidence.
func (b *writing) dress(sheet string, rows int) error {
	last := strconv.Itoa(rows)
	choices := excelize.NewDataValidation(true)
	choices.SetSqref("H2:I" + last)
	if err := choices.SetDropList([]string{"1", "2", "3", "4", "5", notObserved}); err != nil {
		return err
	}
	choices.SetError(excelize.DataValidationErrorStyleStop, "Not on the scale", "Choose a level from 1 to 5, or \""+notObserved+"\".")
	for _, err := range []error{
		b.SetColWidth(sheet, "A", "A", 5), b.SetColWidth(sheet, "B", "B", 30), b.SetColWidth(sheet, "C", "G", widthAnchor),
		b.SetColWidth(sheet, "H", "I", 13), b.SetColWidth(sheet, "J", "J", widthEvidence),
		b.SetCellStyle(sheet, "A1", "J1", b.head), b.SetCellStyle(sheet, "A2", "G"+last, b.cell), b.SetCellStyle(sheet, "H2", "J"+last, b.entered),
		b.SetRowHeight(sheet, 1, 32), b.AddDataValidation(sheet, choices),
		b.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: 1, TopLeftCell: "C2", ActivePane: "bottomRight",
			Selection: []excelize.Selection{{SQRef: "H2", ActiveCell: "H2", Pane: "bottomRight"}}}),
	} {
		if err != nil {
			return err
		}
	}
	return b.page(sheet)
}

func (b *writing) page(sheet string) error {
	wide, one, tall, landscape := true, 1, 0, "landscape"
	if err := b.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &wide}); err != nil {
		return err
	}
	return b.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &one, FitToHeight: &tall})
}

// origin writes the hidden sheet: what the reader needs, and nothing of who
// answers.
func (b *writing) origin() error {
	if _, err := b.NewSheet(hidden); err != nil {
		return err
	}
	q := b.in.Questionnaire
	for i, row := range [][]any{
		{rowFormat, Format, Version},
		{rowWorkshop, string(b.in.Workshop)},
		{rowRound, string(b.in.Round.ID)},
		{rowTests, q.ID, q.Version},
		{rowBy, b.in.By},
		{rowAbout, b.in.About},
		{rowUnit, b.in.Unit},
	} {
		if err := b.SetSheetRow(hidden, "A"+strconv.Itoa(i+1), &row); err != nil {
			return err
		}
	}
	if err := b.SetSheetVisible(hidden, false, true); err != nil {
		return err
	}
	return b.SetDocProps(&excelize.DocProperties{Creator: "Nemawashi", LastModifiedBy: "Nemawashi", Title: b.in.Round.Title, Language: q.Language})
}

// sheetName is a title as a sheet may be called.
func sheetName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return ' '
		}
		return r
	}, s)
	if r := []rune(s); len(r) > 31 {
		s = string(r[:31])
	}
	return s
}
