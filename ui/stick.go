package ui

import (
	"errors"
	"time"

	"nemawashi.app/ui/home"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/library"
)

// lookForStick is how often is looked whether the disk with the copy has come.
const lookForStick = 5 * time.Minute

// watchStick brings the copy on another disk up to date, once a day, as soon as
// that disk is there.
func (a *App) watchStick() {
	run.Every(lookForStick, a.freshenStick)
}

// freshenStick makes today's copy there. That the disk is not there is no trouble:
// Home says how old the copy is.
func (a *App) freshenStick() {
	folder, now := a.prefs.Stick(), a.config.Now()
	if folder == "" || a.stopping || a.copying || a.lib.ReadOnly() || sameDay(a.prefs.Copied(), now) {
		return
	}
	a.copyToStick(folder, func(err error) {
		if err != nil && !errors.Is(err, &library.Error{Code: library.MissingFolder}) && !a.stickTold {
			a.stickTold = true // once: the disk may stay as it is for the whole day
			a.tell("The copy on the other disk was not made", err)
		}
	})
}

// copyToStick copies in the background and remembers that it did.
func (a *App) copyToStick(folder string, done func(error)) {
	a.copying = true
	var err error
	run.Go(func(ctxDone) { _, err = a.lib.BackupTo(folder) }, func() {
		a.copying = false
		if a.stopping {
			return
		}
		if err == nil && a.prefs.Stick() == folder {
			a.prefs.SetCopied(a.config.Now())
			a.stickTold = false
		}
		done(err)
	})
}

// chooseStick asks for the folder, and makes the first copy there at once: a
// place that takes none is not kept.
func (a *App) chooseStick() {
	a.ask(pathQuestion{title: "Copy on another disk", text: "Plug in the stick or disk and choose a folder on it. The library is copied there now, read back, and from then on once a day.",
		label: "Folder", hint: "The whole path of a folder on another disk", suggestion: a.prefs.Stick(), verb: "Copy there", help: "settings", button: "Browse for a folder...", browse: a.browse,
	}, func(folder string) {
		before, made := a.prefs.Stick(), a.prefs.Copied()
		a.prefs.SetStick(folder)
		a.copyNow(func(err error) {
			if err != nil {
				a.prefs.SetStick(before)
				if !made.IsZero() {
					a.prefs.SetCopied(made)
				}
			}
		})
	})
}

// copyNow copies over the window, and says how it went.
func (a *App) copyNow(then func(error)) {
	if a.copying {
		return // it is just being done
	}
	progress := a.shell.ShowProgress("Copying to the other disk", nil)
	a.copyToStick(a.prefs.Stick(), func(err error) {
		progress.Close()
		then(err)
		if err != nil {
			a.tell("The copy was not made", err)
			return
		}
		a.shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: "Copied, and read back: " + a.prefs.Stick()})
		a.reopenSettings()
	})
}

// leaveStick keeps no copy there any more; those that are there stay.
func (a *App) leaveStick() {
	a.prefs.SetStick("")
	a.reopenSettings()
}

// reopenSettings shows what has changed, where settings are in front.
func (a *App) reopenSettings() {
	if p := a.shell.Page(); p != nil && p.ID() == "settings" {
		a.goSettings()
	}
}

// stickSays is the folder and how old the copy in it is.
func (a *App) stickSays() string {
	folder := a.prefs.Stick()
	if folder == "" {
		return ""
	}
	if at := a.prefs.Copied(); !at.IsZero() {
		return folder + " (copied: " + home.Ago(at, a.config.Now()) + ")"
	}
	return folder + " (never copied)"
}

func sameDay(a, b time.Time) bool {
	a = a.In(b.Location())
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}
