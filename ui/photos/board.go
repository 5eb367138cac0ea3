package photos

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// Frame is what the board asks of the window around it; the shell is one.
type Frame interface {
	Notify(widgets.Notice)
	ShowError(shell.Trouble) *shell.Dialog
	ShowDialog(*shell.Dialog)
	ShowProgress(title string, cancel func()) *shell.Progress
	RefreshHints()
	Window() fyne.Window
}

// Options are what a board works on.
type Options struct {
	Session *workshop.Session
	Store   Store
	Frame   Frame
	Step    func() workshop.ID // the step in hand: new photos belong to it
	Folder  func() string      // where picking begins
	Chosen  func(folder string)
}

// Board is the photos of a workshop.
type Board struct {
	o       Options
	watch   *canvas.Watch
	tiles   *thumbs
	large   *thumbs
	all     []*workshop.Photo
	shown   []*tile // in the order on the board
	views   map[workshop.ID]*tile
	laid    string // which photos lie how
	current workshop.ID
	first   workshop.ID // what is before, while the one after is being chosen
	viewer  *viewer     // nil while the board is in front

	add     *widgets.Button
	count   *widgets.Label
	ask     *widgets.Label
	grid    *fyne.Container
	scroll  *widgets.Scroll
	empty   *fyne.Container
	details *details
	content fyne.CanvasObject
}

// NewBoard returns a board; it reads its photos when it is shown.
func NewBoard(o Options) *Board {
	b := &Board{o: o, views: map[workshop.ID]*tile{}, tiles: newThumbs(o.Store, tileEdge, 0), large: newThumbs(o.Store, largeEdge, 4)}
	b.tiles.sight = b.inSight
	b.watch = canvas.NewWatch(func(workshop.Touched) {}, b.reload)
	b.count, b.ask = widgets.Caption("").Keep(), widgets.NewLabel("", theme.BodyBold).In(theme.Warn)
	b.add = widgets.NewPrimary("Add photos", "plus", b.Pick).WithKey("N")
	b.add.SetEnabled(b.editable())
	hint := widgets.NewText("The wall, and places before and after. Drop files on the window.", theme.Body).In(theme.Text2)
	b.grid = widgets.Flow(12)
	b.scroll = widgets.NewScroll(widgets.PadSides(b.grid, 1, 12, 12, 1))
	b.empty = widgets.NewEmptyState(widgets.EmptyState{Icon: "camera", Title: "No photos yet",
		Text:   "Drop JPEG or PNG files on the window. Where and with what they were taken is left out; they are made small enough to send.",
		Button: "Add photos", ButtonIcon: "plus", OnTap: b.Pick})
	b.details = newDetails(b)
	b.content = widgets.HFill(theme.PadPage,
		widgets.Grow(widgets.VStack(theme.Gap, widgets.HStack(theme.PadPage, widgets.Grow(hint), b.count, b.add), b.ask, widgets.Grow(widgets.Over(b.scroll, b.empty)))),
		b.details.object)
	b.ask.Hide()
	return b
}

// Content is what the room shows.
func (b *Board) Content() fyne.CanvasObject { return b.content }

// Shown reads the photos and listens from now on.
func (b *Board) Shown() {
	b.watch.Start(b.o.Session)
	b.reload()
}

// Hidden ends what is being typed and chosen, and listens no more.
func (b *Board) Hidden() {
	b.first = ""
	b.o.Session.EndTyping()
	b.watch.Stop()
	b.tiles.forget()
}

// FocusFirst puts the keyboard on the selected photo, or on the button that adds the first.
func (b *Board) FocusFirst() {
	if t := b.views[b.current]; t != nil {
		widgets.FocusOn(t)
		return
	}
	widgets.FocusOn(b.add)
}

// Count is how many photos a workshop has, for the list of boards.
func Count(w *workshop.Workshop) string {
	if n := len(w.Records(workshop.KindPhoto)); n > 0 {
		return fmt.Sprint(n)
	}
	return ""
}

func (b *Board) editable() bool { return !b.o.Session.ReadOnly() }

// Pick lets the user choose files.
func (b *Board) Pick() {
	if !b.editable() {
		return
	}
	Pick(b.o.Frame, b.o.Folder(), func(folder string, files []string) {
		b.o.Chosen(folder)
		b.Add(files)
	})
}

