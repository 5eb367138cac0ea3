package widgets

import (
	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
)

// EmptyState fills a place where nothing is yet and says what to do first.
type EmptyState struct {
	Icon, Title, Text string
	Button            string // words of the one button; "" for none
	ButtonIcon        string
	Key               Keys
	OnTap             func()
	Second            *Button // a quieter way, or nil
}

// NewEmptyState returns it, centered in the room it gets.
func NewEmptyState(e EmptyState) *fyne.Container {
	bubble := NewBubble(e.Icon, Accented)
	bubble.Diameter = 56
	rows := []fyne.CanvasObject{Center(bubble), Space(0, 4), NewText(e.Title, theme.SubHeading).Center()}
	if e.Text != "" {
		rows = append(rows, NewText(e.Text, theme.Body).In(theme.Text2).Center())
	}
	if e.Button != "" {
		buttons := []fyne.CanvasObject{NewPrimary(e.Button, e.ButtonIcon, e.OnTap).WithKey(e.Key)}
		if e.Second != nil {
			buttons = append(buttons, e.Second)
		}
		rows = append(rows, Space(0, 8), Center(HStack(theme.Gap, buttons...)))
	}
	return Anchored(VStack(theme.GapSmall, rows...), 360)
}

// Anchored centers content of a given width (which grows with the text) in the room it gets.
func Anchored(content fyne.CanvasObject, width float32) *fyne.Container {
	return newAnchored(content, &anchored{x: 0.5, y: 0.45, widest: width})
}
