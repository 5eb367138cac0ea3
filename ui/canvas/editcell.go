package canvas

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// cellEditor is the one floating entry that lies over a cell while it is edited.
type cellEditor struct {
	row   *rowView
	field Field
	entry *widgets.Entry
	was   string
	done  bool
}

// edit begins to edit the cell of the cursor, with letters that were typed already. Choices open a list, a tick changes at once.
func (t *Table) edit(typed string) {
	l := t.at()
	if l == nil {
		return
	}
	t.closeEditor(true)
	t.shift = false // what opens now hears that Shift, which made a capital letter, is let go
	if l.record == nil {
		t.to(t.row, t.first()) // a new row begins with what it cannot be without
	}
	f := t.field()
	switch {
	case f.Fixed:
	case f.Type == template.TypeBool:
		t.toggle(l, typed)
	case f.picks():
		t.pick(l, f, typed)
	default:
		t.write(l, f, typed)
	}
}

// first is the column in which a new row begins: the first that must have a value.
func (t *Table) first() int {
	for i, f := range t.fields() {
		if f.Required {
			return i
		}
	}
	return 0
}

// set writes a value into the cell; in the empty row it makes the row.
func (t *Table) set(l *rowView, f Field, v any) error {
	label, id := "Edit "+t.rows.One(), workshop.ID("")
	if l.record == nil {
		label = "Add " + t.rows.One()
	}
	err := t.desk.Session.Do(label, func(e *workshop.Edit) (err error) {
		if l.record == nil {
			id, err = t.rows.Add(e, f.ID, v)
			return err
		}
		return t.rows.Set(e, workshop.IDOf(l.record), f.ID, v)
	})
	if err != nil {
		return err
	}
	t.watch.Catch()
	if i := t.index(id); i >= 0 {
		t.to(i, t.col)
	}
	return nil
}

// index is the row of a record, -1 when there is none.
func (t *Table) index(id workshop.ID) int {
	return slices.IndexFunc(t.lines, func(l *rowView) bool { return l.record != nil && workshop.IDOf(l.record) == id })
}

func (t *Table) toggle(l *rowView, typed string) {
	f := t.field()
	if l.record == nil {
		return
	}
	var v any = true
	if on, _ := t.rows.Value(l.record, f.ID).(bool); on {
		v = nil
	}
	if typed != "" {
		read, err := readBool(typed)
		if err != nil {
			return
		}
		v = read
	}
	t.desk.told(t.set(l, f, v))
}

// pick opens the list of choices; a person who is not in it can be added by name.
func (t *Table) pick(l *rowView, f Field, typed string) {
	choices := t.desk.choices(f)
	selected := -1
	now := ""
	if l.record != nil {
		now, _ = t.rows.Value(l.record, f.ID).(string)
	}
	shown := make([]widgets.Choice, len(choices))
	for i, c := range choices {
		shown[i] = widgets.Choice{Label: c.Title}
		if c.ID == now {
			selected = i
		}
	}
	kept := false
	set := func(v any) {
		err := t.set(l, f, v)
		kept = err == nil
		t.desk.told(err)
	}
	spot := widgets.Space(1, 1)
	t.float.Objects = []fyne.CanvasObject{spot}
	x, y, w, h := t.cellPlace(l, t.col)
	put(spot, x, y, w, h)
	o := widgets.PickerOptions{Choices: shown, Selected: selected, Typed: typed, MinWidth: max(w, theme.Width(160)),
		OnPick: func(i int) { set(choices[i].ID) },
		OnTab: func(back bool) {
			if t.shift = back; kept {
				t.tab()
			}
		},
		OnClosed: func() { t.float.Objects = nil }}
	if f.Type == template.TypePerson {
		o.MinWidth = max(w, theme.Width(260)) // room for a name that is typed
		o.NewLabel = func(name string) string { return "New person: " + name }
		o.OnNew = func(name string) {
			v, err := t.desk.readPerson(name)
			if err != nil {
				t.desk.told(err)
				return
			}
			set(v)
		}
	}
	widgets.ShowPicker(spot, o)
}

// choices are what a field can be, by id.
func (d *Desk) choices(f Field) []template.Choice {
	switch f.Type {
	case template.TypeChoice:
		return f.Choices
	case typeRef:
		return d.refs(f)
	}
	var out []template.Choice
	for _, p := range d.people() {
		out = append(out, template.Choice{ID: string(p.ID), Title: d.name(p)})
	}
	return out
}

// write lays an entry over the cell.
func (t *Table) write(l *rowView, f Field, typed string) {
	ed := &cellEditor{row: l, field: f}
	if f.Type == template.TypeText || f.Type == template.TypeNote || f.Type == typePeople {
		ed.entry = widgets.NewTextArea(f.Hint, 1)
	} else {
		ed.entry = widgets.NewEntry(placeholders[f.Type])
	}
	if l.record != nil {
		ed.was = t.desk.draft(f, t.rows.Value(l.record, f.ID))
	}
	ed.entry.Tall = true
	ed.entry.SetText(ed.was)
	t.editor = ed
	t.keys(ed)
	t.float.Objects = []fyne.CanvasObject{ed.entry}
	t.placeEditor()
	t.float.Refresh()
	ed.entry.Focus()
	if typed != "" {
		ed.entry.SetText(typed)
	} else {
		ed.entry.SelectAll()
	}
}

