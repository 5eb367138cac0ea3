package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// corners is a picture with another color in each quarter: red, green, blue, white from the top left by rows.
func corners(w, h int) image.Image {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := [...]color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}}[y*2/h*2+x*2/w]
			out.SetRGBA(x, y, c)
		}
	}
	return out
}

// seen names the colors of the quarters: "RGBW" as it was drawn.
func seen(t *testing.T, pixels image.Image) string {
	t.Helper()
	b := pixels.Bounds()
	var out strings.Builder
	for i := range 4 {
		r, g, bl, _ := pixels.At(b.Min.X+b.Dx()*(1+2*(i%2))/4, b.Min.Y+b.Dy()*(1+2*(i/2))/4).RGBA()
		switch {
		case r > 0x8000 && g > 0x8000:
			out.WriteByte('W')
		case r > 0x8000:
			out.WriteByte('R')
		case g > 0x8000:
			out.WriteByte('G')
		case bl > 0x8000:
			out.WriteByte('B')
		default:
			out.WriteByte('?')
		}
	}
	return out.String()
}

func jpegOf(t *testing.T, pixels image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, pixels, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t *testing.T, pixels image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, pixels); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exif is what a camera writes: its maker, how it was held, where and when it was.
func exif(orientation uint16) []byte {
	const maker, when, place = "SECRET-CAMERA\x00", "2026:11:18 14:05:06\x00", "GPSPLACE"
	le := binary.LittleEndian
	var b []byte
	entry := func(tag, kind uint16, count, value uint32) {
		b = le.AppendUint16(b, tag)
		b = le.AppendUint16(b, kind)
		b = le.AppendUint32(b, count)
		b = le.AppendUint32(b, value)
	}
	b = append(b, "II*\x00\x08\x00\x00\x00"...)
	b = le.AppendUint16(b, 4)
	const ifd0, sub, gps = 8 + 2 + 4*12 + 4, 18, 18
	words := uint32(ifd0 + sub + gps)
	entry(0x010F, 2, uint32(len(maker)), words)
	entry(0x0112, 3, 1, uint32(orientation))
	entry(0x8769, 4, 1, ifd0)
	entry(0x8825, 4, 1, ifd0+sub)
	b = le.AppendUint32(b, 0)
	b = le.AppendUint16(b, 1)
	entry(0x9003, 2, uint32(len(when)), words+uint32(len(maker)))
	b = le.AppendUint32(b, 0)
	b = le.AppendUint16(b, 1)
	entry(0x001D, 2, uint32(len(place)), words+uint32(len(maker)+len(when)))
	b = le.AppendUint32(b, 0)
	return append(b, maker+when+place...)
}

// held is a JPEG file with that written into it, and a comment.
func held(t *testing.T, pixels image.Image, orientation uint16) []byte {
	t.Helper()
	plain := jpegOf(t, pixels)
	app1 := append([]byte("Exif\x00\x00"), exif(orientation)...)
	out := append([]byte{0xFF, 0xD8, 0xFF, 0xE1}, binary.BigEndian.AppendUint16(nil, uint16(len(app1)+2))...)
	out = append(out, app1...)
	comment := "SECRET-COMMENT"
	out = append(out, 0xFF, 0xFE)
	out = binary.BigEndian.AppendUint16(out, uint16(len(comment)+2))
	out = append(out, comment...)
	return append(out, plain[2:]...)
}

// TestUpright turns by each orientation of Exif; what is expected was read off its drawing of the letter F.
func TestUpright(t *testing.T) {
	for orientation, want := range map[uint16]string{1: "RGBW", 2: "GRWB", 3: "WBGR", 4: "BWRG", 5: "RBGW", 6: "BRWG", 7: "WGBR", 8: "GWRB"} {
		p, err := Prepare(held(t, corners(64, 32), orientation))
		if err != nil {
			t.Fatal(err)
		}
		pixels, err := Decode(p.Data, 1000)
		if err != nil {
			t.Fatal(err)
		}
		if got := seen(t, pixels); got != want {
			t.Errorf("orientation %d shows %s, want %s", orientation, got, want)
		}
		if wide := p.Width > p.Height; wide != (orientation < 5) {
			t.Errorf("orientation %d is %d × %d", orientation, p.Width, p.Height)
		}
	}
}

func TestNothingOfTheCameraIsKept(t *testing.T) {
	file := held(t, corners(64, 32), 6)
	if !bytes.Contains(file, []byte("SECRET-CAMERA")) || !bytes.Contains(file, []byte("GPSPLACE")) {
		t.Fatal("the file of this test lacks what is to be taken out")
	}
	p, err := Prepare(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"SECRET", "GPSPLACE", "Exif", "2026:11"} {
		if bytes.Contains(p.Data, []byte(secret)) {
			t.Errorf("%s is still there", secret)
		}
	}
	if p.Taken != "2026-11-18" {
		t.Errorf("taken %q", p.Taken)
	}
}

