package actions

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// many is a workshop of 10,000 actions.
func many(b *testing.B) *workshop.Session {
	s := newSession(b)
	people := sample(b, s)
	statuses := []string{workshop.ActionOpen, workshop.ActionStarted, workshop.ActionBlocked, workshop.ActionDone}
	do(b, s, func(e *workshop.Edit) {
		var ids []workshop.ID
		for _, id := range people {
			ids = append(ids, id)
		}
		for i := range 10_000 - 7 {
			e.Add(&workshop.Action{Title: fmt.Sprintf("Action %d about station %d", i*7919%10_000, i%97), Owner: ids[i%len(ids)], Due: today.AddDays(i*31%200 - 60),
				Status: statuses[i%len(statuses)], Progress: i % 101, Priority: actionlist.Priorities()[i%3], Effort: i%5 + 1, Impact: i%4 + 1})
		}
	})
	return s
}

// bare is Fyne's own table of the same size with constant strings.
type bare struct {
	*widget.Table
	window fyne.Window
	rows   int
}

func newBare(look snap.Look) *bare {
	t := &bare{window: snap.Window(look), rows: 10_000}
	t.Table = widget.NewTable(func() (int, int) { return t.rows, 9 }, func() fyne.CanvasObject { return widget.NewLabel("constant") },
		func(_ widget.TableCellID, o fyne.CanvasObject) { o.(*widget.Label).SetText("constant") })
	for col := range 9 {
		t.SetColumnWidth(col, 100)
	}
	t.window.SetContent(t.Table)
	t.window.Resize(fyne.NewSize(look.Width, look.Height))
	return t
}

// against measures ours and theirs turn by turn and reports how many times longer ours takes.
func against(b *testing.B, ours, theirs func()) {
	b.Helper()
	var mine, bare time.Duration
	for b.Loop() {
		start := time.Now()
		ours()
		middle := time.Now()
		theirs()
		mine += middle.Sub(start)
		bare += time.Since(middle)
	}
	b.ReportMetric(float64(mine)/float64(bare), "ratio")
	b.ReportMetric(1.5, "limit")
	b.ReportMetric(float64(mine.Microseconds())/float64(b.N)/1000, "ours-ms")
	b.ReportMetric(float64(bare.Microseconds())/float64(b.N)/1000, "bare-ms")
}

// BenchmarkRegisterOf10000 measures what the user waits for at 10,000 actions beside Fyne's own table with constant strings.
func BenchmarkRegisterOf10000(b *testing.B) {
	look := snap.Look{Width: 1280, Height: 800}
	s := many(b)
	b.Run("open", func(b *testing.B) {
		var d *desk
		var t *bare
		against(b, func() { d = open(b, s, look) }, func() {
			d.page.Hidden() // it would go on listening
			t = newBare(look)
		})
		if d.page.table.Row() >= len(d.page.list.Shown()) || t.window == nil {
			b.Fatal("nothing is open")
		}
	})
	d, t := open(b, s, look), newBare(look)
	table := d.page.tableOptions()
	b.Run("sort", func(b *testing.B) {
		col := 0
		against(b, func() {
			col = (col + 1) % len(d.page.columns)
			table.OnSort(col, false)
		}, t.Refresh)
	})
	b.Run("filter", func(b *testing.B) {
		texts, i := []string{"station 5", "station 55", ""}, 0
		against(b, func() {
			i++
			d.page.filters.entry.OnChanged(texts[i%3])
		}, func() {
			t.rows = []int{1_000, 100, 10_000}[i%3]
			t.Refresh()
		})
	})
	d.page.filters.clear()
	b.Run("scroll", func(b *testing.B) {
		i := 0
		against(b, func() {
			i = (i + 37) % 9_000
			d.page.table.SetCursor(i, 1)
		}, func() { t.ScrollTo(widget.TableCellID{Row: i}) })
	})
	b.Run("change", func(b *testing.B) {
		rows := d.page.list.Shown()
		i := 0
		against(b, func() {
			i++
			if err := d.page.takeTitle(rows[i%20], fmt.Sprint("Weld ", i)); err != nil {
				b.Fatal(err)
			}
		}, t.Refresh)
	})
}
