package canvas

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/quickadd"
	"nemawashi.app/workshop/template"
)

// newPerson is a value that becomes a person when the edit runs.
type newPerson struct{ name string }

// read turns what somebody typed into a value; the error says in one sentence why it cannot.
func (d *Desk) read(f Field, typed string) (any, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		if f.Required {
			return nil, fmt.Errorf("%s must not be empty", f.Title)
		}
		return nil, nil
	}
	switch f.Type {
	case template.TypeText:
		return typed, f.checkText(typed)
	case template.TypeNote:
		return typed, f.checkText(typed)
	case template.TypeInt:
		return f.readInt(typed)
	case typeNumber:
		n, err := strconv.ParseFloat(strings.ReplaceAll(typed, ",", "."), 64)
		if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
			return nil, fmt.Errorf("%q is not a number", typed)
		}
		return n, nil
	case template.TypeMoney:
		return d.readMoney(typed)
	case template.TypeDate:
		return d.readDate(f, typed)
	case template.TypeBool:
		return readBool(typed)
	case template.TypeChoice:
		return f.readChoice(typed)
	case template.TypePerson:
		return d.readPerson(typed)
	case typePeople:
		return d.readPeople(typed)
	case typeRef:
		return d.readRef(f, typed)
	}
	return typed, nil
}

// checkText says why a text cannot be kept, and what can be done about it.
func (f Field) checkText(text string) error {
	limit, note := workshop.MaxText, f.Type == template.TypeNote
	if note {
		limit = workshop.MaxNote
	}
	switch err := workshop.CheckText(text, limit, note); {
	case err == nil:
		return nil
	case utf8.RuneCountInString(text) > limit:
		return fmt.Errorf("%q %w. All of it stays here: shorten it, or make two of it", f.Title, err)
	default:
		return fmt.Errorf("%q %w. All of it stays here: take that character out", f.Title, err)
	}
}

func (f Field) readInt(typed string) (any, error) {
	s := strings.ReplaceAll(strings.ReplaceAll(typed, ",", ""), " ", "")
	s = strings.TrimSuffix(s, f.Unit)
	if f.Unit == "min" {
		s = strings.TrimSuffix(s, "m")
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return nil, fmt.Errorf("%q is not a whole number", typed)
	}
	if f.Bounded && (n < f.Min || n > f.Max) {
		return nil, fmt.Errorf("%d is outside %s to %s", n, amount.Whole(f.Min), amount.Whole(f.Max))
	}
	return float64(n), nil
}

func (d *Desk) readMoney(typed string) (any, error) {
	code := d.currency()
	if code == "" {
		code = "EUR" // a workshop without a currency counts in hundredths, like most
	}
	amount, ok := quickadd.Amount(typed, code)
	if !ok {
		return nil, fmt.Errorf("%q is not an amount", typed)
	}
	return float64(amount), nil
}

func (d *Desk) readDate(f Field, typed string) (any, error) {
	read := quickadd.Date
	if f.Past {
		read = quickadd.Past
	}
	date, ok := read(typed, quickadd.Context{Today: d.today()})
	if !ok {
		return nil, fmt.Errorf("%q is not a date like fri, 24 nov or 2026-11-24", typed)
	}
	return string(date), nil
}

func readBool(typed string) (any, error) {
	switch strings.ToLower(typed) {
	case "yes", "y", "x", "true", "1":
		return true, nil
	case "no", "n", "false", "0", "-":
		return nil, nil
	}
	return nil, fmt.Errorf("%q is neither yes nor no", typed)
}

func (f Field) readChoice(typed string) (any, error) {
	low := strings.ToLower(typed)
	var found []template.Choice
	for _, c := range f.Choices {
		title := strings.ToLower(c.Title)
		if title == low || strings.ToLower(c.ID) == low {
			return c.ID, nil
		}
		if strings.HasPrefix(title, low) {
			found = append(found, c)
		}
	}
	if len(found) == 1 {
		return found[0].ID, nil
	}
	var titles []string
	for _, c := range f.Choices {
		titles = append(titles, c.Title)
	}
	return nil, fmt.Errorf("choose one of %s", strings.Join(titles, ", "))
}

func (d *Desk) readPerson(typed string) (any, error) {
	name := strings.TrimPrefix(typed, "@")
	people := d.people()
	for _, p := range people {
		if strings.EqualFold(d.name(p), name) || strings.EqualFold(p.Name, name) {
			return string(p.ID), nil
		}
	}
	switch found := quickadd.Match(name, people); len(found) {
	case 0:
		return newPerson{name}, workshop.CheckText(name, workshop.MaxText, false)
	case 1:
		return string(found[0].ID), nil
	default:
		var names []string
		for _, p := range found {
			names = append(names, d.name(p))
		}
		return nil, fmt.Errorf("%q fits %s", name, strings.Join(names, ", "))
	}
}

// readPeople reads names with commas between them.
func (d *Desk) readPeople(typed string) (any, error) {
	var out []any
	for _, name := range strings.Split(typed, ",") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		v, err := d.readPerson(name)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

func (d *Desk) readRef(f Field, typed string) (any, error) {
	for _, c := range d.refs(f) {
		if strings.EqualFold(c.Title, typed) {
			return c.ID, nil
		}
	}
	var found []template.Choice
	for _, c := range d.refs(f) {
		if strings.HasPrefix(strings.ToLower(c.Title), strings.ToLower(typed)) {
			found = append(found, c)
		}
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%q is none of the list", typed)
	}
	return found[0].ID, nil
}

// refs lists the records that a ref can point to.
func (d *Desk) refs(f Field) []template.Choice {
	var out []template.Choice
	d.Session.Read(func(w *workshop.Workshop) {
		for _, k := range f.Refs {
			for _, r := range w.Records(k) {
				if title := recordTitle(r); title != "" {
					out = append(out, template.Choice{ID: string(workshop.IDOf(r)), Title: title})
				}
			}
		}
	})
	return out
}

// settle makes the people that a value names for the first time and returns the value to keep.
func settle(e *workshop.Edit, v any) any {
	switch x := v.(type) {
	case newPerson:
		return string(e.Add(&workshop.Person{Name: x.name}))
	case []any:
		out := make([]any, len(x))
		for i := range x {
			out[i] = settle(e, x[i])
		}
		return out
	}
	return v
}
