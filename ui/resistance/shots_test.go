package resistance

import (
	"os"
	"path/filepath"
	"testing"

	"nemawashi.app/ui/snap"
)

// TestShots renders the map as people see it into the folder named by the environment, to be looked at; without one it only proves that
// every look can be drawn.
func TestShots(t *testing.T) {
	folder := os.Getenv("NEMAWASHI_SHOTS")
	looks := map[string]snap.Look{
		"light": plain, "dark": {Width: 1280, Height: 800, Dark: true}, "large": {Width: 1024, Height: 700, Text: 1.5},
	}
	rooms := map[string]func(*room){
		"0": func(*room) {}, "3": func(r *room) { r.crowd(3) }, "12": (*room).stakes, "60": func(r *room) { r.crowd(60) },
	}
	for number, fill := range rooms {
		for name, look := range looks {
			t.Run(number+"-"+name, func(t *testing.T) {
				r := newRoom(t)
				fill(r)
				r.open(look)
				picture := snap.Image(r.window, look)
				if b := picture.Bounds(); b.Dx() != int(look.Width) || b.Dy() != int(look.Height) {
					t.Fatalf("drawn %v", b)
				}
				if folder == "" {
					return
				}
				if err := snap.Write(filepath.Join(folder, "map-"+number+"-"+name+".png"), picture); err != nil {
					t.Fatal(err)
				}
			})
		}
	}
}
