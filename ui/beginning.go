package ui

import (
	"time"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/sample"
	"nemawashi.app/workshop/template"
)

// newWorkshop asks for a title and begins a workshop from a template; nil lets
// the user choose one.
func (a *App) newWorkshop(chosen *template.Template) {
	all := a.config.Templates.All()
	titles, at := make([]string, len(all)), 0
	for i, t := range all {
		titles[i] = t.Title
		if t == chosen || chosen == nil && t.ID == "kaizen-workshop-3" {
			at = i
		}
	}
	about := widgets.NewText(all[at].Description, theme.Caption).In(theme.Text2)
	if all[at].Description == "" {
		about.SetText(all[at].Summary)
	}
	d := &shell.Dialog{Title: "New workshop", Width: 560, Help: "new-workshop"}
	pick := widgets.NewSelect(titles, at, func(i int) {
		at = i
		about.SetText(all[i].Summary)
		d.Refresh()
	})
	title, client := widgets.NewEntry("Pump line changeover"), widgets.NewEntry("Who it is for")
	start := widgets.NewDateEntry(time.Time{}, a.config.Now(), nil)
	begin := func() {
		if title.Text() == "" {
			title.SetProblem("A workshop needs a title")
			d.Refresh()
			title.Focus()
			return
		}
		a.window.Canvas().Unfocus() // takes up the day that is being typed
		if start.Entry().Problem != "" {
			d.Refresh()
			start.Entry().Focus()
			return
		}
		o := template.Options{Title: title.Text(), Client: client.Text()}
		if day := start.Day(); !day.IsZero() {
			o.Start = workshop.DateOf(day)
		}
		id, err := a.begin(all[at], o)
		if err != nil {
			a.tell("The workshop was not made", err)
			return
		}
		d.Close()
		a.OpenWorkshop(id)
	}
	title.OnSubmit = func(string) { begin() }
	client.OnSubmit = title.OnSubmit
	start.Entry().OnSubmit = title.OnSubmit
	d.Content = widgets.VStack(12, widgets.Labeled("Template", pick), about,
		widgets.Labeled("Title", title), widgets.Labeled("Client", client), widgets.Labeled("First day", start))
	d.Focus = title.Input()
	d.Buttons = []shell.DialogButton{{Label: "Cancel"}, {Label: "Begin", Kind: widgets.Primary, Stay: true, Run: begin}}
	a.shell.ShowDialog(d)
}

// begin makes a workshop that keeps the version of the template it began with.
func (a *App) begin(t *template.Template, o template.Options) (workshop.ID, error) {
	if err := a.config.Templates.Begin(a.lib, t); err != nil {
		return "", err
	}
	return a.lib.Create(func(e *workshop.Edit) error { return template.Instantiate(e, t, o) })
}

// addSample puts the sample engagement into the library and offers to open it.
func (a *App) addSample() {
	a.addSampleThen(func(made sample.Made) {
		a.goHome()
		a.shell.Notify(widgets.Notice{Icon: "book", Tone: widgets.Good, Text: "The sample is there. Open the kaizen workshop and look around, or take the tour from Ctrl+K.",
			Button: "Open it", OnTap: func() { a.OpenWorkshop(made.Workshops[len(made.Workshops)-1]) }})
	})
}

// addSampleThen adds the sample and goes on.
func (a *App) addSampleThen(then func(sample.Made)) {
	progress := a.shell.ShowProgress("Adding the sample", nil)
	var made sample.Made
	var err error
	run.Go(func(ctxDone) {
		if made, err = sample.Add(a.lib, a.today()); err == nil {
			err = a.lib.Flush()
		}
	}, func() {
		progress.Close()
		if err != nil {
			a.tell("The sample was not added", err)
			return
		}
		a.countOverdue()
		then(made)
	})
}
