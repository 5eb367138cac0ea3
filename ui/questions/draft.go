package questions

import "nemawashi.app/workshop/assess"

// undoSteps is how many steps can be taken back.
const undoSteps = 300

// draft is the questionnaire in hand, with what can be taken back. Every change goes through do, so that every change is kept and can be undone.
type draft struct {
	now          *assess.Questionnaire
	saved        *assess.Questionnaire // the version that is kept, nil where none is
	past, future []step
	field        string // where the last change was typed: more of it belongs to the same step
	keep         func(*assess.Questionnaire)
}

type step struct {
	label string
	q     *assess.Questionnaire
}

func (d *draft) do(label, field string, f func(*assess.Questionnaire)) {
	if field != d.field || len(d.past) == 0 {
		d.past = append(d.past, step{label, d.now.Clone()})
		if len(d.past) > undoSteps {
			d.past = d.past[1:]
		}
	}
	d.field, d.future = field, nil
	f(d.now)
	d.keep(d.now)
}

// undo takes the last step back and says what it was, "" for none; redo does it again.
func (d *draft) undo() string { return d.turn(&d.past, &d.future) }
func (d *draft) redo() string { return d.turn(&d.future, &d.past) }

func (d *draft) turn(from, to *[]step) string {
	n := len(*from)
	if n == 0 {
		return ""
	}
	last := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, step{last.label, d.now})
	d.now, d.field = last.q, ""
	if d.saved != nil {
		d.now.Version = d.saved.Version // what was saved since is not undone
	}
	d.keep(d.now)
	return last.label
}

// dirty says whether there is something to save.
func (d *draft) dirty() bool { return d.saved == nil || !d.now.Same(d.saved) }
