package canvas

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Voter is a canvas on which the room can vote with dots.
type Voter interface {
	// Vote opens a voting, or closes the one that is open and shows its tally.
	Vote()
	// Voting says whether one is open.
	Voting() bool
	// Dot gives the selected card a dot of whoever votes, or takes one back.
	Dot(by int)
}

// dotsEach are the numbers of dots that are offered, and usualDots the one to begin with: as many as fingers can hold up while one thinks.
var dotsEach = []int{1, 2, 3, 5, 10}

const usualDots = 3

// voted is a canvas with the strip for voting at its foot, which is there while a voting is open. It shows what the voter has left, and no
// tally.
type voted struct {
	widget.BaseWidget
	inner  Canvas
	def    template.Canvas
	desk   *Desk
	open   *workshop.Voting
	person workshop.ID // who votes; "" is what was counted on the wall
	people []*workshop.Person

	who     *widgets.Select
	left    *widgets.Label
	strip   *widgets.Panel
	content *fyne.Container
	watch   *Watch
}

func withVoting(c Canvas, def template.Canvas, desk *Desk) Canvas {
	v := &voted{inner: c, def: def, desk: desk, left: widgets.Caption("").In(theme.Text2)}
	v.who = widgets.NewSelect(nil, -1, v.pick)
	v.strip = widgets.NewPanel(widgets.HStack(theme.Gap, widgets.NewIcon("target", theme.Accent), widgets.Grow(v.left), v.who,
		widgets.NewButton("Give a dot", func() { v.Dot(1) }), widgets.NewButton("Take back", func() { v.Dot(-1) }),
		widgets.NewButton("Close voting", v.Vote)),
		widgets.PanelStyle{Fill: theme.Tint, Stroke: theme.TintLine, Radius: theme.RadiusCard, PadX: 10, PadY: 6})
	v.content = widgets.VStack(theme.Gap, widgets.Grow(c), v.strip)
	v.watch = NewWatch(func(workshop.Touched) {}, v.refresh)
	v.strip.Hide()
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer is Fyne's.
func (v *voted) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.content) }

func (v *voted) Shown() {
	v.inner.Shown()
	v.refresh()
	v.watch.Start(v.desk.Session)
}

func (v *voted) Hidden() {
	v.watch.Stop()
	v.inner.Hidden()
}

func (v *voted) Focus()                     { v.inner.Focus() }
func (v *voted) Key(ev *fyne.KeyEvent) bool { return v.inner.Key(ev) }
func (v *voted) Go(column int) bool         { return v.inner.Go(column) }
func (v *voted) Totals() []string           { return v.inner.Totals() }
func (v *voted) MakeAction() bool           { return v.inner.MakeAction() }
func (v *voted) Fixed() bool                { return v.inner.Fixed() }

func (v *voted) Selected() workshop.ID      { return v.inner.Selected() }
func (v *voted) Reveal(id workshop.ID) bool { return v.inner.Reveal(id) }

// Hints are those of the canvas; while a voting is open, first of all how to give dots.
func (v *voted) Hints() []widgets.Hint {
	if v.open == nil {
		return v.inner.Hints()
	}
	return append([]widgets.Hint{{Keys: "Ctrl+U", Label: "give a dot"}, {Keys: "Ctrl+Shift+U", Label: "take one back"}}, v.inner.Hints()...)
}

// Voting says whether a voting is open.
func (v *voted) Voting() bool { return v.open != nil }

// Vote opens a voting, or closes the open one.
func (v *voted) Vote() {
	if g := v.open; g != nil {
		if v.desk.do("Close the voting", func(e *workshop.Edit) error {
			m, err := workshop.Modify[workshop.Voting](e, g.ID)
			if err == nil {
				m.Closed = true
			}
			return err
		}) {
			v.watch.Catch()
			v.desk.tell(Told{Text: "The voting is closed; each card shows its dots"})
		}
		return
	}
	v.ask()
}

