package actions

import (
	"slices"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// checksView is the rule by which an action is checked again and again, the day of the next check, and the way to say that it was done.
type checksView struct {
	board *Board
	every *widgets.Select
	next  *widgets.Label
	done  *widgets.Button
	days  fyne.CanvasObject
	box   *fyne.Container
}

// rhythms are how often an action can be checked, "" for never.
var rhythms = []string{"", workshop.EveryDay, workshop.EveryWeek, workshop.EveryTwoWeeks, workshop.EveryMonth}

var rhythmWords = []string{"No checks", "Every day", "Every week", "Every two weeks", "Every month"}

func (d *drawer) checks() *checksView {
	b := d.board
	v := &checksView{board: b, next: widgets.NewText("", theme.Body)}
	v.every = widgets.NewSelect(rhythmWords, 0, func(i int) {
		b.told(b.change(d.row, "Set checks", func(a *workshop.Action) { a.Recheck(rhythms[i], b.o.today()) }))
	})
	v.done = widgets.NewButtonKind(widgets.Secondary, "Checked today", "check", b.checkedToday).WithKey("K").Sized(theme.ButtonSmall)
	v.days = widgets.VStack(theme.GapSmall, widgets.GridOf(2, theme.Gap,
		d.add(d.date("First check", "Set first check", func(a *workshop.Action) *workshop.Date { return &a.CheckFrom })),
		d.add(d.date("Last check", "Set last check", func(a *workshop.Action) *workshop.Date { return &a.CheckUntil }))),
		v.next, widgets.HStack(0, v.done, widgets.Spacer()))
	v.box = widgets.VStack(theme.GapSmall, widgets.Labeled("Checked again", v.every), v.days)
	return v
}

func (v *checksView) fill(a *workshop.Action) {
	v.every.Set(slices.Index(rhythms, a.CheckEvery))
	shown(v.days, a.CheckEvery != "")
	today := v.board.o.today()
	words, token := "All checks are done", theme.Text2
	switch next := a.NextCheck(); {
	case a.Status == workshop.ActionDropped:
		words = "Dropped: nobody checks it"
	case next == "" && a.CheckFrom == "":
		words, token = "Say on which day the first check is", theme.Warn
	case next != "" && next < today:
		words, token = "A check was due "+dayText(next, today), theme.Danger
	case next == today:
		words, token = "A check is due today", theme.Warn
	case next != "":
		words = "Next check " + dayText(next, today)
	}
	v.next.SetText(words)
	v.next.SetToken(token)
	v.done.SetEnabled(a.NextCheck() != "" && v.board.editable())
	v.box.Refresh()
}

// checkedToday says that the action of the cursor was checked today.
func (b *Board) checkedToday() {
	r := b.row()
	if r == nil || !b.editable() || r.Action.NextCheck() == "" {
		return
	}
	today := b.o.today()
	if err := b.change(r, "Check action", func(a *workshop.Action) { a.Checked = today }); err != nil {
		b.told(err)
		return
	}
	b.undoable(r, r.Action.Label()+" was checked", "Check action")
}
