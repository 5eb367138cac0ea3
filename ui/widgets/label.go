package widgets

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// Label shows text in one of the product's styles. It takes one line and ends in an ellipsis where the room ends; with Wrap it takes as many
// lines as the width needs (MaxLines limits them). It keeps the line height of its style, which Fyne's label does not.
type Label struct {
	widget.BaseWidget

	Text     string
	Style    theme.Style
	Token    theme.Token
	Align    fyne.TextAlign
	Wrap     bool
	MaxLines int // with Wrap; 0 = no limit
	// Fixed keeps the full text width as the minimum, so that the label is never cut by its neighbors.
	Fixed  bool
	Strike bool

	lines []*canvas.Text
	cuts  []*canvas.Line
	laid  layoutKey
	shown []string
}

type layoutKey struct {
	text        string
	width       float32
	scale, size float32
	bold, wrap  bool
	max         int
}

// NewLabel returns a label of one line in the main text color.
func NewLabel(text string, style theme.Style) *Label {
	l := &Label{Text: text, Style: style, Token: theme.Text}
	l.ExtendBaseWidget(l)
	return l
}

// NewText returns a label that wraps.
func NewText(text string, style theme.Style) *Label {
	l := NewLabel(text, style)
	l.Wrap = true
	return l
}

// Plain returns body text of one line, never cut.
func Plain(text string) *Label { return NewLabel(text, theme.Body).Keep() }

// Caption returns small secondary text of one line.
func Caption(text string) *Label { return NewLabel(text, theme.Caption).In(theme.Text2) }

// In sets the color and returns the label.
func (l *Label) In(token theme.Token) *Label {
	l.Token = token
	return l
}

// Keep makes the full width the minimum and returns the label.
func (l *Label) Keep() *Label {
	l.Fixed = true
	return l
}

// Right aligns to the right and returns the label.
func (l *Label) Right() *Label {
	l.Align = fyne.TextAlignTrailing
	return l
}

// Center centers and returns the label.
func (l *Label) Center() *Label {
	l.Align = fyne.TextAlignCenter
	return l
}

// SetText changes the text.
func (l *Label) SetText(text string) {
	if l.Text == text {
		return
	}
	l.Text = text
	l.Refresh()
}

// SetToken changes the color.
func (l *Label) SetToken(token theme.Token) {
	if l.Token == token {
		return
	}
	l.Token = token
	l.Refresh()
}

// flow works out the lines for a width.
func (l *Label) flow(width float32) []string {
	key := layoutKey{l.Text, width, theme.TextScale(), l.Style.Size, l.Style.Bold, l.Wrap, l.MaxLines}
	if key == l.laid && l.shown != nil {
		return l.shown
	}
	l.laid = key
	if l.Wrap && width > 0 {
		l.shown = wrapLines(l.Text, width, l.Style, l.MaxLines)
	} else {
		text := strings.ReplaceAll(l.Text, "\n", " ")
		if width > 0 && !l.Fixed {
			text = ellipsis(text, width, l.Style)
		}
		l.shown = []string{text}
	}
	return l.shown
}

// MinSize of a line is its height; of wrapped text the height at the width it has now.
func (l *Label) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	line := theme.Scaled(l.Style.Line)
	if l.Wrap {
		return fyne.NewSize(0, line*float32(len(l.flow(l.Size().Width))))
	}
	if l.Fixed {
		return fyne.NewSize(measure(l.Text, l.Style), line)
	}
	return fyne.NewSize(0, line)
}

// Wide returns the width of the text on one line, for layouts that size by content.
func (l *Label) Wide() float32 { return measure(l.Text, l.Style) }

// CreateRenderer is Fyne's.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	return &view{
		min:    l.MinSize,
		layout: l.place,
		paint:  func() {},
		size:   l.Size,
		dirty: func() []fyne.CanvasObject {
			objects := make([]fyne.CanvasObject, 0, len(l.lines)+len(l.cuts))
			for _, t := range l.lines {
				objects = append(objects, t)
			}
			for _, c := range l.cuts {
				objects = append(objects, c)
			}
			return objects
		},
	}
}

func (l *Label) place(size fyne.Size) {
	shown := l.flow(size.Width)
	for len(l.lines) < len(shown) {
		l.lines = append(l.lines, canvas.NewText("", nil))
	}
	l.lines = l.lines[:len(shown)]
	l.cuts = l.cuts[:0]
	line, ink := theme.Scaled(l.Style.Line), theme.Color(l.Token)
	top := float32(0)
	if len(shown) == 1 && !l.Wrap {
		top = (size.Height - line) / 2
	}
	for i, t := range l.lines {
		Write(t, shown[i], l.Style)
		t.Color, t.Alignment = ink, l.Align
		h := t.MinSize().Height
		place(t, 0, float32(int(top+float32(i)*line+(line-h)/2+0.5)), size.Width, h)
		if l.Strike {
			cut := canvas.NewLine(ink)
			y := top + float32(i)*line + line/2
			cut.Position1, cut.Position2 = fyne.NewPos(0, y), fyne.NewPos(min(size.Width, t.MinSize().Width), y)
			l.cuts = append(l.cuts, cut)
		}
	}
}

// Refresh shows changed fields.
func (l *Label) Refresh() { l.BaseWidget.Refresh() }

// AccessibilityLabel is the text itself.
func (l *Label) AccessibilityLabel() string { return l.Text }

// AccessibilityRole says that it is text.
func (l *Label) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// ellipsis cuts text to a width, with an ellipsis where something was cut. It never cuts inside a character.
func ellipsis(text string, width float32, style theme.Style) string {
	if measure(text, style) <= width+0.5 {
		return text
	}
	runes := []rune(text)
	// The widest fit is found by halving: the width grows with each rune.
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if measure(strings.TrimRight(string(runes[:mid]), " ")+"…", style) <= width+0.5 {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ") + "…"
}

// wrapLines breaks text at words, and inside a word only where the word alone is too long.
func wrapLines(text string, width float32, style theme.Style, most int) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		lines = append(lines, wrapParagraph(paragraph, width, style)...)
		if most > 0 && len(lines) > most {
			break
		}
	}
	if most > 0 && len(lines) > most {
		rest := strings.Join(lines[most-1:], " ")
		lines = append(lines[:most-1], ellipsis(rest, width, style))
		if !strings.HasSuffix(lines[most-1], "…") {
			lines[most-1] = ellipsis(lines[most-1]+strings.Repeat(" ", 1)+"…", width, style)
		}
	}
	return lines
}

func wrapParagraph(text string, width float32, style theme.Style) []string {
	if measure(text, style) <= width+0.5 {
		return []string{text}
	}
	var lines []string
	line := ""
	for _, word := range strings.SplitAfter(text, " ") {
		if line != "" && measure(strings.TrimRight(line+word, " "), style) > width+0.5 {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += word
		for measure(strings.TrimRight(line, " "), style) > width+0.5 && utf8.RuneCountInString(line) > 1 {
			head := fit(line, width, style)
			lines = append(lines, head)
			line = line[len(head):]
		}
	}
	return append(lines, strings.TrimRight(line, " "))
}

// fit returns the longest beginning of a word that fits, at least one rune.
func fit(word string, width float32, style theme.Style) string {
	runes := []rune(word)
	low, high := 1, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if measure(string(runes[:mid]), style) <= width+0.5 {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low])
}
