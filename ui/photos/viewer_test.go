package photos

import (
	"image"
	"strings"
	"testing"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// seen is the selected photo and what the viewer says of it; "" where none is open.
func (d *desk) seen() string {
	if d.board.viewer == nil {
		return ""
	}
	return d.board.viewer.count.Text
}

func (d *desk) press(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.shell.Press(widgets.Keys(k))
	}
}

func TestViewerWalksOverPhotosAndPairs(t *testing.T) {
	d := newDesk(t)
	d.board.Add([]string{d.file("a.jpg"), d.file("b.jpg"), d.file("c.jpg"), d.file("d.jpg")})
	all := d.photos()
	d.board.first = all[1].ID
	d.board.pair(all[2].ID)
	for i, caption := range []string{"The crib", "The wall before", "The wall after"} {
		if err := d.board.typed(all[i].ID, func(p *workshop.Photo) { p.Caption = caption }); err != nil {
			t.Fatal(err)
		}
		d.EndTyping()
	}
	d.board.Select(all[0].ID)
	d.key("Return")
	if d.seen() != "Photo 1 of 4" || !strings.Contains(snap.Words(d.window), "The crib") {
		t.Fatalf("%q: %s", d.seen(), snap.Words(d.window))
	}
	d.press("Left") // there is none before
	d.press("Right")
	said := snap.Words(d.window)
	if d.seen() != "Photos 2 and 3 of 4" || !strings.Contains(said, "The wall before") || !strings.Contains(said, "The wall after") || !strings.Contains(said, "Before · Gemba walk") || len(d.board.viewer.sheets) != 2 {
		t.Errorf("%q: %s", d.seen(), said)
	}
	for _, s := range d.board.viewer.sheets {
		if s.image.Image == nil || s.trouble.Text != "" {
			t.Error("a picture of the pair is not shown")
		}
	}
	d.press("Right", "Right")
	if d.seen() != "Photo 4 of 4" || !strings.Contains(snap.Words(d.window), "No caption") {
		t.Errorf("%q", d.seen())
	}
	d.press("Home", "End", "PgUp", "Esc")
	if d.seen() != "" || d.board.current != all[1].ID {
		t.Errorf("Esc leaves %q open, on the board is %s", d.seen(), d.board.current)
	}
	if f := d.window.Canvas().Focused(); f == nil || f != d.board.views[all[1].ID] {
		t.Error("the photo seen last does not have the keyboard")
	}
}

func TestViewerFillsTheScreenAndGivesItBack(t *testing.T) {
	d := newDesk(t)
	d.board.Add([]string{d.file("a.jpg")})
	d.press("V", "F11")
	if !d.window.FullScreen() {
		t.Error("F11 does not fill the screen")
	}
	d.press("Esc")
	if d.window.FullScreen() {
		t.Error("the board is left on the whole screen")
	}
	d.window.SetFullScreen(true)
	d.press("V", "Esc")
	if !d.window.FullScreen() {
		t.Error("a window that filled the screen before does not any more")
	}
	d.press("V", "R", "Del") // of the board: they do nothing here
	if len(d.photos()) != 1 || d.seen() == "" {
		t.Error("a key of the board reached it")
	}
}

func TestViewerFollowsTheWorkshop(t *testing.T) {
	d := newDesk(t)
	d.board.Add([]string{d.file("a.jpg"), d.file("b.jpg")})
	all := d.photos()
	d.press("V")
	remove := func(id workshop.ID) {
		t.Helper()
		if err := d.Do("Delete photo", func(e *workshop.Edit) error { return e.Delete(id) }); err != nil {
			t.Fatal(err)
		}
	}
	remove(all[0].ID)
	if d.seen() != "Photo 1 of 1" {
		t.Errorf("%q", d.seen())
	}
	remove(all[1].ID)
	if d.seen() != "" || len(d.window.Canvas().Overlays().List()) != 0 {
		t.Error("a viewer without photos stays open")
	}
	d.press("V")
	if d.seen() != "" {
		t.Error("it opens without photos")
	}
}

func TestPicturesInSightComeFirst(t *testing.T) {
	var order []string
	th := newThumbs(store{}, 10, 0)
	th.sight = func(blob string) bool { return blob == "c" }
	th.busy = true // as while one is being decoded
	for _, blob := range []string{"a", "b", "c"} {
		th.get(blob, func(_ image.Image, err error) { order = append(order, blob) })
	}
	t.Cleanup(run.Inline())
	th.busy = false
	th.next()
	if strings.Join(order, "") != "cab" {
		t.Errorf("in the order %v", order)
	}
}
