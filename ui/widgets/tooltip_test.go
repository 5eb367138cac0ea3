package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nemawashi.app/ui/theme"
	. "nemawashi.app/ui/widgets"
)

func TestTooltipHoldsItsWordsAndStaysInTheWindow(t *testing.T) {
	tips, anchor := NewTipLayer(), NewIconButton("pause", "Pause the clock", func() {})
	window(t, Over(Anchor(anchor, 1, 1), tips))
	tips.Point(anchor, anchor.Tip)
	panel := test.WidgetRenderer(tips).Objects()[0]
	if least := fyne.MeasureText(anchor.Tip, theme.Caption.Size, fyne.TextStyle{}).Width; !panel.Visible() || panel.Size().Width < least+8 {
		t.Fatalf("tooltip is %v wide, its words %v", panel.Size().Width, least)
	}
	if right, bottom := panel.Position().X+panel.Size().Width, panel.Position().Y+panel.Size().Height; right > 800 || bottom > 600 {
		t.Fatalf("tooltip ends at %v, %v", right, bottom)
	}
	tips.Clear()
	if panel.Visible() {
		t.Fatal("the tooltip stays")
	}
}
