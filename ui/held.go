package ui

import (
	"slices"

	"nemawashi.app/ui/held"
	"nemawashi.app/ui/people"
	"nemawashi.app/workshop"
)

// heldDesk is what the dialogs about what is held on somebody work with.
func (a *App) heldDesk() *held.Desk {
	return &held.Desk{Keeper: a.lib, Shell: a.shell, Now: a.config.Now, Folder: a.prefs.Folder, Reveal: a.reveal,
		Copies: func() []string {
			if stick := a.prefs.Stick(); stick != "" {
				return []string{stick}
			}
			return nil
		},
		Done: a.afterErase}
}

// afterErase lets nothing stay on the screen that held the name, and says in the log that it was done, not to whom.
func (a *App) afterErase() {
	a.config.Log("erased somebody")
	if page, ok := a.shell.Page().(*people.Page); ok {
		page.Reload()
	}
}

// somebody is a person of a workshop, as the dialogs about what is held mean them.
func (a *App) somebody(in, id workshop.ID) (held.Somebody, bool) {
	s, err := a.session(in)
	if err != nil {
		a.tell("The workshop could not be read", err)
		return held.Somebody{}, false
	}
	who := held.Somebody{In: in}
	hidden := a.shield.hidden()
	called := func(p *workshop.Person) string {
		if hidden {
			return p.Code
		}
		return p.Name
	}
	s.Read(func(w *workshop.Workshop) {
		if c := w.Charter(); c != nil {
			who.Title = c.Title
		}
		if entry := workshop.Find[workshop.Stakeholder](w, id); entry != nil {
			who.Name, who.Called = entry.Name, entry.Code
			if !hidden {
				who.Called = entry.Name
			}
			id = entry.Person
		}
		if p := workshop.Find[workshop.Person](w, id); p != nil {
			who.Name, who.Called = p.Name, called(p)
		}
		people := workshop.All[workshop.Person](w)
		slices.SortStableFunc(people, func(x, y *workshop.Person) int {
			switch { // who works here comes first
			case x.Team == y.Team:
				return 0
			case x.Team:
				return -1
			}
			return 1
		})
		for _, p := range people {
			if p.ID != id && !workshop.SameName(p.Name, who.Name) {
				who.Others, who.Labels = append(who.Others, p.Name), append(who.Labels, called(p))
			}
		}
	})
	return who, who.Name != ""
}

// giveHeld writes what is held on somebody.
func (a *App) giveHeld(in, id workshop.ID) {
	if who, ok := a.somebody(in, id); ok {
		a.heldDesk().Give(who)
	}
}

// erase is how somebody is erased, nil where nothing can be changed.
func (a *App) erase() func(in, id workshop.ID) {
	if a.lib.ReadOnly() {
		return nil
	}
	return func(in, id workshop.ID) {
		if who, ok := a.somebody(in, id); ok {
			a.heldDesk().Erase(who)
		}
	}
}

// heldOfMap is the same for an entry of a workshop's map.
func (a *App) heldOfMap(o *opened) (give, erase func(entry workshop.ID)) {
	give = func(entry workshop.ID) { a.giveHeld(o.session.ID(), entry) }
	if f := a.erase(); f != nil {
		erase = func(entry workshop.ID) { f(o.session.ID(), entry) }
	}
	return give, erase
}
