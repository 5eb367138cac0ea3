package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"nemawashi.app/ui/theme"
	. "nemawashi.app/ui/widgets"
)

func shown(l *Label) (lines []string) {
	for _, o := range test.WidgetRenderer(l).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			lines = append(lines, text.Text)
		}
	}
	return lines
}

func TestWrappingLosesNothingAndFits(t *testing.T) {
	window(t, NewDivider())
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("abW漢é👍 ")), 0, 30, -1), 1, 8).Draw(t, "words"), " ")
		l := NewText(text, theme.Body)
		width := float32(rapid.IntRange(40, 400).Draw(t, "width"))
		l.Resize(fyne.NewSize(width, 1000))
		lines := shown(l)
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got := squeeze(strings.Join(lines, "")); got != squeeze(text) {
			t.Fatalf("%q became %q", text, lines)
		}
		for _, line := range lines {
			if w := fyne.MeasureText(line, 13, fyne.TextStyle{}).Width; w > width+1 && len([]rune(line)) > 1 {
				t.Fatalf("line %q is %v wide, room %v", line, w, width)
			}
		}
		if h := l.MinSize().Height; h != float32(20*len(lines)) {
			t.Fatalf("%d lines are %v high", len(lines), h)
		}
	})
}

func TestOneLineEndsInAnEllipsis(t *testing.T) {
	window(t, NewDivider())
	l := NewLabel("Castings cross the hall twice by forklift", theme.Body)
	l.Resize(fyne.NewSize(120, 20))
	if line := shown(l)[0]; !strings.HasSuffix(line, "…") || fyne.MeasureText(line, 13, fyne.TextStyle{}).Width > 121 {
		t.Fatalf("shown %q", line)
	}
	two := NewText(strings.Repeat("castings cross the hall ", 10), theme.Body)
	two.MaxLines = 2
	two.Resize(fyne.NewSize(200, 100))
	if lines := shown(two); len(lines) != 2 || !strings.HasSuffix(lines[1], "…") {
		t.Fatalf("shown %q", lines)
	}
}

func TestWrappedTextPushesWhatIsBelow(t *testing.T) {
	text, below := NewText(strings.Repeat("castings cross the hall ", 20), theme.Body), NewDivider()
	window(t, NewScroll(VStack(8, text, below)))
	if want := text.MinSize().Height + 8; text.MinSize().Height < 60 || below.Position().Y != want {
		t.Fatalf("below at %v, want %v", below.Position().Y, want)
	}
}

func TestLabelsGiveWayInARow(t *testing.T) {
	long, fixed := NewLabel(strings.Repeat("long ", 60), theme.Body), Plain("42 %")
	row := HStack(8, long, Spacer(), fixed)
	window(t, row)
	row.Resize(fyne.NewSize(300, 20))
	if right := fixed.Position().X + fixed.Size().Width; right > 300.5 || long.Size().Width < 100 {
		t.Fatalf("fixed label ends at %v, long one is %v wide", right, long.Size().Width)
	}
}
