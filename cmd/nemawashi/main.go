// Command nemawashi is the desktop app: flags, the library file, the window.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"nemawashi.app/assets"
	"nemawashi.app/cmd/nemawashi/hurry"
	"nemawashi.app/ui"
	"nemawashi.app/ui/home"
	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/theme"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// version and build also stand in FyneApp.toml; a test keeps them equal.
const (
	appID   = "app.nemawashi.desktop"
	version = "0.1.0"
	build   = 1
)

func main() {
	path := flag.String("library", "", "the library file (default: $NEMAWASHI_LIBRARY, else the place chosen in the settings)")
	sheet := flag.String("assess", "", "fill in this self-assessment (.nema) and nothing else; no library is opened")
	events := flag.Bool("events", false, "print a line on standard error when the window is there, a page opens and the app ends")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "nemawashi: unknown argument %q\n", flag.Arg(0))
		os.Exit(2)
	}
	log := func(string) {}
	if *events {
		log = func(event string) { fmt.Fprintln(os.Stderr, "nemawashi:", event) }
	}
	if *sheet != "" {
		fillIn(*sheet, log)
		return
	}
	if err := start(*path, log); err != nil {
		fmt.Fprintf(os.Stderr, "nemawashi: %v\n", err)
		os.Exit(1)
	}
}

func newApp() fyne.App {
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: ui.Name, Version: version, Build: build})
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.AppIcon))
	return a
}

// fillIn is the start for somebody who was sent a self-assessment.
func fillIn(sheet string, log func(string)) {
	a := newApp()
	ui.NewFilling(a, ui.NewWindow(a), sheet, log).Run()
}

// start makes the window and, beside it, opens the library and reads what Home
// shows: each takes about as long as the other.
func start(path string, log func(string)) error {
	a := newApp()
	if path == "" {
		var err error
		if path, err = place(settings.Of(a)); err != nil {
			return err
		}
	}
	ready := make(chan opened, 1)
	go func() {
		got := open(path)
		theme.Warm()
		ready <- got
	}()
	w := ui.NewWindow(a)
	got := <-ready
	switch {
	case got.broken != nil:
		return got.broken
	case got.refused != nil:
		hurry.Settled()
		log("refused")
		ui.Refuse(a, w, path, got.refused)
		a.Run()
		return nil
	}
	ui.New(ui.Config{
		App: a, Window: w, First: got.first,
		Library: got.lib, Templates: got.templates,
		Version: version,
		Log: func(event string) {
			log(event)
			if event == "home" {
				hurry.Settled()
			}
		},
	}).Run()
	return nil
}

// opened is what the window is to work on.
type opened struct {
	templates *template.Set
	lib       *library.Library
	first     *home.Reading // nil when it could not be read: Home tries itself, and says why
	refused   error         // of the library
	broken    error         // of the app's own parts
}

func open(path string) opened {
	set, err := template.Builtin()
	if err != nil {
		return opened{broken: err}
	}
	lib, err := library.Open(path, library.Options{Author: author(), Confidential: set.Confidential})
	if err != nil {
		return opened{refused: err}
	}
	o := opened{templates: set, lib: lib}
	if first, err := home.Read(lib, time.Now()); err == nil {
		o.first = &first
	}
	return o
}

// place is the library of the environment, or of the settings, or the app's own.
func place(p settings.Preferences) (string, error) {
	if os.Getenv("NEMAWASHI_LIBRARY") == "" {
		if chosen := p.Library(); chosen != "" {
			return filepath.Abs(chosen)
		}
	}
	return library.DefaultPath()
}

func author() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}
