package resistance

import (
	"os"
	"path/filepath"
	"testing"

	"nemawashi.app/ui/snap"
)

// shoot renders the window into the folder named by the environment, to be looked at; without one it proves that the screen can be drawn.
func (r *room) shoot(name string, look snap.Look) {
	r.t.Helper()
	picture := snap.Image(r.window, look)
	if b := picture.Bounds(); b.Dx() != int(look.Width) || b.Dy() != int(look.Height) {
		r.t.Fatalf("drawn %v", b)
	}
	if folder := os.Getenv("NEMAWASHI_SHOTS"); folder != "" {
		if err := snap.Write(filepath.Join(folder, "map-"+name+".png"), picture); err != nil {
			r.t.Fatal(err)
		}
	}
}

var looks = map[string]snap.Look{
	"light": plain, "dark": {Width: 1280, Height: 800, Dark: true}, "large": {Width: 1024, Height: 700, Text: 1.5},
}

func TestEveryCrowdInEveryLook(t *testing.T) {
	rooms := map[string]func(*room){
		"0": func(*room) {}, "3": func(r *room) { r.crowd(3) }, "12": (*room).stakes, "60": func(r *room) { r.crowd(60) },
	}
	for number, fill := range rooms {
		for name, look := range looks {
			t.Run(number+"-"+name, func(t *testing.T) {
				r := newRoom(t)
				fill(r)
				r.open(look)
				r.shoot(number+"-"+name, look)
			})
		}
	}
}

func TestEveryStateInEveryLook(t *testing.T) {
	states := map[string]func(*room){
		"ask":     func(r *room) { r.page.nudge(1, false) },
		"add":     func(r *room) { r.page.add() },
		"group":   func(r *room) { r.page.choose(r.ids["Willow"]); r.page.add() },
		"names":   func(r *room) { r.names.Show(true); r.page.choose(r.ids["Willow"]) },
		"past":    func(r *room) { r.page.lookAt("2026-11-03") },
		"details": func(r *room) { r.page.openDetails() },
		"notice":  func(r *room) { r.page.choose(r.ids["Hazel"]); r.page.remove() },
		"drag": func(r *room) {
			r.press("Cedar", 0)
			r.pull(130, 120)
		},
	}
	for state, enter := range states {
		for name, look := range looks {
			if name != "light" && os.Getenv("NEMAWASHI_SHOTS") == "" {
				continue // the looks are proved above; these are more to look at
			}
			t.Run(state+"-"+name, func(t *testing.T) {
				r := newRoom(t)
				r.stakes()
				r.open(look)
				enter(r)
				r.shoot(state+"-"+name, look)
			})
		}
	}
}
