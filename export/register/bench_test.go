package register

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nemawashi.app/workshop"
)

// many is a workshop with n actions as they are in real registers.
func many(t testing.TB, n int) *workshop.Session {
	statuses := []string{"open", "started", "blocked", "done", "verified", "dropped"}
	return newWorkshop(t, "many", func(e *workshop.Edit) {
		e.Add(&workshop.Charter{Title: "Many actions", Client: "Norvik Pumps", Currency: "EUR"})
		var people []workshop.ID
		for i := range 40 {
			people = append(people, e.Add(&workshop.Person{Name: fmt.Sprintf("Person %02d", i), Team: true}))
		}
		for i := range n {
			a := &workshop.Action{
				Title: fmt.Sprintf("Move tool %d to its point of use and mark its place", i), Owner: people[i%40], Number: i + 1,
				Due: workshop.Date("2026-10-01").AddDays(i % 120), Start: workshop.Date("2026-09-01").AddDays(i % 30), Status: statuses[i%6], Progress: i % 101,
				Priority: "high", Category: "countermeasure", Update: "Ordered; the supplier confirmed the date.", Detail: "Agree with both shifts and take a picture before and after.",
				Effort: 1 + i%5, Impact: 1 + i%4, Hours: i % 40, Cost: workshop.Money(i * 1_250), BenefitExpected: workshop.Money(i * 7_700),
			}
			switch a.Status {
			case "blocked":
				a.Blocker = "No spare part in stock"
			case "verified":
				a.VerifiedBy = people[(i+1)%40]
			}
			e.Add(a)
		}
	})
}

// heap watches how much memory is in use, until it is stopped.
type heap struct {
	before, peak uint64
	stop         chan struct{}
	done         chan struct{}
}

func watchHeap() *heap {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	h := &heap{before: m.HeapAlloc, stop: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(h.done)
		for {
			select {
			case <-h.stop:
				return
			case <-time.After(time.Millisecond):
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				h.peak = max(h.peak, m.HeapAlloc)
			}
		}
	}()
	return h
}

// megabytes is the most that was used over what was in use before.
func (h *heap) megabytes() float64 {
	close(h.stop)
	<-h.done
	if h.peak < h.before {
		return 0
	}
	return float64(h.peak-h.before) / (1 << 20)
}

// bare are the cells of every sheet of a register, to be written by nothing
// but the library.
type bare struct {
	names []string
	rows  [][][]any
}

func bareOf(b *testing.B, in Input) *bare {
	f, err := excelize.OpenReader(bytes.NewReader(written(b, in)))
	if err != nil {
		b.Fatal(err)
	}
	out := &bare{names: f.GetSheetList()}
	for _, name := range out.names {
		rows, err := f.Rows(name)
		if err != nil {
			b.Fatal(err)
		}
		var sheet [][]any
		for rows.Next() {
			columns, err := rows.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				b.Fatal(err)
			}
			row := make([]any, len(columns))
			for i, s := range columns {
				if s == "" {
					continue
				}
				cell, err := excelize.CoordinatesToCellName(i+1, len(sheet)+1)
				if err != nil {
					b.Fatal(err)
				}
				kind, err := f.GetCellType(name, cell)
				if err != nil {
					b.Fatal(err)
				}
				row[i] = s
				var n float64
				if kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber {
					if _, err := fmt.Sscan(s, &n); err != nil {
						b.Fatal(err)
					}
					row[i] = n
				}
			}
			sheet = append(sheet, row)
		}
		if err := rows.Close(); err != nil {
			b.Fatal(err)
		}
		out.rows = append(out.rows, sheet)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return out
}

func (x *bare) write(b *testing.B) {
	f := excelize.NewFile()
	for i, name := range x.names {
		if _, err := f.NewSheet(name); err != nil {
			b.Fatal(err)
		}
		sw, err := f.NewStreamWriter(name)
		if err != nil {
			b.Fatal(err)
		}
		for r, row := range x.rows[i] {
			at, err := excelize.CoordinatesToCellName(1, r+1)
			if err != nil {
				b.Fatal(err)
			}
			if err := sw.SetRow(at, row); err != nil {
				b.Fatal(err)
			}
		}
		if err := sw.Flush(); err != nil {
			b.Fatal(err)
		}
	}
	if err := f.Write(io.Discard); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkRegister10000 compares a register of 10,000 actions with the bare
// stream writer and the same cells, round by round, by the fastest of each.
func BenchmarkRegister10000(b *testing.B) {
	in := input(workshop.Team, many(b, 10_000))
	write := func() {
		if err := Write(context.Background(), io.Discard, in); err != nil {
			b.Fatal(err)
		}
	}
	// Before the other side exists: the more there is in use, the more garbage is left to stand beside it.
	h := watchHeap()
	write()
	peak := h.megabytes()
	same := bareOf(b, in)
	fastest := func(best time.Duration, f func()) time.Duration {
		runtime.GC()
		start := time.Now()
		f()
		return min(best, time.Since(start))
	}
	ours, theirs := time.Hour, time.Hour
	b.ResetTimer()
	for range b.N {
		for range 12 {
			ours = fastest(ours, write)
			theirs = fastest(theirs, func() { same.write(b) })
		}
	}
	b.StopTimer()
	b.ReportMetric(peak, "MB")
	b.ReportMetric(64, "MB-limit")
	b.ReportMetric(float64(ours)/float64(theirs), "ratio")
	b.ReportMetric(1.3, "limit")
}
