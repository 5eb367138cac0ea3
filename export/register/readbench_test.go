package register

import (
	"context"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// BenchmarkTakeBack10000 compares reading a register of 10,000 actions back and
// planning its merge with the library's bare row iterator over the same two
// sheets, round by round, by the fastest of each.
func BenchmarkTakeBack10000(b *testing.B) {
	s := many(b, 10_000)
	path := filepath.Join(b.TempDir(), "back.xlsx")
	must(b, WriteFile(context.Background(), path, input(workshop.Team, s)))
	f, err := excelize.OpenFile(path)
	must(b, err)
	for row := 2; row < 10_000; row += 100 {
		cell, err := excelize.CoordinatesToCellName(6, row)
		must(b, err)
		must(b, f.SetCellValue("Actions", cell, 99))
	}
	must(b, f.Save())
	must(b, f.Close())
	f = nil
	back := func() {
		c, err := Read(context.Background(), path)
		must(b, err)
		var p *exchange.Plan
		s.Read(func(w *workshop.Workshop) { p = exchange.NewPlan(w, c) })
		if n := len(p.Items); n < 90 || n > 100 {
			b.Fatalf("%d items", n)
		}
	}
	bare := func() {
		f, err := excelize.OpenFile(path)
		must(b, err)
		for _, sheet := range []string{"Actions", baseSheet} {
			rows, err := f.Rows(sheet)
			must(b, err)
			for rows.Next() {
				if _, err := rows.Columns(excelize.Options{RawCellValue: true}); err != nil {
					b.Fatal(err)
				}
			}
			must(b, rows.Close())
		}
		must(b, f.Close())
	}
	h := watchHeap()
	back()
	peak := h.megabytes()
	fastest := func(best time.Duration, f func()) time.Duration {
		runtime.GC()
		start := time.Now()
		f()
		return min(best, time.Since(start))
	}
	ours, theirs := time.Hour, time.Hour
	b.ResetTimer()
	for range b.N {
		for range 5 {
			ours = fastest(ours, back)
			theirs = fastest(theirs, bare)
		}
	}
	b.StopTimer()
	b.ReportMetric(peak, "MB")
	b.ReportMetric(100, "MB-limit")
	b.ReportMetric(float64(ours)/float64(theirs), "ratio")
	b.ReportMetric(1.5, "limit")
}
