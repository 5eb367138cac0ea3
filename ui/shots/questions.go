package main

import "nemawashi.app/ui"

// questionScreens are the page of questionnaires and the editor of one's own.
func questionScreens() []screen {
	run := func(ids ...string) func(*ui.App) {
		return func(a *ui.App) {
			for _, id := range ids {
				a.Shell().RunCommand(id)
			}
		}
	}
	return []screen{
		{name: "questionnaires", empty: true, show: run("app.questionnaires")},
		{name: "questionnaire-editor", empty: true, show: run("app.questionnaires", "questions.duplicate", "questions.after", "questions.after")},
	}
}
