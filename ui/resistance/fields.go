package resistance

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// choice is a select over the values that a field of a stakeholder may have, with a first line for none.
type choice struct {
	*widgets.Select
	values []string
}

func newChoice(field, none string, changed func(value string)) choice {
	f, _ := workshop.FieldOf(workshop.KindStakeholder, field)
	c := choice{values: append([]string{""}, f.Choices...)}
	options := []widgets.Choice{{Label: none}}
	for _, v := range f.Choices {
		options = append(options, widgets.Choice{Label: sentence(v)})
	}
	c.Select = widgets.NewSelectOf(options, 0, func(i int) { changed(c.values[i]) })
	return c
}

func (c choice) show(value string) { c.Set(slices.Index(c.values, value)) }

// line is a field of one line whose text goes to the session with every stroke.
func line(placeholder string, changed func(text string) error, left func()) *widgets.Entry {
	e := widgets.NewEntry(placeholder)
	e.ForwardUndo = true
	e.OnChanged = func(text string) {
		e.SetProblem("")
		if !e.Focused() {
			return // comes from the session
		}
		if err := changed(text); err != nil {
			e.SetProblem(refusal(err))
		}
	}
	e.OnFocus = func(focused bool) {
		if !focused {
			left()
		}
	}
	stay(e)
	return e
}

// stay keeps Up and Down in an entry: on the page they select somebody else.
func stay(e *widgets.Entry) {
	e.OnUp = func() {}
	if e.OnDown == nil {
		e.OnDown = func() {}
	}
}

// fill shows a text in an entry, unless that is what it holds, or it holds something refused.
func fill(e *widgets.Entry, text string) {
	if e.Problem == "" && workshop.Normal(e.Text()) != text {
		e.SetText(text)
	}
}

// dayField takes a date.
func dayField(today workshop.Date, changed func(workshop.Date)) *widgets.DateEntry {
	d := widgets.NewDateEntry(time.Time{}, today.Time(), func(t time.Time) { changed(dateOf(t)) })
	stay(d.Entry())
	d.Entry().SetPlaceholder("No date")
	return d
}

func dateOf(t time.Time) workshop.Date {
	if t.IsZero() {
		return ""
	}
	return workshop.DateOf(t)
}

// fillDay shows a date, unless somebody is typing there.
func fillDay(d *widgets.DateEntry, day workshop.Date) {
	if !d.Entry().Focused() && !d.Day().Equal(day.Time()) {
		d.Set(day.Time())
	}
}

// labeled puts a caption before a field on one line.
func labeled(caption string, o fyne.CanvasObject) *fyne.Container {
	return widgets.HStack(theme.Gap, widgets.Wide(widgets.NewLabel(caption, theme.Body).In(theme.Text2).Keep(), 80), widgets.Grow(o))
}

// above puts a small heading over a field.
func above(caption string, o fyne.CanvasObject) *fyne.Container {
	return widgets.VStack(theme.GapSmall, widgets.SectionHeading(caption), o)
}

// refusal says an error of the session in the words of the screen.
func refusal(err error) string {
	var bad *workshop.Invalid
	if errors.As(err, &bad) {
		return "Not kept: the text " + bad.Reason
	}
	return "Not kept: " + err.Error()
}

// pair puts two things beside each other, or one below the other where the text is large.
func pair(a, b fyne.CanvasObject) *fyne.Container { return container.New(&pairLayout{}, a, b) }

type pairLayout struct{}

func (pairLayout) stacked() bool { return theme.TextScale() > 1.2 }

// Layout is Fyne's.
func (l pairLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	a, b := objects[0], objects[1]
	if l.stacked() {
		put(a, 0, 0, s.Width, a.MinSize().Height)
		put(b, 0, a.MinSize().Height+theme.Gap, s.Width, b.MinSize().Height)
		return
	}
	w := (s.Width - theme.Gap) / 2
	put(a, 0, 0, w, s.Height)
	put(b, w+theme.Gap, 0, w, s.Height)
}

// MinSize is Fyne's.
func (l pairLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if l.stacked() {
		return fyne.NewSize(max(a.Width, b.Width), a.Height+theme.Gap+b.Height)
	}
	return fyne.NewSize(a.Width+theme.Gap+b.Width, max(a.Height, b.Height))
}
