package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A sentence that is too long for a line takes more of them, and nothing is cut.
func TestLongNoticeIsWhole(t *testing.T) {
	test.NewTempApp(t)
	bar := NewNoticeBar()
	w := test.NewTempWindow(t, bar)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(560, 400))
	text := "Not saved: The disk with the library is full. Nothing that was saved is lost; make room and saving goes on. What you type is kept in memory meanwhile."
	bar.Post(Notice{Text: text, Button: "Save elsewhere...", Stay: -1})
	row := bar.panel.Content.(*fyne.Container)
	label := row.Objects[1].(*Label)
	if got := strings.Join(label.shown, " "); len(label.shown) < 2 || strings.Join(strings.Fields(got), " ") != text {
		t.Errorf("it shows %q", label.shown)
	}
	if end := bar.panel.Position().Y + bar.panel.Size().Height; end > 400 || bar.panel.Size().Height < label.MinSize().Height || bar.panel.Size().Width > 560 {
		t.Errorf("the notice is %v, down to %v, for a text of %v", bar.panel.Size(), end, label.MinSize())
	}
	bar.Post(Notice{Text: "Card deleted", Stay: -1})
	if short := bar.panel.Content.(*fyne.Container).Objects[1].(*Label); len(short.shown) != 1 || short.shown[0] != "Card deleted" {
		t.Errorf("a short one shows %q", short.shown)
	}
}
