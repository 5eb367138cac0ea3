package quickadd

import (
	"reflect"
	"testing"

	"nemawashi.app/workshop"
)

func TestComplete(t *testing.T) {
	real := func(p *workshop.Person) string { return p.Name }
	people := []*workshop.Person{{Name: "Maria Keller", Code: "Heron"}, {Name: "Ana-Maria Lopez", Code: "Otter"}, {Name: "Marek Nowak", Code: "Maple"}, {Name: "Zoë Maas", Code: "Birch"}}
	for _, p := range people {
		p.ID = workshop.ID(p.Code)
	}
	for _, c := range []struct {
		line string
		call func(*workshop.Person) string
		want []string
	}{
		{"Weld @mar", real, []string{"Weld @Marek_Nowak ", "Weld @Maria_Keller ", "Weld @Ana-Maria_Lopez "}},
		{"Weld @keller_m", real, []string{"Weld @Maria_Keller "}},
		{"Weld @zoe", real, []string{"Weld @Zoë_Maas "}},
		{"Weld @Maria_Keller", real, nil},
		{"Weld @Maria_Keller ", real, nil},
		{"Weld @mar", func(p *workshop.Person) string { return p.Code }, nil},
		{"Weld @ma", func(p *workshop.Person) string { return p.Code }, []string{"Weld @Maple "}},
		{"Weld #co", real, []string{"Weld #commitment ", "Weld #communication ", "Weld #countermeasure "}},
		{"Weld #quick-win", real, nil},
		{"Weld !hi", real, []string{"Weld !high "}},
		{"Weld !x", real, nil},
		{"Weld", real, nil},
		{"", real, nil},
	} {
		var got []string
		for _, x := range Complete(c.line, Context{People: people}, c.call) {
			got = append(got, x.Line)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %q, want %q", c.line, got, c.want)
		}
	}
	// What a completion writes is understood as what it stands for.
	for _, x := range Complete("Weld @", Context{People: people}, real) {
		if l := Parse(x.Line, Context{People: people}); len(l.Parts) != 1 || l.Parts[0].Field != Owner || l.Owner.New != "" || len(l.Doubts) > 0 {
			t.Errorf("%q is understood as %+v", x.Line, l)
		}
	}
	for _, x := range Complete("Weld #", Context{}, real) {
		if l := Parse(x.Line, Context{}); l.Category == "" {
			t.Errorf("%q is no category", x.Line)
		}
	}
}
