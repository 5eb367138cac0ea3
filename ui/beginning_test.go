package ui_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

func TestFirstStartOffersTheSample(t *testing.T) {
	d := start(t, nil)
	d.onPage("home")
	d.sees("Welcome to Nemawashi", "Try the sample", "New workshop", "Open a library", "Kaizen workshop")
	d.tap("Add the sample")
	if n := len(d.workshops()); n != 2 {
		t.Fatalf("%d workshops, want the kickoff and the kaizen workshop", n)
	}
	d.onPage("home")
	d.sees("Recent workshops", "Pump line changeover", "One Flow 2027 kickoff")
	d.seesNot("Welcome to Nemawashi")
	if !strings.Contains(d.notice(), "sample is there") {
		t.Errorf("notice %q", d.notice())
	}
	d.tap("Open it")
	d.onPage("room")
	if title := d.w.Title(); title != "Pump line changeover - Nemawashi" {
		t.Errorf("title %q", title)
	}
}

func TestNewWorkshopNeedsATitle(t *testing.T) {
	d := start(t, nil)
	d.press("N")
	d.sees("New workshop", "Kaizen workshop, 3 days")
	d.press("Enter")
	d.sees("A workshop needs a title")
	if len(d.workshops()) != 0 {
		t.Fatal("a workshop without a title was made")
	}
	d.types("Paint shop first-pass yield")
	d.press("Tab")
	d.types("Adler Cabinets")
	d.press("Enter")
	d.onPage("room")
	all := d.workshops()
	if len(all) != 1 || all[0].Title != "Paint shop first-pass yield" || all[0].Client != "Adler Cabinets" || all[0].Kind != "kaizen" || all[0].Days != 3 {
		t.Fatalf("made %+v", all)
	}
	d.press("Esc", "Esc")
	d.onPage("home")
	d.sees("Paint shop first-pass yield")
}

func TestNewWorkshopTakesTheFirstDay(t *testing.T) {
	d := start(t, nil)
	d.press("Ctrl+N")
	d.types("Dated")
	d.press("Tab", "Tab")
	d.types("2026-12-01")
	d.press("Enter")
	if d.dialogOpen() {
		d.press("Ctrl+Enter")
	}
	if all := d.workshops(); len(all) != 1 || all[0].Start != "2026-12-01" {
		t.Fatalf("made %+v", all)
	}
}

func TestNewWorkshopKeepsNothingThatIsNoDate(t *testing.T) {
	d := start(t, nil)
	d.press("Ctrl+N")
	d.types("Dated")
	d.press("Tab", "Tab")
	d.types("someday")
	d.press("Ctrl+Enter")
	if n := len(d.workshops()); n != 0 {
		t.Fatalf("%d workshops: a first day that was not understood was dropped silently", n)
	}
	if !d.dialogOpen() {
		t.Fatal("the dialog is gone with what was typed")
	}
}

func TestBeginFromATemplate(t *testing.T) {
	d := start(t, nil)
	d.ui.Shell().RunCommand("app.templates")
	d.press("Down", "Down", "Enter")
	want := templates(t).All()[2]
	d.sees(want.Title)
	d.types("From the list")
	d.press("Enter")
	if all := d.workshops(); len(all) != 1 || all[0].Template != want.ID {
		t.Fatalf("made %+v, want template %s", all, want.ID)
	}
	d.press("Esc", "Esc")
	d.onPage("templates")
}

func TestEscapeLeavesTheDialogWithoutAWorkshop(t *testing.T) {
	d := start(t, nil)
	d.press("N")
	d.types("Never mind")
	d.press("Esc")
	if d.dialogOpen() || len(d.workshops()) != 0 {
		t.Fatalf("dialog open %v, %d workshops", d.dialogOpen(), len(d.workshops()))
	}
}

// TestHomeWithAnyNumber looks at Home with few and with many workshops.
func TestHomeWithAnyNumber(t *testing.T) {
	for _, n := range []int{0, 1, 6, 30} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			d := start(t, func(d *desk) { many(d, n) })
			cards := 0
			d.each(func(o fyne.CanvasObject) {
				if _, ok := o.(*widgets.Card); ok {
					cards++
				}
			})
			if cards != min(n, 6) {
				t.Errorf("%d cards for %d workshops", cards, n)
			}
			if n == 0 {
				d.sees("Welcome to Nemawashi")
				return
			}
			word := "workshops"
			if n == 1 {
				word = "workshop"
			}
			d.sees(fmt.Sprintf("All %d %s", n, word))
			d.press("Right", "Down", "Down", "Down", "Down", "Enter") // to the last card, however many there are
			d.onPage("room")
			if want := d.workshops()[0].Title; d.w.Title() != want+" - Nemawashi" {
				t.Errorf("opened %q; the one opened last stands first: %q", d.w.Title(), want)
			}
			d.press("Alt+Left")
			d.onPage("home")
			d.tap(fmt.Sprintf("All %d %s", n, word))
			d.onPage("workshops")
			d.sees(fmt.Sprintf("%d of %d", n, n))
		})
	}
}

func many(d *desk, n int) {
	set := templates(d)
	kaizen, _ := set.ByID("kaizen-workshop-1")
	for i := range n {
		if _, err := d.lib.Create(func(e *workshop.Edit) error {
			return template.Instantiate(e, kaizen, template.Options{Title: fmt.Sprintf("Workshop %02d", i), Client: "Marlow Freight"})
		}); err != nil {
			d.Fatal(err)
		}
	}
}

// TestArrowsOnHomeFollowTheCards walks over the cards where two and where four
// stand beside each other.
func TestArrowsOnHomeFollowTheCards(t *testing.T) {
	for width, columns := range map[float32]int{1280: 2, 1920: 4} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			d := start(t, func(d *desk) { many(d, 6) })
			d.w.Resize(fyne.NewSize(width, 900))
			want := d.workshops()[columns].Title + " - Nemawashi"
			d.press("Down", "Enter")
			if d.w.Title() != want {
				t.Errorf("Down leads to %q, want %q", d.w.Title(), want)
			}
		})
	}
}
