package room

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	plan "nemawashi.app/workshop/agenda"
)

// topBar is the line above the room: what it is, the day, the clock, and what can be done with the whole workshop.
type topBar struct {
	room    *Room
	content *fyne.Container

	title, subtitle *widgets.Label
	day             *widgets.Select
	days            []int
	clock           *widgets.Label
	ring            *widgets.Ring
	left, plan      *widgets.Label
	late            *widgets.Pill
	timer           *fyne.Container
	more, pause     *widgets.Button
	saved           *shell.SavedIndicator
	savedSmall      *shell.SavedIndicator // the sign alone, where the word has no room
	names           *namesSign
	shield          *namesSign      // the sign alone
	wall, export    *widgets.Button // nil where there is none
}

func newTopBar(r *Room) *topBar {
	b := &topBar{room: r, title: widgets.NewLabel("", theme.CardTitle), subtitle: widgets.Caption("")}
	b.day = widgets.NewSelect(nil, -1, b.toDay)
	b.day.Bare = true
	b.clock = widgets.NewLabel("", theme.Style{Size: 16, Line: 24}).Keep()
	b.ring = widgets.NewRing(0)
	b.ring.Diameter, b.ring.Text = 28, " "
	b.left, b.plan = widgets.NewLabel("", theme.CardTitle).Keep(), widgets.Caption("").Keep()
	b.late = widgets.NewPill("", widgets.Neutral)
	b.more = widgets.NewButton("+5 min", func() { r.longer(5) }).WithTip("Five minutes more for the running step (Ctrl+M)")
	b.pause = widgets.NewIconButton("pause", "Pause the clock (Ctrl+Shift+M)", r.pause)
	b.timer = widgets.HStack(theme.Gap, b.ring, widgets.VStack(0, b.left, b.plan))
	parts := []part{
		{o: widgets.NewQuietIcon("back", "Back (Esc)", r.config.Frame.Back)},
		{o: widgets.VStack(0, b.title, b.subtitle), grow: true},
		{o: b.day, drop: 1, gap: 8},
		{o: widgets.NewUpright(), drop: 1, gap: 8},
		{o: widgets.HStack(theme.Gap, widgets.NewIcon("clock", theme.Text2), b.clock), drop: 2, gap: 8},
		{o: b.timer, gap: 8},
		{o: b.late, drop: 5, gap: 8},
		{o: b.more, drop: 4, gap: 8},
		{o: b.pause, drop: 3},
		{end: true},
	}
	if r.config.Saved != nil {
		why := func(reason string) {
			r.config.Frame.Notify(widgets.Notice{Text: reason, Icon: "alert", Tone: widgets.Careful})
		}
		b.saved = shell.NewSavedIndicator(r.config.Saved, why)
		b.savedSmall = shell.NewSavedIndicator(r.config.Saved, why).Small()
		parts = append(parts, part{o: b.saved, drop: 7, gap: 8}, part{o: b.savedSmall, instead: b.saved})
	}
	if r.config.NamesHidden != nil {
		b.names = newNamesSign(r)
		b.shield = newNamesSign(r)
		b.shield.small()
		parts = append(parts, part{o: b.names, drop: 6, gap: 8}, part{o: b.shield, instead: b.names})
	}
	if r.config.Present != nil {
		b.wall = widgets.NewIconButton("present", "Show on the wall, or end that (Ctrl+P)", r.config.Present)
		parts = append(parts, part{o: b.wall, gap: 8})
	}
	if r.config.Export != nil {
		b.export = widgets.NewButtonKind(widgets.Secondary, "Export", "export", r.config.Export)
		small := widgets.NewIconButton("export", "Export", r.config.Export)
		parts = append(parts, part{o: b.export, drop: 6, gap: 8}, part{o: small, instead: b.export})
	}
	layout := &barLayout{parts: parts}
	b.content = container.New(layout, layout.objects()...)
	b.refresh()
	return b
}

func (b *topBar) start() {
	if b.saved != nil {
		b.saved.Start()
		b.savedSmall.Start()
	}
	b.refresh()
}

func (b *topBar) stop() {
	if b.saved != nil {
		b.saved.Stop()
		b.savedSmall.Stop()
	}
}

var kinds = map[string]string{"kaikaku": "kaikaku", "kaizen": "kaizen", "assessment": "assessment", "custom": "workshop"}

