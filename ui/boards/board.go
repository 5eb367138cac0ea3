package boards

import (
	"slices"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
)

// face is one way to look at a board: a table to type into, or what is worked out of it.
type face struct {
	title    string
	object   fyne.CanvasObject
	hint     fyne.CanvasObject // what the face is for; left out where there is little height
	shown    func()
	hidden   func()
	focus    func()
	hints    func() []widgets.Hint
	commands func() []shell.Command
}

// Board is numbers above one or several faces.
type Board struct {
	desk    *canvas.Desk
	faces   []face
	at      int
	active  bool
	watch   *canvas.Watch
	stirred bool
	// Turned is called when another face has come to the front: its keys are others.
	Turned func()
	fresh  func()              // reads the session anew
	talked func() *assess.Card // what the room talks about; nil where there is no such thing
	led    bool                // it was opened by a step that is held in the room
	onward func(by int) bool   // goes on in the talk
	part   func(id string)     // takes a part of the board in hand, nil where it has none

	low     bool       // there is little height
	lowered func(bool) // told when that changes; nil for nobody
	facts   []*fact    // in the strip
	tabs    *widgets.Segmented
	tools   []fyne.CanvasObject // beside the names of the faces
	body    *fyne.Container
	content fyne.CanvasObject
}

// build puts a board together. Kinds are the records whose change calls fresh; head stands above the faces, nil for nothing.
func (b *Board) build(fresh func(), kinds []workshop.Kind, head fyne.CanvasObject, faces ...face) {
	b.fresh, b.faces = fresh, faces
	b.watch = canvas.NewWatch(func(t workshop.Touched) { b.stirred = b.stirred || slices.Contains(kinds, t.Kind) }, func() {
		if b.stirred {
			b.stirred = false
			b.fresh()
		}
	})
	var titles []string
	for _, f := range faces {
		titles = append(titles, f.title)
	}
	b.tabs = widgets.NewSegmented(titles, 0, func(i int) { b.turn(i) })
	b.body = widgets.Over(faces[0].object)
	l := &boardLayout{board: b, head: head, body: b.body}
	objects := []fyne.CanvasObject{b.body}
	if len(faces) > 1 {
		l.tabs = b.tabs
		if len(b.tools) > 0 {
			l.tabs = widgets.Flow(theme.Gap, append([]fyne.CanvasObject{b.tabs}, b.tools...)...)
		}
		objects = append(objects, l.tabs)
	}
	if head != nil {
		objects = append(objects, head)
	}
	b.content = canvas.NewFill(container.New(l, objects...))
}

// turn brings another face to the front.
func (b *Board) turn(i int) {
	if i == b.at {
		return
	}
	b.call(b.face().hidden)
	b.at = i
	b.tabs.Set(i)
	b.body.Objects = []fyne.CanvasObject{b.face().object}
	b.body.Refresh()
	b.call(b.face().shown)
	if b.Turned != nil {
		b.Turned()
	}
}

func (b *Board) face() face { return b.faces[b.at] }

func (b *Board) call(f func()) {
	if f != nil && b.active {
		f()
	}
}

// Content is what the room shows.
func (b *Board) Content() fyne.CanvasObject { return b.content }

// Shown reads the session and begins to listen.
func (b *Board) Shown() {
	b.active = true
	b.watch.Start(b.desk.Session)
	b.fresh()
	b.call(b.face().shown)
}

// Hidden takes up what is being typed and listens no more.
func (b *Board) Hidden() {
	b.call(b.face().hidden)
	b.active = false
	b.watch.Stop()
}

// FocusFirst brings the keyboard to where one types.
func (b *Board) FocusFirst() { b.call(b.face().focus) }

// Go takes a part of the board in hand; the room shows the board first. A board without that part stays as it is.
func (b *Board) Go(id string) {
	if b.part != nil {
		b.part(id)
	}
}

// InRoom says that the board is in front in a step that is held in the room, not in one that prepares it.
func (b *Board) InRoom() { b.led = true }

