package photos

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

type journal struct{ n int64 }

func (j *journal) Next() int64          { j.n++; return j.n }
func (j *journal) Write(workshop.Batch) {}

// store keeps blobs in memory.
type store map[string][]byte

func (s store) PutBlob(b []byte) (string, error) {
	name := fmt.Sprintf("%064d", len(s)+1)
	s[name] = b
	return name, nil
}

func (s store) Blob(name string) ([]byte, error) {
	if b, ok := s[name]; ok {
		return b, nil
	}
	return nil, errors.New("it is gone")
}

// page puts the board on a page of the shell, as the room does.
type page struct{ *Board }

func (page) ID() string    { return "photos" }
func (page) Title() string { return "Photos" }

type desk struct {
	*workshop.Session
	t      *testing.T
	store  store
	board  *Board
	shell  *shell.Shell
	window fyne.Window
	folder string
	chosen string
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	t.Cleanup(run.Inline())
	n, at := 0, time.Date(2026, 11, 17, 9, 0, 0, 0, time.UTC)
	d := &desk{t: t, store: store{}, folder: t.TempDir()}
	d.Session = workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock:  workshop.NewClock(func() time.Time { at = at.Add(time.Millisecond); return at }, "desk", workshop.Stamp{}),
		NewID:  func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id%03d", n)) },
		Author: "test",
	}, &journal{})
	var step workshop.ID
	if err := d.Do("Sample", func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Pump line changeover"})
		step = e.Add(&workshop.Step{Title: "Gemba walk"})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	d.window = snap.Window(snap.Look{Width: 1280, Height: 800})
	t.Cleanup(d.window.Close)
	d.shell = shell.New(shell.Config{Window: d.window, AppName: "Nemawashi"})
	d.board = NewBoard(Options{Session: d.Session, Store: d.store, Frame: d.shell, Step: func() workshop.ID { return step },
		Folder: func() string { return d.folder }, Chosen: func(folder string) { d.chosen = folder }})
	d.shell.Open(page{d.board})
	return d
}

