package page

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"time"

	"nemawashi.app/workshop/figure"
)

// demo is a document with every block in it, and with the text that broke other layouts.
func demo(t testing.TB, paper Paper) *Document {
	t.Helper()
	d := New(Options{
		Paper: paper, Title: "Changeover on line 4: results", Client: "Norvik Pumps", Mark: "Confidential",
		DateText: "22 November 2026", Author: "Maria Keller", Subject: "Kaizen workshop", Language: "en-US",
		Keywords: []string{"kaizen", "Größe"}, Date: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC),
	})
	d.Add(
		Cover{Kind: "Kaizen workshop readout", Title: "Changeover on line 4: from 94 to 40 minutes", Subtitle: "Norvik Pumps, Bergen plant",
			Facts: []Fact{{Name: "Dates", Value: "17 to 19 November 2026"}, {Name: "Sponsor", Value: "Ingrid Solheim"}, {Name: "Facilitator", Value: "Maria Keller"}},
			Note:  "For the sponsor and the steering group. Made with Nemawashi."},
		Contents{Title: "Contents"},
		Heading{Level: 1, Text: "Summary", Note: "On one page", Fresh: true},
		Tiles{{Value: "94 → 41 min", Label: "Changeover", Note: "target 40 by 31 Jan", Tone: Good}, {Value: "12 of 40", Label: "Actions done"},
			{Value: "3", Label: "Overdue", Tone: Bad, Note: "oldest since 12 days"}, {Value: "120 h", Label: "Promised", Note: "80 h delivered"}},
		Paragraph{Text: "The team measured seven changeovers, found 38 minutes of walking and searching, and tried a tool trolley with a fixed sequence. " +
			"The trial changeover took 41 minutes. It holds when the presetting is done before the last part leaves the line."},
		Callout{Tone: Warn, Title: "Decisions asked for", Text: "Two decisions are needed by 30 November.",
			Body: []Block{Bullets{Items: []string{"Release one setter per shift for presetting (6 h a week).", "Buy the second torque station (4,800 EUR)."}}}},
		Heading{Level: 2, Text: "Charter"},
		Facts{Items: []Fact{{Name: "Problem", Value: "Changeovers take 94 minutes on average and block two orders a day."}, {Name: "Target", Value: "≤ 40 minutes", Strong: true},
			{Name: "Characters", Value: "Größe, Łódź, Ελλάδα, Київ, ✓ → ≥ ● 日本語の文章はここで折り返されます。改善活動の結果を報告します。简体中文也可以。"},
			{Name: "Placeholders", Value: "👩\u200d🔧 {nb} ✔️ שלום עולם مرحبا بالعالم 한국어 bad\xffbyte"}}},
		Facts{Columns: 3, Items: []Fact{{Name: "Takt", Value: "52 s"}, {Name: "Shifts", Value: "2"}, {Name: "People", Value: "11"}, {Name: "Area", Value: "Machining"}}},
	)
	board := Board{}
	for i, title := range []string{"Transport", "Inventory", "Motion", "Waiting", "Over-production", "Over-processing", "Defects", "Skills"} {
		column := BoardColumn{Title: title, Empty: "No cards"}
		for j := range (i * 3) % 8 {
			column.Cards = append(column.Cards, Card{Text: fmt.Sprintf("Walks %d times to the crib for the same torque wrench", j+2), Notes: []string{"12 min a day"}, Done: j%3 == 1})
		}
		board = append(board, column)
	}
	d.Add(Heading{Level: 2, Text: "Gemba walk"}, board)
	d.Add(Heading{Level: 1, Text: "Action register", Note: "60 actions"}, register(60))
	d.Add(Heading{Level: 2, Text: "Long text"}, Paragraph{Text: strings.Repeat("Donaudampfschifffahrt", 60)},
		Table{Columns: []Column{{Title: "No."}, {Title: "Note", Weight: 1}}, Rows: []Row{TextRow("1", strings.Repeat("A very long note that has to go on. ", 400)), TextRow("2", "short")}})
	d.Add(Heading{Level: 1, Text: "Charts"})
	d.Add(charts()...)
	d.Add(Heading{Level: 1, Text: "Photos"}, Compared{Photo{Data: jpegOf(t, 400, 300), Caption: "Before: the crib"}, Photo{Data: pngOf(t, 300, 400), Caption: "After: the trolley"}},
		Photos{{Data: jpegOf(t, 400, 300), Caption: "On the wall"}, {Data: []byte("no picture"), Caption: "Wall"}})
	d.Add(Beside{Left: []Block{Heading{Level: 3, Text: "Left"}, Paragraph{Text: "Words on the left."}}, Right: []Block{Heading{Level: 3, Text: "Right"}, Bullets{Items: []string{"One", "Two"}}}})
	d.Add(Heading{Level: 2, Text: "Sign-off"}, SignOff{Names: []string{"Ingrid Solheim, sponsor", "Maria Keller, facilitator"}, Date: "Date"})
	return d
}

