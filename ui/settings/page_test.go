package settings

import (
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
)

// TestSettingsFitASmallWindow: beside the folded rail of a window of 700 nothing runs over the right edge at 200 % text.
func TestSettingsFitASmallWindow(t *testing.T) {
	w := snap.Window(snap.Look{Width: 624, Height: 400, Text: 2})
	defer w.Close()
	p := New(Desk{Preferences: Of(fyne.CurrentApp()), LibraryPath: "/home/somebody/workshops/library.nema", Backups: "/home/somebody/workshops/backups", Version: "1.0",
		Stick: "/media/stick/copies, copied today"})
	w.SetContent(p.Content())
	w.Resize(fyne.NewSize(624, 400))
	if wide := p.Content().MinSize().Width; wide > 624 {
		t.Errorf("the page is %.0f wide at least", wide)
	}
}