// file writes a picture that is red at the left and blue at the right.
func (d *desk) file(name string) string {
	d.t.Helper()
	pixels := image.NewRGBA(image.Rect(0, 0, 64, 32))
	for y := range 32 {
		for x := range 64 {
			c := color.RGBA{R: 255, A: 255}
			if x >= 32 {
				c = color.RGBA{B: 255, A: 255}
			}
			pixels.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, pixels, nil); err != nil {
		d.t.Fatal(err)
	}
	return d.write(name, b.Bytes())
}

func (d *desk) write(name string, data []byte) string {
	d.t.Helper()
	path := filepath.Join(d.folder, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

func (d *desk) photos() []*workshop.Photo {
	var out []*workshop.Photo
	d.Read(func(w *workshop.Workshop) { out = workshop.All[workshop.Photo](w) })
	return out
}

func (d *desk) key(names ...fyne.KeyName) {
	d.t.Helper()
	for _, n := range names {
		f := d.window.Canvas().Focused()
		if f == nil {
			d.t.Fatalf("nothing has the keyboard before %s", n)
		}
		f.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (d *desk) typed(text string) {
	d.t.Helper()
	test.Type(d.window.Canvas().Focused(), text)
}

func (d *desk) undo() {
	d.t.Helper()
	if _, err := d.Undo(); err != nil {
		d.t.Fatal(err)
	}
}

func TestSeveralFilesAtOnce(t *testing.T) {
	d := newDesk(t)
	heic := d.write("phone.heic", append([]byte("\x00\x00\x00\x18ftypheic"), make([]byte, 64)...))
	d.board.Add([]string{d.file("a.jpg"), heic, d.file("b.jpg"), filepath.Join(d.folder, "gone.png")})
	all := d.photos()
	if len(all) != 2 || all[0].Step == "" || len(d.store) != 2 {
		t.Fatalf("%d photos, %d blobs", len(all), len(d.store))
	}
	said := snap.Words(d.window)
	for _, want := range []string{"2 of 4 files were not taken", "phone.heic: it is a HEIC picture", "gone.png: it cannot be read", "2 photos were added"} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing says %q in %q", want, said)
		}
	}
	d.undo()
	if len(d.photos()) != 0 {
		t.Error("one undo does not take them back")
	}
}

func TestCaptionKindAndUndo(t *testing.T) {
	d := newDesk(t)
	d.board.Add([]string{d.file("a.jpg")})
	d.key(fyne.KeyF2)
	d.typed("The crib at shift start")
	d.key(fyne.KeyReturn)
	if p := d.photos()[0]; p.Caption != "The crib at shift start" || d.board.shown[0].words.Text != p.Caption {
		t.Errorf("%+v", p)
	}
	if d.window.Canvas().Focused() != fyne.Focusable(d.board.shown[0]) {
		t.Error("Enter does not lead back to the photo")
	}
	d.board.details.kind.OnChanged(3)
	if d.photos()[0].PhotoKind != "wall" || !d.board.shown[0].kind.Visible() {
		t.Error("the kind was not taken")
	}
	d.undo()
	d.undo()
	if p := d.photos()[0]; p.Caption != "" || p.PhotoKind != "" || d.board.details.caption.Text() != "" {
		t.Errorf("after undo: %+v, the entry says %q", p, d.board.details.caption.Text())
	}
}

func TestTurnAndUndo(t *testing.T) {
	d := newDesk(t)
	d.board.Add([]string{d.file("a.jpg")})
	before := d.photos()[0].Blob
	if !d.shell.Press("R") {
		t.Fatal("nobody took R")
	}
	p := d.photos()[0]
	shown := d.board.shown[0].image.Image.Bounds()
	if p.Blob == before || shown.Dx() != 32 || shown.Dy() != 64 {
		t.Errorf("%s is shown as %v", p.Blob, shown)
	}
	if r, _, b, _ := d.board.shown[0].image.Image.At(16, 8).RGBA(); r < 0x8000 || b > 0x8000 {
		t.Error("what was at the left is not at the top")
	}
	d.shell.Press("L")
	if shown := d.board.shown[0].image.Image.Bounds(); shown.Dx() != 64 {
		t.Errorf("turned back it is %v", shown)
	}
	d.undo()
	d.undo()
	if d.photos()[0].Blob != before {
		t.Error("undo did not bring back the first picture")
	}
}

func TestPairs(t *testing.T) {
	d := newDesk(t)
	d.board.Add([]string{d.file("a.jpg"), d.file("b.jpg"), d.file("c.jpg")})
	all := d.photos()
	a, b, c := all[0].ID, all[1].ID, all[2].ID
	d.board.Select(c)
	d.shell.Press("P")
	d.key(fyne.KeyLeft, fyne.KeyEscape)
	if d.board.first != "" || d.board.current != b {
		t.Error("Esc did not leave them apart")
	}
	d.board.Select(a)
	d.shell.Press("P")
	d.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	byID := func(id workshop.ID) *workshop.Photo { return d.board.photo(id) }
	if byID(c).Pair != a || byID(c).PhotoKind != "after" || byID(a).PhotoKind != "before" || d.board.partner(a) != c {
		t.Fatalf("%+v %+v", byID(a), byID(c))
	}
	if d.board.shown[1].photo.ID != c {
		t.Error("the pair does not stand together")
	}
	// b takes the place of c: the pair that was there is taken apart by the same step.
	d.board.Select(a)
	d.board.first = a
	d.board.pair(b)
	if byID(b).Pair != a || byID(c).Pair != "" {
		t.Errorf("%+v %+v", byID(b), byID(c))
	}
	d.undo()
	if byID(b).Pair != "" || byID(c).Pair != a {
		t.Error("one undo did not bring back the pair")
	}
	d.board.Select(c)
	d.shell.Press("P")
	if d.board.partner(a) != "" {
		t.Error("P did not take the pair apart")
	}
}

func TestDeleteKeepsTheKeyboardOnTheBoard(t *testing.T) {
	d := newDesk(t)
	d.board.Add([]string{d.file("a.jpg"), d.file("b.jpg")})
	d.key(fyne.KeyDelete)
	if len(d.photos()) != 1 || d.window.Canvas().Focused() != fyne.Focusable(d.board.shown[0]) {
		t.Fatal("the next photo does not have the keyboard")
	}
	d.key(fyne.KeyDelete)
	if !d.board.empty.Visible() || d.board.details.object.Visible() {
		t.Error("an empty board does not say what to do")
	}
	d.undo()
	d.undo()
	if len(d.board.shown) != 2 || d.board.empty.Visible() {
		t.Errorf("%d tiles after undo", len(d.board.shown))
	}
}

func TestAfterADeletionTheNeighbourIsInHand(t *testing.T) {
	d := newDesk(t)
	d.board.Add([]string{d.file("a.jpg"), d.file("b.jpg"), d.file("c.jpg"), d.file("d.jpg")})
	all := d.photos()
	d.board.Select(all[1].ID)
	d.key(fyne.KeyDelete)
	if d.board.current != all[2].ID {
		t.Errorf("after the second of four, %s is in hand", d.board.current)
	}
	d.key(fyne.KeyEnd, fyne.KeyDelete)
	if d.board.current != all[2].ID || d.board.details.id != all[2].ID {
		t.Errorf("after the last, %s is in hand", d.board.current)
	}
}

func TestPick(t *testing.T) {
	d := newDesk(t)
	d.file("a.jpg")
	d.file("b.JPEG")
	d.write("letter.txt", []byte("no picture"))
	sub := filepath.Join(d.folder, "day 2")
	if err := os.Mkdir(sub, 0o700); err != nil {
		t.Fatal(err)
	}
	if !d.shell.Press("N") {
		t.Fatal("nobody took N")
	}
	if said := snap.Words(d.window); strings.Contains(said, "letter.txt") || !strings.Contains(said, "day 2") || !strings.Contains(said, "b.JPEG") {
		t.Errorf("the dialog shows %q", said)
	}
	d.key(fyne.KeySpace, fyne.KeyDown, fyne.KeySpace)
	if said := snap.Words(d.window); !strings.Contains(said, "2 chosen") {
		t.Errorf("the dialog says %q", said)
	}
	d.key(fyne.KeyReturn)
	if len(d.photos()) != 2 || d.chosen != d.folder {
		t.Errorf("%d photos from %q", len(d.photos()), d.chosen)
	}
}

func TestWhatCannotBeShownIsSaid(t *testing.T) {
	d := newDesk(t)
	if err := d.Do("Photo", func(e *workshop.Edit) error { e.Add(&workshop.Photo{Blob: strings.Repeat("0", 64)}); return nil }); err != nil {
		t.Fatal(err)
	}
	if got := d.board.shown[0].trouble.Text; got != "This picture cannot be shown: it is gone" {
		t.Errorf("%q", got)
	}
}

func TestHintsAreCommands(t *testing.T) {
	d := newDesk(t)
	d.board.Add([]string{d.file("a.jpg")})
	known := map[widgets.Keys]bool{"F2": true, "Del": true, "Ctrl+Z": true}
	for _, c := range d.board.Commands() {
		known[c.Shortcut] = true
	}
	for _, h := range d.board.Hints() {
		if !known[h.Keys] {
			t.Errorf("%s is no key of the board", h.Keys)
		}
	}
}