func TestPNGLosesItsNotes(t *testing.T) {
	plain := pngOf(t, corners(40, 20))
	note := []byte("tEXtComment\x00SECRET")
	var chunk []byte
	chunk = binary.BigEndian.AppendUint32(chunk, uint32(len(note)-4))
	chunk = append(chunk, note...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(note))
	file := append(append(append([]byte{}, plain[:33]...), chunk...), plain[33:]...)
	p, err := Prepare(file)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(p.Data, []byte("SECRET")) || !bytes.HasPrefix(p.Data, []byte("\x89PNG")) || p.Taken != "" {
		t.Errorf("%d bytes, taken %q", len(p.Data), p.Taken)
	}
}

func TestLongEdge(t *testing.T) {
	for _, c := range []struct{ w, h, wantW, wantH int }{
		{2560, 10, 2560, 10}, {2561, 1000, 2560, 1000}, {6000, 4000, 2560, 1707}, {300, 5200, 148, 2560}, {7000, 1, 2560, 1},
	} {
		p, err := Prepare(pngOf(t, image.NewGray(image.Rect(0, 0, c.w, c.h))))
		if err != nil {
			t.Fatal(err)
		}
		if p.Width != c.wantW || p.Height != c.wantH {
			t.Errorf("%d × %d became %d × %d, want %d × %d", c.w, c.h, p.Width, p.Height, c.wantW, c.wantH)
		}
	}
	p, err := Prepare(jpegOf(t, corners(5200, 2600)))
	if err != nil {
		t.Fatal(err)
	}
	if pixels, err := Decode(p.Data, 512); err != nil || seen(t, pixels) != "RGBW" || pixels.Bounds().Dx() != 512 {
		t.Errorf("%v", err)
	}
}

func TestTurn(t *testing.T) {
	p, err := Prepare(jpegOf(t, corners(64, 32)))
	if err != nil {
		t.Fatal(err)
	}
	for quarters, want := range map[int]string{0: "RGBW", 1: "BRWG", 2: "WBGR", 3: "GWRB", -1: "GWRB", 5: "BRWG"} {
		q, err := Turn(p.Data, quarters)
		if err != nil {
			t.Fatal(err)
		}
		pixels, err := Decode(q.Data, 1000)
		if err != nil || seen(t, pixels) != want {
			t.Errorf("%d quarters: %s, %v", quarters, seen(t, pixels), err)
		}
	}
}

func TestRefused(t *testing.T) {
	whole := jpegOf(t, corners(200, 100))
	huge := pngOf(t, image.NewGray(image.Rect(0, 0, 4, 4)))
	binary.BigEndian.PutUint32(huge[16:], 100_000)
	binary.BigEndian.PutUint32(huge[20:], 100_000)
	binary.BigEndian.PutUint32(huge[29:], crc32.ChecksumIEEE(huge[12:29]))
	for name, c := range map[string]struct {
		data []byte
		says string
	}{
		"empty":   {nil, "empty"},
		"heic":    {append([]byte("\x00\x00\x00\x18ftypheic"), make([]byte, 40)...), "HEIC"},
		"text":    {[]byte("just a letter to somebody"), "neither"},
		"gif":     {[]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "neither"},
		"half":    {whole[:len(whole)/2], "too early"},
		"large":   {append(whole, make([]byte, MaxBytes)...), "limit is 20 MB"},
		"a trap":  {huge, "pixels"},
		"no head": {[]byte{0xFF, 0xD8, 0xFF}, "neither"},
	} {
		_, err := Prepare(c.data)
		var refused *Refused
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDamagedNotes takes a picture whose notes are cut off or lie about their length.
func TestDamagedNotes(t *testing.T) {
	file := held(t, corners(64, 32), 6)
	for i := 12; i < 60; i++ {
		bad := append([]byte{}, file...)
		bad[i] ^= 0xFF
		p, err := Prepare(bad)
		if err != nil {
			var refused *Refused
			if !errors.As(err, &refused) {
				t.Errorf("byte %d: %v", i, err)
			}
			continue
		}
		if p.Taken != "" {
			if _, err := workshop.ParseDate(string(p.Taken)); err != nil {
				t.Errorf("byte %d: taken %q", i, p.Taken)
			}
		}
	}
}

func BenchmarkPrepare12Megapixels(b *testing.B) {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, corners(4000, 3000), nil); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Prepare(out.Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}
