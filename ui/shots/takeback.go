package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/export/register"
	"nemawashi.app/ui"
	"nemawashi.app/workshop"
)

// takeBack shows the review of two copies of the register of a workshop, in
// which owners have typed and the app has gone on since.
func takeBack(id workshop.ID) func(*ui.App) {
	return func(a *ui.App) {
		if err := takenBack(a, id); err != nil {
			panic(fmt.Sprintf("shots: the copies cannot be made: %v", err))
		}
	}
}

func takenBack(a *ui.App, id workshop.ID) error {
	folder, err := os.MkdirTemp("", "nemawashi-copies")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	s, err := a.Session(id)
	if err != nil {
		return err
	}
	now := time.Now()
	out := filepath.Join(folder, "out.xlsx")
	if err := register.WriteFile(context.Background(), out, register.Input{Views: []*workshop.View{s.View(workshop.Team)}, Today: workshop.DateOf(now), Now: now}); err != nil {
		return err
	}
	day := 46400
	copies := map[string]map[string]any{
		"Register, returned by Maria.xlsx": {"F2": 90, "D3": day, "F4": 60, "C5": "Maria / Tom", "E6": "Fertig", "D7": "soon", "F8": 80, "J8": "Ordered, the supplier confirmed the date", "B60": "Label bins for line 4 seals", "C60": "S. Okafor", "D60": day},
		"Register, returned by Tom.xlsx":   {"F4": 75, "E9": "Blocked", "I9": "No spare part in stock", "G10": "Low"},
	}
	var paths []string
	for name, cells := range copies {
		f, err := excelize.OpenFile(out)
		if err != nil {
			return err
		}
		for cell, v := range cells {
			if err := f.SetCellValue("Actions", cell, v); err != nil {
				return err
			}
		}
		path := filepath.Join(folder, name)
		if err := f.SaveAs(path); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		paths = append(paths, path)
	}
	var first workshop.ID
	s.Read(func(w *workshop.Workshop) { first = workshop.All[workshop.Action](w)[1].ID })
	due := workshop.DateOf(now).AddDays(9)
	if err := s.Do("move", func(e *workshop.Edit) error {
		x, err := workshop.Modify[workshop.Action](e, first)
		if err == nil {
			x.Due = due
		}
		return err
	}); err != nil {
		return err
	}
	a.TakeBack(paths...)
	if _, err := s.Undo(); err != nil {
		return err
	}
	return nil
}

// takeBackOf shows the review of a copy with this many conflicts, and nothing
// else but one change.
func takeBackOf(id workshop.ID, conflicts int) func(*ui.App) {
	return func(a *ui.App) {
		if err := takenBackOf(a, id, conflicts); err != nil {
			panic(fmt.Sprintf("shots: the copy cannot be made: %v", err))
		}
	}
}

func takenBackOf(a *ui.App, id workshop.ID, conflicts int) error {
	folder, err := os.MkdirTemp("", "nemawashi-copies")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	s, err := a.Session(id)
	if err != nil {
		return err
	}
	steps := 0
	do := func(f func(e *workshop.Edit) error) {
		if err == nil {
			if err = s.Do("many", f); err == nil {
				steps++
			}
		}
	}
	if conflicts > 0 {
		do(func(e *workshop.Edit) error {
			for i := range conflicts {
				e.Add(&workshop.Action{Title: fmt.Sprintf("Show the times of cell %d on the board", i+1), Status: workshop.ActionOpen})
			}
			return nil
		})
	}
	now := time.Now()
	var out bytes.Buffer
	if e := register.Write(context.Background(), &out, register.Input{Views: []*workshop.View{s.View(workshop.Team)}, Today: workshop.DateOf(now), Now: now}); e != nil {
		return e
	}
	f, e := excelize.OpenReader(&out)
	if e != nil {
		return e
	}
	rows, e := f.GetRows("Actions")
	if e != nil {
		return e
	}
	for i := range max(conflicts, 1) {
		if e := f.SetCellValue("Actions", fmt.Sprintf("F%d", len(rows)-i), 60); e != nil {
			return e
		}
	}
	path := filepath.Join(folder, "Register, returned by Maria.xlsx")
	if e := f.SaveAs(path); e != nil {
		return e
	}
	if e := f.Close(); e != nil {
		return e
	}
	if conflicts > 0 {
		do(func(e *workshop.Edit) error {
			for _, r := range e.Workshop().Records(workshop.KindAction) {
				if x := r.(*workshop.Action); strings.HasPrefix(x.Title, "Show the times of cell") {
					if err := e.SetField(x.ID, "progress", []byte("40")); err != nil {
						return err
					}
				}
			}
			return nil
		})
	}
	a.TakeBack(path)
	for range steps {
		if _, e := s.Undo(); e != nil {
			return e
		}
	}
	return err
}

// takeIn shows how the columns of a list are named that somebody made without
// the app.
func takeIn(id workshop.ID) func(*ui.App) {
	return func(a *ui.App) {
		path := filepath.Join(os.TempDir(), "Maßnahmenplan Halle 3.csv")
		text := "Maßnahmenplan Halle 3;;;;;\n;;;;;\nNr.;Maßnahme;Verantwortlich;Bis wann;Stand;Anlage\n" +
			"1;Halter für das Drehmomentwerkzeug bauen;Maria Keller;24.12.2026;in Arbeit;Foto 3\n" +
			"2;Boden streichen und Wege kennzeichnen;S. Okafor;bald;offen;\n3;Spare bolts at the press;Tom Rivera;15.01.2027;brütet;\n" +
			"4;Spritzdüsen tauschen;Aisha / Ben;20.01.2027;erledigt;Rechnung\n5;Wagen für Vorrichtungen;;;offen;\n"
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			panic(fmt.Sprintf("shots: the list cannot be made: %v", err))
		}
		defer os.Remove(path)
		a.OpenWorkshop(id)
		a.TakeIn(path)
	}
}
