package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/actions"
	"nemawashi.app/ui/help"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/template"
)

// commands is the app's part of the one table that drives keys, menu, palette
// and help.
func (a *App) commands() []shell.Command {
	writable := func() bool { return !a.lib.ReadOnly() }
	inRoom := func() bool { return a.front() != nil }
	return []shell.Command{
		{ID: "app.new", Label: "New workshop", Group: "Workshop", Icon: "plus", Shortcut: "Ctrl+N", Enabled: writable, Run: func() { a.newWorkshop(nil) }},
		{ID: "app.new.here", Label: "New workshop", Group: "Workshop", Shortcut: "N", Quiet: true, Enabled: func() bool { return writable() && a.inLists() }, Run: func() { a.newWorkshop(nil) }},
		{ID: "app.open", Label: "Open a workshop", Group: "Workshop", Icon: "board", Shortcut: "Ctrl+O", Run: a.goWorkshops},
		{ID: "room.export", Label: "Export readout and register", Group: "Workshop", Icon: "export", Shortcut: "Ctrl+E", Enabled: inRoom, Run: a.export},
		{ID: "app.takeback", Label: "Take back a spreadsheet", Group: "Workshop", Icon: "import", Shortcut: "Ctrl+Shift+E", Enabled: writable, Run: a.chooseSpreadsheet},
		{ID: "app.collect", Label: "Collect answers", Group: "Workshop", Icon: "import", Enabled: writable, Run: a.chooseForms},
		{ID: "app.fill", Label: "Fill in a self-assessment", Group: "Workshop", Icon: "assess", Run: a.chooseSheet},
		{ID: "app.takein", Label: "Take in an action list", Group: "Workshop", Icon: "list", Shortcut: "Ctrl+Shift+L", Enabled: writable, Run: a.chooseList},
		{ID: "edit.undo", Label: "Undo", Group: "Edit", Icon: "undo", Shortcut: "Ctrl+Z", Enabled: func() bool { s := a.current(); return s != nil && s.CanUndo() != "" }, Run: func() { a.turn((*workshop.Session).Undo, undone) }},
		{ID: "edit.redo", Label: "Redo", Group: "Edit", Icon: "refresh", Shortcut: "Ctrl+Y", Also: []widgets.Keys{"Ctrl+Shift+Z"}, Enabled: func() bool { s := a.current(); return s != nil && s.CanRedo() != "" }, Run: func() { a.turn((*workshop.Session).Redo, doneAgain) }},
		{ID: "app.names", Label: "Show or hide names", Group: "View", Icon: "shield", Shortcut: "Ctrl+Shift+H", Run: func() { a.shield.Show(!a.shield.Shown()) }},
		{ID: "shell.back", Label: "Back", Group: "Go to", Icon: "back", Shortcut: "Alt+Left", Enabled: a.canGoBack, Run: a.back},
		{ID: "app.home", Label: "Go to Home", Group: "Go to", Icon: "home", Run: a.goHome},
		{ID: "app.actions", Label: "Go to all actions", Group: "Go to", Icon: "action", Run: a.goActions},
		{ID: "app.people", Label: "Go to people", Group: "Go to", Icon: "people", Run: a.goPeople},
		{ID: "app.templates", Label: "Go to templates", Group: "Go to", Icon: "template", Run: a.goTemplates},
		{ID: "app.questionnaires", Label: "Go to questionnaires", Group: "Go to", Icon: "assess", Run: a.goQuestionnaires},
		{ID: "app.settings", Label: "Settings", Group: "Go to", Icon: "settings", Shortcut: "Ctrl+,", Run: a.goSettings},
		{ID: "app.fullscreen", Label: "Full screen", Group: "View", Icon: "present", Shortcut: "F11", Run: func() { a.window.SetFullScreen(!a.window.FullScreen()) }},
		{ID: "app.backup", Label: "Back up the library", Group: "Library", Icon: "drive", Run: a.backUp},
		{ID: "app.check", Label: "Check the library", Group: "Library", Icon: "shield", Run: a.checkLibrary},
		{ID: "app.sample", Label: "Add the sample engagement", Group: "Library", Icon: "book", Enabled: writable, Run: a.addSample},
		{ID: "app.help", Label: "First steps", Group: "Help", Icon: "book", Shortcut: "Shift+F1", Run: func() { a.help(help.First) }},
		{ID: "app.quit", Label: "Quit", Group: "Library", Icon: "x", Shortcut: "Ctrl+Q", Run: a.close},
	}
}

