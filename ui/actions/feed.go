package actions

import (
	"context"
	"slices"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/library"
)

// names is what people are called here now.
func (b *Board) names() actionlist.Names {
	if b.o.hidden() {
		return actionlist.Code
	}
	return actionlist.Real
}

// reload reads all rows anew: at once from a session, in the background from the library.
func (b *Board) reload() {
	b.hidden = b.o.hidden()
	if !b.o.all() {
		var rows []*actionlist.Row
		b.o.Session.Read(func(w *workshop.Workshop) { rows = actionlist.Rows(w, b.names()) })
		b.taken(rows, nil)
		return
	}
	b.loading = true
	var rows []*actionlist.Row
	var promises []library.PromiseLine
	var failed error
	open := b.facing != faceMeans && !withEnded(b.list.Filter().State)
	run.Go(func(context.Context) {
		if rows, failed = fromLibrary(b.o.Lister, open, b.hidden); failed == nil && !open {
			promises, failed = b.o.Lister.Promises()
		}
	}, func() {
		b.loading, b.onlyOpen = false, open
		b.promises, b.promisers = nil, map[workshop.ID]string{}
		for _, p := range promises {
			b.promises = append(b.promises, promised{p.Commitment, p.Workshop, p.Currency})
			b.promisers[p.Commitment.Who] = p.WhoName
		}
		b.taken(rows, failed)
	})
}

// taken shows rows that have been read, or why they could not be.
func (b *Board) taken(rows []*actionlist.Row, failed error) {
	if failed != nil {
		b.o.Frame.ShowError(shell.Trouble{Title: "The actions cannot be shown", What: failed.Error(),
			Kept: "Nothing was changed.", Do: "Try again; if it comes back, check the library in Settings.", Retry: b.reload})
		return
	}
	b.list.SetToday(b.o.today())
	b.list.Reset(rows)
	b.shorten()
	b.offers = true
	b.quick.refresh()
	b.rearranged()
}

// fromLibrary makes rows of the lines of all workshops.
func fromLibrary(l Lister, open, hidden bool) ([]*actionlist.Row, error) {
	lines, err := l.Actions(library.Filter{Open: open, Whole: true})
	if err != nil {
		return nil, err
	}
	codes := map[workshop.ID]string{}
	if hidden {
		people, err := l.People()
		if err != nil {
			return nil, err
		}
		for _, p := range people {
			codes[p.ID] = p.Code
		}
	}
	rows := make([]*actionlist.Row, len(lines))
	all := make([]actionlist.Row, len(lines)) // one piece of memory for all
	for i, line := range lines {
		owner := line.OwnerName
		if hidden {
			owner = codes[line.Owner]
		}
		all[i] = actionlist.Row{Action: line.Action, Workshop: line.Workshop, Place: line.WorkshopTitle, Client: line.Client, Currency: line.Currency, Owner: owner, Who: owner}
		if !line.Changed.IsZero() {
			all[i].Changed = line.Changed.UnixMilli()
		}
		rows[i] = &all[i]
	}
	return rows, nil
}

// touched takes up one changed record.
func (b *Board) touched(t workshop.Touched) {
	switch t.Kind {
	case workshop.KindAction:
		b.actionTouched(t.ID)
	case workshop.KindPerson:
		b.stale = true // names may stand in any row
	case workshop.KindCommitment, workshop.KindCharter:
		b.counts = true
	case workshop.KindCard, workshop.KindStep, workshop.KindReview:
		for _, r := range b.list.All() {
			if r.Source.ID == t.ID {
				b.actionTouched(r.ID())
			}
		}
	}
}

// actionTouched takes up one action that is new, changed or gone.
func (b *Board) actionTouched(id workshop.ID) {
	var row *actionlist.Row
	b.o.Session.Read(func(w *workshop.Workshop) {
		if a := workshop.Find[workshop.Action](w, id); a != nil {
			row = actionlist.RowOf(w, a, b.names())
		}
	})
	b.takeUp(id, row)
}

// takeUp shows an action that is new, changed or, without a row, gone.
func (b *Board) takeUp(id workshop.ID, row *actionlist.Row) {
	switch {
	case row == nil:
		b.moved = b.list.Remove(id) || b.moved
		b.counts = true
	case b.list.Find(id) != nil:
		b.hold(row)
	default:
		b.list.Put(row)
		b.moved = true
	}
}

// hold shows a changed row where it is. One that the filter had left out may be let through now, as after undo.
func (b *Board) hold(row *actionlist.Row) {
	if b.list.IndexOf(row.ID()) < 0 {
		b.moved = b.list.Put(row) || b.moved
		b.counts = true
		return
	}
	b.list.Hold(row)
	if i := b.indexOf(row.ID()); i >= 0 {
		b.table.RefreshRow(i)
	}
	if row.ID() == b.current {
		b.drawer.fill(row)
	}
	b.counts = true
}

// settled shows once what several touched records have changed together.
func (b *Board) settled() {
	switch {
	case b.stale:
		b.reload()
	case b.moved:
		b.offers = true
		b.rearranged()
	case b.counts:
		b.showCounts()
		b.showFace()
	}
	b.stale, b.moved, b.counts = false, false, false
}

// session is where an action's changes go.
func (b *Board) session(of *actionlist.Row) (*workshop.Session, error) {
	if !b.o.all() {
		return b.o.Session, nil
	}
	return b.o.Sessions(of.Workshop)
}

// reread takes up a changed action of another workshop.
func (b *Board) reread(s *workshop.Session, id workshop.ID) {
	b.readAgain(s, id)
	b.settled()
}

func (b *Board) readAgain(s *workshop.Session, id workshop.ID) {
	var row *actionlist.Row
	s.Read(func(w *workshop.Workshop) {
		if a := workshop.Find[workshop.Action](w, id); a != nil {
			row = actionlist.RowOf(w, a, b.names())
			row.Who = row.Owner
		}
	})
	b.takeUp(id, row)
}

// shorten works out short names, whole ones where two people would share one.
func (b *Board) shorten() {
	b.short = map[string]string{}
	if b.hidden {
		return
	}
	users := map[string]string{}
	for _, r := range b.list.All() {
		if _, known := b.short[r.Owner]; known {
			continue
		}
		s := shortName(r.Owner)
		if other, taken := users[s]; taken && other != r.Owner {
			b.short[other], b.short[r.Owner] = other, r.Owner
			continue
		}
		users[s], b.short[r.Owner] = r.Owner, s
	}
}

// ownerText is how the owner stands in the table.
func (b *Board) ownerText(r *actionlist.Row) string {
	if s, ok := b.short[r.Owner]; ok {
		return s
	}
	return r.Owner
}

// people are everybody whom an action of the row's workshop can be given to.
func (b *Board) people(of *actionlist.Row) []*workshop.Person {
	s, err := b.session(of)
	if err != nil {
		return nil
	}
	return peopleOf(s)
}

func peopleOf(s *workshop.Session) []*workshop.Person {
	var people []*workshop.Person
	s.Read(func(w *workshop.Workshop) { people = workshop.All[workshop.Person](w) })
	return people
}

// called sorts people by what they are called here and lists those names.
func (b *Board) called(people []*workshop.Person) ([]*workshop.Person, []string) {
	names := b.names()
	slices.SortStableFunc(people, func(x, y *workshop.Person) int { return compareNames(names(x), names(y)) })
	words := make([]string, len(people))
	for i, p := range people {
		words[i] = names(p)
	}
	return people, words
}
