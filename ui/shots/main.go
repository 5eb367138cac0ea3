// Command shots draws every screen of the app, light and dark, to PNG files:
// for the documentation, and to look at what a change did to the screens. It
// needs no display; build it with the tags ci and migrated_fynedo. With ci, letters that the product's own fonts lack are drawn as a sign of
// their absence; built with cgo and without ci, they come from the fonts of the system, as in the app.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/sample"
	"nemawashi.app/workshop/template"
)

func main() {
	to := flag.String("o", "out", "the folder for the pictures")
	only := flag.String("only", "", "draw only the screens of these names, with commas between them; a name may be a pattern such as wall-crowd-*-200")
	boards := flag.Bool("many", false, "draw the boards with 0, 1, 12 and 200 records instead, and results of 1 to 500 answers: many-goals-12, many-results-500 and so on")
	keep := flag.String("library", "", "keep the library with the full canvases, or with the results of many answers, in this new file, to write its readouts with nemawashi-cli")
	flag.Parse()
	if err := draw(*to, strings.FieldsFunc(*only, func(r rune) bool { return r == ',' }), *boards, *keep); err != nil {
		fmt.Fprintf(os.Stderr, "shots: %v\n", err)
		os.Exit(1)
	}
}

// looks are how each screen is drawn.
var looks = []struct {
	name string
	look snap.Look
}{
	{"light", snap.Look{Width: 1280, Height: 800}},
	{"dark", snap.Look{Width: 1280, Height: 800, Dark: true}},
	{"small-150", snap.Look{Width: 1024, Height: 700, Text: 1.5}},
	{"small-150-dark", snap.Look{Width: 1024, Height: 700, Text: 1.5, Dark: true}},
}

func draw(to string, only []string, boards bool, keep string) error {
	defer run.Inline()()
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "nemawashi-shots")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	set, err := template.Builtin()
	if err != nil {
		return err
	}
	now := time.Now()
	lib, err := library.Open(filepath.Join(folder, "library.nemawashi"), library.Options{Author: "shots", Confidential: set.Confidential})
	if err != nil {
		return err
	}
	defer lib.Close()
	empty, err := library.Open(filepath.Join(folder, "empty.nemawashi"), library.Options{Author: "shots", Confidential: set.Confidential})
	if err != nil {
		return err
	}
	defer empty.Close()
	full, err := library.Open(cmp.Or(keep, filepath.Join(folder, "full.nemawashi")), library.Options{Author: "shots", Confidential: set.Confidential})
	if err != nil {
		return err
	}
	defer full.Close()
	plan, ok := set.ByID("kaizen-workshop-3")
	if !ok {
		return errors.New("the template of the full canvases is gone")
	}
	made, err := sample.Add(lib, workshop.DateOf(now))
	if err != nil {
		return err
	}
	if err := lib.Flush(); err != nil {
		return err
	}
	all := screens(made)
	if boards {
		if all, err = many(lib, set, now); err != nil {
			return err
		}
		kickoff, _ := set.ByID("kaikaku-kickoff-1")
		results, err := manyRounds(full, kickoff)
		if err == nil {
			err = full.Flush()
		}
		if err != nil {
			return err
		}
		all = append(all, results...)
	} else {
		crowdsMade := map[int]workshop.ID{}
		for _, n := range crowds {
			// In a library of their own: the pictures of Home and of all actions show the sample.
			if crowdsMade[n], err = crowd(full, plan, n); err != nil {
				return err
			}
		}
		if err := full.Flush(); err != nil {
			return err
		}
		all = append(all, crowdScreens(crowdsMade)...)
	}
	for _, s := range chosen(all, only) {
		for _, l := range looks {
			from := lib
			switch {
			case s.empty:
				from = empty
			case s.crowd:
				from = full
			}
			app := test.NewApp()
			ui.SetLook(app, l.look.Dark, l.look.Text)
			a := ui.New(ui.Config{App: app, Window: ui.NewWindow(app), Library: from, Templates: set, Version: "0.1.0", Now: func() time.Time { return now }, Saves: saved{}})
			s.show(a)
			window := a.Window()
			if wall := a.Wall(); wall != nil {
				window = wall
			}
			picture := snap.Image(window, l.look)
			path := filepath.Join(to, fmt.Sprintf("%s-%s.png", s.name, l.name))
			if err := snap.Write(path, picture); err != nil {
				return err
			}
			fmt.Println(path)
			a.Window().Close()
		}
	}
	return nil
}

// saved is the state of saving in pictures: they are drawn on one goroutine,
// on which the library's own would not arrive.
type saved struct{}

func (saved) SaveState() (shell.SaveState, string) { return shell.Saved, "" }
func (saved) WatchSaves(func()) (stop func())      { return func() {} }
