package shell_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// TestDialogsKeepTheirFootInTheWindow: however small the window and large the text, the buttons can be pressed and the body scrolls.
func TestDialogsKeepTheirFootInTheWindow(t *testing.T) {
	long := func() fyne.CanvasObject {
		return widgets.NewText(strings.Repeat("What happens to the workshop and what is kept. ", 60), theme.Body)
	}
	dialogs := map[string]func() *shell.Dialog{
		"long text": func() *shell.Dialog { return &shell.Dialog{Title: "Replace what is there?", Content: long()} },
		"high":      func() *shell.Dialog { return &shell.Dialog{Title: "Export", Content: long(), Width: 1120, Height: 700} },
		"least height": func() *shell.Dialog {
			return &shell.Dialog{Title: "Fixed", Content: widgets.Tall(widgets.NewScroll(long()), 400), Flush: true}
		},
		"foot": func() *shell.Dialog {
			return &shell.Dialog{Title: "Foot", Content: long(), Width: 1120, Foot: widgets.VStack(4, widgets.NewLabel("Save to /home/somebody/exports", theme.Body).Keep(),
				widgets.NewCheck("Open the folder when ready", true, func(bool) {}))}
		},
	}
	for name, make := range dialogs {
		for _, size := range []fyne.Size{{Width: 700, Height: 500}, {Width: 880, Height: 580}, {Width: 1280, Height: 800}} {
			for _, scale := range []float32{1, 1.5, 2} {
				s, w, _ := open(t)
				fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, scale))
				w.Resize(size)
				d := make()
				d.Buttons = []shell.DialogButton{{Label: "Cancel"}, {Label: "Keep both of them"}, {Label: "Export 2 files", Icon: "export", Kind: widgets.Primary}}
				s.ShowDialog(d)
				last := float32(0)
				for i := range d.Buttons {
					b := d.Button(i)
					at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
					if at.X < 0 || at.Y < last || at.X+b.Size().Width > size.Width || at.Y+b.Size().Height > size.Height || b.Size().Width < b.MinSize().Width {
						t.Errorf("%s at %v and %.0f %%: %q lies at %v, %v large", name, size, scale*100, b.Text, at, b.Size())
					}
				}
				d.Close()
			}
		}
	}
}
