package rounds

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"nemawashi.app/export/workbook"
)

// different is how many of the forms of the benchmark are files of their own: writing one takes longer than what is measured.
const different = 50

// BenchmarkCollect500 takes in 500 Excel forms that came back, from the first byte to the answers in the library on the disk, and compares that with
// reading the same files by the reader of workbooks and doing nothing with what they hold.
func BenchmarkCollect500(b *testing.B) {
	const limit = 1.5
	var ours, bare time.Duration
	for b.Loop() {
		b.StopTimer()
		one, paths := came(b)
		b.StartTimer()
		// One half before and one after, so that what else the machine does falls on both.
		bare += readBare(b, paths[:250])
		begun := time.Now()
		forms, unread, err := read(context.Background(), paths, func(int, string) {})
		if err != nil || len(unread) > 0 || len(forms) != 500 {
			b.Fatal(err, len(unread))
		}
		g := gather(one, forms, unread)
		for _, c := range g.all() {
			for i := range c.Arrivals {
				c.Arrivals[i].Take = c.Arrivals[i].Choice || c.Arrivals[i].Take // the copies too
			}
		}
		if all, _ := g.taken(); all != 500 {
			b.Fatalf("%d of 500 are taken", all)
		}
		if err := g.take(); err != nil {
			b.Fatal(err)
		}
		if err := one.lib.Flush(); err != nil {
			b.Fatal(err)
		}
		ours += time.Since(begun)
		bare += readBare(b, paths[250:])
	}
	b.ReportMetric(float64(ours)/float64(bare), "ratio")
	b.ReportMetric(limit, "limit")
	b.ReportMetric(ours.Seconds()*1000/float64(b.N), "ours-ms")
	b.ReportMetric(bare.Seconds()*1000/float64(b.N), "bare-ms")
}

// came is a round and 500 forms of it that came back.
func came(b *testing.B) (*bench, []string) {
	one := newBench(b)
	_, folder := one.handOut()
	form := one.named(folder, "direct reports", one.code(0), ".xlsx")
	var paths []string
	for i := range different {
		paths = append(paths, fillExcel(b, form, filepath.Join(b.TempDir(), fmt.Sprintf("%d.xlsx", i)), i, 20-i/5))
	}
	for len(paths) < 500 {
		paths = append(paths, paths[len(paths)-different])
	}
	return one, paths
}

// readBare reads workbooks and says how long it took.
func readBare(b *testing.B, paths []string) time.Duration {
	begun := time.Now()
	for _, path := range paths {
		book, err := workbook.Open(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		for _, s := range book.Sheets() {
			for _, err := range book.Rows(context.Background(), s) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
		if err := book.Close(); err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(begun)
}
