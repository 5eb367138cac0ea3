package ui

import (
	"path/filepath"

	"nemawashi.app/ui/exporting"
	"nemawashi.app/ui/questions"
	"nemawashi.app/workshop"
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
	taking[*assess.Questionnaire]{kind: "questionnaire", icon: "assess", most: assess.MaxBytes, read: assess.Read,
		problems: func(err error) []string { return texts(assess.Problems(err)) },
		keep: func(q *assess.Questionnaire) (string, workshop.Taken, error) {
			shelf, err := a.questionShelf()
			if err != nil {
				return "", 0, err
			}
			q, how, err := shelf.Take(a.lib, q)
			if err == nil {
				err = a.lib.Flush() // the page reads what is on the disk
			}
			if err != nil {
				return "", 0, err
			}
			if page := a.questionPage(); page != nil {
				a.shell.Go(page)
				page.Choose(q.ID)
			}
			return q.Title, how, nil
		}}.take(a, path)
}
