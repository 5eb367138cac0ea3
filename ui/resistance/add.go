package resistance

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// newcomer is the dialog that adds a person or a group.
type newcomer struct {
	page       *Page
	dialog     *shell.Dialog
	kind       *widgets.Segmented
	name       *widgets.Entry
	said       *widgets.Label // what was understood of the name, beside its caption, where it moves nothing
	unit, size *widgets.Entry
	sizeRow    fyne.CanvasObject
	now        *widgets.Segmented
	needed     *widgets.Segmented
	influence  *meter
	sure       *widgets.Segmented
	evidence   *widgets.Entry
	chosen     *workshop.Person // picked from the list, where the screen shows a code name
}

// add opens the dialog.
func (p *Page) add() { p.options.Shell.ShowDialog(newNewcomer(p).dialog) }

func newNewcomer(p *Page) *newcomer {
	n := &newcomer{page: p}
	n.kind = widgets.NewSegmented([]string{"Person", "Group"}, 0, func(int) { n.refresh() })
	n.name, n.said = widgets.NewEntry("Name"), widgets.Caption("")
	n.name.OnChanged = func(string) { n.named() }
	n.name.SetTrailing(widgets.NewQuietIcon("down", "Choose from the people of this workshop", n.pick).Sized(theme.ButtonSmall))
	n.unit = widgets.NewEntry("Department, shift, site")
	n.size = widgets.NewEntry("How many people")
	n.size.OnChanged = func(text string) {
		_, err := readSize(text)
		n.size.SetProblem(problem(err))
	}
	n.sizeRow = widgets.Labeled("Size", n.size)
	n.now = widgets.NewSupportPicker(-3, func(int) {})
	n.needed = widgets.NewSupportPicker(-3, func(int) {})
	n.influence = newMeter(influenceWords, func(int) {})
	n.sure = widgets.NewSegmented([]string{"A guess", "Observed", "Said so"}, -1, func(int) {})
	n.evidence = widgets.NewEntry(evidenceWords)
	content := widgets.VStack(12,
		n.kind, widgets.VStack(theme.GapSmall, widgets.HStack(theme.Gap, widgets.Caption("Name"), widgets.Spacer(), n.said), n.name),
		widgets.GridOf(2, theme.PadPage, widgets.Labeled("Unit", n.unit), n.sizeRow),
		widgets.NewText("Rate now or later: later they wait above the map, to be dragged onto it.", theme.Caption).In(theme.Text2),
		widgets.VStack(6, labeled("Now", n.now), labeled("Needed", n.needed), labeled("Influence", n.influence), labeled("Confidence", n.sure)),
		widgets.Labeled("Evidence", n.evidence))
	n.dialog = &shell.Dialog{Title: "Add a stakeholder", Help: "resistance", Content: content, Width: 500, Focus: n.name.Input(),
		Foot: widgets.HStack(6, widgets.NewKeyCaps("Ctrl+Enter"), widgets.Caption("adds and stays").Keep()),
		OnKey: func(k widgets.Keys) bool {
			if k != "Ctrl+Enter" {
				return false
			}
			if n.done() {
				n.again()
			}
			return true
		}}
	n.dialog.Buttons = []shell.DialogButton{{Label: "Cancel"}, {Label: "Add", Icon: "plus", Kind: widgets.Primary, Stay: true, Run: func() {
		if n.done() {
			n.dialog.Close()
		}
	}}}
	n.refresh()
	return n
}

func (n *newcomer) group() bool { return n.kind.Selected == 1 }

func (n *newcomer) refresh() {
	show(n.sizeRow, n.group())
	placeholder := "Somebody known, or somebody new"
	if n.group() {
		placeholder = "Night shift, works council, suppliers"
	}
	n.name.SetPlaceholder(placeholder)
	n.named()
	n.dialog.Refresh()
}

// known finds the person whose name or code name was typed.
func (n *newcomer) known() *workshop.Person {
	typed := strings.TrimSpace(n.name.Text())
	if n.chosen != nil && typed == n.page.model.called(n.chosen) {
		return n.chosen
	}
	for _, p := range n.page.model.people {
		if strings.EqualFold(p.Name, typed) {
			return p
		}
	}
	return nil
}

