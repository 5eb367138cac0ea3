package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
)

// DateEntry takes a day by typing ("fri", "+2w", "22 nov") or from a calendar. What was understood stands above the entry while typing.
type DateEntry struct {
	widget.BaseWidget
	// OnChanged is told of each valid day, the zero time for none, once the entry is left or Enter is pressed.
	OnChanged func(day time.Time)
	// Refuse says why a valid day cannot be taken, nil for no reason; the words then stay, with the reason below them.
	Refuse func(day time.Time) error
	// Parse reads what is typed; ParseDay unless set.
	Parse func(text string, today time.Time) (time.Time, error)

	entry *Entry
	today time.Time
	day   time.Time
}

// NewDateEntry returns an entry with a day (zero: none).
func NewDateEntry(day, today time.Time, changed func(time.Time)) *DateEntry {
	d := &DateEntry{OnChanged: changed, Parse: ParseDay, today: midnight(today), day: midnight(day)}
	d.entry = NewEntry("fri, +2w, 22 nov")
	d.entry.core.Text = DayText(d.day, d.today)
	d.entry.SetTrailing(NewQuietIcon("cal", "Choose a day from the calendar", d.OpenCalendar).Sized(theme.ButtonSmall))
	d.entry.OnChanged = d.typed
	d.entry.OnSubmit = func(string) { d.commit() }
	d.entry.OnDown = d.OpenCalendar
	d.entry.OnFocus = func(focused bool) {
		if focused {
			d.entry.SelectAll()
		} else {
			d.commit()
		}
	}
	d.ExtendBaseWidget(d)
	return d
}

func midnight(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// Entry is the entry inside, for its keys and the focus.
func (d *DateEntry) Entry() *Entry { return d.entry }

// Day returns the day, the zero time for none.
func (d *DateEntry) Day() time.Time { return d.day }

// Set changes the day without telling.
func (d *DateEntry) Set(day time.Time) {
	d.day = midnight(day)
	d.entry.SetText(DayText(d.day, d.today))
	d.entry.SetHint("")
	d.entry.SetProblem("")
}

// SetEnabled lets it be changed or not.
func (d *DateEntry) SetEnabled(on bool) { d.entry.SetEnabled(on) }

func (d *DateEntry) read() (time.Time, error) {
	if text := d.entry.Text(); text != DayText(d.day, d.today) {
		return d.Parse(text, d.today)
	}
	return d.day, nil
}

func (d *DateEntry) typed(string) {
	if !d.entry.Focused() {
		return
	}
	day, err := d.read()
	hint := ""
	if err == nil && !day.IsZero() {
		hint = day.Format("Mon 2 Jan 2006")
	}
	d.entry.SetHint(hint)
	d.entry.SetProblem("")
}

// commit takes up what is typed; words that are no date stay, with the reason below them.
func (d *DateEntry) commit() {
	day, err := d.read()
	d.entry.SetHint("")
	if err != nil {
		d.entry.SetProblem(err.Error())
		return
	}
	if !day.Equal(d.day) {
		d.take(day)
		return
	}
	d.Set(day)
}

// Commit takes up what is typed, for a dialog that is answered while the entry has the keyboard, and says whether it is a day, or none.
func (d *DateEntry) Commit() bool {
	d.commit()
	return d.entry.Problem == ""
}

// take takes up another day, unless it is refused.
func (d *DateEntry) take(day time.Time) {
	if d.Refuse != nil {
		if err := d.Refuse(day); err != nil {
			d.entry.SetText(DayText(day, d.today))
			d.entry.SetProblem(err.Error())
			return
		}
	}
	d.Set(day)
	if d.OnChanged != nil {
		d.OnChanged(day)
	}
}

// OpenCalendar shows the month.
func (d *DateEntry) OpenCalendar() {
	start := d.day
	if start.IsZero() {
		start = d.today
	}
	var popup *Popup
	cal := NewCalendar(start, d.today, func(day time.Time) {
		popup.Close()
		if !day.Equal(d.day) {
			d.take(day)
		}
	})
	cal.OnEscape = func() { popup.Close() }
	popup = ShowPopup(d, cal, PopupOptions{MinWidth: 1, Focus: cal})
}

// CreateRenderer is Fyne's.
func (d *DateEntry) CreateRenderer() fyne.WidgetRenderer {
	return &view{objects: []fyne.CanvasObject{d.entry}, min: d.entry.MinSize, layout: d.entry.Resize, size: d.Size}
}
