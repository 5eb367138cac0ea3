package boards

import (
	"slices"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// managers are the people about whom somebody has answered in the round in hand, by name.
func (b *rounds) managers() []*workshop.Person {
	var out []*workshop.Person
	b.desk.Session.Read(func(w *workshop.Workshop) {
		for _, p := range workshop.All[workshop.Person](w) {
			if assess.AboutOf(w, b.current, p) != "" {
				out = append(out, p)
			}
		}
	})
	slices.SortStableFunc(out, func(x, y *workshop.Person) int { return compareNames(b.name(x), b.name(y)) })
	return out
}

// canOwn says whether a page can be written for one manager. While the round is open nothing of others stands on it.
func (b *rounds) canOwn() bool {
	return b.result != nil && b.around.OwnPage != nil && b.around.Dialog != nil && len(b.managers()) > 0
}

// ownPage asks for whom a page is to be written.
func (b *rounds) ownPage() {
	people := b.managers()
	var names []string
	for _, p := range people {
		names = append(names, b.name(p))
	}
	at, round := 0, b.current
	who := widgets.NewSelect(names, 0, func(i int) { at = i })
	b.around.Dialog(&shell.Dialog{Title: "A manager's own page", Help: "assessment", Width: 480, Focus: who,
		Content: widgets.VStack(theme.Gap, widgets.Labeled("For", who),
			widgets.NewText("It holds the manager's own answers and, where enough have answered, those of reports and peers as numbers. Give it to nobody else. The file's name has no name in it.", theme.Body).In(theme.Text2)),
		Buttons: []shell.DialogButton{{Label: "Cancel"}, {Label: "Write the page", Icon: "export", Kind: widgets.Primary, Run: func() { b.around.OwnPage(round, people[at].ID) }}}})
}
