package form

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// Problem is a cell of a returned form whose value is not on the scale.
type Problem struct {
	Sheet, Cell, Value, Reason string
}

// Read reads a returned form, a workbook or an assessment file. Where it has
// problems, its answers are those that have none, and the form is not to be
// taken; an assessment file has none, it is refused whole.
func Read(ctx context.Context, path string) (*assess.Returned, []Problem, error) {
	if strings.EqualFold(filepath.Ext(path), SheetExtension) {
		s, err := ReadSheet(path)
		if err != nil {
			return nil, nil, err
		}
		return s.Returned(filepath.Base(path)), nil, nil
	}
	book, err := workbook.Open(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	defer book.Close() // reading only: what was read has been read
	r := &reading{Book: book, out: &assess.Returned{Name: book.Name, Answers: map[string]workshop.Answer{}}}
	if err := r.origin(ctx); err != nil {
		return nil, nil, err
	}
	for _, s := range book.Sheets() {
		if s.Name == hidden {
			continue
		}
		if err := r.sheet(ctx, s); err != nil {
			return nil, nil, err
		}
	}
	return r.out, r.problems, nil
}

type reading struct {
	*workbook.Book
	out      *assess.Returned
	problems []Problem
	seen     map[string]string // where a statement stands
}

// origin reads the hidden sheet.
func (r *reading) origin(ctx context.Context) error {
	sheet, ok := r.Sheet(hidden)
	if !ok {
		return r.foreign()
	}
	said := map[string]string{}
	version := ""
	for row, err := range r.Rows(ctx, sheet) {
		if err != nil {
			return err
		}
		name := r.text(row, 1)
		said[name] = r.text(row, 2)
		if name == rowFormat {
			version = r.text(row, 3)
		}
		if name == rowTests {
			r.out.Version, _ = strconv.Atoi(r.text(row, 3)) // 0 is no version of any
		}
	}
	if said[rowFormat] != Format {
		return r.foreign()
	}
	if n, err := strconv.Atoi(version); err != nil || n > Version {
		return r.Refuse(workbook.Newer, "was made by a newer version of Nemawashi", "install the newer version to take it")
	}
	o := r.out
	o.Workshop, o.Round = workshop.ID(said[rowWorkshop]), workshop.ID(said[rowRound])
	o.Questionnaire, o.By, o.About, o.Unit = said[rowTests], said[rowBy], said[rowAbout], said[rowUnit]
	return nil
}

func (r *reading) foreign() error {
	return r.Refuse(workbook.Foreign, "is not a self-assessment form of Nemawashi, or its hidden sheet was taken out", "fill in the form as it was sent, and return that file")
}

func (r *reading) text(row *workbook.Row, column int) string {
	c := row.At(column)
	if c == nil {
		return ""
	}
	return strings.TrimSpace(r.Shown(c))
}

// columns are where a sheet has what.
type columns struct{ id, now, needed, evidence int }

// sheet reads the statements of one sheet, wherever their rows and columns are.
func (r *reading) sheet(ctx context.Context, s workbook.Sheet) error {
	var at columns
	for row, err := range r.Rows(ctx, s) {
		if err != nil {
			return err
		}
		if at.id == 0 {
			at = r.header(row)
			continue
		}
		id := r.text(row, at.id)
		if len(id) != 2 || !strings.Contains("LPET", id[:1]) || id[1] < '1' || id[1] > '5' {
			continue
		}
		place := s.Name + "!" + workbook.Address(at.id, row.Number)
		if first := r.seen[id]; first != "" {
			r.problems = append(r.problems, Problem{s.Name, workbook.Address(at.id, row.Number), id, "the statement stands twice, also in " + first})
			continue
		}
		if r.seen == nil {
			r.seen = map[string]string{}
		}
		r.seen[id] = place
		a := workshop.Answer{Now: r.level(s, row, at.now), Needed: r.level(s, row, at.needed)}
		if at.evidence > 0 {
			a.Evidence = workshop.Normal(strings.ReplaceAll(r.text(row, at.evidence), "\r\n", "\n"))
			if err := workshop.CheckText(a.Evidence, workshop.MaxNote, true); err != nil {
				r.problems = append(r.problems, Problem{s.Name, workbook.Address(at.evidence, row.Number), "", err.Error()})
				continue
			}
		}
		if a != (workshop.Answer{}) {
			r.out.Answers[id] = a
		}
	}
	return nil
}

// header finds the columns in the row that names them.
func (r *reading) header(row *workbook.Row) columns {
	var at columns
	for i := range row.Cells {
		c := &row.Cells[i]
		switch strings.ToLower(strings.Join(strings.Fields(c.Text), " ")) {
		case strings.ToLower(headID):
			at.id = c.Column
		case strings.ToLower(headNow):
			at.now = c.Column
		case strings.ToLower(headNeeded):
			at.needed = c.Column
		case strings.ToLower(headEvidence):
			at.evidence = c.Column
		}
	}
	if at.now == 0 || at.needed == 0 {
		return columns{}
	}
	return at
}

// level reads one answer; 0 for none.
func (r *reading) level(s workbook.Sheet, row *workbook.Row, column int) int {
	said := r.text(row, column)
	if said == "" || strings.EqualFold(said, notObserved) || said == "0" {
		return 0
	}
	if n, err := strconv.Atoi(said); err == nil && n >= 1 && n <= assess.Levels {
		return n
	}
	r.problems = append(r.problems, Problem{s.Name, workbook.Address(column, row.Number), said,
		fmt.Sprintf("is not on the scale from 1 to %d", assess.Levels)})
	return 0
}
