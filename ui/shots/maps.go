package main

import (
	"fmt"

	"nemawashi.app/ui"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// maps are resistance maps with 3, 30 and 300 stakeholders, ten of them on one point where there are so many.
func maps(lib *library.Library, t *template.Template, today workshop.Date) ([]screen, error) {
	var out []screen
	for _, n := range []int{3, 30, 300} {
		id, err := lib.Create(func(e *workshop.Edit) error {
			if err := template.Instantiate(e, t, template.Options{Title: fmt.Sprintf("With %d on the map", n), Start: today.AddDays(-2)}); err != nil {
				return err
			}
			if c := e.Find(e.Workshop().ID).(*workshop.Charter); n == 3 {
				c.RetainUntil = today // Home asks
			}
			for i := range n {
				now, needed := i*7%5-2, 1
				s := &workshop.Stakeholder{Name: fmt.Sprintf("Crew %d", i+1), Size: 1 + i*i%70, SupportNow: &now, SupportNeeded: &needed, Influence: 1 + i/2%5,
					Interest: 1 + i*3%5, Confidence: 1 + i%3, Evidence: "Asked for the plan in writing", EvidenceDate: today.AddDays(-i % 40), Unit: "Line " + string(rune('A'+i%4))}
				if n >= 30 && i < 10 {
					now, s.Influence = -1, 4 // ten on one point
				}
				e.Add(s)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		out = append(out, screen{name: fmt.Sprintf("many-map-%d", n), show: func(a *ui.App) { a.OpenWorkshop(id); a.ShowBoard("resistance") }})
	}
	return append(out, screen{name: "many-home-retained", show: func(*ui.App) {}}), nil
}
