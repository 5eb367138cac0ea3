package ui

import (
	"fmt"
	"path/filepath"
	"strings"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/settings"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/ui/workshops"
	"nemawashi.app/workshop/library"
)

// libraryExtension is how a library's name ends.
const libraryExtension = ".nemawashi"

func (a *App) goSettings() {
	if p := a.shell.Page(); p != nil && p.ID() != "settings" {
		a.cameFrom = a.wayBack()
	}
	a.shell.Go(settings.New(settings.Desk{
		Preferences: a.prefs, Apply: a.applyTheme, LibraryPath: a.lib.Path(), ReadOnly: a.lib.Notice(),
		Move: a.moveLibrary, Open: func() { a.useAnother(a.lib.Path()) }, Backup: a.backUp, Check: a.checkLibrary, Version: a.config.Version,
		Backups: a.lib.BackupFolder(), ShowBackups: func() { a.reveal(a.lib.BackupFolder()) },
		Stick: a.stickSays(), ChooseStick: a.chooseStick, CopyToStick: func() { a.copyNow(func(error) {}) }, LeaveStick: a.leaveStick,
	}))
}

// wayBack leads again to where the page in front is: to the place of the rail, and from there to the room it belongs to.
func (a *App) wayBack() func() {
	place := a.goHome
	for _, item := range a.rail() {
		if item.ID == a.shell.Pages()[0].ID() && item.ID != "settings" {
			place = item.Run
		}
	}
	o := a.front()
	return func() {
		place()
		if o != nil {
			a.OpenWorkshop(o.session.ID())
		}
	}
}

// backUp writes a verified copy where the user says.
func (a *App) backUp() {
	name := fmt.Sprintf("Nemawashi %s%s", a.config.Now().Format("2006-01-02 1504"), libraryExtension)
	a.askPath("Back up the library", "A copy of everything, checked after it was written. Choose another disk or a stick.", "File",
		filepath.Join(a.prefs.Folder(), name), "Back up", func(path string) {
			a.work("Backing up", func() error { return a.lib.Backup(path) }, "The backup was not made", "Backed up to "+filepath.Base(path))
		})
}

// work runs something that may take seconds, with a dialog over the window.
func (a *App) work(doing string, f func() error, failed, done string) {
	progress := a.shell.ShowProgress(doing, nil)
	var err error
	run.Go(func(ctxDone) { err = f() }, func() {
		progress.Close()
		if err != nil {
			a.tell(failed, err)
			return
		}
		a.shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: done})
		if p := a.shell.Page(); p != nil {
			p.Shown()
		}
	})
}

func (a *App) checkLibrary() {
	progress := a.shell.ShowProgress("Checking the library", nil)
	a.check(func(err error) {
		progress.Close()
		if err != nil {
			a.tell("The library could not be checked", err)
		}
	}, "The library is sound")
}

// checkAfterCrash makes sure of the library when the last use of it did not
// end in the normal way.
func (a *App) checkAfterCrash() {
	if a.lib.Unclean() && !a.lib.ReadOnly() {
		a.check(func(err error) {
			if err != nil {
				a.config.Log("check failed")
			}
		}, "Nemawashi was ended without being closed. What was saved is there, and the library is sound.")
	}
}

// check reads all of the library in the background and says what it finds.
func (a *App) check(done func(error), sound string) {
	var found []library.Problem
	var err error
	run.Go(func(ctxDone) { found, err = a.lib.Check() }, func() {
		if a.stopping {
			return
		}
		done(err)
		switch {
		case err != nil:
		case len(found) > 0:
			what, do := tellProblems(found)
			a.shell.ShowError(shell.Trouble{Title: workshops.Count(len(found), "problem was found", "problems were found"), What: what,
				Kept: "Nothing was changed.", Do: do})
		default:
			a.shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: sound})
		}
	})
}

// tellProblems says where what is wrong, and what to do about it: each remedy
// once, in the order in which the problems call for them.
func tellProblems(found []library.Problem) (what, do string) {
	const most = 8
	for i, p := range found {
		if i < most {
			what += p.Where + ": " + strings.TrimSuffix(p.What, ".") + ".\n"
		}
		if !strings.Contains(do, p.Do) {
			do = strings.TrimSpace(do + " " + p.Do)
		}
	}
	if more := len(found) - most; more > 0 {
		what += "And " + workshops.Count(more, "more", "more") + "; the command line's check lists all.\n"
	}
	return what, do
}

// moveLibrary copies the library to another place, verified, and uses it there
// from the next start on. The old file stays where it is; the app ends, since what
// is written into the old one from now on would be missing in the new one.
func (a *App) moveLibrary() {
	a.askPath("Move the library", "The library is copied there and checked. The old file stays as a backup. Nemawashi then ends, and opens the new file when you start it again.", "New file",
		a.lib.Path(), "Move and quit", func(path string) {
			a.elsewhere(path, "Copying the library", a.lib.Move, "The library was not moved")
		})
}

// useAnother takes another library from the next start on, after looking
// whether it is one.
func (a *App) useAnother(path string) {
	a.askPath("Use another library", "Nemawashi opens it after a restart. A file that is not there yet begins as an empty library.", "File",
		path, "Use it", func(path string) {
			a.work("Looking at the library", func() error {
				lib, err := library.Open(path, library.Options{Now: a.config.Now})
				if err != nil {
					return err
				}
				if err := lib.Close(); err != nil {
					return err
				}
				a.prefs.SetLibrary(path)
				return nil
			}, "This library cannot be used", "Restart Nemawashi to work there.")
		})
}
