package ui

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"nemawashi.app/ui/exporting"
	"nemawashi.app/ui/questions"
	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/assess"
)

// questionShelf has the built-in questionnaires and one's own. One that cannot be read is told, and the others are there all the same.
func (a *App) questionShelf() (*assess.Shelf, error) {
	s, err := assess.NewShelf()
	if err != nil {
		return nil, err
	}
	if err := s.Open(a.lib); err != nil {
		a.tell("A questionnaire of your own could not be read", err)
	}
	return s, nil
}

// questionnaires are those that a round can be planned with.
func (a *App) questionnaires() ([]*assess.Questionnaire, error) {
	s, err := a.questionShelf()
	if err != nil {
		return nil, err
	}
	return s.All(), nil
}

func (a *App) goQuestionnaires() {
	if p := a.questionPage(); p != nil {
		a.shell.Go(p)
	}
}

func (a *App) questionPage() *questions.Page {
	shelf, err := a.questionShelf()
	if err != nil {
		a.tell("The questionnaires could not be read", err)
		return nil
	}
	return questions.New(questions.Desk{Shelf: shelf, Store: a.lib, Shell: a.shell, ReadOnly: a.lib.ReadOnly(), Share: a.shareQuestionnaire, Take: a.takeQuestionnaire, Tell: a.tell})
}

// shareQuestionnaire writes a questionnaire to a file that others can take.
func (a *App) shareQuestionnaire(q *assess.Questionnaire) {
	a.share("questionnaire", "The file holds the statements with all their words, and nothing of any workshop.", exporting.Plain(q.Title)+assess.Extension, q.Write())
}

func (a *App) takeQuestionnaire() {
	a.askPath("Take a questionnaire from a file", "The file is checked first. It is taken whole, or not at all.", "File",
		a.prefs.Folder()+string(filepath.Separator), "Take", a.takeQuestionnaireFrom)
}

// takeQuestionnaireFrom takes the questionnaire of a file, or says by line why not.
func (a *App) takeQuestionnaireFrom(path string) {
	var read *assess.Questionnaire
	var err error
	progress := a.shell.ShowProgress("Reading the questionnaire", nil)
	run.Go(func(ctxDone) { read, err = readQuestionnaire(path) }, func() {
		progress.Close()
		if err != nil {
			a.refusedQuestionnaire(path, err)
			return
		}
		shelf, err := a.questionShelf()
		if err == nil {
			read, err = shelf.Take(a.lib, read)
		}
		if err == nil {
			err = a.lib.Flush()
		}
		if err != nil {
			a.tell("The questionnaire was not taken", err)
			return
		}
		if page := a.questionPage(); page != nil {
			a.shell.Go(page)
			page.Choose(read.ID)
		}
		a.shell.Notify(widgets.Notice{Icon: "assess", Tone: widgets.Good, Text: "Taken: " + read.Title})
	})
}

// refusedQuestionnaire says why a file was not taken, with the first lines that are wrong.
func (a *App) refusedQuestionnaire(path string, err error) {
	t := shell.Trouble{Title: "The questionnaire was not taken", What: short(err.Error(), 400), Kept: "Nothing was changed.", Do: "Mend the file where it is named, or ask for it again."}
	if found := assess.Problems(err); len(found) > 0 {
		var rows []string
		for _, p := range found[:min(len(found), mostProblems)] {
			rows = append(rows, short(p.Error(), 200))
		}
		if len(found) > mostProblems {
			rows = append(rows, "and more")
		}
		t.What = strings.Join(rows, "\n")
	} else if os.IsNotExist(err) {
		t.What, t.Do = "There is no file "+filepath.Base(path)+".", "Look at the path, or browse for it."
	}
	a.shell.ShowError(t)
}

// readQuestionnaire reads no more of a file than a questionnaire may have.
func readQuestionnaire(path string) (*assess.Questionnaire, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, assess.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	return assess.Read(filepath.Base(path), data)
}
