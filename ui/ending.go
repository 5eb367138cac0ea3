package ui

import (
	"path/filepath"
	"time"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
)

// watchTheEnd asks before the window closes when something could not be saved;
// a signal cannot ask.
func (a *App) watchTheEnd() { a.window.SetCloseIntercept(a.close) }

// loopEnds is how long the window's loop may take to end once it was asked to.
var loopEnds = 10 * time.Second

// loop works the window. Where Fyne's loop does not come back, all is ended
// without it: nobody sees the window any more, and the library would stay
// locked by a program without one.
func (a *App) loop() {
	leaving, over := run.Deadline(loopEnds, func() {
		a.end()
		a.config.Exit()
	})
	a.leaves = leaving
	a.guard(a.config.App.Run)
	over()
	a.end()
}

// end brings everything to the disk after the window's loop, on its goroutine.
// Not in Lifecycle.OnStopped: after a signal Fyne calls that on another
// goroutine, and sometimes not at all. What is saved does not depend on pages
// that may no longer be able to leave in order.
func (a *App) end() { a.ended.Do(a.finish) }

func (a *App) finish() {
	run.End()
	defer a.config.Log("stopped")
	if a.stopping {
		return
	}
	// Nobody is left to tell of an error: what the disk refuses goes elsewhere.
	defer a.lib.Close()
	_ = a.lib.Flush()
	if !a.broken {
		a.leave()
	}
	a.keepUnsaved()
}

// leave ends what is half typed and remembers the window.
func (a *App) leave() {
	if p := a.shell.Page(); p != nil {
		p.Hidden()
	}
	for _, o := range a.rooms {
		o.session.EndTyping()
	}
	if !a.window.FullScreen() {
		a.prefs.SetWindow(a.window.Canvas().Size())
	}
}

func (a *App) close() {
	if a.leaving != nil && a.leaving.Open() {
		return
	}
	a.leave()
	if err := a.flush(); err != nil {
		a.leaving = a.shell.Ask(shell.Question{
			Title: "Not everything is saved",
			Text:  err.Error() + " If you quit now, the last changes are lost. If you wait, saving is tried again. You can also save everything in another place, on another disk.",
			Yes:   "Quit and lose them", No: "Wait", Danger: true, OnYes: a.quit, OnNo: a.stay,
			Other: "Save elsewhere...", OnOther: a.rescue,
		})
		return
	}
	a.quit()
}

// rescue saves everything, what the disk refused included, in another place, and
// quits; the next start opens the library there.
func (a *App) rescue() {
	a.stay()
	name := "Nemawashi " + a.config.Now().Format("2006-01-02 1504") + libraryExtension
	a.askPath("Save in another place", "Everything is written there, also what could not be saved, and read back. Nemawashi then ends, and opens the new file when you start it again.", "File",
		filepath.Join(a.prefs.Folder(), name), "Save and quit", func(path string) {
			a.elsewhere(path, "Saving in another place", a.lib.Rescue, "It was not saved there")
		})
}

// elsewhere brings the library to another place, and quits; the next start opens
// it there.
func (a *App) elsewhere(path, doing string, bring func(path string) error, failed string) {
	progress := a.shell.ShowProgress(doing, nil)
	var err error
	run.Go(func(ctxDone) { err = bring(path) }, func() {
		progress.Close()
		if err != nil {
			a.tell(failed, err)
			return
		}
		a.prefs.SetLibrary(path)
		a.leave()
		a.quit()
	})
}

// stay takes up the page in front again.
func (a *App) stay() {
	if p := a.shell.Page(); p != nil {
		p.Shown()
	}
}

func (a *App) quit() {
	a.stopping = true
	if err := a.lib.Close(); err != nil {
		a.config.Log("close failed")
	}
	a.window.SetCloseIntercept(nil)
	a.leaves()
	a.config.App.Quit()
}

// settled is how long after the start the disk is left to what the user does
// first.
const settled = 5 * time.Second

// backUpDaily makes today's copy in the background, once a day, and lets go of
// pictures that nothing needs any more.
func (a *App) backUpDaily() {
	run.After(settled, func() {
		var err error
		run.Go(func(ctxDone) {
			if !a.stopping {
				err = a.lib.CareDaily()
			}
		}, func() {
			if err != nil && !a.stopping {
				a.tell("Today's backup was not made", err)
			}
			a.freshenStick()
		})
	})
}