// front is the room in front, or the one that the page in front was opened
// from; nil outside of rooms.
func (a *App) front() *opened {
	for _, p := range slices.Backward(a.shell.Pages()) {
		for _, o := range a.rooms {
			if o.page.ID() == p.ID() {
				return o
			}
		}
	}
	return nil
}

// current is the session of the room in front; in the lists over all workshops
// the one that was changed last, so that undo works there too. Nil elsewhere.
func (a *App) current() *workshop.Session {
	if o := a.front(); o != nil {
		return o.session
	}
	if p := a.shell.Page(); p != nil && (p.ID() == "actions" || p.ID() == "people") {
		return a.changed
	}
	return nil
}

// inLists says that the page in front has no better use for the letter N.
func (a *App) inLists() bool {
	p := a.shell.Page()
	return p != nil && slices.Contains([]string{"home", "workshops", "templates", "settings"}, p.ID())
}

// canGoBack says that there is a page below, or that the one in front is not
// Home.
func (a *App) canGoBack() bool {
	pages := a.shell.Pages()
	return len(pages) > 1 || len(pages) == 1 && pages[0].ID() != "home"
}

// back goes to where a link inside a room was, otherwise one page back, from the settings to where they were opened, and from the other
// places of the rail to Home.
func (a *App) back() {
	if o := a.front(); o != nil && o.page.ID() == a.shell.Page().ID() && o.page.Return() {
		return
	}
	if len(a.shell.Pages()) > 1 {
		a.shell.Back()
		return
	}
	if p := a.shell.Page(); p != nil && p.ID() == "settings" && a.cameFrom != nil {
		a.cameFrom()
		return
	}
	a.goHome()
}

// inAllActions says that the list of the actions of all workshops is in front.
func (a *App) inAllActions() bool {
	p := a.shell.Page()
	return a.front() == nil && p != nil && p.ID() == actions.PageID
}

// turn undoes or does again, and says what.
func (a *App) turn(f func(*workshop.Session) (string, error), word string) {
	s := a.current()
	if s == nil {
		return
	}
	if a.inAllActions() {
		defer a.shell.Page().Shown() // it listens to no workshop
	}
	if a.turnJoint(s, word) {
		return
	}
	label, err := f(s)
	if err != nil {
		a.tell("That could not be taken back", err)
		return
	}
	if label != "" {
		a.shell.Notify(widgets.Notice{Icon: "undo", Text: word + ": " + label})
	}
}

// dropped takes files that were dropped on the window. A library can be used,
// pictures go to the photos of the room in front; the others are explained.
func (a *App) dropped(files []fyne.URI) {
	if len(files) == 0 {
		return
	}
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	if a.dropForms(paths) || a.dropSheets(paths) {
		return
	}
	if files[0].Extension() == libraryExtension {
		a.useAnother(files[0].Path())
		return
	}
	if files[0].Extension() == template.Extension && !a.lib.ReadOnly() {
		a.takeTemplateFrom(files[0].Path())
		return
	}
	if files[0].Extension() == assess.Extension && !a.lib.ReadOnly() {
		a.takeQuestionnaireFrom(files[0].Path())
		return
	}
	if o := a.front(); o != nil && a.takePhotos(o, files) {
		return
	}
	a.shell.ShowError(shell.Trouble{
		Title: "This file cannot be opened here",
		What:  files[0].Name() + " is no library of Nemawashi, no register or form that came back, and no photo for a workshop in front.",
		Kept:  "Nothing was changed.",
		Do:    "Drop a file that ends in " + libraryExtension + " or .xlsx, or JPEG and PNG pictures on the room of a workshop.",
	})
}
