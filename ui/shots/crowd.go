package main

import (
	"fmt"
	"strings"

	"nemawashi.app/ui"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// Each shape of canvas is drawn with no card, with one, with a dozen and with two hundred, in the room and on the wall; the readout of the
// same workshops is written with the command line tool, from the library that -library keeps.

// crowds are how many cards there are.
var crowds = []int{0, 1, 12, 200}

// shapes are the steps of the workshop that show one shape each, with the number of its canvas in the step.
var shapes = []struct {
	name, step string
	canvas     int
}{{"columns", "gemba-walk", 0}, {"table", "control-plan", 0}, {"field", "impact-effort", 0}, {"tree", "root-cause", 0}, {"fishbone", "root-cause", 1},
	{"forces", "force-field", 0}, {"form", "charter", 0}}

// said is what a room says: in a few words, in many, and in Japanese.
var said = []string{
	"Fitter walks 140 m for the torque tool",
	"Oven cold",
	"検査員を平均十三分待っている",
	"The first piece waits for the inspector of quality, who checks three lines and has 412 checks on a night shift, so that the whole line stands until somebody has found him",
	"夜勤では金型交換の手順が人によって違い、同じ作業でも三十分から七十分かかる。標準作業票は二〇一一年のもので、今の設備とは合っていない",
	"Labels are mixed up after a changeover",
	strings.Repeat("What everybody knows and nobody has written down: ", 9) + "the end of a long card",
}

// crowd makes a workshop with so many cards on each canvas, and two groups that wrote some of them.
func crowd(lib *library.Library, plan *template.Template, n int) (workshop.ID, error) {
	return lib.Create(func(e *workshop.Edit) error {
		if err := template.Instantiate(e, plan, template.Options{Title: fmt.Sprintf("Canvases with %d cards", n), Start: "2026-11-17"}); err != nil {
			return err
		}
		for _, c := range workshop.All[workshop.Charter](e.Workshop()) {
			c.Problem = "A changeover takes 96 minutes from the last good piece to the first good piece"
		}
		who := e.Add(&workshop.Person{Name: "Lena Vogt", Team: true})
		group := workshop.ID("")
		for _, s := range e.Workshop().Agenda() {
			if s.TemplateStep == shapes[0].step {
				group = e.Add(&workshop.Step{Title: "Early shift", Within: s.ID, Day: s.Day, Minutes: s.Minutes})
			}
		}
		for c := range plan.Canvases {
			def, cards := &plan.Canvases[c], n
			if def.Shape == template.ShapeForm {
				cards = min(n, 1)
			}
			parents := []workshop.ID{""}
			for i := range cards {
				card := crowded(def, who, i, n)
				if i%5 == 2 {
					card.Group = group
				}
				if def.Shape == template.ShapeTree {
					card.Parent = parents[min(i%6, len(parents)-1)]
					if i%6 == 0 {
						parents = parents[:1]
					}
				}
				id := e.Add(card)
				parents = append(parents, id)
			}
		}
		return nil
	})
}

// crowded is one card of them: the more there are on a form, the longer is what it says.
func crowded(def *template.Canvas, who workshop.ID, i, n int) *workshop.Card {
	card := &workshop.Card{Canvas: def.ID, Position: (i + 1) * 1000}
	if len(def.Columns) > 0 {
		card.Column = def.Columns[(i*3/2+i/12)%len(def.Columns)].ID
	}
	for k := range def.Cells {
		cell := &def.Cells[k]
		switch cell.Type {
		case template.TypeText, template.TypeNote:
			text := said[(i+k)%len(said)]
			if def.Shape == template.ShapeForm && n > 12 && cell.Type == template.TypeNote {
				text = strings.Join(said, ". ")
			}
			card.Set(cell.ID, text)
		case template.TypeInt:
			low := max(cell.Min, 1)
			high := cell.Max
			if high <= low {
				high = low + 24
			}
			card.Set(cell.ID, low+i*7%(high-low+1))
		case template.TypeMoney:
			card.Set(cell.ID, 125_000*(i+1))
		case template.TypeDate:
			card.Set(cell.ID, string(workshop.Date("2026-11-17").AddDays(i)))
		case template.TypePerson:
			card.Set(cell.ID, string(who))
		case template.TypeBool:
			if i%3 < 2 {
				card.Set(cell.ID, i%3 == 0)
			}
		case template.TypeChoice:
			card.Set(cell.ID, cell.Choices[i%len(cell.Choices)].ID)
		}
		if i%4 == 3 && k > 0 {
			card.Set(cell.ID, nil)
		}
	}
	for k, a := range def.Axes {
		card.Set(a.Cell, a.Min+(i*(k+1)+i/5)%(a.Max-a.Min+1))
	}
	if i%9 == 8 && len(def.Axes) > 0 {
		card.Set(def.Axes[0].Cell, nil)
	}
	return card
}

// crowdScreens are the pictures of them. Of those with a dozen cards in the room and with one on the wall only what is asked for by name is
// drawn: the sample shows the like.
func crowdScreens(made map[int]workshop.ID) []screen {
	var out []screen
	for _, n := range crowds {
		for _, s := range shapes {
			open := func(a *ui.App) {
				a.OpenWorkshop(made[n])
				a.ShowStep(s.step)
				for range s.canvas {
					a.Shell().RunCommand("room.canvas")
				}
			}
			out = append(out, screen{name: fmt.Sprintf("crowd-%s-%d", s.name, n), crowd: true, asked: n == 12 || n == 1, show: open},
				screen{name: fmt.Sprintf("wall-crowd-%s-%d", s.name, n), crowd: true, asked: n == 1 || n == 0, show: func(a *ui.App) {
					open(a)
					a.Shell().RunCommand("room.present")
				}})
		}
	}
	return out
}
