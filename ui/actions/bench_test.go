package actions

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// many is a workshop of 10,000 actions.
func many(b *testing.B) *workshop.Session {
	s := newSession(b)
	people := sample(b, s)
	verbs := []string{"Label", "Move", "Weld", "Print", "Agree on", "Confirm", "Replace", "Show", "Name", "Stop", "Train", "Measure", "Film", "Order", "Check", "Publish"}
	things := []string{"kanban lanes", "the torque tool", "the guard", "a setup standard", "backfill", "spray nozzles", "board times", "a deputy", "two reports", "the night shift"}
	statuses := []string{workshop.ActionOpen, workshop.ActionStarted, workshop.ActionBlocked, workshop.ActionDone}
	do(b, s, func(e *workshop.Edit) {
		var ids []workshop.ID
		for _, id := range people {
			ids = append(ids, id)
		}
		for i := range 10_000 - 7 {
			e.Add(&workshop.Action{Title: fmt.Sprintf("%s %s, station %d", verbs[i*7919%len(verbs)], things[i*31%len(things)], i%97), Owner: ids[i%len(ids)], Due: today.AddDays(i*31%200 - 60),
				Status: statuses[i%len(statuses)], Blocker: "No spare part in stock", Progress: i % 101, Priority: actionlist.Priorities()[i%3], Effort: i%5 + 1, Impact: i%4 + 1})
		}
	})
	return s
}

// constant is a row as the register shows it, the same in all rows of the bare table.
var constant = []string{"A-031", "Agree on guarantee wording with HR", "I. Solberg", "Fri 6 Nov", "Blocked", "20 %", "High", "M / H", "Confidential"}

// bare is Fyne's own table of the same size with constant strings.
type bare struct {
	*widget.Table
	window fyne.Window
	rows   int
}

// tableSize is the table's place in a window of 1280 by 800.
var tableSize = snap.Look{Width: 920, Height: 560}

func newBare(columns []column) *bare {
	t := &bare{window: snap.Window(tableSize), rows: 10_000}
	t.Table = widget.NewTable(func() (int, int) { return t.rows, len(columns) }, func() fyne.CanvasObject { return widget.NewLabel("") },
		func(id widget.TableCellID, o fyne.CanvasObject) { o.(*widget.Label).SetText(constant[id.Col]) })
	for col, c := range columns {
		t.SetColumnWidth(col, c.width)
	}
	t.window.SetContent(t.Table)
	t.window.Resize(fyne.NewSize(tableSize.Width, tableSize.Height))
	return t
}

// frame is a window without anything around the table.
type frame struct{}

func (frame) Notify(widgets.Notice)                 {}
func (frame) ShowError(shell.Trouble) *shell.Dialog { panic("the benchmark has met an error") }
func (frame) ShowDialog(*shell.Dialog)              { panic("the benchmark was asked something") }
func (frame) RefreshHints()                         {}

// newTable is the register's table alone in a window, with what stands behind it.
func newTable(b *testing.B, s *workshop.Session) (*Board, fyne.Window) {
	b.Cleanup(run.Inline())
	w := snap.Window(tableSize)
	board := NewBoard(Options{Session: s, Now: func() time.Time { return now }, Frame: frame{}})
	board.setColumns(tableSize.Width)
	w.SetContent(board.body)
	w.Resize(fyne.NewSize(tableSize.Width, tableSize.Height))
	board.Shown()
	return board, w
}

// against measures ours and theirs turn by turn, each until it is drawn, and reports how many times longer ours takes; undrawn is ours without
// the drawing.
func against(b *testing.B, ours, theirs func() fyne.Window) {
	b.Helper()
	var mine, bare, undrawn time.Duration
	for b.Loop() {
		start := time.Now()
		w := ours()
		undrawn += time.Since(start)
		w.Canvas().Capture()
		middle := time.Now()
		theirs().Canvas().Capture()
		mine += middle.Sub(start)
		bare += time.Since(middle)
	}
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / float64(b.N) / 1000 }
	b.ReportMetric(float64(mine)/float64(bare), "ratio")
	b.ReportMetric(1.5, "limit")
	b.ReportMetric(ms(mine), "ours-ms")
	b.ReportMetric(ms(undrawn), "undrawn-ms")
	b.ReportMetric(ms(bare), "bare-ms")
}

// BenchmarkRegisterOf10000 measures what the user waits for at 10,000 actions beside Fyne's own table of the same size with constant strings.
func BenchmarkRegisterOf10000(b *testing.B) {
	s := many(b)
	b.Run("open", func(b *testing.B) {
		var board *Board
		against(b, func() fyne.Window {
			opened, w := newTable(b, s)
			board = opened
			return w
		}, func() fyne.Window {
			board.Hidden() // it would go on listening
			return newBare(board.columns).window
		})
	})
	board, window := newTable(b, s)
	t := newBare(board.columns)
	ours := func(f func()) func() fyne.Window { return func() fyne.Window { f(); return window } }
	theirs := func(f func()) func() fyne.Window { return func() fyne.Window { f(); return t.window } }
	table := board.tableOptions()
	b.Run("sort", func(b *testing.B) {
		col := 0
		against(b, ours(func() {
			col = (col + 1) % len(board.columns)
			table.OnSort(col, false)
		}), theirs(t.Refresh))
	})
	b.Run("filter", func(b *testing.B) {
		texts, i := []string{"station 5", "station 55", ""}, 0
		against(b, ours(func() {
			i++
			board.filters.entry.OnChanged(texts[i%3])
		}), theirs(func() {
			t.rows = []int{10_000, 1_000, 100}[i%3]
			t.Refresh()
		}))
	})
	board.filters.clear()
	b.Run("scroll", func(b *testing.B) {
		i := 0
		against(b, ours(func() {
			i = (i + 37) % 9_000
			board.table.SetCursor(i, 1)
		}), theirs(func() { t.ScrollTo(widget.TableCellID{Row: i}) }))
	})
	b.Run("change", func(b *testing.B) {
		rows := board.list.Shown()
		i := 0
		against(b, ours(func() {
			i++
			if err := board.take(board.columns[1], rows[i%20], fmt.Sprint("Weld ", i)); err != nil {
				b.Fatal(err)
			}
		}), theirs(t.Refresh))
	})
}
