package page

import (
	"context"
	"testing"

	"pgregory.net/rapid"
)

// placed is a part of a strip as it came to stand.
type placed struct {
	strip  int
	page   int
	y      float64
	height float64
}

// probe is a strip that notes where it is drawn; tall ones split anywhere.
func probe(index int, height float64, splits bool, log *[]placed) *strip {
	s := rigid(height, func(p *pen, _, y float64) {
		*log = append(*log, placed{index, p.current, y, height})
	})
	if splits && height > 30 {
		s.least = 15
		s.split = func(room float64) (above, below *strip) {
			room = min(room, height-15)
			if room < 15 {
				return nil, s
			}
			return probe(index, room, true, log), probe(index, height-room, true, log)
		}
	}
	return s
}

func flowOf(t *rapid.T, parts []*strip) *flow {
	d := New(Options{})
	if err := d.compose(context.Background()); err != nil {
		t.Fatal(err)
	}
	f := &flow{pen: d.newPen(), sheet: A4.sheet(), header: func(*pen) {}}
	if err := f.put(context.Background(), parts); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestPagesHoldEveryStripOnceAndWithinTheirMargins(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sheet := A4.sheet()
		var log []placed
		var parts []*strip
		var heights []float64
		head := probe(-1, 20, false, &log)
		for i := range rapid.IntRange(1, 60).Draw(t, "strips") {
			splits := rapid.Bool().Draw(t, "splits")
			most := 300.0
			if splits {
				most = 3000
			}
			height := rapid.Float64Range(1, most).Draw(t, "height")
			s := probe(i, height, splits, &log)
			s.gap = rapid.Float64Range(0, 30).Draw(t, "gap")
			s.keep = !splits && height < 60 && rapid.Bool().Draw(t, "keep")
			if rapid.Bool().Draw(t, "table") {
				s.head = head
			}
			parts, heights = append(parts, s), append(heights, height)
		}
		flowOf(t, parts)
		sums, first, last := make([]float64, len(parts)), make([]int, len(parts)), make([]int, len(parts))
		page, y := 0, 0.0
		for _, p := range log {
			if p.page < page || p.page == page && p.y < y-slack {
				t.Fatalf("strip %d stands at page %d, %v, above what came before it", p.strip, p.page, p.y)
			}
			page, y = p.page, p.y+p.height
			if p.y < sheet.top-slack || y > sheet.h-sheet.bottom+2*slack {
				t.Fatalf("strip %d reaches from %v to %v, out of the margins", p.strip, p.y, y)
			}
			if p.strip < 0 {
				continue
			}
			if sums[p.strip] == 0 {
				first[p.strip] = p.page
			}
			sums[p.strip] += p.height
			last[p.strip] = p.page
		}
		for i, height := range heights {
			if diff := sums[i] - height; diff > 0.1 || diff < -0.1 {
				t.Fatalf("strip %d is %v high, of which %v was drawn", i, height, sums[i])
			}
		}
		for i := range parts[:len(parts)-1] {
			if chain := keptHeight(parts, i); parts[i].keep && last[i] != first[i+1] && chain < sheet.height()-40 {
				t.Fatalf("strip %d is kept with the next but stands on page %d, the next begins on %d", i, last[i], first[i+1])
			}
		}
	})
}

// keptHeight is the height of all strips that are kept together around strip i; more than a page cannot be.
func keptHeight(parts []*strip, i int) float64 {
	for i > 0 && parts[i-1].keep {
		i--
	}
	return startOf(parts[i:])
}

func TestNestedStripsSplitWithoutLoss(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var log []placed
		total := 0.0
		column := func(base int) *strip {
			var parts []*strip
			for i := range rapid.IntRange(1, 12).Draw(t, "cards") {
				height := rapid.Float64Range(16, 200).Draw(t, "height")
				total += height
				card := boxed(probe(base+i, height, true, &log), padding{top: 3, bottom: 4}, func(*pen, float64, float64, float64) {})
				card.gap = 5
				parts = append(parts, card)
			}
			return stack(parts)
		}
		flowOf(t, []*strip{side([]cell{{0, column(0)}, {100, column(100)}, {200, column(200)}})})
		drawn, sheet := 0.0, A4.sheet()
		for _, p := range log {
			drawn += p.height
			if p.y+p.height > sheet.h-sheet.bottom+slack {
				t.Fatalf("card %d ends at %v, below the margin", p.strip, p.y+p.height)
			}
		}
		if diff := drawn - total; diff > 0.1 || diff < -0.1 {
			t.Fatalf("cards are %v high in all, %v was drawn", total, drawn)
		}
	})
}

func TestColumnsShareTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var table Table
		for range rapid.IntRange(1, 12).Draw(t, "columns") {
			table.Columns = append(table.Columns, Column{
				Title: rapid.StringMatching(`[A-Za-z ]{0,20}`).Draw(t, "title"), Weight: rapid.Float64Range(0, 5).Draw(t, "weight"),
				Min: rapid.Float64Range(0, 150).Draw(t, "min")})
		}
		c := &composer{setter: &setter{}, sheet: A4.sheet(), height: A4.sheet().height()}
		g := grid{composer: c, table: table, width: rapid.Float64Range(200, 1000).Draw(t, "width"), size: tableSize}
		total := 0.0
		for i, w := range g.share() {
			if !(w > 0) {
				t.Fatalf("column %d of %+v is %v wide", i, table.Columns, w)
			}
			total += w
		}
		if total > g.width+0.01 || total < g.width-0.01 {
			t.Fatalf("columns are %v wide in all, the table %v", total, g.width)
		}
	})
}

// TestWhatBelongsTogetherStaysOnOnePage: wherever on a page they begin, the sign-off's words and its lines stand on the same one,
// and so do the blocks of a [Together].
func TestWhatBelongsTogetherStaysOnOnePage(t *testing.T) {
	d := New(Options{})
	if err := d.compose(context.Background()); err != nil {
		t.Fatal(err)
	}
	c := d.composer
	sheet := A4.sheet()
	for name, block := range map[string]Block{
		"sign-off": SignOff{Text: "We accept the result.", Names: []string{"Ingrid Solheim, sponsor", "Maria Keller, facilitator"}, Date: "Date"},
		"together": Together{Tiles{{Value: "+15 %", Label: "Coalition index"}}, Paragraph{Text: "From −100 to +100 %."}, Tiles{{Value: "7", Label: "Rated"}}},
	} {
		for used := 0.0; used < sheet.h-sheet.top-sheet.bottom; used += 20 {
			parts := []*strip{rigid(used, func(*pen, float64, float64) {})}
			pages := map[int]bool{}
			for _, s := range block.strips(c, 480) {
				draw := s.draw
				s.draw = func(p *pen, x, y float64) { pages[p.current] = true; draw(p, x, y) }
				parts = append(parts, s)
			}
			f := &flow{pen: d.newPen(), sheet: sheet, header: func(*pen) {}}
			if err := f.put(context.Background(), parts); err != nil {
				t.Fatal(err)
			}
			if len(pages) != 1 {
				t.Fatalf("below %.0f points the %s stands on %d pages", used, name, len(pages))
			}
		}
	}
}
