package templates

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// field is one entry of a form: what it is called, where in the template it is,
// and how it is written there.
type field struct {
	label string // "Title"
	hint  string
	key   string // distinguishes it from the other fields of the part
	rows  int    // more than one: several lines
	list  bool   // each line is an entry
	value string
	set   func(t *template.Template, text string)
	check func(text string) string // "" or what is wrong, while it is typed
}

// entry is the entry of a field. Every stroke goes into the draft.
func (e *Editor) entry(f field) *widgets.Entry {
	var in *widgets.Entry
	if f.rows > 1 {
		in = widgets.NewTextArea(f.hint, f.rows)
	} else {
		in = widgets.NewEntry(f.hint)
	}
	in.ForwardUndo = true
	in.SetText(f.value)
	in.OnChanged = func(text string) {
		problem := ""
		if f.check != nil {
			problem = f.check(text)
		} else if err := tooLong(text, f.list); err != nil {
			problem = sentence(err.Error())
		}
		in.SetProblem(problem)
		e.typed("Change of "+strings.ToLower(f.label), f.key, func(t *template.Template) { f.set(t, text) })
	}
	in.OnEscape = func() bool {
		widgets.FocusOn(e.outline.list)
		return true
	}
	if e.first == nil {
		e.first = in.Input()
	}
	return in
}

// labeled is the entry of a field with its label.
func (e *Editor) labeled(f field) fyne.CanvasObject { return widgets.Labeled(f.label, e.entry(f)) }

// tooLong checks each line of a list, or the whole of a text.
func tooLong(text string, lines bool) error {
	if !lines {
		return workshop.CheckText(strings.Join(strings.Fields(text), " "), workshop.MaxText, false)
	}
	for _, l := range split(text) {
		if err := workshop.CheckText(l, workshop.MaxText, false); err != nil {
			return err
		}
	}
	return nil
}

// text is a field of one text.
func (e *Editor) text(label, hint, key, value string, at func(*template.Template) *string) fyne.CanvasObject {
	return e.labeled(field{label: label, hint: hint, key: key, value: value, set: func(t *template.Template, s string) {
		if p := at(t); p != nil {
			*p = strings.TrimSpace(s)
		}
	}})
}

// paragraph is a field of one text that wraps: lines are joined.
func (e *Editor) paragraph(label, hint, key, value string, at func(*template.Template) *string) fyne.CanvasObject {
	return e.labeled(field{label: label, hint: hint, key: key, value: value, rows: 3, set: func(t *template.Template, s string) {
		if p := at(t); p != nil {
			*p = strings.Join(strings.Fields(s), " ")
		}
	}})
}

// lines is a field of a list, one entry a line.
func (e *Editor) lines(label, hint, key string, value []string, at func(*template.Template) *[]string) fyne.CanvasObject {
	return e.labeled(field{label: label, hint: hint, key: key, value: strings.Join(value, "\n"), rows: max(3, len(value)), list: true, set: func(t *template.Template, s string) {
		if p := at(t); p != nil {
			*p = split(s)
		}
	}})
}

// split is the lines that hold something.
func split(s string) []string {
	var out []string
	for _, l := range strings.Split(s, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// number is a field of a whole number; what is none is 0, and says so.
func (e *Editor) number(label, key string, value int, at func(*template.Template) *int) *widgets.Entry {
	words := ""
	if value != 0 {
		words = strconv.Itoa(value)
	}
	return e.entry(field{label: label, hint: "0", key: key, value: words, set: func(t *template.Template, s string) {
		if p := at(t); p != nil {
			*p, _ = strconv.Atoi(strings.TrimSpace(s))
		}
	}, check: func(s string) string {
		if _, err := strconv.Atoi(strings.TrimSpace(s)); err != nil && strings.TrimSpace(s) != "" {
			return "Not a whole number"
		}
		return ""
	}})
}

// pick is a choice of known values.
func (e *Editor) pick(label string, values, words []string, value string, set func(*template.Template, string)) *widgets.Select {
	return widgets.NewSelect(words, slices.Index(values, value), func(i int) {
		e.did("Change of "+strings.ToLower(label), func(t *template.Template) { set(t, values[i]) })
	})
}
