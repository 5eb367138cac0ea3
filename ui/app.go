// Package ui is the desktop app: one window on one library. It wires pages to
// the library and to each other; the pages themselves know nothing of the rest.
//
// cmd/nemawashi makes the window by [NewWindow], opens the library meanwhile and
// calls [New]. Everything here runs on the window's goroutine. What goes wrong is told to the user in a dialog that
// says what happened, what was kept and what to do.
package ui

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/home"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/tour"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/ui/workshops"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
	"nemawashi.app/workshop/template"
)

// Name is the app's name, as titles and menus show it.
const Name = "Nemawashi"

// Config is what an app is made of.
type Config struct {
	App       fyne.App
	Window    fyne.Window   // as NewWindow makes it
	First     *home.Reading // what Home shows first, nil: it reads for itself
	Library   *library.Library
	Templates *template.Set
	Version   string
	Now       func() time.Time // nil: the clock
	Saves     shell.SaveWatch  // nil: the library's own state
	// Log gets one line for what tests wait on; it never holds a name. Nil: none.
	Log func(event string)
	// Exit ends the program where the window's loop does not. Nil: os.Exit.
	Exit func()
}

// App is the app.
type App struct {
	config   Config
	prefs    settings.Preferences
	lib      *library.Library
	window   fyne.Window
	shell    *shell.Shell
	saves    shell.SaveWatch
	shield   shield
	overdue  int // for the rail's badge
	rooms    map[workshop.ID]*opened
	changed  *workshop.Session // the one that was worked on last, for undo in the lists over all workshops
	heard    map[workshop.ID]bool
	sign     *shell.SavedIndicator // of the list in front, nil before the first
	leaving  *shell.Dialog         // asks whether to quit with changes that are not saved
	stopping bool
	unsaved  bool     // the disk refuses what was typed, which was told
	joint    []*joint // what was done in several workshops at once, the newest last
	cameFrom func()   // leads from the settings back to where they were opened, nil before they were
	broken   bool     // by a mistake of the app: pages are not to be trusted any more
	painted  bool     // the window has shown its first page
	leaves   func()   // says that the window's loop is to end
	ended    sync.Once
	tour     *tour.Tour // nil before the first
	// copying is set while the copy on another disk is made, stickTold once it was
	// told that it could not be.
	copying, stickTold bool
	// presented is what is on the wall, nil while nothing is.
	presented *presented
}

// NewWindow makes the app's window and shows it, still empty. That takes as long as
// opening a library does, so the two are done side by side.
func NewWindow(app fyne.App) fyne.Window {
	prefs := settings.Of(app)
	app.Settings().SetTheme(prefs.Theme())
	w := app.NewWindow(Name)
	w.SetPadded(false)
	w.SetMaster()
	// Fyne fills a window that has no content with a rectangle. Cleared, it looks the same, and costs a frame less.
	w.SetContent(container.NewWithoutLayout())
	w.Resize(prefs.Window())
	w.Show()
	return w
}

// New shows Home in the window.
func New(c Config) *App {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = func(string) {}
	}
	if c.Exit == nil {
		c.Exit = func() { os.Exit(0) }
	}
	a := &App{config: c, prefs: settings.Of(c.App), lib: c.Library, saves: c.Saves, rooms: map[workshop.ID]*opened{}, heard: map[workshop.ID]bool{}, leaves: func() {}}
	if a.saves == nil {
		a.saves = saves{c.Library}
	}
	a.window = c.Window
	a.shell = shell.New(shell.Config{Window: a.window, AppName: Name, Rail: a.rail(), OnDropped: a.dropped, Help: a.help})
	a.shell.AddCommands(a.commands()...)
	a.shell.AddCommands(a.tourCommands()...)
	a.shell.AddSource(finder{a})
	a.shell.AddSource(helpFinder{a})
	a.watchTheEnd()
	a.shield.Watch(a.renamed)
	a.saves.WatchSaves(func() { run.Main(a.saved) })
	// What cannot be read is told once Home is there.
	unread := c.Templates.Open(c.Library)
	first := a.home()
	first.First = c.First
	a.shell.Go(home.New(first))
	if unread != nil {
		a.tell("A template of your own could not be read", unread)
	}
	if runtime.GOOS == "darwin" {
		a.window.SetMainMenu(a.shell.MainMenu())
	}
	if notice := a.lib.Notice(); notice != "" {
		a.shell.Notify(widgets.Notice{Icon: "lock", Tone: widgets.Careful, Text: notice, Stay: -1})
	}
	a.backUpDaily()
	a.watchStick()
	run.Main(a.checkAfterCrash) // reads all of the library: not beside the first painting
	a.tellOfCrash()
	a.tellOfUnsaved()
	return a
}

