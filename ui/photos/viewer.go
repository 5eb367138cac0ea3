package photos

import (
	"fmt"
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/picture"
)

// viewer shows one photo, or the two of a pair beside each other, over the whole window. Arrows walk, F11 takes the whole screen, Esc goes
// back to the board, on which the photo that was seen last is then selected. It is dark in both themes, as the wall is.
type viewer struct {
	widget.BaseWidget
	board   *Board
	canvas  fyne.Canvas
	tips    *widgets.TipLayer
	spreads [][]*workshop.Photo
	at      int
	pixels  *thumbs // decoded as large as they are kept
	sheets  []*sheet
	page    *widgets.Panel
	middle  *fyne.Container
	count   *widgets.Label
	back    *knob
	next    *knob
	screen  bool // F11 here made the window fill the screen
}

// viewed is how many pictures are kept at once: those of a pair, and of the ones before and after it.
const viewed = 6

// view opens the viewer on the selected photo.
func (b *Board) view() {
	if b.photo(b.current) == nil || b.viewer != nil {
		return
	}
	v := &viewer{board: b, canvas: b.o.Frame.Window().Canvas(), tips: widgets.NewTipLayer(), pixels: newThumbs(b.o.Store, picture.LongEdge, viewed),
		middle: widgets.Over(), count: widgets.NewLabel("", theme.Body).In(theme.PresentText2).Keep()}
	v.back = newKnob("back", "The photo before (Left)", func() { v.step(-1) })
	v.next = newKnob("next", "The next photo (Right)", func() { v.step(1) })
	full := newKnob("present", "Full screen (F11)", v.fullScreen)
	leave := newKnob("x", "Back to the board (Esc)", v.close)
	keys := widgets.NewLabel("Left and Right walk, F11 fills the screen, Esc goes back", theme.Caption).In(theme.PresentText2)
	v.page = widgets.NewPanel(widgets.VStack(theme.Gap,
		widgets.HStack(theme.Gap, v.count, widgets.Grow(widgets.Pad(keys, theme.PadPage, 0)), full, leave),
		widgets.Grow(widgets.HFill(theme.PadPage, widgets.Center(v.back), widgets.Grow(v.middle), widgets.Center(v.next)))),
		widgets.PanelStyle{Fill: theme.PresentPage, PadX: theme.PadPage, PadY: theme.PadPage})
	v.ExtendBaseWidget(v)
	b.viewer = v
	v.take()
	v.canvas.Overlays().Add(v)
	v.Resize(v.canvas.Size())
}

// take shows what the board has now: the photo in hand, or, where that has gone, the one in its place.
func (v *viewer) take() {
	v.spreads = workshop.Spreads(v.board.all)
	if len(v.spreads) == 0 {
		v.close()
		return
	}
	v.at = min(v.at, len(v.spreads)-1)
	for i, s := range v.spreads {
		for _, p := range s {
			if p.ID == v.board.current {
				v.at = i
			}
		}
	}
	v.show()
}

// step goes so many photos, or pairs, further.
func (v *viewer) step(by int) {
	at := min(max(v.at+by, 0), len(v.spreads)-1)
	if at == v.at {
		return
	}
	v.at = at
	v.board.selected(v.spreads[at][0].ID)
	v.show()
}

// show brings the photo or the pair in hand to the screen, and has those beside it read meanwhile.
func (v *viewer) show() {
	spread := v.spreads[v.at]
	first := 1
	for _, s := range v.spreads[:v.at] {
		first += len(s)
	}
	words := fmt.Sprintf("Photo %d of %d", first, len(v.board.all))
	if len(spread) == 2 {
		words = fmt.Sprintf("Photos %d and %d of %d", first, first+1, len(v.board.all))
	}
	v.count.SetText(words)
	v.back.SetEnabled(v.at > 0)
	v.next.SetEnabled(v.at+1 < len(v.spreads))
	v.pixels.forget()
	v.sheets = nil
	var side []fyne.CanvasObject
	for _, p := range spread {
		s := newSheet(v, p)
		v.sheets = append(v.sheets, s)
		side = append(side, widgets.Grow(s.object))
	}
	v.middle.Objects = []fyne.CanvasObject{widgets.HFill(theme.PadPage, side...)}
	for _, at := range []int{v.at + 1, v.at - 1} {
		if at >= 0 && at < len(v.spreads) {
			for _, p := range v.spreads[at] {
				v.pixels.get(p.Blob, func(image.Image, error) {})
			}
		}
	}
	v.Refresh()
}

