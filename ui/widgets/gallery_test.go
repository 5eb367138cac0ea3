package widgets_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/theme"
	. "nemawashi.app/ui/widgets"
)

var today = time.Date(2026, 11, 17, 0, 0, 0, 0, time.UTC)

// TestGallery renders every widget at the largest and the usual text and fails when words are cut off at the window's edge; with NEMAWASHI_GALLERY set to
// a folder it renders every look and keeps the pictures.
func TestGallery(t *testing.T) {
	for name, build := range map[string]func() fyne.CanvasObject{"signs": signs, "fields": fields, "cards": cards, "table": table} {
		looks := []snap.Look{{Width: 1180, Height: 1300, Text: 2}, {Width: 1180, Height: 760},
			{Width: 1180, Height: 760, Dark: true}, {Width: 1180, Height: 1000, Text: 1.5}, {Width: 1180, Height: 1000, Text: 1.5, Dark: true}}
		if os.Getenv("NEMAWASHI_GALLERY") == "" {
			looks = looks[:2]
		}
		for _, look := range looks {
			w := snap.Window(look)
			w.SetContent(NewPanel(build(), PanelStyle{Fill: theme.Bg, PadX: 24, PadY: 24}))
			picture := snap.Image(w, look)
			if cut := snap.Outside(w); len(cut) > 0 {
				t.Errorf("%s at %.0f %%: cut off: %v", name, max(look.Text, 1)*100, cut)
			}
			w.Close()
			if dir := os.Getenv("NEMAWASHI_GALLERY"); dir != "" {
				file := fmt.Sprintf("%s-%.0f-%v.png", name, max(look.Text, 1)*100, look.Dark)
				if err := snap.Write(filepath.Join(dir, file), picture); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func signs() fyne.CanvasObject {
	disabled := NewButton("Disabled", func() {})
	disabled.Disable()
	dead := NewPrimary("Disabled", "plus", func() {})
	dead.Disable()
	return VStack(16,
		Flow(8, NewPrimary("Present", "present", func() {}), NewButtonKind(Secondary, "Export", "export", func() {}), NewButton("+5 min", func() {}),
			NewIconButton("pause", "Pause", func() {}), NewQuietIcon("sideclose", "Fold", func() {}), NewPrimary("New", "plus", func() {}).WithKey("N"),
			NewButtonKind(Danger, "Delete", "x", func() {}), NewLink("Show the list", func() {}), disabled, dead,
			NewButton("Small", func() {}).Sized(theme.ButtonSmall), NewPrimary("Tall", "export", func() {}).Sized(theme.ButtonTall)),
		Flow(8, NewPill("Kaizen, 3 days", Good), NewPill("Running, day 1", Accented), NewPill("Review Thu 19", Careful), NewPill("Blocked", Bad), NewPill("Open", Neutral),
			NewIconPill("Never in Present", "eyeoff", Secret), NewPill("rating 34 days old", Outlined), NewBadge(7, Bad), NewBadge(12, Accented)),
		HStack(16, NewRing(0.23), NewRing(0.64), NewRing(1), NewPriorityRing(15), NewPriorityRing(10), NewPriorityRing(4), NewPriorityRing(0),
			NewStepDot(StepToDo), NewStepDot(StepNow), NewStepDot(StepDone), NewStepDot(StepSkipped), Grow(NewProgressBar(0.54)), Wide(NewProgressBar(0), 80)),
		Flow(8, NewSupportChip(-2), NewSupportChip(-1), NewSupportChip(0), NewSupportChip(1), NewSupportChip(2), NewBubble("alert", Bad), NewBubble("cal", Careful),
			NewBubble("refresh", Accented), NewBubble("drive", Good), NewTile("bolt", Accented), NewTile("target", Good), NewAvatar("Cedar"), NewAvatar("Alder"),
			NewKeyCaps("Ctrl+Shift+H"), NewKeyCaps("Enter"), NewKeyCaps("N"), NewIcon("truck", theme.Text2), NewIconSized("hour", theme.Accent, 24)),
		VStack(0, NewLabel("Page title 20/32", theme.PageTitle), NewLabel("Sub-heading 16/24", theme.SubHeading), NewLabel("Card title 14/20", theme.CardTitle),
			NewLabel("Body 13/20 in the main color", theme.Body), NewLabel("Caption 12/16 secondary", theme.Caption).In(theme.Text2)),
		GridOf(3, 16, NewText("Wrapped: Castings cross the hall twice by forklift, empty racks walk back to dock three, and nobody sees it.", theme.Body),
			NewLabel("One line that is far too long for its room and ends in an ellipsis somewhere", theme.Body),
			limited("Two lines at most: castings cross the hall twice by forklift, empty racks walk back to dock three, and nobody sees it.")),
		SectionHeading("Outputs", Caption("2 of 4").Keep()), NewDivider(), PageHeading("Gemba walk – 8 wastes", "What did you see, not think?", NewPrimary("Done", "check", func() {})),
		hints(),
	)
}

func limited(text string) *Label {
	l := NewText(text, theme.Body)
	l.MaxLines = 2
	return l
}

func hints() fyne.CanvasObject {
	h := NewHintBar()
	h.Set([]Hint{{Keys: "Enter", Label: "add card"}, {Keys: "Tab", Label: "next waste"}, {Keys: "Ctrl+1", To: "8", Label: "go to waste"}, {Bold: "25m", Label: "at the end sets minutes"},
		{Keys: "Ctrl+Z", Label: "undo"}, {Keys: "Ctrl+PgDn", Label: "next step", Right: true}, {Keys: "Ctrl+K", Label: "commands", Right: true}})
	return h
}

func fields() fyne.CanvasObject {
	understood := NewEntry("Add")
	understood.SetText("Oven warm-up 25m")
	understood.SetHint("Adds 25 min per day")
	wrong := NewEntry("")
	wrong.SetText("fry")
	wrong.SetProblem("Not a date: type a day such as fri or +2w")
	search := NewEntry("Search workshops, actions, people")
	search.Icon, search.Key, search.Height = "search", "Ctrl+K", theme.ButtonTall
	add := NewEntry("Add")
	add.Icon = "plus"
	area := NewTextArea("What did you see?", 3)
	area.SetText("Stand for ten minutes. Write what you see, not what you think. One fact on each card.")
	off := NewEntry("")
	off.SetText("Read only")
	off.SetEnabled(false)
	owner := NewSelect([]string{"Lena Vogt", "M. Keller"}, 0, func(int) {})
	filter := NewSelect([]string{"Any owner"}, 0, func(int) {})
	filter.Icon, filter.Button = "user", true
	bare := NewSelect([]string{"Day 1"}, 0, func(int) {})
	bare.Bare = true
	checks := VStack(2, NewCheck("At least 12 findings on the board", true, nil), NewCheck("Three biggest losses chosen", false, nil),
		NewRadio("Sponsor", true, func() {}), NewRadio("Team", false, func() {}))
	lock := NewCheck("Resistance map", false, nil)
	lock.Disable()
	return VStack(16,
		Grid(320, 16, Labeled("Hint above", understood), Labeled("Problem", wrong), Labeled("Search", search), Labeled("Quick add", add), Labeled("Disabled", off),
			Labeled("Password", password())),
		Grid(320, 16, Labeled("Owner", owner), Labeled("Due", NewDateEntry(today.AddDate(0, 0, 1), today, nil)), Labeled("None chosen", NewSelect([]string{"A"}, -1, nil))),
		Flow(8, filter, bare, NewSegmented([]string{"Low", "Med", "High"}, 0, nil), NewSegmented([]string{"All", "People", "Groups"}, 1, nil),
			NewSupportPicker(-2, func(int) {}), NewSupportPicker(1, func(int) {}), NewLevelPicker(3, func(int) {})),
		Grid(320, 16, VStack(2, checks, lock), Labeled("Several lines", area), VStack(8, HStack(8, NewSwitch(true, nil), NewSwitch(false, nil)), NewSlider(0, 100, 10, 50, nil))),
		Anchor(NewCalendar(today.AddDate(0, 0, 5), today, func(time.Time) {}), 0, 0),
	)
}

func password() *Entry {
	p := NewPassword("Password to open")
	p.SetText("secret words")
	return p
}

func cards() fyne.CanvasObject {
	column := func(title, icon, count string, active bool, texts ...string) fyne.CanvasObject {
		add := NewEntry("Add")
		add.Icon = "plus"
		c := NewColumn(title, icon, add)
		var list []fyne.CanvasObject
		for i, text := range texts {
			card := NewCard(VStack(2, NewText(text, theme.CardText), HStack(4, NewIconSized("clock", theme.Text2, 12), Caption("25 min"))), func() {}).PadBy(10, 7)
			card.Fill = theme.Raised
			card.Select(active && i == 0)
			list = append(list, card)
		}
		c.SetCards(list)
		c.SetCount(count)
		c.SetActive(active)
		return c.Object()
	}
	workshop := func(title string, selected bool) fyne.CanvasObject {
		card := NewCard(VStack(4,
			HStack(8, NewPill("Kaizen, 3 days", Good), Spacer(), NewPill("Running, day 1", Accented)),
			HStack(8, Grow(VStack(0, NewLabel(title, theme.CardTitle), Caption("Norvik Pumps"))), NewRing(0.23)),
			HStack(8, NewIconSized("play", theme.Text2, 14), Grow(Caption("Step 6 of 22: Gemba walk")))), func() {}).PadBy(16, 16)
		card.Select(selected)
		return card
	}
	board := Board(func(float32) int { return 4 }, 8,
		column("Transport", "truck", "40 min", false, "Castings cross the hall twice by forklift", "Empty racks walked back to dock 3"),
		column("Inventory", "boxes", "2", false, "11 days of seals beside cell 2"), column("Motion", "motion", "48 min", false),
		column("Waiting", "hour", "55 min", true, "First-piece check waits for QA", "Crane shared with the paint line"))
	return VStack(16, GridOf(3, 16, workshop("Pump line changeover", true), workshop("One Flow 2027 kickoff with a very long name", false),
		NewPanel(NewText("Stand for ten minutes. Write what you see, not what you think.", theme.Body), PanelStyle{Fill: theme.Tint, Bar: theme.Accent, Radius: 4, PadX: 14, PadY: 8})),
		Grow(board),
		Exactly(NewEmptyState(EmptyState{Icon: "action", Title: "No actions yet", Text: "Type the first one: what, who and by when. Or press Ctrl+Enter on a card of a board.", Button: "New action", ButtonIcon: "plus", Key: "N"}), 0, 250))
}

func table() fyne.CanvasObject {
	sheet := NewTable(TableOptions{
		Multi: true, Rows: func() int { return 10_000 },
		Columns: []TableColumn{{Title: "No.", Width: 60}, {Title: "Action", Width: 180, Grow: 1, Text: func(int) string { return "x" }}, {Title: "Owner", Width: 90}, {Title: "Due", Width: 110},
			{Title: "Status", Width: 100}, {Title: "Progress", Width: 90}, {Title: "Priority", Width: 80}, {Title: "Cost", Width: 70, Right: true}},
		Heading: func(row int) (string, bool) { return "Ines Solberg, 3 open", row == 0 || row == 6 },
		Cell: func(row, col int) Cell {
			switch col {
			case 0:
				return Cell{Text: fmt.Sprintf("A-%03d", row), Token: theme.Text2}
			case 1:
				return Cell{Text: "Agree on guarantee wording with HR and the works council", Strike: row == 4}
			case 2:
				return Cell{Text: "I. Solberg"}
			case 3:
				return Cell{Text: "Fri 6 Nov", Icon: "alert", Token: theme.Danger, Bold: true}
			case 4:
				return Cell{Text: "In progress", Pill: true, Tone: Accented}
			case 5:
				return Cell{Bar: true, Share: float64(row%11) / 10}
			case 6:
				return Cell{Text: "High", Icon: "up", IconToken: theme.Wine}
			}
			return Cell{Text: "€ 340", Right: true}
		},
		OnSort: func(int, bool) {}, OnEdit: func(int, int, string) error { return nil },
	})
	sheet.SetSort(3, false)
	sheet.SetCursor(3, 1)
	return sheet
}