// refresh shows title, days and clock anew.
func (b *topBar) refresh() {
	a := b.room.agenda
	b.title.SetText(a.charter.Title)
	kind := kinds[a.charter.WorkshopKind]
	if a.charter.Days == 1 {
		kind += " 1 day"
	} else if a.charter.Days > 1 {
		kind += fmt.Sprintf(" %d days", a.charter.Days)
	}
	about := strings.Trim(a.charter.Client+", "+kind, ", ")
	b.subtitle.SetText(about)
	var days []string
	b.days = b.days[:0]
	selected := -1
	here := b.room.day()
	for _, p := range a.phases {
		if n := len(b.days); n > 0 && b.days[n-1] == p.day {
			continue
		}
		if p.day == here {
			selected = len(days)
		}
		b.days, days = append(b.days, p.day), append(days, p.title)
	}
	choices := make([]widgets.Choice, len(days))
	for i, d := range days {
		choices[i] = widgets.Choice{Label: d}
	}
	b.day.SetChoices(choices, selected)
	b.content.Refresh()
	if b.names != nil {
		b.names.update()
		b.shield.update()
	}
	b.tick()
}

// day is the day in hand: that of the step in the middle.
func (r *Room) day() int {
	if s := r.current(); s != nil {
		return s.Day
	}
	return 0
}

// toDay opens the first step of a day that is not done.
func (b *topBar) toDay(i int) {
	for _, s := range b.room.agenda.steps {
		if s.Day == b.days[i] {
			p := b.room.agenda.phaseOf(s.ID)
			for _, open := range p.steps {
				if open.Status != workshop.StepDone && open.Status != workshop.StepSkipped {
					b.room.GoToStep(open.ID)
					return
				}
			}
			b.room.GoToStep(s.ID)
			return
		}
	}
}

// timed is whose clock is shown: that of the group in front, else that of the running step.
func (r *Room) timed() *workshop.Step {
	if g := r.agenda.group(r.step, r.group); g != nil && r.board == "" {
		return g
	}
	return r.agenda.running()
}

// tick shows the time. It draws what has changed and nothing else.
func (b *topBar) tick() {
	now := b.room.now()
	b.clock.SetText(now.Format("15:04"))
	s := b.room.timed()
	t := plan.ClockOf(s, now)
	before := b.left.Text + b.plan.Text + b.late.Text
	words, of, late := leftWords(t), planWords(t, now), ""
	if !t.Running {
		words, of = b.idle()
	}
	b.left.SetText(words)
	b.plan.SetText(of)
	b.ring.Token = theme.Accent
	switch share := t.Share(); {
	case share <= 0.05:
		b.ring.Token = theme.Danger
	case share <= 0.2:
		b.ring.Token = theme.Warn
	}
	if t.Running {
		tone := widgets.Neutral
		behind := time.Duration(0)
		if day := b.room.times.Day(s.Day); day != nil {
			behind = day.Late
		}
		late = lateWords(behind)
		switch {
		case behind >= time.Minute:
			tone = widgets.Careful
		case behind <= -time.Minute:
			tone = widgets.Good
		}
		if late != b.late.Text || tone != b.late.Tone {
			b.late.Set(late, tone)
		}
	} else {
		b.late.Text = ""
	}
	for o, on := range map[fyne.CanvasObject]bool{b.ring: t.Running, b.late: t.Running, b.more: t.Running, b.pause: t.Running} {
		if o.Visible() != on {
			toggle(o, on)
			before = ""
		}
	}
	b.ring.Set(t.Share())
	icon := "pause"
	if t.Paused {
		icon = "play"
	}
	b.pause.SetIcon(icon)
	if before != words+of+late {
		b.content.Refresh()
	}
}

// idle says how the step or group in hand stands while no clock runs.
func (b *topBar) idle() (string, string) {
	s := b.room.hand()
	if s == nil {
		return "", ""
	}
	switch s.Status {
	case workshop.StepDone:
		if s.Started == "" {
			return "Done", ""
		}
		return "Done", "took " + canvas.Duration(int(plan.ClockOf(s, b.room.now()).Elapsed.Minutes()))
	case workshop.StepSkipped:
		return "Skipped", ""
	}
	if s.Minutes == 0 {
		return "Not started", ""
	}
	return "Not started", canvas.Duration(int(plan.Given(s).Minutes())) + " planned"
}

func toggle(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