// fullScreen takes the whole screen, or gives it back.
func (v *viewer) fullScreen() {
	w := v.board.o.Frame.Window()
	v.screen = !w.FullScreen()
	w.SetFullScreen(v.screen)
}

// close goes back to the board.
func (v *viewer) close() {
	if v.board.viewer != v {
		return
	}
	v.board.viewer = nil
	v.pixels.forget()
	v.canvas.Overlays().Remove(v)
	if v.screen {
		v.board.o.Frame.Window().SetFullScreen(false)
	}
	v.board.Select(v.board.current)
}

// OverlayKey is asked by the shell for every key while the viewer is open.
func (v *viewer) OverlayKey(k widgets.Keys) bool {
	switch k {
	case "Left", "Up", "PgUp":
		v.step(-1)
	case "Right", "Down", "PgDn", "Space":
		v.step(1)
	case "Home":
		v.step(-len(v.spreads))
	case "End":
		v.step(len(v.spreads))
	case "F11":
		v.fullScreen()
	case "Esc", "Enter":
		v.close()
	default:
		return false
	}
	return true
}

// Tips is where its tooltips are shown.
func (v *viewer) Tips() *widgets.TipLayer { return v.tips }

// Tapped keeps clicks from what lies below.
func (v *viewer) Tapped(*fyne.PointEvent) {}

// CreateRenderer is Fyne's.
func (v *viewer) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.Over(v.page, v.tips))
}

// sheet is one photo with what is said of it.
type sheet struct {
	blob    string
	image   *canvas.Image
	trouble *widgets.Label
	object  fyne.CanvasObject
}

func newSheet(v *viewer, p *workshop.Photo) *sheet {
	s := &sheet{blob: p.Blob, image: &canvas.Image{FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth},
		trouble: widgets.NewText("", theme.Body).In(theme.PresentGold).Center()}
	caption, token := p.Caption, theme.PresentText
	if caption == "" {
		caption, token = "No caption", theme.PresentText2
	}
	said := []fyne.CanvasObject{widgets.NewText(caption, theme.PageTitle).In(token).Center()}
	if about := v.board.about(p); about != "" {
		said = append(said, widgets.NewText(about, theme.Body).In(theme.PresentText2).Center())
	}
	s.object = widgets.VStack(theme.Gap, widgets.Grow(widgets.Over(s.image, widgets.Center(widgets.Wide(s.trouble, 280)))), widgets.VStack(2, said...))
	if small := v.board.tiles.known[p.Blob]; small != nil {
		s.image.Image = small // until the large one is there
	}
	v.pixels.get(p.Blob, func(pixels image.Image, err error) { showPicture(s.image, s.trouble, pixels, err) })
	return s
}

// about is a line on a photo: what it is, when it was taken and in which step.
func (b *Board) about(p *workshop.Photo) string {
	var parts []string
	if word := kindWords[p.PhotoKind]; word != "" {
		parts = append(parts, word)
	}
	if p.Taken != "" {
		parts = append(parts, p.Taken.Time().Format("2 January 2006"))
	}
	b.o.Session.Read(func(w *workshop.Workshop) {
		if s, ok := w.Find(p.Step).(*workshop.Step); ok && s.Title != "" {
			parts = append(parts, s.Title)
		}
	})
	return strings.Join(parts, " · ")
}

// knob is a button on the dark page.
type knob struct {
	widgets.Press
	icon  *widgets.Icon
	panel *widgets.Panel
}

func newKnob(icon, tip string, tap func()) *knob {
	k := &knob{icon: widgets.NewIcon(icon, theme.PresentText)}
	k.panel = widgets.NewPanel(widgets.Center(k.icon), widgets.PanelStyle{Fill: theme.PresentTile, Radius: theme.RadiusEntry})
	k.Tip, k.OnTap = tip, tap
	k.Extend(k)
	return k
}

// Refresh paints it as it stands.
func (k *knob) Refresh() {
	style := widgets.PanelStyle{Fill: theme.PresentTile, Radius: theme.RadiusEntry}
	switch {
	case k.Disabled():
		style.Fill = theme.PresentPage
	case k.FocusShown():
		style.Stroke, style.Width = theme.PresentBar, theme.StrokeFocus
	case k.Hovered():
		style.Fill = theme.PresentStroke
	}
	if k.panel.Style != style {
		k.panel.SetStyle(style)
	}
	if k.Disabled() {
		k.icon.Hide()
	} else {
		k.icon.Show()
	}
	k.BaseWidget.Refresh()
}

// CreateRenderer is Fyne's.
func (k *knob) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.Exactly(k.panel, 40, 40))
}
