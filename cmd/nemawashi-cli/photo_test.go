package main

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestPhotoAdd(t *testing.T) {
	s := newShell(t)
	id := s.begin()
	folder := t.TempDir()
	file := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 3000, 20)), nil); err != nil {
		t.Fatal(err)
	}
	crib, cart := file("crib.jpg", b.Bytes()), file("cart.jpg", b.Bytes())
	var added struct{ IDs []string }
	s.ok(&added, "", "photo", "add", id, crib, cart, "--pair", "--caption", "Cell 2", "--json")
	if len(added.IDs) != 2 {
		t.Fatalf("%+v", added)
	}
	var shown struct {
		Photos []struct{ ID, Blob, Caption, Kind, Pair string }
	}
	s.ok(&shown, "", "show", id, "--json")
	if p := shown.Photos; len(p) != 2 || p[0].Kind != "before" || p[1].Kind != "after" || p[1].Pair != added.IDs[0] || p[0].Caption != "Cell 2" || len(p[0].Blob) != 64 {
		t.Errorf("%+v", p)
	}
	pdf := filepath.Join(folder, "readout.pdf")
	s.ok(nil, "", "export", "readout", id, "-o", pdf)
	if data, err := os.ReadFile(pdf); err != nil || !bytes.Contains(data, []byte("/Width 2560")) {
		t.Errorf("the picture is not in the readout, or not in its size: %v", err)
	}

	heic := file("phone.heic", append([]byte("\x00\x00\x00\x18ftypheic"), make([]byte, 64)...))
	if code, _, errs := s.try("", "photo", "add", id, crib, heic); code != 1 || !strings.Contains(errs, "phone.heic was not taken, nothing was changed: it is a HEIC picture") {
		t.Errorf("%d, %s", code, errs)
	}
	for _, args := range [][]string{{"photo"}, {"photo", "add", id}, {"photo", "add", id, crib, "--kind", "cat"}, {"photo", "add", id, crib, "--pair"}} {
		if code, _, errs := s.try("", args...); code != 2 {
			t.Errorf("%v: %d, %s", args, code, errs)
		}
	}
	s.ok(&shown, "", "show", id, "--json")
	if len(shown.Photos) != 2 {
		t.Errorf("%d photos after what was refused", len(shown.Photos))
	}
	var checked struct{ OK bool }
	if s.ok(&checked, "", "check", "--json"); !checked.OK {
		t.Error("the library is not sound")
	}
}