// ask asks how many dots everybody gets: one of those offered, or whatever number is typed.
func (v *voted) ask() {
	each := func(n int) string { return plural(n, "dot") + " for everybody" }
	third := 0 // of the cards: what multivoting takes by habit
	v.desk.Session.Read(func(w *workshop.Workshop) { third = len(newCardRows(v.def, v.desk.Group).cards(w)) / 3 })
	numbers, choices := dotsEach, []widgets.Choice(nil)
	if third > 0 && third <= 100 && !slices.Contains(numbers, third) {
		numbers = append(slices.Clone(numbers), third)
		slices.Sort(numbers)
	}
	for _, n := range numbers {
		c := widgets.Choice{Label: each(n)}
		if n == third {
			c.Detail = "a third of the cards"
		}
		choices = append(choices, c)
	}
	choices = append(choices, widgets.Choice{Label: "Or type a number from 1 to 100", Heading: true})
	widgets.ShowPicker(v.content, widgets.PickerOptions{Choices: choices, Selected: slices.Index(numbers, usualDots), MinWidth: 220,
		OnPick: func(i int) { v.begin(numbers[i]) },
		OnNew: func(typed string) {
			n, err := strconv.Atoi(strings.TrimSpace(typed))
			if err != nil || n < 1 || n > 100 {
				v.desk.tell(Told{Text: fmt.Sprintf("No voting was opened: %q is no number of dots from 1 to 100", typed)})
				return
			}
			v.begin(n)
		},
		NewLabel: func(typed string) string {
			if n, err := strconv.Atoi(strings.TrimSpace(typed)); err == nil {
				return each(n)
			}
			return "Type a number from 1 to 100"
		}})
}

// begin opens a voting; the strip at the foot says the rest.
func (v *voted) begin(dots int) {
	if v.desk.do("Open a voting", func(e *workshop.Edit) error {
		e.Add(&workshop.Voting{Canvas: v.def.ID, Dots: dots})
		return nil
	}) {
		v.watch.Catch()
		v.inner.Focus()
	}
}

// Dot gives the selected card a dot, or takes one back.
func (v *voted) Dot(by int) {
	card := v.inner.Selected()
	if v.open == nil || card == "" {
		v.desk.tell(Told{Text: "Select the card that gets the dot"})
		return
	}
	if v.desk.do("Give a dot", func(e *workshop.Edit) error { return e.Give(v.open.ID, card, v.person, by) }) {
		v.watch.Catch()
	}
}

// pick changes who votes: the first is the wall.
func (v *voted) pick(i int) {
	v.person = ""
	if i > 0 && i <= len(v.people) {
		v.person = v.people[i-1].ID
	}
	v.refresh()
	v.inner.Focus()
}

// refresh shows whether a voting is open, whose turn it is, and how many dots are left.
func (v *voted) refresh() {
	var open *workshop.Voting
	spent := 0
	v.desk.Session.Read(func(w *workshop.Workshop) {
		if open = w.VotingOf(v.def.ID); open != nil && open.Closed {
			open = nil
		}
		v.people = workshop.All[workshop.Person](w)
		if open != nil {
			spent = w.Spent(open.ID, v.person)
		}
	})
	was := v.open != nil
	v.open = open
	if open == nil {
		if was {
			v.strip.Hide()
			v.content.Refresh()
			v.turned()
		}
		return
	}
	choices, selected := []widgets.Choice{{Label: "Counted on the wall"}}, 0
	for i, p := range v.people {
		choices = append(choices, widgets.Choice{Label: v.desk.name(p)})
		if p.ID == v.person {
			selected = i + 1
		}
	}
	v.who.SetChoices(choices, selected)
	words := fmt.Sprintf("%d given, %d each", spent, open.Dots)
	if v.person != "" {
		words = fmt.Sprintf("%d of %d dots left", open.Dots-spent, open.Dots)
	}
	v.left.SetText(words)
	if !was {
		v.strip.Show()
		v.content.Refresh()
		v.turned()
	}
}

// turned tells that a voting was opened or closed.
func (v *voted) turned() {
	if v.desk.Voted != nil {
		v.desk.Voted()
	}
}
