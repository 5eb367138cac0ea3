package boards

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/canvas"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// gates is the board of the four checks that predict the results of a kaizen event, each with its evidence and with what the records say of it.
type gates struct {
	Board
	gates []*gate
	met   *fact
}

// gate is one check with what it rests on.
type gate struct {
	id       string
	check    *widgets.Check
	evidence *widgets.Entry
	found    *widgets.Label
	quiet    bool
}

// GateTitle is a gate in words.
func GateTitle(id string) string { return gateWords[id][0] }

// gateWords are the four checks in words, and what to look for.
var gateWords = map[string][2]string{
	workshop.GateGroup:          {"The group is committed to the problem", "Those who do the work say themselves that this problem is worth their days."},
	workshop.GateIndicator:      {"A problem indicator is specified", "One number shows the problem, with a baseline from real data and a target."},
	workshop.GateCountermeasure: {"Countermeasures are quantified against the indicator", "Each one says by how much it moves that number."},
	workshop.GateChampion:       {"The line manager champions the implementation", "The manager whose line it is spends time, removes obstacles and asks afterwards."},
}

// gateNames are the four checks where there is little room.
var gateNames = map[string]string{workshop.GateGroup: "Group is committed", workshop.GateIndicator: "Indicator is specified",
	workshop.GateCountermeasure: "Effects are quantified", workshop.GateChampion: "Manager champions it"}

// GateName is what a gate is called where there is little room.
func GateName(id string) string { return gateNames[id] }

// Gates returns the board of the gates.
func Gates(desk *canvas.Desk) *Board { return &newGates(desk).Board }

func newGates(desk *canvas.Desk) *gates {
	b := &gates{Board: Board{desk: desk}, met: newFact("Gates met")}
	rows := []fyne.CanvasObject{widgets.NewText("In 79 archived kaizen events these four predicted the results. Tick a gate when you can name the evidence; before the first day is the best time to see which one is missing.", theme.Body).In(theme.Text2)}
	for _, id := range workshop.Gates {
		g := b.gate(id)
		b.gates = append(b.gates, g)
		content := widgets.VStack(theme.GapSmall, g.check, widgets.PadSides(widgets.VStack(6, widgets.NewText(gateWords[id][1], theme.Body).In(theme.Text2), g.evidence, g.found), 0, 0, 0, theme.Scaled(16)+theme.Gap))
		rows = append(rows, widgets.NewPanel(content, widgets.PanelStyle{Fill: theme.Surface, Stroke: theme.Line, Radius: theme.RadiusCard, PadX: theme.PadPage, PadY: theme.PadCard}))
	}
	scroll := widgets.NewScroll(widgets.Limit(widgets.PadSides(widgets.VStack(theme.Gap, rows...), 2, 12, 16, 2), theme.FormWidest))
	b.build(b.read, []workshop.Kind{workshop.KindCharter, workshop.KindMeasure, workshop.KindAction, workshop.KindCommitment, workshop.KindPerson}, nil,
		face{title: "Four gates", object: scroll, hidden: b.desk.Session.EndTyping, focus: func() { b.first().evidence.Focus() }, hints: func() []widgets.Hint {
			return []widgets.Hint{{Keys: "Tab", Label: "next"}, {Keys: "Space", Label: "tick a gate"}, {Keys: "Ctrl+Z", Label: "undo"}, {Icon: "check", Label: "kept while you type"}}
		}})
	b.part = func(id string) {
		for _, g := range b.gates {
			if g.id == id {
				g.evidence.Focus()
			}
		}
	}
	return b
}

// first is the first gate that is not met.
func (b *gates) first() *gate {
	for _, g := range b.gates {
		if !g.check.Checked {
			return g
		}
	}
	return b.gates[0]
}

func (b *gates) gate(id string) *gate {
	g := &gate{id: id, found: widgets.NewText("", theme.Caption).In(theme.Text2)}
	g.check = widgets.NewCheck(gateWords[id][0], false, func(bool) { b.write(g) })
	g.check.Style = theme.BodyBold
	g.evidence = widgets.NewTextArea("Evidence: who said or did what, when", 2)
	g.evidence.ForwardUndo = true
	g.evidence.OnChanged = func(string) {
		if !g.quiet {
			b.write(g)
		}
	}
	return g
}

// write keeps a gate with every stroke.
func (b *gates) write(g *gate) {
	raw, err := json.Marshal(workshop.Gate{Met: g.check.Checked, Evidence: g.evidence.Text()})
	if err == nil {
		err = b.desk.Session.Type("Gate", func(e *workshop.Edit) error {
			return e.SetField(b.desk.Session.ID(), "gates."+g.id, raw)
		})
	}
	if err != nil {
		g.evidence.SetProblem("Not kept: " + err.Error())
		return
	}
	g.evidence.SetProblem("")
	b.watch.Catch()
}

func (b *gates) read() {
	var c *workshop.Charter
	found := map[string]string{}
	b.desk.Session.Read(func(w *workshop.Workshop) {
		c = w.Charter()
		if c != nil {
			found = b.evidence(w, c)
		}
	})
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
		g.found.SetText("In this workshop: " + found[g.id])
	}
}

// evidence is what the records say of each gate. It is a help to the facilitator, who alone ticks.
func (b *gates) evidence(w *workshop.Workshop, c *workshop.Charter) map[string]string {
	team, promises := 0, 0
	for _, p := range workshop.All[workshop.Person](w) {
		if p.Team {
			team++
		}
	}
	var indicators []string
	for _, m := range workshop.All[workshop.Measure](w) {
		if m.Baseline != nil && m.Target != nil {
			indicators = append(indicators, fmt.Sprintf("%s, %s to %s %s", m.Name, shown(m.Baseline), shown(m.Target), m.Unit))
		}
	}
	measures, quantified := 0, 0
	for _, a := range workshop.All[workshop.Action](w) {
		if a.Category == "countermeasure" && a.Status != workshop.ActionDropped {
			measures++
			if a.BenefitExpected != 0 {
				quantified++
			}
		}
	}
	for _, card := range workshop.All[workshop.Card](w) {
		if card.Canvas == "countermeasures" {
			measures++
			if card.Text("change") != "" {
				quantified++
			}
		}
	}
	for _, p := range workshop.All[workshop.Commitment](w) {
		if !p.Personal && p.Promised > 0 {
			promises++
		}
	}
	indicator := "no measure has a baseline and a target yet."
	if len(indicators) > 0 {
		indicator = strings.TrimSpace(indicators[0]) + "."
		if n := len(indicators) - 1; n > 0 {
			indicator = strings.TrimSuffix(indicator, ".") + ", and " + strconv.Itoa(n) + " more."
		}
	}
	sponsor := "no sponsor is named"
	if p := workshop.Find[workshop.Person](w, c.Sponsor); p != nil {
		sponsor = "sponsor is " + b.name(p)
	}
	return map[string]string{
		workshop.GateGroup:          fmt.Sprintf("%d of the team on the list of people.", team),
		workshop.GateIndicator:      indicator,
		workshop.GateCountermeasure: fmt.Sprintf("%d of %s with an expected change or benefit.", quantified, counted(measures, "countermeasure")),
		workshop.GateChampion:       sponsor + "; " + counted(promises, "promise") + " of time, budget or people.",
	}
}