// Talk is what the face in front leads the room through, for the wall; nil where it does not.
func (b *Board) Talk() *assess.Card {
	if b.talked == nil {
		return nil
	}
	return b.talked()
}

// TalkOn goes on in the talk, or back, and says whether there was anywhere to go.
func (b *Board) TalkOn(by int) bool { return b.Talk() != nil && b.onward(by) }

// Hints are the keys of the face in front.
func (b *Board) Hints() []widgets.Hint {
	var hints []widgets.Hint
	if b.face().hints != nil {
		hints = b.face().hints()
	}
	if len(b.faces) > 1 {
		hints = append(hints, widgets.Hint{Keys: "Ctrl+Shift+V", Label: "other view"})
	}
	return hints
}

// Commands are what can be done here, for the shell's table.
func (b *Board) Commands() []shell.Command {
	var out []shell.Command
	if b.face().commands != nil {
		out = append(out, b.face().commands()...)
	}
	if len(b.faces) > 1 {
		out = append(out, shell.Command{ID: "board.view", Label: "Another view of the board", Group: "Boards", Icon: "board", Shortcut: "Ctrl+Shift+V", Run: func() {
			b.turn((b.at + 1) % len(b.faces))
			b.FocusFirst()
		}})
	}
	return out
}

// letter does what a plain letter stands for while a table has the keyboard.
func (b *Board) letter(r rune) bool {
	key := widgets.KeysOfRune(unicode.ToUpper(r))
	for _, c := range b.Commands() {
		if c.Shortcut == key && c.On() {
			c.Run()
			return true
		}
	}
	return false
}

// TypedRune takes plain letters while nothing has the keyboard.
func (b *Board) TypedRune(r rune) bool { return b.letter(r) }

func (b *Board) today() workshop.Date {
	if b.desk.Now == nil {
		return workshop.DateOf(time.Now())
	}
	return workshop.DateOf(b.desk.Now())
}

// name is how somebody is called on the screen.
func (b *Board) name(p *workshop.Person) string {
	switch {
	case p == nil:
		return ""
	case b.desk.Name != nil:
		return b.desk.Name(p)
	}
	return p.Name
}

// names are everybody by id.
func (b *Board) names() map[workshop.ID]string {
	var people []*workshop.Person
	b.desk.Session.Read(func(w *workshop.Workshop) { people = workshop.All[workshop.Person](w) })
	out := map[workshop.ID]string{}
	for _, p := range people {
		out[p.ID] = b.name(p)
	}
	return out
}

// do runs an edit, has it on the screen, and tells of a refusal.
func (b *Board) do(label string, f func(*workshop.Edit) error) error {
	err := b.desk.Session.Do(label, f)
	if err == nil {
		b.watch.Catch()
	}
	return err
}

// told tells of a refusal and says whether there was none.
func (b *Board) told(err error) bool {
	if err != nil && b.desk.Fail != nil {
		b.desk.Fail(err)
	}
	return err == nil
}

// undone tells what was done and offers to take it back, as long as nothing else has been done since.
func (b *Board) undone(label, text string) {
	if b.desk.Notice == nil {
		return
	}
	b.desk.Notice(canvas.Told{Text: text, Button: "Undo", Run: func() {
		if b.desk.Session.CanUndo() == label {
			_, err := b.desk.Session.Undo()
			b.told(err)
			if b.watch != nil {
				b.watch.Catch()
			}
		}
	}})
}

func show(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// hinted says what a face is for.
func hinted(words string) fyne.CanvasObject {
	return widgets.NewText(words, theme.Body).In(theme.Text2)
}

// typed is a face over a table of records.
func typed(title string, t *canvas.Table, hint string) face {
	words := hinted(hint)
	return face{title: title, object: widgets.VStack(theme.Gap, words, widgets.Grow(t)), hint: words,
		shown: t.Shown, hidden: t.Hidden, focus: t.Focus, hints: t.Hints}
}
