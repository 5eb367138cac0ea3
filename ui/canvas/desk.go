package canvas

import (
	"time"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// Desk is what a canvas works on and whom it tells.
type Desk struct {
	Session *workshop.Session
	Group   workshop.ID      // the group whose copy is worked on; "" for all together
	Now     func() time.Time // nil: the clock
	// Name is how a person is called on the screen; nil means by name.
	Name func(*workshop.Person) string
	// Notice tells what was done; Fail tells what was refused and why.
	Notice func(Told)
	Fail   func(error)
	// Changed is called when the sums of the canvas have changed.
	Changed func()
	// Voted is called when a voting was opened or closed: the keys are others then.
	Voted func()
	// Draft is told what is being typed before it is entered, and nil when that has ended; nil while nobody looks.
	Draft func(*workshop.Draft)
	// Canvases are those that a card can go to; nil while there are none.
	Canvases func() []template.Canvas
	// OpenAction shows an action; nil while there is no place for that.
	OpenAction func(workshop.ID)
	// Return goes back to where a link to this place was followed from, and says whether there was one; nil: there never is.
	Return func() bool
}

// back goes back along a link: Esc does so before it lets go of the card that the link led to.
func (d *Desk) back() bool { return d.Return != nil && d.Return() }

// Told is a sentence about what was done, with one thing to do about it; Run is nil for none.
type Told struct {
	Text, Button string
	Run          func()
}

func (d *Desk) today() workshop.Date {
	if d.Now == nil {
		return workshop.DateOf(time.Now())
	}
	return workshop.DateOf(d.Now())
}

func (d *Desk) name(p *workshop.Person) string {
	if p == nil {
		return ""
	}
	if d.Name != nil {
		return d.Name(p)
	}
	return p.Name
}

// do runs an edit and tells of a refusal.
func (d *Desk) do(label string, f func(*workshop.Edit) error) bool {
	return d.told(d.Session.Do(label, f))
}

func (d *Desk) told(err error) bool {
	if err != nil && d.Fail != nil {
		d.Fail(err)
	}
	return err == nil
}

func (d *Desk) changed() {
	if d.Changed != nil {
		d.Changed()
	}
}

// undone tells what was done and offers to take it back, as long as nothing else has been done since.
func (d *Desk) undone(label, text string) {
	if d.Notice == nil {
		return
	}
	d.Notice(Told{Text: text, Button: "Undo", Run: func() {
		if d.Session.CanUndo() == label {
			_, err := d.Session.Undo()
			d.told(err)
		}
	}})
}

// tell tells a sentence.
func (d *Desk) tell(n Told) {
	if d.Notice != nil {
		d.Notice(n)
	}
}

// people lists everybody of the workshop.
func (d *Desk) people() []*workshop.Person {
	var out []*workshop.Person
	d.Session.Read(func(w *workshop.Workshop) { out = workshop.All[workshop.Person](w) })
	return out
}

func (d *Desk) person(id workshop.ID) *workshop.Person {
	var p *workshop.Person
	d.Session.Read(func(w *workshop.Workshop) { p = workshop.Find[workshop.Person](w, id) })
	return p
}

func (d *Desk) currency() string {
	code := ""
	d.Session.Read(func(w *workshop.Workshop) {
		if c := w.Charter(); c != nil {
			code = c.Currency
		}
	})
	return code
}
