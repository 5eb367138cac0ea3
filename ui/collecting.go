package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nemawashi.app/export/form"
	"nemawashi.app/ui/boards"
	"nemawashi.app/ui/rounds"
	"nemawashi.app/ui/shell"
	"nemawashi.app/workshop"
)

// roundDesk is what the board of self-assessments can do about rounds.
func (a *App) roundDesk(o *opened) boards.RoundDesk {
	if a.lib.ReadOnly() {
		return boards.RoundDesk{Fill: a.chooseSheet, Questionnaires: a.goQuestionnaires}
	}
	with := func(f func(rounds.Desk, workshop.ID)) func(workshop.ID) {
		return func(round workshop.ID) {
			known, err := a.questionnaires()
			if err != nil {
				a.tell("The questionnaires could not be read", err)
				return
			}
			f(rounds.Desk{
				Session: o.session, Shell: a.shell, Now: a.config.Now, Questionnaires: known, Folder: a.prefs.Folder(), Chosen: a.prefs.SetFolder,
				Browse: a.browse, Reveal: a.reveal, Name: o.page.Called, Tell: a.tell, Log: a.config.Log,
			}, round)
		}
	}
	return boards.RoundDesk{Plan: with(rounds.Plan), HandOut: with(rounds.HandOut), Close: with(rounds.Close), Delete: with(rounds.Delete), Collect: a.chooseForms, Fill: a.chooseSheet, Questionnaires: a.goQuestionnaires}
}

// chooseForms asks for what came back.
func (a *App) chooseForms() {
	a.ask(pathQuestion{title: "Collect answers", text: "Put what came back into a folder: every form in it is read, Excel and app mixed. You see what becomes of each before anything is taken. Files can also be dropped on the window, any number at once.",
		label: "Folder or file", hint: "The whole path of a folder, or of one file", suggestion: a.prefs.Folder(), verb: "Look at them", help: "assessment", browse: a.browse,
	}, func(path string) { a.Collect(path) })
}

// Collect reads forms that came back, from files and folders, and shows what becomes of each.
func (a *App) Collect(paths ...string) {
	if a.lib.ReadOnly() {
		a.tell("Nothing can be collected now", workshop.ErrReadOnly)
		return
	}
	var files []string
	for _, p := range paths {
		inside, err := formsIn(p)
		if err != nil {
			a.tell("The folder could not be read", err)
			return
		}
		files = append(files, inside...)
	}
	if len(files) == 0 {
		a.shell.ShowError(shell.Trouble{Title: "There is nothing to collect", What: "The folder has no file that ends in " + form.SheetExtension + " or .xlsx.", Kept: "Nothing was changed.", Do: "Choose the folder with the forms that came back."})
		return
	}
	rounds.Collect(rounds.CollectOptions{Shell: a.shell, From: forms{a}, Tell: a.tell, Done: a.showCollected, Log: a.config.Log}, files)
}

// formsIn are the forms of a folder, by their names; a file is itself.
func formsIn(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return []string{path}, nil // reading it says what is wrong with it
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("the folder %q cannot be read: %w", path, err)
	}
	var out []string
	for _, e := range entries {
		// Office keeps a file that begins with ~$ beside one that is open.
		if ext := strings.ToLower(filepath.Ext(e.Name())); !e.IsDir() && (ext == form.SheetExtension || ext == ".xlsx") && !strings.HasPrefix(e.Name(), "~$") {
			out = append(out, filepath.Join(path, e.Name()))
		}
	}
	return out, nil
}

// forms is where a collection finds workshops.
type forms struct{ *App }

// Workshop implements rounds.Source.
func (a forms) Workshop(id workshop.ID) (*workshop.Session, bool) {
	all, err := a.lib.Workshops()
	if err != nil {
		a.tell("The library could not be read", err)
		return nil, false
	}
	for _, w := range all {
		if w.ID == id {
			s, err := a.session(id)
			return s, err == nil
		}
	}
	return nil, false
}

// showCollected goes where the answers are, and where Ctrl+Z takes the leaders' own out again.
func (a *App) showCollected(changed []workshop.ID) {
	if len(changed) != 1 {
		return
	}
	if o := a.front(); o == nil || o.session.ID() != changed[0] {
		a.OpenWorkshop(changed[0])
	}
	a.ShowBoard("assessment")
}

// dropForms takes assessment files and Excel forms that were dropped; false where they are something else. One file as it was handed out is opened
// to be filled in.
func (a *App) dropForms(paths []string) bool {
	some := false
	for _, p := range paths {
		ext := strings.ToLower(filepath.Ext(p))
		if ext != form.SheetExtension && ext != ".xlsx" {
			return false
		}
		some = some || form.Is(p)
	}
	if !some {
		return false
	}
	if s, err := form.ReadSheet(paths[0]); len(paths) == 1 && err == nil && !s.Finished && len(s.Answers)+len(s.Unseen) == 0 {
		a.FillIn(paths[0])
		return true
	}
	a.Collect(paths...)
	return true
}
