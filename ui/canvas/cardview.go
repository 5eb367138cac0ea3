package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

const doubleTap = 400 * time.Millisecond

// cardView is one card in a column.
type cardView struct {
	widget.BaseWidget
	owner    *columns
	card     *workshop.Card
	selected bool
	hovered  bool
	tapped   time.Time

	panel *widgets.Panel
	text  *widgets.Label
	meta  *fyne.Container
	notes *fyne.Container
}

func newCardView(owner *columns, card *workshop.Card) *cardView {
	v := &cardView{owner: owner, text: widgets.NewText("", theme.CardText), meta: widgets.Flow(10), notes: widgets.VStack(0)}
	v.text.MaxLines = 12
	v.panel = widgets.NewPanel(widgets.VStack(3, v.text, v.notes, v.meta), widgets.PanelStyle{Fill: theme.Raised, Stroke: theme.Line,
		Radius: theme.RadiusCard, PadX: 9, PadY: 7, Shadow: true})
	v.ExtendBaseWidget(v)
	v.show(card)
	return v
}

// show takes up another state of the card.
func (v *cardView) show(card *workshop.Card) {
	v.card = card
	d, fields := v.owner.desk, v.owner.rows.fields
	v.text.Text = d.show(fields[0], v.owner.rows.Value(card, fields[0].ID))
	v.meta.Objects, v.notes.Objects = nil, nil
	if group := d.groupOf(card); group != "" {
		v.meta.Add(signed("people", group, theme.Text2))
	}
	for _, f := range fields[1:] {
		v.field(f, v.owner.rows.Value(card, f.ID))
	}
	if n := v.owner.dots[card.ID]; n > 0 {
		v.meta.Add(signed("target", plural(n, "dot"), theme.Accent))
	}
	if card.Action != "" {
		v.meta.Add(v.action(card.Action))
	}
	v.meta.Hidden, v.notes.Hidden = len(v.meta.Objects) == 0, len(v.notes.Objects) == 0
	v.panel.Refresh()
}

func (v *cardView) field(f Field, value any) {
	d := v.owner.desk
	switch {
	case value == nil && f.Sum && f.Unit != "":
		v.meta.Add(newTapWords(widgets.Caption("+ "+f.Unit).In(theme.Text3).Keep(), func() { v.owner.edit(v.card.ID) }))
	case value == nil:
	case f.Type == template.TypeText, f.Type == template.TypeNote:
		note := widgets.NewText(f.Title+": "+d.show(f, value), theme.Caption).In(theme.Text2)
		note.MaxLines = 4
		v.notes.Add(note)
	case f.Type == template.TypeChoice:
		v.meta.Add(widgets.NewPill(d.show(f, value), widgets.Neutral))
	case f.Type == template.TypeBool:
		v.meta.Add(signed("check", f.Title, theme.OK))
	default:
		v.meta.Add(signed(f.icon(), v.words(f, value), theme.Text2))
	}
}

// icon stands before a value on a card.
func (f Field) icon() string {
	switch {
	case f.Type == template.TypePerson:
		return "user"
	case f.Type == template.TypeDate:
		return "cal"
	case f.Unit == "min" || f.Unit == "h" || f.Unit == "s":
		return "clock"
	}
	return "measure"
}

func (v *cardView) words(f Field, value any) string {
	s := v.owner.desk.show(f, value)
	if f.Type == template.TypeInt && f.Unit == "" {
		return f.bare() + " " + s
	}
	return s
}

// signed is a small sign with a word.
func signed(icon, word string, token theme.Token) fyne.CanvasObject {
	return widgets.HStack(5, widgets.NewIconSized(icon, token, 13), widgets.Caption(word).In(token).Keep())
}

func (v *cardView) action(id workshop.ID) fyne.CanvasObject {
	label := "Action"
	v.owner.desk.Session.Read(func(w *workshop.Workshop) {
		if a := workshop.Find[workshop.Action](w, id); a != nil {
			label = a.Label()
		}
	})
	row := widgets.HStack(5, widgets.NewIconSized("action", theme.Accent, 13), widgets.Caption(label).In(theme.Accent).Keep())
	if v.owner.desk.OpenAction == nil {
		return row
	}
	return newTapWords(row, func() { v.owner.desk.OpenAction(id) })
}

// mark shows the card as the selected one.
func (v *cardView) mark(on bool) {
	if v.selected != on {
		v.selected = on
		v.Refresh()
	}
}

// CreateRenderer is Fyne's.
func (v *cardView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.panel) }

// Refresh paints selection and hover.
func (v *cardView) Refresh() {
	st := &v.panel.Style
	st.Stroke, st.Width = theme.Line, theme.Stroke
	if v.hovered {
		st.Stroke = theme.Field
	}
	if v.selected {
		st.Stroke, st.Width = theme.Accent, theme.StrokeFocus
	}
	v.panel.Refresh()
}

// Tapped selects, and edits the second time.
func (v *cardView) Tapped(*fyne.PointEvent) {
	again := time.Since(v.tapped) < doubleTap
	v.tapped = time.Now()
	v.owner.chosen(v.card.ID)
	if again {
		v.owner.edit(v.card.ID)
	}
}

// TappedSecondary opens what can be done with the card.
func (v *cardView) TappedSecondary(*fyne.PointEvent) {
	v.owner.chosen(v.card.ID)
	v.owner.menu(v)
}

// MouseIn is part of desktop.Hoverable.
func (v *cardView) MouseIn(*desktop.MouseEvent) {
	v.hovered = true
	v.Refresh()
}

// MouseMoved is part of desktop.Hoverable.
func (v *cardView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is part of desktop.Hoverable.
func (v *cardView) MouseOut() {
	v.hovered = false
	v.Refresh()
}

// Dragged carries the card over the board.
func (v *cardView) Dragged(ev *fyne.DragEvent) { v.owner.drag(v, ev) }

// DragEnd drops it.
func (v *cardView) DragEnd() { v.owner.drop() }

// AccessibilityLabel is the text of the card.
func (v *cardView) AccessibilityLabel() string { return v.text.Text }
