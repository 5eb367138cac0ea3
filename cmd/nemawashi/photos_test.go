//go:build e2e

package main

import (
	"bytes"
	bytesof "encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// secret is what a camera writes beside a picture, and nobody may find again.
const secret = "SECRET-CAMERA-AT-48.3N-14.3E"

// snapped writes what a camera writes: a picture, twice as wide as high, with who made it and where.
func snapped(t *testing.T, path string, shade uint8) {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 640, 320))
	for i := range m.Pix {
		m.Pix[i] = shade
	}
	for y := range 320 {
		m.SetRGBA(y, y, color.RGBA{255, 0, 0, 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	le := bytesof.LittleEndian
	entry := func(b []byte, tag, kind uint16, count, value uint32) []byte {
		b = le.AppendUint16(le.AppendUint16(b, tag), kind)
		return le.AppendUint32(le.AppendUint32(b, count), value)
	}
	notes := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x02\x00")
	notes = entry(notes, 0x010F, 2, uint32(len(secret)), 56) // who made it
	notes = entry(notes, 0x8825, 4, 1, 38)                   // where it was
	notes = append(notes, 0, 0, 0, 0, 1, 0)                  // no more, and one entry of the place
	notes = entry(notes, 0x001B, 2, uint32(len(secret)), 56) // how that was found
	notes = append(append(notes, 0, 0, 0, 0), secret...)     // no more, and the words
	out := append([]byte{0xFF, 0xD8, 0xFF, 0xE1}, bytesof.BigEndian.AppendUint16(nil, uint16(len(notes)+2))...)
	out = append(append(out, notes...), b.Bytes()[2:]...)
	if err := os.WriteFile(path, out, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestPhotos picks photos by keyboard in the real window, turns one, says what it shows, makes a pair, deletes one and takes that back, looks at
// them in the whole window, and finds them in the readout two a page, with nothing of what the camera wrote.
func TestPhotos(t *testing.T) {
	set, err := template.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	plan, ok := set.ByID("kaizen-workshop-1")
	if !ok {
		t.Fatal("the template is gone")
	}
	home := t.TempDir()
	for _, folder := range []string{"Documents", "Pictures", "Camera"} {
		if err := os.MkdirAll(filepath.Join(home, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for i, name := range []string{"a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"} {
		snapped(t, filepath.Join(home, "Camera", name), uint8(60+40*i))
	}
	planned(t, filepath.Join(home, "library.nemawashi"), plan)
	s := launch(t, home)
	s.openOnly()
	s.command("Open Photos")
	s.picture("photos-0-empty.png")

	// The folder is typed, five files are chosen and added.
	s.keys("n", "shift+Tab", "ctrl+a")
	s.types(filepath.Join(home, "Camera"))
	s.keys("Return", "Tab")
	for range 5 {
		s.keys("space", "Down")
	}
	s.picture("photos-1-picker.png")
	s.quiet()
	s.keys("Return")
	s.wait("did")
	s.picture("photos-2-added.png")

	// The first is turned and gets its words, and the second stands beside it as the place after.
	did := func(keys ...string) {
		t.Helper()
		s.quiet()
		s.keys(keys...)
		s.wait("did")
	}
	did("r")
	s.quiet()
	s.keys("F2")
	s.types("Crib")
	for range "Crib" { // every letter is kept
		s.wait("did")
	}
	s.keys("Return")
	s.keys("p", "Right")
	did("Return")
	s.picture("photos-3-paired.png")

	s.keys("v")
	s.picture("photos-4-large.png")
	s.keys("Right", "Escape")

	// The last is deleted, the one before too, and that one is brought back.
	s.keys("End")
	did("Delete")
	did("Delete")
	did("ctrl+z")
	s.picture("photos-5-back.png")

	s.keys("ctrl+e")
	s.keys("ctrl+Return")
	var pdf string
	s.until("the readout", func() bool {
		found, _ := filepath.Glob(filepath.Join(home, "Documents", "*.pdf"))
		if len(found) == 1 {
			pdf = found[0]
		}
		return pdf != ""
	})
	s.stop(syscall.SIGTERM)
	look(t, s.file, func(w *workshop.Workshop) { checkPhotos(t, s.file, w) })

	for _, path := range []string{s.file, s.file + "-wal", pdf} {
		if data, err := os.ReadFile(path); err == nil && bytes.Contains(data, []byte("SECRET-CAMERA")) {
			t.Errorf("what the camera wrote is in %s", filepath.Base(path))
		} else if err != nil && !os.IsNotExist(err) {
			t.Error(err)
		}
	}
	checkPages(t, pdf)
}

func checkPhotos(t *testing.T, path string, w *workshop.Workshop) {
	t.Helper()
	all := workshop.All[workshop.Photo](w)
	spreads := workshop.Spreads(all)
	if len(all) != 4 || len(spreads) != 3 || len(spreads[0]) != 2 {
		t.Fatalf("%d photos in %d spreads", len(all), len(spreads))
	}
	before, after := spreads[0][0], spreads[0][1]
	if before.Caption != "Crib" || before.PhotoKind != "before" || after.PhotoKind != "after" || after.Pair != before.ID {
		t.Errorf("the pair is %+v and %+v", before, after)
	}
	lib, err := library.Open(path, library.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	for _, p := range all {
		data, err := lib.Blob(p.Blob)
		if err != nil {
			t.Error(err)
			continue
		}
		config, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if turned := p == before; err != nil || turned != (config.Height == 640 && config.Width == 320) {
			t.Errorf("%s is %d x %d: %v", p.ID, config.Width, config.Height, err)
		}
		if bytes.Contains(data, []byte("Exif")) {
			t.Error("what is kept has notes of a camera")
		}
	}
}

// checkPages counts the pictures of each page of a readout.
func checkPages(t *testing.T, pdf string) {
	t.Helper()
	out, err := exec.Command("pdfimages", "-list", pdf).Output()
	if err != nil {
		t.Fatal(err)
	}
	pages, photos := map[string]int{}, 0
	for _, line := range strings.Split(string(out), "\n") {
		// page, number, type, width, height and more
		if f := strings.Fields(line); len(f) > 5 && (f[3] == "640" && f[4] == "320" || f[3] == "320" && f[4] == "640") {
			pages[f[0]]++
			photos++
		}
	}
	if photos != 4 || len(pages) != 2 {
		t.Errorf("%d photos on the pages %v, want 4, two a page\n%s", photos, pages, out)
	}
	text, err := exec.Command("pdftotext", pdf, "-").Output()
	if err != nil || !strings.Contains(string(text), "Crib") {
		t.Errorf("the readout lacks a caption: %v", err)
	}
}
