package canvas

import (
	"fmt"
	"strconv"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/amount"
	"nemawashi.app/workshop/template"
)

// Values come as JSON has them: string, float64, bool, []any of strings, nil for none.

// show is the value as it is read.
func (d *Desk) show(f Field, v any) string {
	switch x := v.(type) {
	case nil:
		return ""
	case bool:
		if x {
			return "Yes"
		}
		return ""
	case float64:
		if f.Type == template.TypeMoney {
			return amount.Money(int64(x), d.currency())
		}
		return withUnit(amount.Number(x), f.Unit)
	case []any:
		var names []string
		for _, id := range x {
			names = append(names, d.show(Field{Type: template.TypePerson}, id))
		}
		return strings.Join(names, ", ")
	case string:
		return d.showText(f, x)
	}
	return fmt.Sprint(v)
}

func (d *Desk) showText(f Field, s string) string {
	switch f.Type {
	case template.TypeChoice:
		c := template.Cell{Choices: f.Choices}
		return c.ChoiceTitle(s)
	case template.TypeDate:
		return ShowDate(workshop.Date(s), d.today())
	case template.TypePerson:
		if p := d.person(workshop.ID(s)); p != nil {
			return d.name(p)
		}
	case typeRef:
		return d.refTitle(workshop.ID(s))
	}
	return s
}

// refTitle names the record that another one points to.
func (d *Desk) refTitle(id workshop.ID) string {
	title := ""
	d.Session.Read(func(w *workshop.Workshop) { title = recordTitle(w.Find(id)) })
	return title
}

func recordTitle(r workshop.Record) string {
	switch x := r.(type) {
	case *workshop.Goal:
		return x.Title
	case *workshop.Measure:
		return x.Name
	case *workshop.Step:
		return x.Title
	case *workshop.Action:
		return x.Label() + " " + x.Title
	}
	return ""
}

// draft is the value as it is written, so that reading it again gives the same value.
func (d *Desk) draft(f Field, v any) string {
	switch x := v.(type) {
	case string:
		if f.Type == template.TypeDate {
			return x
		}
	case float64:
		if f.Type == template.TypeMoney {
			return amount.Typed(int64(x), d.currency())
		}
		return number(x)
	case bool:
		if !x {
			return "No"
		}
	}
	return d.show(f, v)
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

func withUnit(s, unit string) string {
	if unit == "" {
		return s
	}
	return s + " " + unit
}

// ShowDate is a date with its weekday, or with its year where that is another than today's.
func ShowDate(d, today workshop.Date) string {
	if d == "" {
		return ""
	}
	layout := "Mon 2 Jan"
	if len(today) < 4 || len(d) < 4 || d[:4] != today[:4] {
		layout = "2 Jan 2006"
	}
	return d.Time().Format(layout)
}

// Duration writes minutes as hours and minutes: 3 h 09, 40 min.
func Duration(minutes int) string {
	if minutes < 60 {
		return fmt.Sprintf("%d min", minutes)
	}
	return fmt.Sprintf("%d h %02d", minutes/60, minutes%60)
}

// sum writes the sum of a field.
func (d *Desk) sum(f Field, total float64) string {
	switch {
	case f.Type == template.TypeMoney:
		return amount.Money(int64(total), d.currency())
	case f.Unit == "min":
		return Duration(int(total))
	}
	return withUnit(amount.Number(total), f.Unit)
}
