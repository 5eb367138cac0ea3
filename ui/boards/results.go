package boards

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/figure"
)

// resultsFace is the radar beside the heat map; where there is not enough room for both, the radar is below it.
type resultsFace struct {
	b           *rounds
	radar, heat *widgets.Figure
	blind       *widgets.Pill
	hidden      *widgets.Label
	content     fyne.CanvasObject
}

func newResultsFace(b *rounds) *resultsFace {
	f := &resultsFace{b: b, blind: widgets.NewIconPill("", "alert", widgets.Careful), hidden: widgets.NewText("", theme.Body).In(theme.Text2)}
	f.radar = b.figure(fyne.NewSize(250, 270), func(fr figure.Frame) figure.Figure {
		return b.result.Radar(b.lens, b.trend, assess.EnglishPictures(), fr)
	})
	f.heat = b.figure(fyne.NewSize(430, 250), func(fr figure.Frame) figure.Figure {
		return b.result.Heat(b.lens, b.trend, assess.EnglishPictures(), fr)
	})
	left := card(widgets.Pad(widgets.VStack(theme.GapSmall, widgets.HStack(0, f.blind), widgets.Grow(f.radar)), 12, 10))
	right := card(widgets.Pad(widgets.VStack(theme.GapSmall, f.hidden, widgets.Grow(f.heat)), 12, 10))
	f.content = widgets.NewScroll(container.New(&twoCharts{}, left, right))
	return f
}

// twoCharts puts the first object beside the second, which gets more of the width; where that is too narrow, below it.
type twoCharts struct{ width float32 }

func (l *twoCharts) wide(width float32) bool { return width >= theme.Scaled(900) }

func (l *twoCharts) MinSize(o []fyne.CanvasObject) fyne.Size {
	first, second := o[0].MinSize(), o[1].MinSize()
	if l.wide(l.width) {
		return fyne.NewSize(0, max(first.Height, second.Height))
	}
	return fyne.NewSize(0, first.Height+theme.Gap+second.Height)
}

func (l *twoCharts) Layout(o []fyne.CanvasObject, size fyne.Size) {
	first, second := o[0], o[1]
	changed := l.wide(size.Width) != l.wide(l.width)
	l.width = size.Width
	if l.wide(size.Width) {
		left := float32(int((size.Width - theme.Gap) * 0.4))
		first.Move(fyne.NewPos(0, 0))
		first.Resize(fyne.NewSize(left, size.Height))
		second.Move(fyne.NewPos(left+theme.Gap, 0))
		second.Resize(fyne.NewSize(size.Width-theme.Gap-left, size.Height))
	} else {
		high := max(second.MinSize().Height, size.Height-theme.Gap-first.MinSize().Height)
		second.Move(fyne.NewPos(0, 0))
		second.Resize(fyne.NewSize(size.Width, high))
		first.Move(fyne.NewPos(0, high+theme.Gap))
		first.Resize(fyne.NewSize(size.Width, first.MinSize().Height))
	}
	if changed {
		second.Refresh()
	}
}

// figure is a chart of the round in hand.
func (b *rounds) figure(least fyne.Size, draw func(figure.Frame) figure.Figure) *widgets.Figure {
	return widgets.NewFigure(least, func(f figure.Frame) figure.Figure {
		if b.result == nil {
			return figure.Figure{W: f.W, H: f.H}
		}
		return draw(f)
	})
}

func (f *resultsFace) refresh() {
	words := ""
	if r := f.b.result; r != nil {
		for _, p := range assess.Pairs(r.Self.Roles, r.Theirs(f.b.lens).Roles) {
			if p.Kind != assess.BlindSpot {
				continue
			}
			for _, role := range r.Questionnaire.Roles {
				if role.ID == p.ID {
					words = "Blind spot: " + role.Meaning
				}
			}
		}
		front := r.Front(f.b.lens)
		show(f.hidden, front.N > 0 && !front.Shows())
		f.hidden.SetText(assess.HiddenGroup)
	}
	f.blind.Set(words, widgets.Careful)
	show(f.blind, words != "")
	least := fyne.NewSize(430, 250)
	if f.b.lens.Before { // one more line in each cell
		least.Height = 300
	}
	f.heat.SetLeast(least)
	f.content.Refresh()
	f.radar.Refresh()
	f.heat.Refresh()
}
