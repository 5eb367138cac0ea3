package canvas

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tapWords lets words on a card be pressed. They take no focus: the keyboard stays in the entry below.
type tapWords struct {
	widget.BaseWidget
	words fyne.CanvasObject
	tap   func()
}

func newTapWords(words fyne.CanvasObject, tap func()) *tapWords {
	t := &tapWords{words: words, tap: tap}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped runs what the words promise.
func (t *tapWords) Tapped(*fyne.PointEvent) { t.tap() }

// Cursor shows that the words can be pressed.
func (t *tapWords) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is Fyne's.
func (t *tapWords) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.words) }