// onMap finds whoever is on the map already.
func (n *newcomer) onMap() *stake {
	m := n.page.model
	typed := strings.TrimSpace(n.name.Text())
	p := n.known()
	for _, s := range m.stakes {
		if n.group() && s.group() && strings.EqualFold(s.now.Name, typed) && typed != "" || !n.group() && p != nil && s.now.Person == p.ID {
			return s
		}
	}
	return nil
}

// named says what was understood of the name.
func (n *newcomer) named() {
	typed := strings.TrimSpace(n.name.Text())
	n.name.SetProblem("")
	hint := ""
	if p := n.known(); typed != "" && !n.group() {
		hint = "new person"
		if p != nil {
			hint = "known"
			if p.Role != "" {
				hint += ": " + p.Role
			}
		}
	}
	if s := n.onMap(); s != nil {
		n.name.SetProblem("Is on the map already, as " + s.now.Code + ".")
	}
	n.said.SetText(hint)
}

// pick offers the people who are not on the map yet.
func (n *newcomer) pick() {
	m := n.page.model
	on := map[workshop.ID]bool{}
	for _, s := range m.stakes {
		on[s.now.Person] = true
	}
	var choices []widgets.Choice
	for _, p := range m.people {
		if on[p.ID] {
			continue
		}
		choices = append(choices, widgets.Choice{Label: m.called(p), Detail: p.Role, Run: func() {
			n.chosen = p
			n.kind.Set(0)
			n.name.SetText(m.called(p))
			n.refresh()
			n.name.Focus()
		}})
	}
	if len(choices) == 0 {
		choices = []widgets.Choice{{Label: "Everybody of this workshop is on the map", Disabled: true}}
	}
	widgets.ShowMenu(n.name, choices)
}

// done adds; where something is missing it says so and adds nothing.
func (n *newcomer) done() bool {
	name := strings.TrimSpace(n.name.Text())
	if name == "" {
		n.name.SetProblem("Who is it? A name or, for a group, what it is called.")
		n.dialog.Refresh()
		n.name.Focus()
		return false
	}
	if n.name.Problem != "" || n.size.Problem != "" && n.group() {
		return false
	}
	s, err := n.record()
	if err == nil {
		err = n.page.options.Session.Do("Add a stakeholder", func(e *workshop.Edit) error {
			if !n.group() {
				s.Name = ""
				if p := n.known(); p != nil {
					s.Person = p.ID
				} else {
					s.Person = e.Add(&workshop.Person{Name: name, Unit: s.Unit})
				}
			}
			e.Add(s)
			return nil
		})
	}
	if err != nil {
		n.name.SetProblem(refusal(err))
		n.dialog.Refresh()
		return false
	}
	p := n.page
	p.follow.catch()
	p.choose(s.ID)
	p.undoable(fmt.Sprintf("%s is on the map.", p.model.label(p.model.stakes[s.ID])), "Add a stakeholder")
	return true
}

// record is what was filled in.
func (n *newcomer) record() (*workshop.Stakeholder, error) {
	size, err := readSize(n.size.Text())
	if err != nil {
		return nil, err
	}
	s := &workshop.Stakeholder{Name: strings.TrimSpace(n.name.Text()), Unit: strings.TrimSpace(n.unit.Text()), Influence: n.influence.level,
		Confidence: n.sure.Selected + 1, Evidence: strings.TrimSpace(n.evidence.Text())}
	if n.group() {
		s.Size = size
	}
	if n.now.Selected >= 0 {
		v := n.now.Selected - 2
		s.SupportNow = &v
	}
	if n.needed.Selected >= 0 {
		v := n.needed.Selected - 2
		s.SupportNeeded = &v
	}
	if s.Evidence != "" {
		s.EvidenceDate = n.page.model.today()
	}
	return s, nil
}

// again clears the dialog for the next one; kind and unit stay, since people come to mind by their place.
func (n *newcomer) again() {
	n.chosen = nil
	for _, e := range []*widgets.Entry{n.name, n.size, n.evidence} {
		e.SetText("")
	}
	n.now.Set(-1)
	n.needed.Set(-1)
	n.influence.set(0)
	n.sure.Set(-1)
	n.named()
	n.dialog.Refresh()
	n.name.Focus()
}

func problem(err error) string {
	if err == nil {
		return ""
	}
	return sentence(err.Error()) + "."
}
