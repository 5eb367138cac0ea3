package exporting

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
)

// TestPanesBelowEachOtherAreWhole: in a narrow dialog each pane is as high as what it holds, and none has a scroll that would take the wheel.
func TestPanesBelowEachOtherAreWhole(t *testing.T) {
	w := snap.Window(snap.Look{Width: 1200, Height: 600})
	defer w.Close()
	d := &Dialog{}
	var boxes []fyne.CanvasObject
	for range 3 {
		boxes = append(boxes, newPane(d, widgets.NewText("What an audience may not see is left out of the file, not only covered.", theme.PageTitle)))
	}
	all := container.New(&panes{of: d}, boxes...)
	for _, width := range []float32{1100, 400, 1100} {
		all.Resize(fyne.NewSize(width, 300))
		y := float32(0)
		for i, o := range boxes {
			box := o.(*fyne.Container)
			_, scrolls := box.Objects[0].(*widgets.Scroll)
			if narrow := width < 600; scrolls == narrow || narrow && (o.Position().Y != y || o.Size().Height < box.Objects[0].MinSize().Height) {
				t.Errorf("at %.0f pane %d stands at %v, %v large, with a scroll: %v", width, i, o.Position(), o.Size(), scrolls)
			}
			y += o.Size().Height
		}
	}
}
