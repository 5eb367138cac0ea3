package photos

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// Size of a tile's picture at 100 % text.
const (
	tileWide = 180
	tileHigh = 130
)

// kindWords are the kinds of photos as they are called.
var kindWords = map[string]string{"": "", "before": "Before", "after": "After", "wall": "On the wall", "other": "Other"}

// tile is one photo on the board. The selected one has the keyboard.
type tile struct {
	widgets.Press
	board   *Board
	photo   *workshop.Photo
	blob    string // of what is shown
	image   *canvas.Image
	trouble *widgets.Label
	words   *widgets.Label
	kind    *widgets.Label
	panel   *widgets.Panel
}

func newTile(b *Board, p *workshop.Photo) *tile {
	t := &tile{board: b, image: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth},
		trouble: widgets.NewText("", theme.Caption).In(theme.Danger).Center(), words: widgets.NewLabel("", theme.Body), kind: widgets.NewLabel("", theme.CaptionHd).In(theme.Accent).Keep()}
	frame := widgets.NewPanel(widgets.Over(t.image, widgets.Center(widgets.Wide(t.trouble, tileWide-24))), widgets.PanelStyle{Fill: theme.Sunken, Radius: theme.RadiusEntry})
	t.panel = widgets.NewPanel(widgets.VStack(6, widgets.Tall(frame, tileHigh), widgets.HStack(theme.Gap, t.kind, widgets.Grow(t.words))), widgets.PanelStyle{PadX: 8, PadY: 8})
	t.OnTap = func() { b.tapped(t) }
	t.OnKey = b.key
	t.OnFocus = func(focused bool) {
		if focused {
			b.selected(t.photo.ID)
		}
	}
	t.Extend(t)
	t.show(p)
	return t
}

// show takes up the photo as it is now.
func (t *tile) show(p *workshop.Photo) {
	t.photo = p
	caption, token := p.Caption, theme.Text
	if caption == "" {
		caption, token = "No caption yet", theme.Text3
	}
	t.words.Token = token
	t.words.SetText(caption)
	t.words.Refresh()
	t.kind.SetText(kindWords[p.PhotoKind])
	if p.PhotoKind == "" {
		t.kind.Hide()
	} else {
		t.kind.Show()
	}
	if t.blob != p.Blob {
		t.blob = p.Blob
		t.board.tiles.get(p.Blob, func(pixels image.Image, err error) {
			if t.blob == p.Blob {
				showPicture(t.image, t.trouble, pixels, err)
			}
		})
	}
	t.Refresh()
}

// showPicture shows a picture, or says that it cannot.
func showPicture(to *canvas.Image, trouble *widgets.Label, pixels image.Image, err error) {
	words := ""
	if err != nil {
		words = "This picture cannot be shown: " + err.Error()
	}
	to.Image = pixels
	trouble.SetText(words)
	to.Refresh()
}

// Refresh paints the frame of the selected tile.
func (t *tile) Refresh() {
	style := widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 8, PadY: 8}
	switch {
	case t.board.first == t.photo.ID:
		style.Fill, style.Stroke, style.Width = theme.WarnTint, theme.Warn, theme.StrokeFocus
	case t.board.current == t.photo.ID:
		style.Fill, style.Stroke, style.Width = theme.Tint, theme.Accent, theme.StrokeFocus
	case t.Hovered():
		style.Stroke = theme.Line2
	}
	if t.panel.Style != style {
		t.panel.SetStyle(style)
	}
	t.BaseWidget.Refresh()
}

// CreateRenderer is Fyne's.
func (t *tile) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.Wide(t.panel, tileWide))
}

// AccessibilityLabel is the caption with the kind before it.
func (t *tile) AccessibilityLabel() string {
	return "Photo " + kindWords[t.photo.PhotoKind] + " " + t.words.Text
}

// AccessibilityRole says that it is a picture that can be pressed.
func (t *tile) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
