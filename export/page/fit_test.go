package page

import (
	"fmt"
	"strings"
	"testing"
)

func TestFitTakesTheMostThatOnePageHolds(t *testing.T) {
	for _, paper := range Papers() {
		tried := []int{}
		fit := Fit{Most: 400, Least: 2, Make: func(n int) []Block {
			tried = append(tried, n)
			blocks := []Block{Heading{Level: 1, Text: "Once", Fresh: true}, Paragraph{Text: "😀"}}
			for i := range n {
				blocks = append(blocks, Paragraph{Text: fmt.Sprint("Line ", i)})
			}
			return blocks
		}}
		d := New(Options{Paper: paper})
		d.Add(fit, Heading{Level: 1, Text: "Next", Fresh: true})
		out := write(t, d)
		if !strings.Contains(string(out), "/Count 2\n") {
			t.Errorf("%v: the part does not take exactly one page", paper)
		}
		n := tried[len(tried)-1]
		if n <= 2 || n >= 400 {
			t.Errorf("%v: %d lines were taken, which is no choice", paper, n)
		}
		if gaps := d.Missing(); len(gaps) != 1 || gaps[0].Count != 1 {
			t.Errorf("%v: what was tried is counted: %+v", paper, gaps)
		}
		if got := len(d.composer.entries); got != 2 {
			t.Errorf("%v: %d headings in the contents, want 2", paper, got)
		}
	}
}

func TestFitNeverTakesLessThanLeast(t *testing.T) {
	d := New(Options{})
	d.Add(Fit{Most: 9, Least: 4, Make: func(n int) []Block { return []Block{Paragraph{Text: strings.Repeat("word ", n*4000)}} }})
	if out := write(t, d); strings.Contains(string(out), "/Count 1\n") {
		t.Error("a part that no page holds was cut")
	}
}

func TestLongContentsListChaptersOnly(t *testing.T) {
	for _, sections := range []int{3, 90} {
		d := New(Options{})
		d.Add(Contents{Title: "Contents"}, Heading{Level: 1, Text: "Chapter"})
		for i := range sections {
			d.Add(Heading{Level: 2, Text: fmt.Sprint("Section ", i)}, Paragraph{Text: "Words."})
		}
		write(t, d)
		want := 1 + 1 + sections
		if sections > 50 {
			want = 1 + 1
		}
		if got := d.ends[0]; got != want {
			t.Errorf("with %d sections the contents have %d lines, want %d", sections, got, want)
		}
		if len(d.composer.entries) != 1+sections {
			t.Errorf("with %d sections the outline has %d entries", sections, len(d.composer.entries))
		}
	}
}

func TestNoPageHasASingleRowOfALongTable(t *testing.T) {
	table := Table{Columns: []Column{{Title: "No."}, {Title: "Words", Weight: 1}}}
	for i := range 40 {
		table.Rows = append(table.Rows, TextRow(fmt.Sprint(i), "A row of one line"))
	}
	for filled := 0.0; filled < 700; filled += 6 {
		d := New(Options{})
		d.Add(Space(0), Space(filled), table)
		if err := d.compose(t.Context()); err != nil {
			t.Fatal(err)
		}
		rows := map[int]int{}
		for _, part := range d.parts[len(d.parts)-len(table.Rows):] {
			draw := part.draw
			part.draw = func(p *pen, x, y float64) {
				rows[p.current]++
				draw(p, x, y)
			}
		}
		write(t, d)
		for number, n := range rows {
			if n < 2 {
				t.Errorf("with %.0f points filled, page %d has one row of the table: %v", filled, number, rows)
			}
		}
	}
}
