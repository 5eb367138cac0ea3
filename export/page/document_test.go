package page

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"nemawashi.app/workshop/figure"
)

func TestSameInputGivesSameBytes(t *testing.T) {
	for _, paper := range Papers() {
		if !bytes.Equal(write(t, demo(t, paper)), write(t, demo(t, paper))) {
			t.Errorf("%v: two runs give different files", paper)
		}
	}
}

func TestDocumentsAreWrittenSideBySide(t *testing.T) {
	want := write(t, demo(t, A4))
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			var out bytes.Buffer
			if err := demo(t, A4).Write(context.Background(), &out, nil); err != nil || !bytes.Equal(out.Bytes(), want) {
				t.Errorf("a document written beside others differs (%v)", err)
			}
		})
	}
	all.Wait()
}

func TestHardTextReachesThePaper(t *testing.T) {
	for _, paper := range Papers() {
		d := New(Options{Paper: paper, Title: hard[6], Client: hard[12], Mark: hard[10], Author: hard[16], Keywords: hard, Language: "de)("})
		for _, text := range hard {
			d.Add(Heading{Level: 1, Text: text}, Heading{Level: 3, Text: text}, Paragraph{Text: text}, Bullets{Items: []string{text}},
				Facts{Items: []Fact{{text, text, true}}}, Callout{Title: text, Text: text}, Tiles{{Value: text, Label: text}},
				Board{{Title: text, Cards: []Card{{Text: text, Notes: []string{text}}}}, {Title: text, Empty: text}},
				Table{Columns: []Column{{Title: text}, {Title: text, Weight: 1}}, Rows: []Row{{Group: text}, {Cells: []Cell{{Text: text, Pill: true}, {Text: text, Note: text}}}}},
				Chart{Draw: func(f figure.Frame) figure.Figure {
					return figure.Bars([]figure.BarItem{{Label: text, Value: 3, Text: text}}, text, f)
				}})
		}
		d.Add(Contents{Title: "Contents"}, Cover{Title: strings.Repeat("long title ", 60), Facts: []Fact{{"a", strings.Repeat("fact ", 900), false}}})
		if out := write(t, d); !bytes.HasPrefix(out, []byte("%PDF-1.4")) || !bytes.HasSuffix(out, []byte("%%EOF\n")) {
			t.Errorf("%v: the file is no PDF", paper)
		}
	}
}

func TestMissingKnowsAllPlaces(t *testing.T) {
	d := New(Options{Title: "😀"})
	d.Add(Heading{Level: 1, Text: "ok 😁"}, Table{Columns: []Column{{Title: "No."}, {Title: "x", Weight: 1}}, Rows: []Row{TextRow("1", "😂")}},
		Chart{Draw: func(f figure.Frame) figure.Figure {
			return figure.Bars([]figure.BarItem{{Label: "😃", Value: 1}}, "", f)
		}})
	found := map[string]bool{}
	for _, g := range d.Missing() {
		found[g.Text] = true
	}
	for _, text := range []string{"😀", "ok 😁", "😂", "😃"} {
		if !found[text] {
			t.Errorf("nothing is reported for %q: %+v", text, d.Missing())
		}
	}
}

func TestProgressEndsAtTheLastBlock(t *testing.T) {
	d := demo(t, A4)
	var seen []int
	total := 0
	if err := d.Write(context.Background(), &bytes.Buffer{}, func(done, of int) { seen, total = append(seen, done), of }); err != nil {
		t.Fatal(err)
	}
	if len(seen) != total || seen[len(seen)-1] != total {
		t.Errorf("progress was %v of %d", seen, total)
	}
}

func TestCanceledWritingWritesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var out bytes.Buffer
	err := demo(t, A4).Write(ctx, &out, func(done, _ int) {
		if done == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || out.Len() > 0 {
		t.Errorf("got %v and %d bytes, want a cancellation and nothing written", err, out.Len())
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWriterErrorsAreReturned(t *testing.T) {
	if err := demo(t, A4).Write(context.Background(), fullDisk{}, nil); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("got %v, want the writer's error", err)
	}
}

func TestEmptyDocumentHasOnePage(t *testing.T) {
	out := write(t, New(Options{Date: time.Unix(0, 0)}))
	if !bytes.Contains(out, []byte("/Count 1\n")) {
		t.Error("a document without blocks is not one empty page")
	}
}

func TestFileSaysWhatItIs(t *testing.T) {
	out := string(write(t, demo(t, A4)))
	for _, want := range []string{"/Lang (en-US)", "/DisplayDocTitle true", "/ID [<", "/Metadata ", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Changeover on line 4: results<",
		"<rdf:li>Größe</rdf:li>", "(D:20261122090000Z)", "+NotoSans-Regular", "+DroidSansFallback"} {
		if !strings.Contains(out, want) {
			t.Errorf("the file does not contain %q", want)
		}
	}
}

func TestLargeTypefaceOnlyWhenNeeded(t *testing.T) {
	d := New(Options{Title: "Plain"})
	d.Add(Paragraph{Text: "Words in Latin letters only."})
	if out := string(write(t, d)); strings.Contains(out, "DroidSansFallback") || strings.Contains(out, "DejaVuSans") {
		t.Error("typefaces that no character needs are in the file")
	}
}

func TestPaletteKnowsEveryColor(t *testing.T) {
	for _, c := range figure.Colors() {
		if _, known := palette[c]; !known {
			t.Errorf("no color on paper for %q", c)
		}
	}
}

func TestParsePaper(t *testing.T) {
	for _, p := range Papers() {
		if got, err := ParsePaper(" " + strings.ToLower(p.String())); err != nil || got != p {
			t.Errorf("ParsePaper(%v) = %v, %v", p, got, err)
		}
	}
	if _, err := ParsePaper("A5"); err == nil {
		t.Error("A5 is taken for a known paper")
	}
}

func TestBrokenPicturesAreNamed(t *testing.T) {
	whole := pngOf(t, 20, 20)
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("hello"), "cut PNG": whole[:len(whole)/2], "cut JPEG head": jpegOf(t, 9, 9)[:12]} {
		if _, err := decode(data); err == nil {
			t.Errorf("%s is taken for a picture", name)
		}
		d := New(Options{})
		d.Add(Photos{{Data: data, Caption: name}})
		write(t, d)
	}
}
