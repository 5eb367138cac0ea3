package canvas

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/theme"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// input is one labelled field of a form.
type input struct {
	form   *Form
	field  Field
	object fyne.CanvasObject
	show   func(v any) // takes up a value that came from elsewhere
	focus  func()
	entry  *widgets.Entry // of a field that is written

	refused *widgets.Entry // where words stand that could not be kept
}

func newInput(f *Form, field Field) *input {
	in := &input{form: f, field: field}
	switch {
	case field.Type == template.TypeBool:
		in.tick()
	case field.picks():
		in.choose()
	case field.Type == template.TypeDate:
		in.date()
	default:
		in.write()
	}
	return in
}

// dropped lets go of words that could not be kept, and says so: they are not of the record that comes now.
func (in *input) dropped() {
	if in.refused == nil || in.refused.Problem == "" {
		return
	}
	if text := in.refused.Text(); text != "" {
		in.form.desk.told(fmt.Errorf("%q in %q is not kept: the fields show another %s now", text, in.field.Title, in.form.rows.One()))
	}
	in.refused.SetProblem("")
	in.refused.SetText("")
}

// labelled puts title and hint above a field.
func (in *input) labelled(o fyne.CanvasObject) {
	words := in.field.Title
	if in.field.Unit != "" {
		words += ", " + in.field.Unit
	}
	parts := []fyne.CanvasObject{widgets.NewLabel(words, theme.CaptionHd).In(theme.Text2).Keep()}
	if in.field.Confidential {
		parts = append(parts, widgets.NewIconSized("lock", theme.Wine, 13))
	}
	in.object = widgets.VStack(theme.GapSmall, widgets.HStack(6, parts...), o)
}

// set writes what can be read of the text, and shows why the rest cannot be kept.
func (in *input) set(v any, err error, problem func(string)) {
	if err == nil {
		err = in.form.set(in.field, v)
	}
	if problem == nil {
		in.form.desk.told(err)
		return
	}
	if err != nil {
		problem(sentence(err))
		return
	}
	problem("")
}

func (in *input) write() {
	var e *widgets.Entry
	d, f := in.form.desk, in.field
	long := f.Type == template.TypeNote || f.Type == template.TypeText
	switch {
	case f.Type == template.TypeNote:
		e = widgets.NewTextArea(f.Hint, 3)
	case f.Hint != "" && f.Type == template.TypeText, f.Type == typePeople && f.Hint != "":
		e = widgets.NewEntry(f.Hint)
	case f.Type == typePeople:
		e = widgets.NewEntry("Names with commas between them")
	default:
		e = widgets.NewEntry(placeholders[f.Type])
	}
	e.ForwardUndo = true
	quiet := false // the change comes from the session
	e.OnChanged = func(text string) {
		if quiet || f.Type == typePeople {
			return // people are taken when the field is left: half a name would make a person
		}
		if long {
			d.drafted(draftIn(in.form.rows, in.form.record, f.ID))
			var v any
			if strings.TrimSpace(text) != "" {
				v = text
			}
			in.set(v, f.checkText(text), e.SetProblem)
			return
		}
		v, err := d.read(f, text)
		e.SetHint(d.preview(f, text))
		in.set(v, err, e.SetProblem)
	}
	e.OnFocus = func(focused bool) {
		if focused {
			return
		}
		e.SetHint("")
		d.drafted(nil)
		if f.Type == typePeople {
			v, err := d.read(f, e.Text())
			in.set(v, err, e.SetProblem)
		}
		d.Session.EndTyping()
	}
	in.show = func(v any) {
		quiet = true
		defer func() { quiet = false }()
		if text := d.draft(f, v); workshop.Normal(e.Text()) != text && e.Problem == "" {
			e.SetText(text)
		}
	}
	in.focus, in.entry, in.refused = e.Focus, e, e
	in.labelled(e)
}

func (in *input) date() {
	d := in.form.desk
	today := d.today().Time()
	e := widgets.NewDateEntry(time.Time{}, today, nil)
	e.Refuse = func(day time.Time) error { // the workshop knows which days it takes
		var v any
		if !day.IsZero() {
			v = string(workshop.DateOf(day))
		}
		if err := in.form.set(in.field, v); err != nil {
			return errors.New(sentence(err))
		}
		return nil
	}
	e.Parse = func(text string, _ time.Time) (time.Time, error) {
		v, err := d.read(in.field, text)
		s, _ := v.(string)
		return workshop.Date(s).Time(), err
	}
	in.show = func(v any) {
		s, _ := v.(string)
		if day := workshop.Date(s).Time(); !day.Equal(e.Day()) || e.Entry().Text() == "" {
			e.Set(day)
		}
	}
	in.focus, in.refused = e.Entry().Focus, e.Entry()
	in.labelled(e)
}

func (in *input) choose() {
	d, f := in.form.desk, in.field
	var choices []template.Choice
	s := widgets.NewSelect(nil, -1, func(i int) {
		if i < len(choices) {
			in.set(choices[i].ID, nil, nil)
			return
		}
		in.set(nil, nil, nil)
	})
	if f.Type == template.TypePerson {
		s.Placeholder = "Nobody yet"
		s.NewLabel = func(name string) string { return "New person: " + name }
		s.OnNew = func(name string) {
			v, err := d.readPerson(name)
			in.set(v, err, nil)
			in.form.load()
		}
	}
	in.show = func(v any) {
		now, _ := v.(string)
		choices = d.choices(f)
		shown, selected := make([]widgets.Choice, 0, len(choices)+1), -1
		for i, c := range choices {
			shown = append(shown, widgets.Choice{Label: c.Title})
			if c.ID == now {
				selected = i
			}
		}
		if selected >= 0 && !f.Required {
			shown = append(shown, widgets.Choice{Label: "None", Icon: "minus"})
		}
		s.SetChoices(shown, selected)
	}
	in.focus = func() { widgets.FocusOn(s) }
	in.labelled(s)
}

func (in *input) tick() {
	c := widgets.NewCheck(in.field.Title, false, func(on bool) {
		var v any
		if on {
			v = true
		}
		in.set(v, nil, nil)
	})
	in.show = func(v any) {
		on, _ := v.(bool)
		c.Set(on)
	}
	in.focus = func() { widgets.FocusOn(c) }
	in.object = widgets.VStack(theme.GapSmall, widgets.Space(0, theme.Caption.Line), c)
}