// placeholders show how a value is written.
var placeholders = map[string]string{template.TypeDate: "fri, 24 nov", template.TypeInt: "0", typeNumber: "0.0", template.TypeMoney: "1,200"}

func (t *Table) keys(ed *cellEditor) {
	ed.entry.OnKey = func(ev *fyne.KeyEvent) bool {
		enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
		if !enter || ed.field.Type == template.TypeNote && shiftDown() {
			return false // Shift+Enter goes on in the next line of a note
		}
		if t.closeEditor(true) {
			t.to(t.row+1, t.col)
		}
		return true
	}
	ed.entry.OnTab = func() {
		if t.closeEditor(true) {
			t.next(1)
		}
	}
	ed.entry.OnShiftTab = func() {
		if t.closeEditor(true) {
			t.next(-1)
		}
	}
	ed.entry.OnEscape = func() bool { return heldOnce(ed.entry) || t.closeEditor(false) }
	ed.entry.OnChanged = func(text string) {
		ed.entry.SetProblem("")
		ed.entry.SetHint(t.desk.preview(ed.field, text))
		t.placeEditor()
		t.draftCell(ed, text)
	}
	ed.entry.OnFocus = func(focused bool) {
		if !focused && !ed.done && t.keep(ed) {
			t.drop(ed)
		}
	}
}

func shiftDown() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// preview says what is understood of a date or an amount before Enter.
func (d *Desk) preview(f Field, typed string) string {
	if f.Type != template.TypeDate && f.Type != template.TypeMoney || strings.TrimSpace(typed) == "" {
		return ""
	}
	v, err := d.read(f, typed)
	if err != nil {
		return ""
	}
	return d.show(f, v)
}

// cellPlace is where a cell is, seen from the table.
func (t *Table) cellPlace(l *rowView, col int) (x, y, w, h float32) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(t.lane.scroll).Subtract(driver.AbsolutePositionForObject(t))
	x, y = at.X, at.Y-t.lane.scroll.Offset.Y
	for i, line := range t.lines {
		if line == l {
			y += t.lane.body.top(i)
		}
	}
	widths := t.widths(t.wide.Content.Size().Width)
	x += t.left(col)
	return x, y, widths[col], l.Size().Height
}

func (t *Table) placeEditor() {
	ed := t.editor
	if ed == nil {
		return
	}
	x, y, w, h := t.cellPlace(ed.row, t.col)
	w = min(max(w, theme.Width(140)), t.Size().Width)
	ed.entry.Resize(fyne.NewSize(w, ed.entry.MinSize().Height))
	tall := ed.entry.MinSize().Height
	if ed.entry.Hint() == "" {
		tall = max(tall, h-1)
	} else {
		y -= tall - theme.Height(theme.ButtonPlain)
	}
	x = min(max(x, 0), max(0, t.Size().Width-w))
	y = min(max(y, 0), max(0, t.Size().Height-tall))
	put(ed.entry, x, y, w, tall)
}

// closeEditor ends the editing and says whether it could: text that is refused stays, with the reason below it.
func (t *Table) closeEditor(keep bool) bool {
	ed := t.editor
	if ed == nil {
		return true
	}
	if keep && !t.keep(ed) {
		return false
	}
	t.drop(ed)
	t.Focus()
	return true
}

func (t *Table) drop(ed *cellEditor) {
	ed.done = true
	t.editor = nil
	t.desk.drafted(nil)
	t.float.Objects = nil
	t.float.Refresh()
}

func (t *Table) keep(ed *cellEditor) bool {
	typed := ed.entry.Text()
	if ed.field.Type == template.TypeText || ed.field.Type == typePeople {
		typed = oneLine(typed)
	}
	if typed == ed.was || strings.TrimSpace(typed) == "" && ed.row.record == nil {
		return true
	}
	v, err := t.desk.read(ed.field, typed)
	if err == nil {
		err = t.set(ed.row, ed.field, v)
	}
	if err != nil {
		ed.entry.SetProblem(sentence(err))
		t.placeEditor()
		return false
	}
	ed.was = typed
	return true
}

// letGo asks once more before words are let go that could not be kept.
const letGo = "Not kept yet: Esc again lets go of these words"

// heldOnce says that an entry with refused words stays open at the first Esc: nothing brings them back after it.
func heldOnce(e *widgets.Entry) bool {
	if e.Problem == "" || e.Problem == letGo {
		return false
	}
	e.SetProblem(letGo)
	return true
}

// sentence is a refusal as it stands below an entry.
func sentence(err error) string {
	var bad *workshop.Invalid
	if errors.As(err, &bad) {
		return reason(err)
	}
	return "Not kept: " + err.Error()
}
