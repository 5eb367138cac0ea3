package photos

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// kinds in the order in which they are offered.
var kinds = []string{"", "before", "after", "wall", "other"}

// details is the pane at the right: the selected photo, large, and what is said of it.
type details struct {
	board   *Board
	id      workshop.ID
	blob    string
	image   *canvas.Image
	trouble *widgets.Label
	caption *widgets.Entry
	kind    *widgets.Select
	step    *widgets.Select
	steps   []workshop.ID // behind the choices, "" first
	taken   *widgets.DateEntry
	pair    *widgets.Button
	tools   *fyne.Container
	quiet   bool // the change comes from the session
	object  *widgets.Panel
}

func newDetails(b *Board) *details {
	d := &details{board: b, image: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}, trouble: widgets.NewText("", theme.Caption).In(theme.Danger).Center()}
	d.caption = widgets.NewEntry("What is seen here")
	d.caption.ForwardUndo = true
	d.caption.OnChanged = d.typed
	d.caption.OnFocus = func(focused bool) {
		if !focused {
			b.o.Session.EndTyping()
		}
	}
	d.caption.OnSubmit = func(string) { b.FocusFirst() }
	d.caption.OnEscape = func() bool {
		b.FocusFirst()
		return true
	}
	var words []string
	for _, k := range kinds {
		words = append(words, kindWords[k])
	}
	words[0] = "Not said"
	d.kind = widgets.NewSelect(words, 0, func(i int) {
		b.change("Kind of photo", d.id, func(_ *workshop.Edit, p *workshop.Photo) error {
			p.PhotoKind = kinds[i]
			return nil
		})
	})
	d.step = widgets.NewSelect(nil, 0, func(i int) {
		b.change("Step of photo", d.id, func(_ *workshop.Edit, p *workshop.Photo) error {
			p.Step = d.steps[i]
			return nil
		})
	})
	d.taken = widgets.NewDateEntry(time.Time{}, time.Now(), func(day time.Time) {
		b.change("Day of photo", d.id, func(_ *workshop.Edit, p *workshop.Photo) error {
			p.Taken = ""
			if !day.IsZero() {
				p.Taken = workshop.DateOf(day)
			}
			return nil
		})
	})
	d.pair = widgets.NewButtonKind(widgets.Secondary, "Pair", "link", b.pairing).WithTip("Put the photo beside the one after, or take the pair apart (P)")
	right := widgets.NewIconButton("refresh", "Turn to the right (R)", func() { b.turn(1) })
	left := widgets.NewIconButton("undo", "Turn to the left (L)", func() { b.turn(-1) })
	remove := widgets.NewIconButton("x", "Delete the photo (Del)", b.remove)
	if !b.editable() {
		for _, w := range []interface{ SetEnabled(bool) }{d.caption, d.kind, d.step, d.taken, d.pair, right, left, remove} {
			w.SetEnabled(false)
		}
	}
	picture := widgets.NewPanel(widgets.Over(d.image, widgets.Center(widgets.Wide(d.trouble, 220))), widgets.PanelStyle{Fill: theme.Sunken, Radius: theme.RadiusEntry})
	d.tools = widgets.HStack(theme.Gap, left, right, d.pair, widgets.Spacer(), remove)
	d.object = widgets.NewPanel(widgets.NewScroll(widgets.PadSides(widgets.VStack(10,
		widgets.Tall(newOpener(picture, b.view), 210),
		d.tools,
		above("Caption", d.caption), above("Kind", d.kind), above("Step", d.step), above("Taken", d.taken),
	), 0, 4, 0, 16)), widgets.PanelStyle{LineLeft: true})
	d.object.Hide()
	return d
}

// opener is the picture, which a click shows in the whole window.
type opener struct {
	widgets.Press
	picture *widgets.Panel
}

func newOpener(picture *widgets.Panel, open func()) *opener {
	o := &opener{picture: picture}
	o.Tip, o.OnTap = "Show in the whole window (V)", open
	o.Extend(o)
	return o
}

// Refresh shows that it has the keyboard.
func (o *opener) Refresh() {
	style := widgets.PanelStyle{Fill: theme.Sunken, Radius: theme.RadiusEntry}
	if o.FocusShown() {
		style.Stroke, style.Width = theme.Accent, theme.StrokeFocus
	}
	if o.picture.Style != style {
		o.picture.SetStyle(style)
	}
	o.BaseWidget.Refresh()
}

// CreateRenderer is Fyne's.
func (o *opener) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(o.picture) }

func above(label string, field fyne.CanvasObject) fyne.CanvasObject {
	return widgets.VStack(2, widgets.Caption(label), widgets.Wide(field, theme.Details-64))
}

// show fills the pane with a photo; none hides it.
func (d *details) show(p *workshop.Photo) {
	if d.object.Visible() != (p != nil) {
		toggle(d.object, p != nil)
		d.board.content.Refresh()
	}
	if p == nil {
		d.id = ""
		return
	}
	d.quiet = true
	defer func() { d.quiet = false }()
	same := d.id == p.ID
	d.id = p.ID
	if !same || d.caption.Problem == "" && workshop.Normal(d.caption.Text()) != p.Caption {
		d.caption.SetProblem("")
		d.caption.SetText(p.Caption)
	}
	for i, k := range kinds {
		if k == p.PhotoKind {
			d.kind.Set(i)
		}
	}
	d.offerSteps(p.Step)
	d.taken.Set(p.Taken.Time())
	words := "Pair"
	if d.board.partner(p.ID) != "" {
		words = "Take apart"
	}
	if d.pair.Text != words {
		d.pair.SetText(words)
		d.tools.Refresh() // the button is wider now, or narrower
	}
	if d.blob != p.Blob {
		d.blob = p.Blob
		d.board.large.forget()
		d.board.large.get(p.Blob, func(pixels image.Image, err error) {
			if d.blob == p.Blob {
				showPicture(d.image, d.trouble, pixels, err)
			}
		})
	}
}

// offerSteps lists the steps of the workshop.
func (d *details) offerSteps(step workshop.ID) {
	d.steps = []workshop.ID{""}
	choices := []widgets.Choice{{Label: "No step"}}
	at := 0
	d.board.o.Session.Read(func(w *workshop.Workshop) {
		for _, s := range workshop.All[workshop.Step](w) {
			if s.ID == step {
				at = len(d.steps)
			}
			d.steps = append(d.steps, s.ID)
			choices = append(choices, widgets.Choice{Label: s.Title})
		}
	})
	d.step.SetChoices(choices, at)
}

// typed keeps the caption with every stroke.
func (d *details) typed(text string) {
	if d.quiet {
		return
	}
	if err := d.board.typed(d.id, func(p *workshop.Photo) { p.Caption = text }); err != nil {
		d.caption.SetProblem("Not kept: " + err.Error())
		return
	}
	d.caption.SetProblem("")
}

// focus puts the keyboard into the caption.
func (d *details) focus() {
	if d.object.Visible() {
		d.caption.Focus()
		d.caption.CaretToEnd()
	}
}
