package canvas

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Form shows one record as labelled fields. What is typed is in the session with every stroke; a burst of typing is one undo step.
type Form struct {
	widget.BaseWidget
	desk  *Desk
	rows  Rows
	title string // of the undo steps

	record  workshop.Record
	inputs  []*input
	typing  string // the field that the change at hand comes from
	watch   *Watch
	stirred bool
	content *fyne.Container
}

// NewForm returns a form over the only record of rows; it is made with the first thing that is typed.
func NewForm(title string, rows Rows, desk *Desk) *Form {
	f := &Form{desk: desk, rows: rows, title: title}
	f.watch = NewWatch(f.touched, f.settled)
	var box []fyne.CanvasObject
	var pair []fyne.CanvasObject
	flush := func() {
		if len(pair) > 0 {
			box = append(box, widgets.Grid(220, theme.PadPage, pair...))
			pair = nil
		}
	}
	for _, field := range rows.Fields() {
		in := newInput(f, field)
		f.inputs = append(f.inputs, in)
		if field.short() {
			pair = append(pair, in.object)
			continue
		}
		flush()
		box = append(box, in.object)
	}
	flush()
	f.content = widgets.VStack(theme.PadCard, box...)
	f.ExtendBaseWidget(f)
	return f
}

// newCardForm is the form of a canvas: exactly one card.
func newCardForm(def template.Canvas, desk *Desk) *Form {
	return NewForm(def.Title, newCardRows(def, desk.Group), desk)
}

// short says that a field needs no more than half of the width.
func (f Field) short() bool {
	return f.Type != template.TypeText && f.Type != template.TypeNote && f.Type != typePeople
}

func (f *Form) load() {
	was := f.record
	f.record = nil
	f.desk.Session.Read(func(w *workshop.Workshop) {
		if list := f.rows.List(w); len(list) > 0 {
			f.record = list[0]
		}
	})
	for _, in := range f.inputs {
		if was != nil && idOf(was) != idOf(f.record) {
			in.dropped()
		}
		if in.field.ID != f.typing {
			in.show(f.value(in.field))
		}
	}
}

func (f *Form) value(field Field) any {
	if f.record == nil {
		return nil
	}
	return f.rows.Value(f.record, field.ID)
}

func (f *Form) touched(t workshop.Touched) {
	known := f.record != nil && workshop.IDOf(f.record) == t.ID
	if f.rows.Has(t, known) || t.Kind == workshop.KindPerson {
		f.stirred = true
	}
}

func (f *Form) settled() {
	if f.stirred {
		f.stirred = false
		f.load()
		f.desk.changed()
	}
}

// set writes a value as a stroke of typing.
func (f *Form) set(field Field, v any) error {
	f.typing = field.ID
	defer func() { f.typing = "" }()
	err := f.desk.Session.Type(f.title+": "+field.Title, func(e *workshop.Edit) error {
		if f.record == nil {
			_, err := f.rows.Add(e, field.ID, v)
			return err
		}
		return f.rows.Set(e, workshop.IDOf(f.record), field.ID, v)
	})
	if err == nil {
		f.watch.Catch()
	}
	return err
}

// CreateRenderer is Fyne's.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.content) }

func (f *Form) Fixed() bool { return false }

func (f *Form) Shown() {
	f.load()
	f.watch.Start(f.desk.Session)
}

func (f *Form) Hidden() {
	f.desk.drafted(nil)
	f.desk.Session.EndTyping()
	f.watch.Stop()
}

// Focus goes to the first field that is still empty.
func (f *Form) Focus() {
	for _, in := range f.inputs {
		if f.value(in.field) == nil && in.focus != nil {
			in.focus()
			return
		}
	}
	if len(f.inputs) > 0 && f.inputs[0].focus != nil {
		f.inputs[0].focus()
	}
}

func (f *Form) Key(*fyne.KeyEvent) bool { return false }

func (f *Form) Go(number int) bool {
	if number < 1 || number > len(f.inputs) || f.inputs[number-1].focus == nil {
		return false
	}
	f.inputs[number-1].focus()
	return true
}

func (f *Form) Totals() []string {
	done := 0
	for _, in := range f.inputs {
		if f.value(in.field) != nil {
			done++
		}
	}
	return []string{fmt.Sprintf("%d of %d filled in", done, len(f.inputs))}
}

func (f *Form) Hints() []widgets.Hint {
	return []widgets.Hint{{Keys: "Tab", Label: "next field"}, {Keys: "Ctrl+1", To: widgets.Keys(fmt.Sprint(min(len(f.inputs), 8))), Label: "go to field"},
		{Keys: "Ctrl+Z", Label: "undo"}, {Icon: "check", Label: "kept while you type"}}
}

func (f *Form) MakeAction() bool { return false }
