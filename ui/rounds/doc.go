// Package rounds leads a self-assessment round from its plan to its end: the dialog that plans it, the one that hands its forms out, the page that
// takes back what was filled in, and the questions before it is closed or thrown away.
//
// It promises that nothing is taken silently: every file that comes back stands in a list with what becomes of it and why, before anything is
// taken; that leaders who have not answered are named while of direct reports and peers only the number is known; and that what cannot be
// undone (opening, closing, taking in answers of direct reports and peers) is said before. A collection makes no backup of its own: two backups
// around it would tell by their difference what it brought.
//
// The wiring in ui opens everything here, with a [Desk]. All is used on the window's goroutine; files are read and written off it.
package rounds

import (
	"time"

	"nemawashi.app/ui/shell"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// Desk is what the dialogs work on and whom they tell.
type Desk struct {
	Session *workshop.Session
	Shell   *shell.Shell
	Now     func() time.Time
	// Questionnaires are those that a round can be planned with.
	Questionnaires []*assess.Questionnaire
	Folder         string // where forms go first
	Chosen         func(folder string)
	Browse         func(now string, picked func(folder string))
	Reveal         func(folder string)
	Name           func(*workshop.Person) string
	Tell           func(title string, err error)
	Log            func(event string)
}

func (d Desk) today() workshop.Date { return workshop.DateOf(d.Now()) }

// round is the round as it is now, nil for one that is gone.
func (d Desk) round(id workshop.ID) (r *workshop.Round, a assess.Awaited) {
	d.Session.Read(func(w *workshop.Workshop) {
		if r = workshop.Find[workshop.Round](w, id); r != nil {
			a = assess.Await(w, r)
		}
	})
	return r, a
}

func (d Desk) people() (out []*workshop.Person) {
	d.Session.Read(func(w *workshop.Workshop) { out = workshop.All[workshop.Person](w) })
	return out
}