// Window is the app's window.
func (a *App) Window() fyne.Window { return a.window }

// Shell is the frame, for tests and for the pictures.
func (a *App) Shell() *shell.Shell { return a.shell }

// Run works the window until it is closed.
func (a *App) Run() {
	a.config.Log("window")
	a.window.Show() // paints now what New put in, and not first at the loop's first turn
	a.painted = true
	if a.config.First != nil {
		a.config.Log("home")
	}
	a.watchCrashes()
	a.loop()
}

func (a *App) applyTheme() { a.config.App.Settings().SetTheme(a.prefs.Theme()) }

func (a *App) today() workshop.Date { return workshop.DateOf(a.config.Now()) }

func (a *App) rail() []shell.RailItem {
	return []shell.RailItem{
		{ID: "home", Label: "Home", Icon: "home", Run: a.goHome},
		{ID: "workshops", Label: "Workshops", Icon: "board", Run: a.goWorkshops},
		{ID: "actions", Label: "Actions", Icon: "action", Badge: func() int { return a.overdue }, BadgeTone: widgets.Bad, Run: a.goActions},
		{ID: "people", Label: "People", Icon: "people", Run: a.goPeople},
		{ID: "templates", Label: "Templates", Icon: "template", Run: a.goTemplates},
		{ID: "settings", Label: "Settings", Icon: "settings", Foot: true, Run: a.goSettings},
	}
}

func (a *App) home() home.Desk {
	return home.Desk{
		Source: a.lib, Templates: a.config.Templates, Now: a.config.Now, ReadOnly: a.lib.ReadOnly(),
		Open: a.OpenWorkshop, New: a.newWorkshop, ShowAll: a.goWorkshops, ShowOverdue: a.goActions, ShowChecks: a.goChecks, ShowRatings: a.rateAgain,
		ShowContacts: a.goContacts, KeepLonger: a.keepLonger, EraseMap: a.eraseMap,
		Backup: a.backUp, Sample: a.addSample, Library: func() { a.useAnother(a.lib.Path()) }, Find: a.shell.ShowPalette,
		Counted: func(d library.Digest) { a.badge(d.Overdue) },
		Trouble: func(err error) { a.tell("The library could not be read", err) },
		Hints: func() {
			a.shell.RefreshHints()
			if a.painted {
				a.config.Log("home")
			}
		},
		Copied: func() (time.Time, bool) { return a.prefs.Copied(), a.prefs.Stick() != "" }, WhereItLives: "On this computer only",
	}
}

func (a *App) goHome() { a.shell.Go(home.New(a.home())) }

func (a *App) goWorkshops() {
	a.shell.Go(workshops.New(workshops.Desk{
		List: a.lib.Workshops, Open: a.OpenWorkshop, New: func() { a.newWorkshop(nil) },
		Trouble: func(err error) { a.tell("The library could not be read", err) }, Hints: a.shell.RefreshHints, ReadOnly: a.lib.ReadOnly(),
	}))
}

// saved follows the library: it brings the rail's badge up to date once what was changed is on the
// disk. Rooms hide the rail; Home counts for itself when it comes back.
func (a *App) saved() {
	if a.sign != nil {
		a.sign.Update()
	}
	state, why := a.saves.SaveState()
	a.tellUnsaved(state, why)
	if state == shell.Saved {
		a.config.Log(fmt.Sprint("saved ", a.lib.Status().Through))
	}
	if state == shell.Saved && len(a.shell.Pages()) == 1 && !a.stopping {
		a.countOverdue()
	}
}

func (a *App) countOverdue() {
	var d library.Digest
	var err error
	run.Go(func(ctxDone) { d, err = a.lib.Digest(a.today()) }, func() {
		if err == nil {
			a.badge(d.Overdue)
		}
	})
}

func (a *App) badge(overdue int) {
	if overdue != a.overdue {
		a.overdue = overdue
		a.shell.RefreshRail()
	}
}

// tell shows an error in the words that the library, or the domain, has for it.
func (a *App) tell(title string, err error) {
	t := shell.Trouble{Title: title, What: err.Error()}
	var invalid *workshop.Invalid
	switch {
	case errors.As(err, &invalid):
		t.Kept, t.Do = "Everything is as it was before.", "Change what is named above and try again."
	case errors.Is(err, workshop.ErrReadOnly):
		t.Do = "Close the other window that has this library, or choose another place in the settings."
	}
	a.shell.ShowError(t)
}