// Add takes files, as when they were dropped.
func (b *Board) Add(files []string) {
	Add(Adding{Session: b.o.Session, Store: b.o.Store, Frame: b.o.Frame, Step: b.o.Step(), Done: func(added []workshop.ID) {
		b.watch.Catch()
		b.Select(added[0])
	}}, files)
}

// Select brings the keyboard to a photo.
func (b *Board) Select(id workshop.ID) {
	b.selected(id)
	if t := b.views[b.current]; t != nil {
		widgets.FocusOn(t)
		b.scroll.Reveal(t)
	}
}

// reload takes up what the session has. Tiles are kept; only a photo that has come, gone or changed its place lays the board out anew.
func (b *Board) reload() {
	b.o.Session.Read(func(w *workshop.Workshop) { b.all = workshop.All[workshop.Photo](w) })
	at := b.index() // before the selected one goes
	laid := ""
	known := map[workshop.ID]bool{}
	b.shown = nil
	var groups []fyne.CanvasObject
	for _, spread := range workshop.Spreads(b.all) {
		var row []fyne.CanvasObject
		for _, p := range spread {
			known[p.ID] = true
			t := b.views[p.ID]
			switch {
			case t == nil:
				t = newTile(b, p)
				b.views[p.ID] = t
			case t.photo != p:
				t.show(p)
			}
			b.shown = append(b.shown, t)
			row = append(row, t)
			laid += string(p.ID) + "+"
		}
		laid += ","
		if len(row) == 2 {
			row = []fyne.CanvasObject{row[0], widgets.NewIcon("next", theme.Text2), row[1]}
			groups = append(groups, widgets.NewPanel(widgets.HStack(2, row...), widgets.PanelStyle{Fill: theme.Sunken, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: 4, PadY: 4}))
			continue
		}
		groups = append(groups, row[0])
	}
	for id := range b.views {
		if !known[id] {
			delete(b.views, id)
		}
	}
	if !known[b.first] {
		b.first = ""
	}
	if !known[b.current] {
		b.current = ""
		if n := len(b.shown); n > 0 {
			b.current = b.shown[min(max(at, 0), n-1)].photo.ID
			b.views[b.current].Refresh()
		}
	}
	if laid != b.laid {
		b.laid = laid
		b.grid.Objects = groups
		b.grid.Refresh()
		b.scroll.Refresh()
	}
	b.refresh()
}

// refresh shows what is said around the pictures.
func (b *Board) refresh() {
	words := ""
	if n := len(b.all); n > 0 {
		words = fmt.Sprintf("%d photos", n)
		if n == 1 {
			words = "1 photo"
		}
	}
	b.count.SetText(words)
	toggle(b.empty, len(b.all) == 0)
	toggle(b.scroll, len(b.all) > 0)
	b.ask.SetText("Choose the photo after with the arrows and Enter, or click on it. Esc leaves them apart.")
	if b.ask.Visible() != (b.first != "") {
		toggle(b.ask, b.first != "")
		b.content.Refresh()
	}
	b.details.show(b.photo(b.current))
	if b.viewer != nil {
		b.viewer.take()
	}
	b.o.Frame.RefreshHints()
}

func toggle(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// selected makes a photo the one that the details and the keys speak of.
func (b *Board) selected(id workshop.ID) {
	before := b.views[b.current]
	if b.current == id {
		return
	}
	b.o.Session.EndTyping()
	b.current = id
	for _, t := range []*tile{before, b.views[id]} {
		if t != nil {
			t.Refresh()
		}
	}
	b.details.show(b.photo(id))
}

func (b *Board) photo(id workshop.ID) *workshop.Photo {
	if t := b.views[id]; t != nil {
		return t.photo
	}
	return nil
}

// inSight says whether a picture is on a tile that can be seen now.
func (b *Board) inSight(blob string) bool {
	for _, t := range b.shown {
		if t.blob != blob {
			continue
		}
		top := b.spot(t).Y - b.spot(b.grid).Y - b.scroll.Offset.Y
		return top+t.Size().Height > 0 && top < b.scroll.Size().Height
	}
	return false
}

// index is the place of the selected photo on the board, -1 for none.
func (b *Board) index() int {
	for i, t := range b.shown {
		if t.photo.ID == b.current {
			return i
		}
	}
	return -1
}
