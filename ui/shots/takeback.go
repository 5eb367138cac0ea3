package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
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
