package boards

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/assess"
	"nemawashi.app/workshop/figure"
)

// discussFace leads the room through the statements on which views lie apart, one by one. The wall shows the same.
type discussFace struct {
	b                *rounds
	count, statement *widgets.Label
	lowest, highest  *widgets.Label
	word             *widgets.Pill
	ask              *widgets.Label
	picture          *widgets.Figure
	back, on         *widgets.Button
	content          fyne.CanvasObject
}

// WhereApart is the question of the talk.
const WhereApart = "Where do we disagree most?"

func newDiscussFace(b *rounds) *discussFace {
	f := &discussFace{b: b, count: widgets.Caption(""), statement: widgets.NewText("", theme.PageTitle), word: widgets.NewPill("", widgets.Neutral),
		lowest: widgets.NewText("", theme.Body).In(theme.Text2), highest: widgets.NewText("", theme.Body).In(theme.Text2), ask: widgets.NewText("", theme.BodyBold)}
	f.picture = b.figure(fyne.NewSize(330, 170), func(fr figure.Frame) figure.Figure {
		c := b.talk.Card(assess.EnglishPictures())
		if c == nil || !c.Open {
			return figure.Figure{W: fr.W, H: fr.H}
		}
		return figure.Dots(c.Rows, c.Levels, "How many gave each level.", fr)
	})
	f.back = widgets.NewButtonKind(widgets.Secondary, "Back", "back", func() { b.goOn(-1) })
	f.on = widgets.NewPrimary("Reveal", "board", func() { b.goOn(1) })
	f.content = card(widgets.Pad(widgets.VStack(theme.GapSmall,
		widgets.HStack(theme.Gap, f.count, widgets.Spacer(), f.back, f.on),
		f.statement, widgets.VStack(2, f.lowest, f.highest), f.ask, widgets.HStack(0, f.word), widgets.Grow(f.picture)), 16, 12))
	return f
}

// readTalk makes the talk of the round in hand anew, at the statement that it was at.
func (b *rounds) readTalk(w *workshop.Workshop) {
	before := b.talk
	b.talk = nil
	res, err := assess.Of(w, b.current, b.questions, assess.Options{ProtectSelf: true})
	if err != nil {
		return
	}
	trend, err := assess.TrendOf(w, b.current, b.questions, assess.Options{ProtectSelf: true})
	if err != nil {
		return
	}
	b.talk = assess.NewTalk(res, trend)
	b.talk.Take(before)
}

// goOn reveals the answers, goes to the next statement, or back.
func (b *rounds) goOn(by int) bool {
	if !b.talk.Step(by) {
		return false
	}
	b.discuss.refresh()
	b.stir()
	return true
}

func (f *discussFace) refresh() {
	c := f.b.talk.Card(assess.EnglishPictures())
	if c == nil {
		return
	}
	f.count.SetText(fmt.Sprintf("%s · %d of %d, the widest apart first", WhereApart, c.At, c.Of))
	f.statement.SetText(c.ID + "  " + c.Statement)
	f.lowest.SetText("1: " + c.Lowest)
	f.highest.SetText("5: " + c.Highest)
	next := "Next statement"
	if !c.Open {
		next = "Reveal the answers"
		f.ask.SetText("Everybody says a number first. Then look.")
	} else {
		f.ask.SetText("What does each side see that the other does not? Tell one event.")
		f.word.Set(c.Word.Says(), viewTones[c.Word])
	}
	f.on.SetText(next)
	f.on.SetEnabled(!c.Open || c.At < c.Of)
	f.back.SetEnabled(c.Open || c.At > 1)
	show(f.word, c.Open && c.Word != "")
	show(f.lowest, !c.Open)
	show(f.highest, !c.Open)
	f.picture.Refresh()
	f.content.Refresh()
}

func (f *discussFace) focus() { widgets.FocusOn(f.on) }

func (b *rounds) talkKeys() []widgets.Hint {
	if b.talk.Empty() {
		return nil
	}
	return []widgets.Hint{{Keys: "N", Label: "reveal, then the next"}, {Keys: "B", Label: "back"}, {Keys: "Ctrl+P", Label: "on the wall"}}
}

func (b *rounds) talkCommands() []shell.Command {
	there := func() bool { return !b.talk.Empty() }
	return []shell.Command{
		{ID: "rounds.reveal", Label: "Reveal the answers, then the next statement", Group: "Boards", Icon: "board", Shortcut: "N", Enabled: there, Run: func() { b.goOn(1) }},
		{ID: "rounds.conceal", Label: "Back to the statement before", Group: "Boards", Icon: "back", Shortcut: "B", Enabled: there, Run: func() { b.goOn(-1) }},
		{ID: "rounds.other", Label: "Results of another round", Group: "Boards", Icon: "assess", Shortcut: "R", Enabled: b.several, Run: b.other},
	}
}
