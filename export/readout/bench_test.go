package readout

import (
	"bytes"
	"context"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"

	"nemawashi.app/assets"
	"nemawashi.app/workshop"
)

// BenchmarkReadout compares a readout with the bare drawing calls that make
// the same pages. Both take turns, so that a busy machine slows both.
func BenchmarkReadout(b *testing.B) {
	in := input(plant(b), workshop.Facilitator, "a4")
	in.Blob = nil // pictures take their time in both
	s := takeApart(b, write(b, in))
	want := s.text()
	if got := takeApart(b, s.draw(b)).text(); got != want {
		b.Fatal("the bare calls draw something else")
	}
	var ours, bare []time.Duration
	for b.Loop() {
		begun := time.Now()
		if err := Write(context.Background(), io.Discard, in); err != nil {
			b.Fatal(err)
		}
		between := time.Now()
		s.draw(b)
		ours, bare = append(ours, between.Sub(begun)), append(bare, time.Since(between))
	}
	slices.Sort(ours)
	slices.Sort(bare)
	b.ReportMetric(float64(ours[len(ours)/2])/float64(bare[len(bare)/2]), "ratio")
	b.ReportMetric(2, "limit")
	b.ReportMetric(float64(ours[len(ours)/2])/1e6, "ms/readout")
}

// draw repeats the calls that made the pages.
func (s sheaf) draw(t testing.TB) []byte {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{OrientationStr: "P", UnitStr: "pt", Size: gofpdf.SizeType{Wd: s.w, Ht: s.h}})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	known := map[string]bool{}
	b := brush{Fpdf: pdf, sheaf: s, font: func(name string) {
		if known[name] {
			return
		}
		known[name] = true
		for _, f := range assets.PrintFonts() {
			if f.Name == name {
				pdf.AddUTF8FontFromBytes(name, "", []byte(f.Data))
			}
		}
	}}
	links := s.links
	for _, page := range s.pages {
		pdf.AddPage()
		for _, d := range page {
			b.put(d)
		}
		for ; links > 0; links-- {
			link := pdf.AddLink()
			pdf.SetLink(link, 100, 1)
			pdf.Link(10, 10, 100, 10, link)
		}
	}
	for _, m := range s.marks {
		pdf.Bookmark(m, 0, 0)
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// brush turns operators into calls of gofpdf.
type brush struct {
	*gofpdf.Fpdf
	sheaf
	font func(name string)

	path   []drawn
	at     []float64
	rect   []float64
	inside bool // a color is set for one text only
}

func (b *brush) put(d drawn) {
	n := d.numbers
	color := func() (int, int, int) { return int(n[0]*255 + 0.5), int(n[1]*255 + 0.5), int(n[2]*255 + 0.5) }
	switch d.operator {
	case "Tf":
		name := b.fonts[d.name]
		b.font(name)
		b.SetFont(name, "", n[0])
	case "Td":
		b.at = n
	case "Tj":
		b.Text(b.at[0], b.h-b.at[1], d.text)
	case "RG":
		b.SetDrawColor(color())
	case "q", "Q":
		b.inside = d.operator == "q"
	case "rg":
		b.SetTextColor(color())
		if !b.inside {
			b.SetFillColor(color())
		}
	case "w":
		b.SetLineWidth(n[0])
	case "d":
		b.SetDashPattern(n[:len(n)-1], n[len(n)-1])
	case "re":
		b.rect = n
	case "m", "l", "c":
		b.path = append(b.path, d)
	case "f", "S", "B", "b", "s", "f*", "B*":
		b.paint(d.operator)
	}
}

func (b *brush) paint(operator string) {
	how := map[string]string{"f": "F", "S": "D", "B": "FD", "b": "FD", "s": "D", "f*": "F", "B*": "FD"}[operator]
	switch {
	case b.rect != nil:
		b.Rect(b.rect[0], b.h-b.rect[1], b.rect[2], -b.rect[3], how)
	case len(b.path) == 2 && how == "D":
		b.Line(b.path[0].numbers[0], b.h-b.path[0].numbers[1], b.path[1].numbers[0], b.h-b.path[1].numbers[1])
	default:
		for _, p := range b.path {
			switch n := p.numbers; p.operator {
			case "m":
				b.MoveTo(n[0], b.h-n[1])
			case "l":
				b.LineTo(n[0], b.h-n[1])
			case "c":
				b.CurveBezierCubicTo(n[0], b.h-n[1], n[2], b.h-n[3], n[4], b.h-n[5])
			}
		}
		b.DrawPath(how)
	}
	b.path, b.rect = b.path[:0], nil
}
