package ui

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
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
	a.askFile(pathQuestion{title: "Take back a spreadsheet", text: "Choose a register that an owner has sent back. You see every change before anything is taken. Several at once can be dropped on the window.",
		hint: "The whole path of a workbook (.xlsx)", verb: "Review", help: "takeback"}, []string{".xlsx"}, func(path string) { a.TakeBack(path) })
}

// TakeBack reads registers that came back and opens the review.
func (a *App) TakeBack(paths ...string) { a.takeBack(paths, "") }

// takeBack is TakeBack; files that do not say what they were at export are
// compared with a workshop, with those of their ids when none is given.
func (a *App) takeBack(paths []string, with workshop.ID) {
	if a.lib.ReadOnly() {
		a.tell("Nothing can be taken back now", workshop.ErrReadOnly)
		return
	}
	var copies []*exchange.Copy
	var options takeback.Options
	var failed error
	at := ""
	var progress *shell.Progress
	var cancel func()
	progress = a.shell.ShowProgress("Reading", func() { cancel() })
	cancel = run.Go(func(ctx context.Context) {
		for i, path := range paths {
			at = path
			run.Main(func() { progress.Set(float64(i)/float64(len(paths)), filepath.Base(path)) })
			var c *exchange.Copy
			if c, failed = a.readCopy(ctx, path, with); failed != nil {
				return
			}
			copies = append(copies, c)
		}
		options, failed = a.planned(copies)
	}, func() {
		progress.Close()
		var r *workbook.Refused
		switch {
		case errors.Is(failed, context.Canceled):
			a.shell.Notify(widgets.Notice{Icon: "info", Text: "Stopped; nothing was changed"})
		case errors.As(failed, &r) && r.Reason == workbook.NoBase:
			a.askWhatItIs(paths, at)
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

// readCopy reads one file. It is a refusal for want of a base only where the
// file's ids tell no workshop and none was chosen.
func (a *App) readCopy(ctx context.Context, path string, with workshop.ID) (*exchange.Copy, error) {
	c, err := register.Read(ctx, path)
	var base *workbook.Refused
	if !errors.As(err, &base) || base.Reason != workbook.NoBase {
		return c, err
	}
	against := register.Against{Whose: a.lib.Whose, Templates: a.config.Templates, View: func(id workshop.ID, audience workshop.Audience) (*workshop.View, error) {
		s, err := a.lib.Session(id)
		if err != nil {
			return nil, err
		}
		return s.View(audience), nil
	}}
	if with != "" {
		against.Whose = func([]workshop.ID) ([]workshop.ID, error) { return []workshop.ID{with}, nil }
	}
	c, err = register.Compare(ctx, path, against)
	var refused *workbook.Refused
	if errors.As(err, &refused) && with == "" {
		return nil, base // nobody knows yet whether it is a register at all
	}
	return c, err
}

// askWhatItIs asks about a file that is no register as it went out: it is
// compared with a workshop, or taken in as the list of somebody else.
func (a *App) askWhatItIs(paths []string, path string) {
	all, err := a.lib.Workshops()
	if err != nil || len(all) == 0 {
		a.notTaken(&workbook.Refused{Reason: workbook.NoBase, Name: filepath.Base(path), What: "is no register of a workshop in this library", Do: "take it back on the computer that it came from"})
		return
	}
	var titles []string
	at := 0
	for i, s := range all {
		titles = append(titles, s.Title)
		if o := a.front(); o != nil && o.session.ID() == s.ID {
			at = i
		}
	}
	which := widgets.NewSelect(titles, at, func(i int) { at = i })
	a.shell.ShowDialog(&shell.Dialog{
		Title: "What is this file?", Subtitle: filepath.Base(path), Width: 620, Focus: which, Help: "takeback",
		Content: widgets.VStack(12,
			widgets.NewText("It has no hidden sheet that says what it was when it went out, and no action's id. If it is a register of a workshop all the same, it can be compared with what the app has now: you choose every difference, and nothing is taken by itself. If somebody made it without this app, take it in as an action list.", theme.Body).In(theme.Text2),
			widgets.Labeled("Workshop", which)),
		Buttons: []shell.DialogButton{{Label: "Cancel"},
			{Label: "Action list...", Run: func() { a.takeIn(path, all[at].ID) }},
			{Label: "Compare", Kind: widgets.Primary, Run: func() { a.takeBack(paths, all[at].ID) }}},
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

// dropList takes in a list that is no workbook.
func (a *App) dropList(paths []string) bool {
	if len(paths) != 1 || !slices.Contains(listExtensions, strings.ToLower(filepath.Ext(paths[0]))) {
		return false
	}
	a.takeIn(paths[0], "")
	return true
}

// dropSheets takes back files that were dropped, if all of them are workbooks.
func (a *App) dropSheets(paths []string) bool {
	for _, p := range paths {
		if strings.ToLower(filepath.Ext(p)) != ".xlsx" {
			return a.dropList(paths)
		}
	}
	a.TakeBack(paths...)
	return true
}

// applyCopies makes a backup and then the changes.
func (a *App) applyCopies(parts []takeback.Part) {
	a.backedUp(func() {
		if a.applyPlans("Take back a spreadsheet", parts) {
			a.config.Log("taken back")
		}
	})
}

// backedUp makes a backup and then what it is made for.
func (a *App) backedUp(then func()) {
	var failed error
	progress := a.shell.ShowProgress("Making a backup", nil)
	run.Go(func(context.Context) { failed = a.lib.BackupBefore("import") }, func() {
		progress.Close()
		if failed != nil {
			a.tell("Nothing was changed, since no backup could be made", failed)
			return
		}
		then()
	})
}

// applyPlans applies what was chosen, in all workshops or in none, and says how
// it is undone.
func (a *App) applyPlans(label string, parts []takeback.Part) bool {
	var done exchange.Counts
	var sessions []*workshop.Session
	var plans []*exchange.Plan
	var titles []string
	var ids []workshop.ID
	for _, part := range parts {
		if !part.Plan.Does() {
			continue
		}
		if _, err := a.session(part.Session.ID()); err != nil { // so that undo finds it
			a.tell("Nothing was taken", err)
			return false
		}
		n := part.Plan.Counts()
		done.Values, done.Added = done.Values+n.Values, done.Added+n.Added
		sessions, plans, titles, ids = append(sessions, part.Session), append(plans, part.Plan), append(titles, part.Title), append(ids, part.Session.ID())
	}
	if err := exchange.ApplyAll(sessions, plans, label, a.today()); err != nil {
		a.tell("Nothing was taken, in no workshop", err)
		return false
	}
	a.shell.Back()
	if p := a.shell.Page(); p != nil && p.ID() == takeback.ListID {
		a.shell.Back()
	}
	a.rememberJoint(label, sessions, titles)
	a.showTaken(ids)
	a.shell.Notify(widgets.Notice{Icon: "check", Tone: widgets.Good, Text: takenNote(done, len(sessions))})
	return true
}

// takenNote says what was taken, and that one undo takes it back.
func takenNote(done exchange.Counts, workshops int) string {
	if done.Values+done.Added == 0 {
		return "Your decisions are kept; no value was changed. Ctrl+Z undoes it."
	}
	where := ""
	if workshops > 1 {
		where = fmt.Sprintf(", in all %d workshops", workshops)
	}
	return fmt.Sprintf("Taken back: %d values changed, %d actions added. Ctrl+Z undoes it%s.", done.Values, done.Added, where)
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
