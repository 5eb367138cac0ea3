package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"nemawashi.app/export/register"
	"nemawashi.app/export/workbook"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/takeback"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/exchange"
)

// chooseSpreadsheet asks for a register that came back.
func (a *App) chooseSpreadsheet() {
	entry := widgets.NewEntry("The whole path of a workbook (.xlsx)")
	d := &shell.Dialog{Title: "Take back a spreadsheet", Width: 600, Focus: entry.Input()}
	take := func() {
		path := filepath.Clean(strings.Trim(entry.Text(), "\" "))
		if !filepath.IsAbs(path) {
			entry.SetProblem("Type the whole path, from the root of the disk")
			d.Refresh()
			return
		}
		d.Close()
		a.TakeBack(path)
	}
	entry.OnSubmit = func(string) { take() }
	d.Content = widgets.VStack(12,
		widgets.NewText("Choose a register that an owner has sent back. You see every change before anything is taken. Several at once can be dropped on the window.", theme.Body).In(theme.Text2),
		widgets.Labeled("File", entry), widgets.HStack(0, widgets.NewButton("Browse...", func() { a.browseFile(".xlsx", entry.SetText) }), widgets.Spacer()))
	d.Buttons = []shell.DialogButton{{Label: "Cancel"}, {Label: "Review", Kind: widgets.Primary, Stay: true, Run: take}}
	a.shell.ShowDialog(d)
}

// TakeBack reads registers that came back and opens the review.
func (a *App) TakeBack(paths ...string) {
	if a.lib.ReadOnly() {
		a.tell("Nothing can be taken back now", workshop.ErrReadOnly)
		return
	}
	var copies []*exchange.Copy
	var options takeback.Options
	var failed error
	var progress *shell.Progress
	var cancel func()
	progress = a.shell.ShowProgress("Reading", func() { cancel() })
	cancel = run.Go(func(ctx context.Context) {
		for i, path := range paths {
			run.Main(func() { progress.Set(float64(i)/float64(len(paths)), filepath.Base(path)) })
			var c *exchange.Copy
			if c, failed = register.Read(ctx, path); failed != nil {
				return
			}
			copies = append(copies, c)
		}
		options, failed = a.planned(copies)
	}, func() {
		progress.Close()
		switch {
		case errors.Is(failed, context.Canceled):
			a.shell.Notify(widgets.Notice{Icon: "info", Text: "Stopped; nothing was changed"})
		case failed != nil:
			a.notTaken(failed)
		default:
			if p := a.shell.Page(); p != nil && p.ID() == takeback.PageID {
				a.shell.Back()
			}
			a.shell.Open(takeback.New(options))
			a.config.Log("takeback")
		}
	})
}

// notTaken says why a file was not taken.
func (a *App) notTaken(err error) {
	t := shell.Trouble{Title: "This file cannot be taken back", What: err.Error()}
	var r *workbook.Refused
	if errors.As(err, &r) {
		t.What, t.Kept, t.Do = r.Name+" "+r.What+".", "Nothing was changed.", strings.ToUpper(r.Do[:1])+r.Do[1:]+"."
	}
	a.shell.ShowError(t)
}

// planned plans what the copies change in the workshops of this library.
func (a *App) planned(copies []*exchange.Copy) (takeback.Options, error) {
	all, err := a.lib.Workshops()
	if err != nil {
		return takeback.Options{}, err
	}
	titles := map[workshop.ID]string{}
	for _, s := range all {
		titles[s.ID] = s.Title
	}
	ids, away := exchange.Places(copies, func(id workshop.ID) bool { _, ok := titles[id]; return ok })
	if len(ids) == 0 {
		return takeback.Options{}, &workbook.Refused{Reason: workbook.Elsewhere, Name: copies[0].Name, What: "was made from a workshop that is not in this library", Do: "take it back on the computer that it came from"}
	}
	o := takeback.Options{Copies: copies, Frame: a.shell, Now: a.config.Now, Choose: a.chooseSpreadsheet, Apply: a.applyCopies, Drop: a.dropSheets}
	for _, p := range away {
		if n := exchange.Changed(copies, p.Workshop); n > 0 {
			o.Notes = append(o.Notes, fmt.Sprintf("The workshop “%s” is not in this library: %d changed rows of it are not reviewed here.", p.Label, n))
		}
	}
	for _, id := range ids {
		s, err := a.lib.Session(id)
		if err != nil {
			return o, err
		}
		part := takeback.Part{Session: s, Title: titles[id]}
		s.Read(func(w *workshop.Workshop) { part.Plan = exchange.NewPlan(w, copies...) })
		o.Parts, o.Copies = append(o.Parts, part), part.Plan.Copies // in their order, each once
	}
	return o, nil
}

// dropSheets takes back files that were dropped, if all of them are workbooks.
func (a *App) dropSheets(paths []string) bool {
	for _, p := range paths {
		if strings.ToLower(filepath.Ext(p)) != ".xlsx" {
			return false
		}
	}
	a.TakeBack(paths...)
	return true
}

// applyCopies makes a backup and then the changes, one step in each workshop.
func (a *App) applyCopies(parts []takeback.Part) {
	var failed error
	progress := a.shell.ShowProgress("Making a backup", nil)
	run.Go(func(context.Context) { failed = a.lib.BackupBefore("takeback") }, func() {
		progress.Close()
		if failed != nil {
			a.tell("Nothing was changed, since no backup could be made", failed)
			return
		}
		var done exchange.Counts
		var changed []workshop.ID
		for _, part := range parts {
			n := part.Plan.Counts()
			if n.Values+n.Added == 0 {
				continue
			}
			if _, err := a.session(part.Session.ID()); err != nil { // so that undo finds it
				a.tell("The spreadsheet was not taken back", err)
				return
			}
			if err := part.Session.DoFrom(part.Plan.Source(), "Take back a spreadsheet", func(e *workshop.Edit) error { return part.Plan.Apply(e, a.today()) }); err != nil {
				a.tell("The workshop “"+part.Title+"” was not changed", err)
				return
			}
			done.Values, done.Added = done.Values+n.Values, done.Added+n.Added
			changed = append(changed, part.Session.ID())
		}
		a.shell.Back()
		a.showTaken(changed)
		a.shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: fmt.Sprintf("Taken back: %d values changed, %d actions added. Ctrl+Z undoes it.", done.Values, done.Added)})
		a.config.Log("taken back")
	})
}

// showTaken goes where what was taken back is in sight, and where Ctrl+Z takes
// it away again.
func (a *App) showTaken(changed []workshop.ID) {
	if len(changed) != 1 {
		a.goActions()
		return
	}
	if o := a.front(); o == nil || o.session.ID() != changed[0] {
		a.OpenWorkshop(changed[0])
	}
	a.ShowBoard("actions")
}
