package room

import (
	"encoding/json"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// charterBoard is the charter as a form, with the gates below it.
type charterBoard struct {
	room    *Room
	form    *canvas.Form
	gates   []*gate
	watch   *canvas.Watch
	content fyne.CanvasObject
}

// gate is one check with what it rests on.
type gate struct {
	id       string
	check    *widgets.Check
	evidence *widgets.Entry
	quiet    bool
}

// gateWords are the four checks in words.
var gateWords = map[string]string{
	workshop.GateGroup:          "The group is committed to the problem",
	workshop.GateIndicator:      "A problem indicator is specified",
	workshop.GateCountermeasure: "Countermeasures are quantified against the indicator",
	workshop.GateChampion:       "The line manager champions the change",
}

func newCharterBoard(r *Room) *charterBoard {
	b := &charterBoard{room: r}
	fields := canvas.RecordFields(workshop.KindCharter, "title", "problem", "objective", "scope_in", "scope_out", "sponsor", "facilitators",
		"client", "site", "programme", "start", "days", "status", "currency", "retain_until", "confidentiality")
	words := map[string][2]string{
		"problem": {"Problem", "With a number: 74 minutes per changeover, median of March to May"}, "objective": {"Objective", "From what to what, by when"},
		"scope_in": {"In scope", "First step in, last step in"}, "scope_out": {"Out of scope", "What nobody touches"},
		"start": {"First day", ""}, "currency": {"Currency", "EUR"}, "retain_until": {"Keep until", ""},
		"confidentiality": {"Confidentiality", "What was agreed with the people in the room"}, "facilitators": {"Facilitators", ""},
	}
	for i, f := range fields {
		if w, ok := words[f.ID]; ok {
			fields[i] = f.Titled(w[0], w[1])
		}
	}
	b.form = canvas.NewForm("Charter", canvas.RecordRows("charter", fields, nil, func() workshop.Record { return &workshop.Charter{} }), r.desk())
	rows := []fyne.CanvasObject{widgets.NewLabel("Four gates", theme.CardTitle),
		widgets.NewText("In 79 kaizen events these four predicted the results. Tick a gate when you can name the evidence.", theme.Body).In(theme.Text2)}
	for _, id := range workshop.Gates {
		g := b.gate(id)
		b.gates = append(b.gates, g)
		rows = append(rows, widgets.VStack(2, g.check, widgets.PadSides(g.evidence, 0, 0, 0, theme.Scaled(16)+theme.Gap)))
	}
	gates := widgets.NewPanel(widgets.VStack(theme.Gap, rows...), widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: theme.PadPage, PadY: theme.PadCard})
	b.content = widgets.NewScroll(widgets.Limit(widgets.PadSides(widgets.VStack(theme.PadPage, b.form, gates), 2, 12, 16, 2), theme.FormWidest))
	b.watch = canvas.NewWatch(func(workshop.Touched) {}, b.refresh)
	return b
}

func (b *charterBoard) gate(id string) *gate {
	g := &gate{id: id}
	g.check = widgets.NewCheck(gateWords[id], false, func(bool) { b.write(g) })
	g.check.Style = theme.BodyBold
	g.evidence = widgets.NewEntry("Evidence: who said or did what, when")
	g.evidence.ForwardUndo = true
	g.evidence.OnChanged = func(string) {
		if !g.quiet {
			b.write(g)
		}
	}
	return g
}

// write keeps a gate with every stroke.
func (b *charterBoard) write(g *gate) {
	raw, err := json.Marshal(workshop.Gate{Met: g.check.Checked, Evidence: g.evidence.Text()})
	if err == nil {
		err = b.room.config.Session.Type("Gate", func(e *workshop.Edit) error {
			return e.SetField(b.room.config.Session.ID(), "gates."+g.id, raw)
		})
	}
	if err != nil {
		g.evidence.SetProblem("Not kept: " + err.Error())
		return
	}
	g.evidence.SetProblem("")
	b.watch.Catch()
}

func (b *charterBoard) refresh() {
	var c *workshop.Charter
	b.room.config.Session.Read(func(w *workshop.Workshop) { c = w.Charter() })
	if c == nil {
		return
	}
	for _, g := range b.gates {
		now := c.Gates[g.id]
		g.check.Set(now.Met)
		if workshop.Normal(g.evidence.Text()) != now.Evidence && g.evidence.Problem == "" {
			g.quiet = true
			g.evidence.SetText(now.Evidence)
			g.quiet = false
		}
	}
}

// Content implements Board.
func (b *charterBoard) Content() fyne.CanvasObject { return b.content }

// Shown implements Board.
func (b *charterBoard) Shown() {
	b.form.Shown()
	b.watch.Start(b.room.config.Session)
	b.refresh()
}

// Hidden implements Board.
func (b *charterBoard) Hidden() {
	b.form.Hidden()
	b.watch.Stop()
}

// FocusFirst implements Board.
func (b *charterBoard) FocusFirst() { b.form.Focus() }

// Hints are the keys of the form.
func (b *charterBoard) Hints() []widgets.Hint { return b.form.Hints() }
