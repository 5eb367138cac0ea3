package actions

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/means"
)

// promises are resources with the currency that the budget is in.
type promises struct {
	means.Report
	currency  string
	resources bool // time, budget or people were promised
}

// strip counts all actions, whatever the filter shows, and says what was promised of what they ask for.
type strip struct {
	panel                     *widgets.Panel
	open, overdue, week, done *tally
	personal                  *tally // personal commitments, and how many of them somebody has to ask about
	caption                   *fyne.Container
	share                     *widgets.ProgressBar
	right                     *fyne.Container
	row                       *fyne.Container
	resources                 [3]*resource
}

// tally is a number with its word below.
type tally struct {
	number, word *widgets.Label
	box          *fyne.Container
}

func newTally(word string, beside fyne.CanvasObject) *tally {
	f := &tally{number: widgets.NewLabel("0", theme.Style{Size: 20, Line: 24, Bold: true}).Keep(), word: widgets.Caption(word).Keep()}
	below := fyne.CanvasObject(f.word)
	if beside != nil {
		below = widgets.HStack(10, f.word, beside)
	}
	f.box = widgets.VStack(0, f.number, below)
	return f
}

// resource is a bar of what was promised of what is asked for.
type resource struct {
	name, amount, of *widgets.Label
	bar              *widgets.ProgressBar
	box              *fyne.Container
}

func newResource(name string) *resource {
	r := &resource{name: widgets.NewLabel(name, theme.BodyBold).Keep(), amount: widgets.NewLabel("", theme.CaptionHd).Keep(),
		of: widgets.Caption("").Keep(), bar: widgets.NewProgressBar(0)}
	r.box = widgets.VStack(4, widgets.HStack(4, r.name, widgets.Spacer(), r.amount, r.of), r.bar)
	return r
}

func (r *resource) show(p means.Amount, written func(int64) string) {
	r.amount.SetText(written(p.Promised))
	r.of.SetText("of " + written(p.Asked))
	share := 1.0
	if p.Asked > 0 {
		share = float64(p.Promised) / float64(p.Asked)
	}
	r.bar.Set(min(share, 1))
}

func newStrip() *strip {
	s := &strip{share: widgets.NewProgressBar(0)}
	s.open, s.overdue, s.week = newTally("Open", nil), newTally("Overdue", nil), newTally("Due this week", nil)
	s.done = newTally("Done", widgets.Exactly(s.share, 48, 6))
	s.personal = newTally("Personal", nil)
	s.personal.box.Hide()
	for i, name := range []string{"Hours", "Budget", "Person-days"} {
		s.resources[i] = newResource(name)
	}
	s.caption = widgets.VStack(0, widgets.Caption("Promised").Keep(), widgets.Caption("of requested").Keep())
	s.right = widgets.Over(widgets.HStack(theme.PadPage, widgets.NewUpright(), s.caption,
		widgets.Grow(s.resources[0].box), widgets.Grow(s.resources[1].box), widgets.Grow(s.resources[2].box)))
	s.right.Hide()
	s.row = container.New(&stripLayout{s}, s.open.box, s.overdue.box, s.week.box, s.done.box, s.personal.box, s.right)
	s.panel = widgets.NewPanel(s.row, widgets.PanelStyle{Fill: theme.Surface, PadX: theme.PadPage, PadY: 10, LineBottom: true})
	return s
}

func (s *strip) show(c actionlist.Counts, p *promises) {
	s.open.number.SetText(amount.Whole(c.Open))
	s.overdue.number.SetText(amount.Whole(c.Overdue))
	s.week.number.SetText(amount.Whole(c.Week))
	s.done.number.SetText(fmt.Sprintf("%.0f %%", c.DoneShare()*100))
	token, word := theme.Text, theme.Text2
	if c.Overdue > 0 {
		token, word = theme.Danger, theme.Danger
	}
	s.overdue.number.SetToken(token)
	s.overdue.word.SetToken(word)
	s.share.Set(c.DoneShare())
	s.showPersonal(p)
	if p == nil || !p.resources {
		s.right.Hide()
	} else {
		s.right.Show()
		s.resources[0].show(p.Total[means.Hours], amount.Whole[int64])
		s.resources[1].show(p.Total[means.Budget], func(n int64) string { return amount.Short(n, p.currency) })
		s.resources[1].amount.SetText(strings.TrimSpace(amount.Code(p.currency) + " " + s.resources[1].amount.Text))
		s.resources[2].show(p.Total[means.People], amount.Whole[int64])
	}
	s.panel.Refresh()
}

// showPersonal counts what leaders promised to do themselves.
func (s *strip) showPersonal(p *promises) {
	if p == nil || p.Personal == 0 {
		s.personal.box.Hide()
		return
	}
	s.personal.box.Show()
	s.personal.number.SetText(amount.Whole(p.Personal))
	word, token := "Personal", theme.Text2
	if p.Due > 0 {
		word, token = fmt.Sprintf("Personal, %d to ask about", p.Due), theme.Warn
	}
	s.personal.word.SetText(word)
	s.personal.word.SetToken(token)
}

// stripLayout spreads the counts and gives what was promised the rest, where there is enough of it; what the bars mean is left out first.
type stripLayout struct{ strip *strip }

func (l *stripLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, o := range objects {
		if i < len(objects)-1 && !o.Visible() {
			continue
		}
		m := o.MinSize()
		w := m.Width
		if i == len(objects)-1 {
			if !o.Visible() {
				return
			}
			inner := o.(*fyne.Container).Objects[0]
			w = size.Width - x
			l.strip.caption.Show()
			if inner.MinSize().Width > w {
				l.strip.caption.Hide()
			}
			if m = inner.MinSize(); w < max(m.Width, theme.Scaled(380)) {
				inner.Hide() // no room: out of sight, not cut
				return
			}
			inner.Show()
		}
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		o.Resize(fyne.NewSize(w, m.Height))
		x += max(w, theme.Scaled(40)) + theme.Scaled(24)
	}
}

func (*stripLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(theme.Scaled(320), h)
}
