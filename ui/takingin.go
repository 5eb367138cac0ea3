package ui

import (
	"context"
	"path/filepath"
	"slices"

	"nemawashi.app/export/register"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/takeback"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// listExtensions are the files that can hold a list of actions.
var listExtensions = []string{".xlsx", ".csv", ".tsv", ".txt"}

// chooseList asks for an action list that somebody made without this app.
func (a *App) chooseList() {
	a.askFile(pathQuestion{title: "Take in an action list", text: "Choose a list of actions that somebody made in a spreadsheet of their own. You say what its columns are and see every action before it is added.",
		hint: "The whole path of a workbook (.xlsx) or a CSV file", verb: "Look at it", help: "takeback"}, listExtensions, func(path string) { a.takeIn(path, "") })
}

// TakeIn opens the page on which a list's columns are named.
func (a *App) TakeIn(path string) { a.takeIn(path, "") }

// takeIn opens the page on which a list's columns are named, for a workshop, or
// for the one in front or the newest.
func (a *App) takeIn(path string, into workshop.ID) {
	if a.lib.ReadOnly() {
		a.tell("Nothing can be taken in now", workshop.ErrReadOnly)
		return
	}
	all, err := a.lib.Workshops()
	if err != nil {
		a.tell("The library could not be read", err)
		return
	}
	if len(all) == 0 {
		a.shell.ShowError(shell.Trouble{Title: "There is no workshop yet", What: "An action list goes into a workshop.", Kept: "Nothing was changed.", Do: "Make a workshop with Ctrl+N and take the list in again."})
		return
	}
	if o := a.front(); into == "" && o != nil {
		into = o.session.ID()
	}
	o := takeback.ListOptions{Name: filepath.Base(path), Frame: a.shell, Choose: a.chooseList, Drop: a.dropSheets}
	for i, s := range all {
		o.Places = append(o.Places, s.Title)
		if s.ID == into {
			o.Place = i
		}
	}
	o.Read = func(how register.ListOptions, place int, done func(*takeback.Reading)) {
		var r *takeback.Reading
		run.Go(func(ctx context.Context) { r = a.readList(ctx, path, how, all[place].ID, o.Places[place]) }, func() {
			done(r)
			a.config.Log("list read")
		})
	}
	o.Review = a.reviewList
	progress := a.shell.ShowProgress("Reading", nil)
	o.Read(register.ListOptions{}, o.Place, func(r *takeback.Reading) {
		progress.Close()
		if r.Refused != nil {
			a.notTaken(r.Refused)
			return
		}
		if p := a.shell.Page(); p != nil && p.ID() == takeback.ListID {
			a.shell.Back()
		}
		o.First = r
		a.shell.Open(takeback.NewList(o))
		a.config.Log("takein")
	})
}

// readList reads a list and plans what it adds to a workshop.
func (a *App) readList(ctx context.Context, path string, how register.ListOptions, into workshop.ID, title string) *takeback.Reading {
	how.Remembered = func(signature string) *register.Memory { return register.Remember(a.lib.List(signature)) }
	l, err := register.Look(ctx, path, how)
	if err != nil {
		return &takeback.Reading{Refused: err}
	}
	r := &takeback.Reading{List: l}
	if !slices.ContainsFunc(l.Columns, func(m register.Mapping) bool { return m.Field == "title" }) {
		return r
	}
	s, err := a.lib.Session(into)
	if err != nil {
		return &takeback.Reading{Refused: err}
	}
	var charter workshop.Charter
	s.Read(func(w *workshop.Workshop) { charter = *w.Charter() })
	if r.Copy, err = register.ReadList(ctx, path, &charter, l); err != nil {
		return &takeback.Reading{Refused: err}
	}
	r.Part = takeback.Part{Session: s, Title: title}
	s.Read(func(w *workshop.Workshop) { r.Part.Plan = exchange.NewPlan(w, r.Copy) })
	return r
}

// reviewList opens the review of what a list adds. Applying it also keeps what
// was said of its columns.
func (a *App) reviewList(r *takeback.Reading) {
	a.shell.Open(takeback.New(takeback.Options{
		Copies: r.Part.Plan.Copies, Parts: []takeback.Part{r.Part}, Frame: a.shell, Now: a.config.Now, Choose: a.shell.Back, Drop: a.dropSheets, List: true,
		Apply: func(parts []takeback.Part) {
			a.backedUp(func() {
				if !a.applyPlans("Take in an action list", parts) {
					return
				}
				memory, err := r.List.Memory()
				if err == nil {
					err = a.lib.KeepList(r.List.Signature(), memory)
				}
				if err != nil {
					a.tell("The actions were added, but what the columns are was not kept", err)
				}
				a.config.Log("taken in")
			})
		},
	}))
	a.config.Log("takeback")
}
