package workshop_test

import (
	"errors"
	"fmt"
	"time"

	"nemawashi.app/workshop"
)

// journal stands for the library, which keeps what a session did.
type journal struct{ changes int }

func (j *journal) Next() int64 { return int64(j.changes + 1) }

func (j *journal) Write(b workshop.Batch) { j.changes += len(b.Changes) }

// open begins a workshop in memory.
func open() *workshop.Session {
	n := 0
	s := workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }, "laptop", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%d", n)) },
	}, &journal{})
	err := s.Do("New workshop", func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "Changeover of pump line 2", WorkshopKind: "kaizen"})
		return nil
	})
	if err != nil {
		panic(err)
	}
	return s
}

func ExampleSession_Do() {
	s := open()
	s.Subscribe(func(e workshop.Event) { fmt.Println("heard:", e.Label, e.Touched[0].Fields) })
	var id workshop.ID
	add := func(e *workshop.Edit) error {
		id = e.Add(&workshop.Action{Title: "Shadow board for torque tools"})
		return nil
	}
	if err := s.Do("Add an action", add); err != nil {
		fmt.Println(err)
	}

	// What breaks a rule is refused whole.
	err := s.Do("Plan", func(e *workshop.Edit) error {
		a, err := workshop.Modify[workshop.Action](e, id)
		if err != nil {
			return err
		}
		a.Priority = "high"
		a.Due = "2026-02-30"
		return nil
	})
	var bad *workshop.Invalid
	if errors.As(err, &bad) {
		fmt.Println("refused:", bad.Field, bad.Reason)
	}

	label, _ := s.Undo()
	fmt.Println("undone:", label)
	// Output:
	// heard: Add an action []
	// refused: due "2026-02-30" is not a date like 2026-11-22
	// heard: Add an action []
	// undone: Add an action
}

func ExampleSession_View() {
	s := open()
	err := s.Do("Map", func(e *workshop.Edit) error {
		against := -2
		owner := e.Add(&workshop.Person{Name: "Ola Brekke"})
		critic := e.Add(&workshop.Person{Name: "Maria Keller"})
		from := e.Add(&workshop.Stakeholder{Person: critic, SupportNow: &against, Influence: 5})
		e.Add(&workshop.Action{Title: "Show KELLER the trial of line 1", Owner: owner, Source: from})
		return nil
	})
	if err != nil {
		fmt.Println(err)
	}
	v := s.View(workshop.Sponsor)
	a := v.Actions[0]
	fmt.Printf("%s %s (%s), source %q, %d stakeholders\n", a.Label(), a.Title, v.Name(a.Owner), a.Source, len(v.Stakeholders))
	// Output:
	// A-001 Show [name withheld] the trial of line 1 (Ola Brekke), source "", 0 stakeholders
}
