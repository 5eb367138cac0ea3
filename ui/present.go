package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/photos"
	"nemawashi.app/ui/present"
	"nemawashi.app/ui/run"
	"nemawashi.app/workshop"
)

// presented is a room on the wall, in a window of its own.
type presented struct {
	room   *opened
	window fyne.Window
	show   *present.Show
	watch  *canvas.Watch
	stop   func() // the clock
	log    func(event string)
}

// follow shows what the room has in front now. Nothing happens while another
// room, or none, is on the wall.
func (p *presented) follow(o *opened) {
	if p != nil && p.room == o {
		p.draw()
	}
}

func (p *presented) draw() {
	p.show.Follow()
	p.log("wall")
}

// present shows a room on the wall, or ends that.
func (a *App) present(o *opened) {
	if p := a.presented; p != nil {
		p.window.Close()
		if p.room == o {
			return
		}
	}
	p := &presented{room: o, log: a.config.Log, window: a.config.App.NewWindow(Name + " – on the wall")}
	end := func() { p.window.Close() }
	p.show = present.New(present.Config{
		View:  func(part workshop.Part) *workshop.View { return o.session.Glance(workshop.Projector, part) },
		Place: func() present.Place { return present.Place(o.page.Place()) },
		Now:   a.config.Now, Step: o.page.NextStep, Talk: o.page.TalkOn, End: end, Picture: photos.Large(a.lib),
	})
	stirred := false
	p.watch = canvas.NewWatch(func(t workshop.Touched) { stirred = stirred || p.show.Shows(t.Kind) }, func() {
		if stirred {
			stirred = false
			p.draw()
		}
	})
	p.watch.Start(o.session)
	p.stop = run.Every(time.Second, p.show.Tick)
	p.window.SetPadded(false)
	p.window.SetContent(p.show)
	p.window.Canvas().SetOnTypedKey(p.show.Key)
	p.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyP, Modifier: fyne.KeyModifierShortcutDefault}, func(fyne.Shortcut) { end() })
	p.window.SetOnClosed(func() { a.presentEnded(p) })
	a.presented = p
	a.config.Log("present")
	a.throw(p.window)
}

// throw shows a window on the second screen, and leaves the keyboard with the
// scribe; where there is one screen it takes all of that.
func (a *App) throw(w fyne.Window) {
	if second, ok := w.(desktop.Window); ok && twoScreens(a.config.App.Driver()) {
		w.Resize(fyne.NewSize(1280, 800))
		second.RequestFullScreenSecondary()
		w.Show()
		a.window.RequestFocus()
		return
	}
	w.Resize(a.window.Canvas().Size())
	w.SetFullScreen(true)
	w.Show()
	w.RequestFocus()
}

// twoScreens says whether there is a second screen that is not the image of the
// first. Fyne fails on a system that names no screen at all, such as one that is
// worked on from afar; that is one screen.
func twoScreens(d fyne.Driver) (two bool) {
	defer func() {
		if recover() != nil {
			two = false
		}
	}()
	driver, ok := d.(desktop.Driver)
	return ok && driver.HasSecondaryDisplay()
}

// presentEnded gives the keyboard back to the scribe.
func (a *App) presentEnded(p *presented) {
	p.stop()
	p.watch.Stop()
	if a.presented == p {
		a.presented = nil
	}
	if !a.stopping {
		a.window.RequestFocus()
	}
	a.config.Log("present ended")
}

// Wall is the window that the room is shown in, nil while there is none: for
// pictures and tests.
func (a *App) Wall() fyne.Window {
	if a.presented == nil {
		return nil
	}
	return a.presented.window
}
