package ui_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"nemawashi.app/workshop"
)

// TestPhotosAreDroppedOnARoom drops two pictures, one of them none, on the room: the good one is kept at once, on the board of its workshop.
func TestPhotosAreDroppedOnARoom(t *testing.T) {
	d := start(t, withSample)
	s := d.session("Pump line changeover")
	d.ui.OpenWorkshop(s.ID())
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	var files []fyne.URI
	for name, data := range map[string][]byte{"wall.png": b.Bytes(), "phone.heic": append([]byte("\x00\x00\x00\x18ftypheic"), make([]byte, 64)...)} {
		path := filepath.Join(d.folder, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, storage.NewFileURI(path))
	}
	photos := func() (all []*workshop.Photo) {
		s.Read(func(w *workshop.Workshop) { all = workshop.All[workshop.Photo](w) })
		return all
	}
	before := len(photos())
	d.ui.Drop(files...)
	d.sees("1 of 2 files were not taken", "phone.heic: it is a HEIC picture", "1 photo was added")
	d.press("Esc")
	after := photos()
	if len(after) != before+1 {
		t.Fatalf("%d photos, before %d", len(after), before)
	}
	if _, err := d.lib.Blob(after[before].Blob); err != nil {
		t.Error(err)
	}
	d.seesNot("This picture cannot be shown")
	d.press("Ctrl+Z")
	if len(photos()) != before {
		t.Error("Ctrl+Z did not take the photo back")
	}
}

// TestKeysGoToTheBoardInFront opens the photos of a workshop that has none while one types in a step: the keys are the board's then.
func TestKeysGoToTheBoardInFront(t *testing.T) {
	d := start(t, nil)
	d.press("N")
	d.types("Pump line")
	d.press("Enter")
	if d.w.Canvas().Focused() == nil {
		t.Fatal("nobody types in the first step")
	}
	before := d.documents()
	d.ui.ShowBoard("photos")
	d.press("N")
	if !d.dialogOpen() {
		t.Error("N does not let choose files")
	}
	if d.documents() != before {
		t.Error("the key went to the step that is not there any more")
	}
}