func register(n int) Table {
	table := Table{Columns: []Column{{Title: "No."}, {Title: "Action", Weight: 3, Min: 120}, {Title: "Owner", Weight: 1, Min: 60},
		{Title: "Due"}, {Title: "Status"}, {Title: "Done", Align: ToRight}}}
	states := []Cell{{Text: "open", Pill: true}, {Text: "● overdue", Pill: true, Tone: Bad}, {Text: "✓ done", Pill: true, Tone: Good}, {Text: "started", Pill: true, Tone: Info}}
	for i := range n {
		if i%20 == 0 {
			table.Rows = append(table.Rows, Row{Group: fmt.Sprintf("Group %d", i/20+1)})
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{{Text: fmt.Sprintf("A-%03d", i+1)}, {Text: actionTitle(i), Note: "Countermeasure, from the gemba walk"},
			{Text: []string{"Per Aas", "Maria Keller", "Jürgen Weißenfels-Oberländer"}[i%3]}, {Text: "19 Nov 2026"}, states[i%4], {Text: fmt.Sprint(i%5*25, " %")}}})
	}
	return table
}

func actionTitle(i int) string {
	return fmt.Sprintf("Action title %03d: agree the new sequence with every shift, put it on the board and check it after %d days", i+1, i+7)
}

func jpegOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, gradient(w, h), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func pngOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, gradient(w, h)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func gradient(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.RGBA{uint8(60 + x*120/w), uint8(90 + y*100/h), 160, 255})
		}
	}
	return img
}

func write(t testing.TB, d *Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := d.Write(context.Background(), &out, nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func charts() []Block {
	date := func(days int) time.Time { return time.Date(2026, 10, 1+days, 0, 0, 0, 0, time.UTC) }
	stakes := []figure.Stake{{Short: "Ce", Now: -2, Needed: 1, Influence: 5, Priority: 15}, {Short: "Al", People: 24, Now: -1, Needed: 2, Influence: 4, Priority: 12},
		{Short: "Ro", Now: -1, Needed: 1, Influence: 5, Priority: 10}, {Short: "Wi", People: 46, Now: -2, Needed: 0, Influence: 3, Priority: 6},
		{Short: "Ma", People: 12, Now: 0, Needed: 2, Influence: 3, Priority: 6}, {Short: "Ha", Now: 0, Needed: 1, Influence: 4, Priority: 4},
		{Short: "Li", People: 18, Now: 1, Needed: 2, Influence: 2, Priority: 2}, {Short: "El", People: 8, Now: 0, Needed: 1, Influence: 2, Priority: 2},
		{Short: "As", Now: 2, Needed: 2, Influence: 5}, {Short: "Ju", Now: 1, Needed: 1, Influence: 3}, {Short: "Ye", People: 60, Now: 1, Needed: 1, Influence: 1}}
	rows := make([]figure.TimelineRow, 14)
	burn := make([]figure.BurnPoint, 14)
	index := make([]figure.Reading, 7)
	for i := range rows {
		rows[i] = figure.TimelineRow{Label: fmt.Sprintf("A-%03d %s", i+1, actionTitle(i)), Start: date(i * 4), Due: date(i*4 + 20), Progress: i * 13 % 110, Note: fmt.Sprint(i*13%110, " %")}
		burn[i] = figure.BurnPoint{Date: date(i * 5), Total: 20 + i*3/2, Done: i * i / 6, Planned: i * 2}
	}
	rows[3] = figure.TimelineRow{Label: "A-004 Milestone without a start", Due: date(30), Color: figure.Danger, Note: "overdue 12 d"}
	rows[5] = figure.TimelineRow{Label: "A-006 No date at all", Color: figure.Ink3}
	rows[7].Color, rows[7].Progress, rows[7].Note = figure.OK, 100, "✓ done"
	for i := range index {
		index[i] = figure.Reading{Date: date(i * 9), Value: float64(-40 + i*i*2)}
	}
	base, target, needed := 94.0, 40.0, 65.0
	minutes := []figure.Reading{{Date: date(20), Value: 92}, {Date: date(34), Value: 71}, {Date: date(47), Value: 41}, {Date: date(55), Value: 44}}
	return []Block{
		Chart{Height: 360, Draw: func(f figure.Frame) figure.Figure { return figure.LayMap(stakes, f).Figure(figure.EnglishMap()) }, Caption: "Resistance map"},
		Chart{Height: 30, Draw: func(f figure.Frame) figure.Figure { return figure.IndexGauge(-12, &needed, "needed", "Index", f) }},
		Chart{Height: figure.TimelineHeight(len(rows), captionSize), Draw: func(f figure.Frame) figure.Figure {
			return figure.Timeline(rows, date(52), figure.EnglishTimeline(), f)
		}},
		Beside{Left: []Block{Chart{Height: 150, Draw: func(f figure.Frame) figure.Figure { return figure.Burnup(burn, figure.EnglishBurnup(), f) }}},
			Right: []Block{Chart{Height: 150, Draw: func(f figure.Frame) figure.Figure {
				return figure.MeasureLine(figure.MeasureInput{Readings: minutes, Baseline: &base, Target: &target, TargetDate: date(92), BaseName: "baseline 94", TargetName: "target 40", Alt: "Minutes"}, f)
			}}}},
		Chart{Height: 130, Draw: func(f figure.Frame) figure.Figure {
			return figure.IndexTrend(index, &needed, "needed +65 %", "Index", f)
		}},
		Chart{Height: figure.BarsHeight(5, captionSize), Draw: func(f figure.Frame) figure.Figure {
			return figure.Bars([]figure.BarItem{{Label: "Waiting", Value: 64, Text: "64 min"}, {Label: "Motion", Value: 38, Text: "38 min"}, {Label: "Transport", Value: 12, Text: "12 min"},
				{Label: "Over-processing", Value: 9, Text: "9 min"}, {Label: "Defects", Value: 0, Text: "0 min"}}, "Waste", f)
		}},
	}
}
