package ui

import (
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
)

// watchTheEnd flushes the library however the app ends: the close button and
// Quit ask first when something could not be saved, a signal cannot ask.
func (a *App) watchTheEnd() {
	a.window.SetCloseIntercept(a.close)
	a.config.App.Lifecycle().SetOnStopped(func() {
		if !a.stopping {
			a.leave()
			_ = a.lib.Close() // nobody is left to tell; the queue has been tried
		}
		a.config.Log("stopped")
	})
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
			Text:  err.Error() + " If you quit now, the last changes are lost. If you wait, saving is tried again.",
			Yes:   "Quit and lose them", No: "Wait", Danger: true, OnYes: a.quit, OnNo: a.stay,
		})
		return
	}
	a.quit()
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
	a.config.App.Quit()
}

// backUpDaily makes today's copy in the background, once a day.
func (a *App) backUpDaily() {
	var err error
	run.Go(func(ctxDone) { _, err = a.lib.DailyBackup() }, func() {
		if err != nil && !a.stopping {
			a.tell("Today's backup was not made", err)
		}
	})
}
