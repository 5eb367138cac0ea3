package register

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/workbook"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// stripped writes a register, edits it and takes its hidden sheets out.
func stripped(t *testing.T, in Input, edit func(f *excelize.File)) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(written(t, in)))
	must(t, err)
	edit(f)
	must(t, f.DeleteSheet(baseSheet))
	must(t, f.DeleteSheet(listsSheet))
	path := filepath.Join(t.TempDir(), "back.xlsx")
	must(t, f.SaveAs(path))
	must(t, f.Close())
	return path
}

// asked are the ids that the last comparison found in its file.
var asked []workshop.ID

func compared(t *testing.T, path string, sessions ...*workshop.Session) *exchange.Copy {
	t.Helper()
	var ids []workshop.ID
	by := map[workshop.ID]*workshop.Session{}
	for _, s := range sessions {
		ids = append(ids, s.ID())
		by[s.ID()] = s
	}
	c, err := Compare(context.Background(), path, Against{
		Whose: func(actions []workshop.ID) ([]workshop.ID, error) { asked = actions; return ids, nil },
		View:  func(id workshop.ID, a workshop.Audience) (*workshop.View, error) { return by[id].View(a), nil },
	})
	must(t, err)
	return c
}

// The hidden sheet is gone: what nobody touched is no difference, whichever
// audience the register was for, and what differs is listed.
func TestARegisterWithoutItsHiddenSheetIsCompared(t *testing.T) {
	for _, a := range workshop.Audiences {
		s, other := plant(t), many(t, 6)
		in := input(a, s, other)
		same := compared(t, stripped(t, in, func(*excelize.File) {}), s, other)
		expect(t, same)
		if !same.Compared || same.Read != len(in.Views[0].Actions)+6 {
			t.Errorf("%s: %d rows, compared: %v", a, same.Read, same.Compared)
		}
	}
	s := plant(t)
	path := stripped(t, input(workshop.Team, s), func(f *excelize.File) {
		put(t, f, "F2", 80)
		put(t, f, "D3", "soon")
		put(t, f, "M4", "Changeover below 60 minutes")
		put(t, f, "B60", "Label bins")
	})
	must(t, s.Do("go on", func(e *workshop.Edit) error { return e.SetField("plant-000014", "progress", []byte("40")) }))
	c := compared(t, path, s)
	expect(t, c,
		`F2 plant-000011 progress: 50 -> 80`,
		`D3 plant-000012 due: "2026-11-06" ->  (is not a date)`,
		`M4 plant-000013 goal:  ->  called Changeover below 60 minutes`,
		`F5 plant-000014 progress: 40 -> 100`,
		`B60  title:  -> "Label bins"`)
	var p *exchange.Plan
	s.Read(func(w *workshop.Workshop) { p = exchange.NewPlan(w, c) })
	if n := p.Counts(); n.Open != 4 || n.Values+n.Added != 0 || n.Skipped != 1 {
		t.Errorf("nothing is taken by itself: %+v", n)
	}
}

// The hidden sheet and all ids are gone: by number. The numbers are gone too:
// by title, and what is left is proposed.
func TestARegisterWithoutIdsIsCompared(t *testing.T) {
	s := many(t, 6)
	byNumber := stripped(t, input(workshop.Team, s), func(f *excelize.File) {
		for row := 2; row <= 7; row++ {
			put(t, f, workbook.Address(30, row), nil)
		}
		put(t, f, "F4", 99)
	})
	expect(t, compared(t, byNumber, s), "F4 many-000043 progress: 2 -> 99")
	if len(asked) != 0 {
		t.Errorf("the file has the ids %v", asked)
	}

	bare := stripped(t, input(workshop.Team, s), func(f *excelize.File) {
		for row := 1; row <= 7; row++ {
			put(t, f, workbook.Address(1, row), nil)
			put(t, f, workbook.Address(30, row), nil)
		}
		put(t, f, "F4", 99)
		put(t, f, "B5", "Move tool 3 to its point of use and mark it")
	})
	c := compared(t, bare, s)
	var p *exchange.Plan
	s.Read(func(w *workshop.Workshop) { p = exchange.NewPlan(w, c) })
	conflicts, added := p.Of(exchange.Conflict), p.Of(exchange.New)
	if len(conflicts) != 1 || conflicts[0].Field != "progress" || len(added) != 1 || added[0].Likely != "many-000044" || p.Open() != 2 {
		t.Fatalf("%d conflicts, %d new rows, the likely action is %q", len(conflicts), len(added), added[0].Likely)
	}
	p.Choose(added[0], 1)
	if conflicts = p.Of(exchange.Conflict); len(conflicts) != 2 || conflicts[1].Field != "title" || conflicts[1].Number != 4 {
		t.Errorf("%d conflicts", len(conflicts))
	}
}

// A register tells of which actions it is; one of another library says so.
func TestWhoseRegisterItIs(t *testing.T) {
	path := stripped(t, input(workshop.Team, many(t, 3)), func(*excelize.File) {})
	var refused *workbook.Refused
	nobody := Against{Whose: func([]workshop.ID) ([]workshop.ID, error) { return nil, nil }}
	if _, err := Compare(context.Background(), path, nobody); !errors.As(err, &refused) || refused.Reason != workbook.Elsewhere {
		t.Errorf("%v", err)
	}
	c := compared(t, path, second(t))
	if len(asked) != 3 || asked[0] != "many-000041" {
		t.Errorf("the file has the ids %v", asked)
	}
	if len(c.Rows) != 3 || !strings.Contains(c.Rows[0].Problem, "is of no action of this workshop") {
		t.Errorf("%+v", c.Rows)
	}
}

// What owners type over in columns that are not taken is listed, with its cell.
func TestColumnsThatAreNotTakenAreListed(t *testing.T) {
	c := edited(t, input(workshop.Team, second(t), many(t, 2)), func(f *excelize.File, at func(string, int) string) {
		put(t, f, at("Client", 2), "Somebody else")
		put(t, f, at("No.", 3), "A-009")
		put(t, f, at("Source", 3), "Gemba walk")
	})
	expect(t, c,
		`C2 second-000002 client: "Norvik Pumps" ->  (the client is that of the workshop, and is set there)`,
		`N3 many-000041 source:  ->  called Gemba walk`,
		`A3 many-000041 number:  ->  (numbers are given by the app and stay)`)
}
