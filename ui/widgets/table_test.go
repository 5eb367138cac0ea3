package widgets_test

import (
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	. "nemawashi.app/ui/widgets"
)

// sheet is a table of 10,000 rows whose titles and status can be edited.
type sheet struct {
	*Table
	titles   map[int]string
	status   map[int]int
	reads    int
	sorted   string
	opened   int
	selected []int
}

func newSheet() *sheet {
	s := &sheet{titles: map[int]string{}, status: map[int]int{}, opened: -1}
	title := func(row int) string {
		if t, ok := s.titles[row]; ok {
			return t
		}
		return fmt.Sprintf("Action %d", row)
	}
	s.Table = NewTable(TableOptions{
		Multi: true, Rows: func() int { return 10_000 },
		Columns: []TableColumn{{Title: "No.", Width: 60}, {Title: "Action", Width: 200, Grow: 1, Text: title},
			{Title: "Status", Width: 100, Choices: func(row int) ([]Choice, int) { return []Choice{{Label: "Open"}, {Label: "Done"}}, s.status[row] }}},
		Cell:    func(row, col int) Cell { s.reads++; return Cell{Text: title(row)} },
		Heading: func(row int) (string, bool) { return "Group", row%100 == 0 },
		OnSort:  func(col int, down bool) { s.sorted = fmt.Sprint(col, down) },
		OnOpen:  func(row int) { s.opened = row },
		OnEdit: func(row, col int, text string) error {
			if text == "" {
				return errors.New("An action needs a title.")
			}
			s.titles[row] = text
			return nil
		},
		OnPick:   func(row, col, choice int) { s.status[row] = choice },
		OnSelect: func(rows []int) { s.selected = rows },
	})
	return s
}

func TestTableWalksOverHeadingsAndReadsOnlyWhatIsSeen(t *testing.T) {
	s := newSheet()
	w, _, _ := window(t, s.Table)
	if s.reads > 200 {
		t.Fatalf("%d cells were read to show one screen", s.reads)
	}
	w.Canvas().Focus(s.Table)
	if s.Row() != 1 {
		t.Fatalf("cursor on %d, want the first row that is no heading", s.Row())
	}
	press(s.Table, fyne.KeyUp, fyne.KeyDown, fyne.KeyEnd)
	if s.Row() != 9_999 {
		t.Fatalf("End came to %d", s.Row())
	}
	s.reads = 0
	press(s.Table, fyne.KeyHome, fyne.KeyPageDown)
	if s.reads > 600 {
		t.Fatalf("%d cells were read for two jumps", s.reads)
	}
	press(s.Table, fyne.KeyReturn)
	if s.opened != s.Row() {
		t.Fatalf("opened %d, cursor on %d", s.opened, s.Row())
	}
	s.SetCursor(99, 1)
	press(s.Table, fyne.KeyDown)
	if s.Row() != 101 {
		t.Fatalf("from 99 the cursor came to %d, want 101 beyond the heading", s.Row())
	}
}

func TestTableEditsInPlace(t *testing.T) {
	s := newSheet()
	w, _, _ := window(t, s.Table)
	s.Focus()
	press(s.Table, fyne.KeyF2)
	if !s.Editing() || !s.Editor().Focused() || s.Editor().Text() != "Action 1" {
		t.Fatal("F2 did not open the entry over the cell")
	}
	s.Editor().SetText("Label kanban lanes")
	press(s.Editor().Input(), fyne.KeyReturn)
	if s.titles[1] != "Label kanban lanes" || s.Editing() || w.Canvas().Focused() != fyne.Focusable(s.Table) {
		t.Fatalf("title %q, still editing %v", s.titles[1], s.Editing())
	}
	press(s.Table, fyne.KeyF2)
	s.Editor().SetText("nothing of this")
	press(s.Editor().Input(), fyne.KeyEscape)
	if s.titles[1] != "Label kanban lanes" {
		t.Fatal("Esc took the text")
	}
	press(s.Table, fyne.KeyF2)
	s.Editor().SetText("")
	press(s.Editor().Input(), fyne.KeyDown)
	if !s.Editing() || s.Editor().Problem == "" || s.Row() != 1 {
		t.Fatal("refused text must stay open with its reason")
	}
	s.Editor().SetText("Second try")
	press(s.Editor().Input(), fyne.KeyDown)
	if s.titles[1] != "Second try" || s.Row() != 2 || !s.Editing() {
		t.Fatalf("Down: title %q, row %d, editing %v", s.titles[1], s.Row(), s.Editing())
	}
	press(s.Editor().Input(), fyne.KeyTab) // to the column with choices
	press(w.Canvas().Focused(), fyne.KeyDown, fyne.KeyReturn)
	if s.status[2] != 1 || s.Editing() {
		t.Fatalf("status %d", s.status[2])
	}
}

func TestTableChecksRowsAndSorts(t *testing.T) {
	s := newSheet()
	w, _, _ := window(t, s.Table)
	s.Focus()
	s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(s.Table, fyne.KeyDown, fyne.KeyDown)
	s.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if fmt.Sprint(s.selected) != "[1 2 3]" {
		t.Fatalf("checked %v", s.selected)
	}
	s.TypedShortcut(&fyne.ShortcutSelectAll{})
	if s.Checked() != 9_900 {
		t.Fatalf("Ctrl+A checked %d rows; headings are none", s.Checked())
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(120, 10))
	test.TapCanvas(w.Canvas(), fyne.NewPos(120, 10))
	if s.sorted != "1 true" {
		t.Fatalf("sorted by %q after two clicks", s.sorted)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(120, 36+36*2+10))
	if s.Row() != 2 {
		t.Fatalf("a click came to row %d", s.Row())
	}
	s.Reset()
	if s.Row() != -1 || s.Checked() != 0 {
		t.Fatal("Reset kept cursor or checks")
	}
}

// TestRowsAreThereAtOnce says that a cursor that is set far away has its rows around it before the next frame.
func TestRowsAreThereAtOnce(t *testing.T) {
	seen := map[int]bool{}
	table := NewTable(TableOptions{Rows: func() int { return 500 }, Columns: []TableColumn{{Title: "No.", Width: 60}},
		Cell: func(row, _ int) Cell { seen[row] = true; return Cell{Text: fmt.Sprint(row)} }})
	w := test.NewTempWindow(t, table)
	w.Resize(fyne.NewSize(300, 200))
	clear(seen)
	table.SetCursor(400, 0)
	if !seen[400] || seen[0] {
		t.Errorf("rows that were read: %v", seen)
	}
}
