package actions

import (
	"errors"
	"slices"
	"strings"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
)

// ruled changes an action, unless the rules of its status are against it.
func ruled(a *workshop.Action, set setter) error {
	before := *a
	set(a)
	return a.Breaks(&before)
}

// setStatus changes the status of actions in one step, and asks for what the new one needs: what blocks them, who has verified them.
func (b *Board) setStatus(rows []*actionlist.Row, status string) {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r *actionlist.Row) bool { return r.Action.Status == status })
	lacks := func(err error) bool {
		return slices.ContainsFunc(rows, func(r *actionlist.Row) bool {
			a := *r.Action
			a.SetStatus(status, b.o.today())
			return errors.Is(a.Lacks(), err)
		})
	}
	switch {
	case lacks(workshop.ErrNoBlocker):
		b.askBlocker(rows)
	case lacks(workshop.ErrNoVerifier):
		b.askVerifier(rows)
	default:
		b.statusWith(rows, status, func(*workshop.Action) {})
	}
}

func (b *Board) statusWith(rows []*actionlist.Row, status string, also setter) {
	c := column{title: "Status", read: func(*actionlist.Row, string) (setter, error) {
		return func(a *workshop.Action) {
			a.SetStatus(status, b.o.today())
			also(a)
		}, nil
	}}
	b.setAll("Set status", c, rows, "")
}

// askBlocker asks what blocks actions; those that say so already keep it.
func (b *Board) askBlocker(rows []*actionlist.Row) {
	entry := widgets.NewEntry("What has to be out of the way first, and who can do that")
	var d *shell.Dialog
	run := func() {
		why := strings.TrimSpace(entry.Text())
		if why == "" {
			entry.SetProblem("A few words, so that somebody can help.")
			return
		}
		d.Close()
		b.statusWith(rows, workshop.ActionBlocked, func(a *workshop.Action) {
			if a.Blocker == "" {
				a.Blocker = why
			}
		})
		b.table.Focus()
	}
	entry.OnSubmit = func(string) { run() }
	entry.OnChanged = func(string) { entry.SetProblem("") }
	d = &shell.Dialog{Title: "What blocks " + b.naming(rows) + "?", Content: entry, Focus: entry.Input(), OnClosed: b.table.Focus,
		Buttons: []shell.DialogButton{{Label: "Cancel"}, {Label: "Set to blocked", Kind: widgets.Primary, Stay: true, Run: run}}}
	b.o.Frame.ShowDialog(d)
}

// askVerifier asks who has verified actions: anybody but their owners.
func (b *Board) askVerifier(rows []*actionlist.Row) {
	if slices.ContainsFunc(rows, func(r *actionlist.Row) bool { return r.Workshop != rows[0].Workshop }) {
		b.told(errors.New("who has verified them is somebody of their workshop, and these belong to several: verify those of one at a time"))
		return
	}
	people := slices.DeleteFunc(b.people(rows[0]), func(p *workshop.Person) bool {
		return slices.ContainsFunc(rows, func(r *actionlist.Row) bool { return r.Action.Owner == p.ID })
	})
	people, names := b.called(people)
	if len(people) == 0 {
		b.told(errors.New("there is nobody in People beside the owner who could have verified it"))
		return
	}
	choices := []widgets.Choice{{Label: "Verified by", Heading: true}}
	for i, p := range people {
		choices = append(choices, widgets.Choice{Label: names[i], Detail: p.Role, Icon: "user"})
	}
	widgets.ShowPicker(b.table, widgets.PickerOptions{Choices: choices, Selected: -1, OnClosed: b.table.Focus, OnPick: func(i int) {
		b.statusWith(rows, workshop.ActionVerified, func(a *workshop.Action) { a.VerifiedBy = people[i-1].ID })
	}})
}

// naming is the number of one action, or how many there are.
func (b *Board) naming(rows []*actionlist.Row) string {
	if len(rows) == 1 {
		return rows[0].Action.Label()
	}
	return plural(len(rows), "action")
}
