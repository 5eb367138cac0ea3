// Command nemawashi is the desktop app: flags, the library file, the window.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"runtime/debug"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"nemawashi.app/assets"
	"nemawashi.app/ui"
	"nemawashi.app/ui/settings"
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
	if err := start(*path, log); err != nil {
		fmt.Fprintf(os.Stderr, "nemawashi: %v\n", err)
		os.Exit(1)
	}
}

func start(path string, log func(string)) error {
	set, err := template.Builtin()
	if err != nil {
		return err
	}
	app.SetMetadata(fyne.AppMetadata{ID: appID, Name: ui.Name, Version: version, Build: build})
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.AppIcon))
	if path == "" {
		if path, err = place(settings.Of(a)); err != nil {
			return err
		}
	}
	lib, err := library.Open(path, library.Options{Author: author(), Confidential: set.Confidential})
	if err != nil {
		log("refused")
		ui.Refuse(a, path, err).ShowAndRun()
		return nil
	}
	var once sync.Once
	ui.New(ui.Config{App: a, Library: lib, Templates: set, Version: version, Log: func(event string) {
		log(event)
		if event == "home" {
			// What only the start needed goes back to the system once Home is there.
			once.Do(func() { go debug.FreeOSMemory() })
		}
	}}).Run()
	return nil
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
