// Package shell is the frame of the window: rail, top bar, page, hint bar, and over them dialogs, notices, the palette and the table of keys. It
// carries pages that come from outside and knows nothing of workshops.
//
// The wiring in ui makes one Shell, gives it its rail, commands and sources, and opens pages; pages open others through it. All functions are
// called on the window's goroutine. Nothing returns an error: what goes wrong in a page is told to the user by ShowError.
package shell

import (
	"context"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
)

// Page is one screen. Content is asked for once and kept while the page is open.
type Page interface {
	ID() string
	Title() string
	Content() fyne.CanvasObject
	Hints() []widgets.Hint
	Shown()  // each time the page comes to the front: refresh what may have changed
	Hidden() // each time it goes to the back or is closed: stop clocks, flush
}

// Commander is a page with commands of its own, which come before the app's and live while the page is in front. It is asked each time, so they may change.
type Commander interface{ Commands() []Command }

// Focuser is a page that puts the keyboard somewhere when it comes to the front.
type Focuser interface{ FocusFirst() }

// KeyTaker is a page that takes keys while no entry has focus and no command has taken them. True means that the key is dealt with.
type KeyTaker interface {
	TypedKey(*fyne.KeyEvent) bool
	TypedRune(rune) bool
}

// Topical is a page whose topic of help is another one than its ID: a room is about the step or the board in front.
type Topical interface{ Topic() string }

// Topper is a page with a top bar; see TopBar for the usual one. It is asked for once, like the content.
type Topper interface{ TopBar() fyne.CanvasObject }

// Railer is a page that says how much of the rail it leaves. Without it the rail is wide where the window allows.
type Railer interface{ Rail() RailMode }

// Dropper is a page that takes files dropped on the window. False passes them on to the app.
type Dropper interface {
	Dropped(at fyne.Position, files []fyne.URI) bool
}

// Backer is a page that takes a step back inside itself first, such as closing its drawer. True means that it did.
type Backer interface{ Back() bool }

// Returner is a page inside which links are followed: Esc goes back along the last one, and Return says whether there was one.
type Returner interface{ Return() bool }

// RailMode is how the rail is shown.
type RailMode int

// The modes of the rail. Rooms hide it: they have their own list at the left, under a top bar over the whole width.
const (
	RailAuto RailMode = iota
	RailNarrow
	RailHidden
)

// RailItem is a place in the rail.
type RailItem struct {
	ID, Label, Icon string // ID is that of the page that it opens: its item is marked while the page is in front
	Badge           func() int
	BadgeTone       widgets.Tone
	Key             widgets.Keys
	Foot            bool // at the foot of the rail
	Run             func()
}

// Item is something found by the palette: a workshop, an action, a person.
type Item struct {
	Title, Detail, Icon, Group string
	Open                       func()
}

// Source finds items for the palette. Find runs off the window's goroutine and gives up when the context is done; Open runs on it.
type Source interface {
	Find(ctx context.Context, query string, limit int) []Item
}
