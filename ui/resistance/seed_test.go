package resistance

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nemawashi.app/ui/run"
	"nemawashi.app/ui/shell"
	"nemawashi.app/ui/snap"
	"nemawashi.app/ui/widgets"
	"nemawashi.app/workshop"
)

// quiet is a journal that keeps nothing.
type quiet struct{ n int64 }

func (q *quiet) Next() int64          { q.n++; return q.n }
func (q *quiet) Write(workshop.Batch) {}

// names is the app's shield.
type names struct {
	shown   bool
	changed map[int]func()
	n       int
}

func (n *names) Shown() bool { return n.shown }
func (n *names) Show(on bool) {
	n.shown = on
	for _, f := range n.changed {
		f()
	}
}
func (n *names) Watch(f func()) func() {
	if n.changed == nil {
		n.changed = map[int]func(){}
	}
	n.n++
	id := n.n
	n.changed[id] = f
	return func() { delete(n.changed, id) }
}

// saves says that all is saved.
type saves struct{}

func (saves) SaveState() (shell.SaveState, string) { return shell.Saved, "" }
func (saves) WatchSaves(func()) func()             { return func() {} }

// room is a workshop whose map stands in a window.
type room struct {
	*workshop.Session
	t      testing.TB
	day    time.Time
	ids    map[string]workshop.ID // of stakeholders, by code name
	page   *Page
	window fyne.Window
	shell  *shell.Shell
	names  *names
	opened workshop.ID
}

func newRoom(t testing.TB) *room {
	r := &room{t: t, day: time.Date(2026, 9, 22, 9, 0, 0, 0, time.UTC), ids: map[string]workshop.ID{}, names: &names{}}
	n := 0
	r.Session = workshop.NewSession(workshop.NewWorkshop("w"), workshop.Host{
		Clock: workshop.NewClock(func() time.Time { return r.day }, "desk", workshop.Stamp{}),
		NewID: func() workshop.ID { n++; return workshop.ID(fmt.Sprintf("id-%04d", n)) },
	}, &quiet{})
	r.do(func(e *workshop.Edit) error {
		e.Add(&workshop.Charter{Title: "One Flow 2027 kickoff"})
		return nil
	})
	return r
}

func (r *room) do(f func(*workshop.Edit) error) {
	r.t.Helper()
	if err := r.Do("test", f); err != nil {
		r.t.Fatal(err)
	}
}

// at sets the day.
func (r *room) at(day workshop.Date) { r.day = day.Time().Add(9 * time.Hour) }

func num(n int) *int { return &n }

// stakes adds the eleven people and groups of the picture of this screen, with their past.
func (r *room) stakes() {
	type past struct {
		day workshop.Date
		now int
	}
	for _, s := range []struct {
		code      string
		size      int
		influence int
		needed    int
		ratings   []past
		owner     bool
		sure      int
	}{
		{"Cedar", 0, 5, 1, []past{{"2026-09-22", -1}, {"2026-10-06", -1}, {"2026-10-20", -2}, {"2026-11-03", -2}, {"2026-11-16", -2}}, true, 3},
		{"Alder", 24, 4, 2, []past{{"2026-10-20", -2}, {"2026-11-16", -1}}, true, 2},
		{"Rowan", 0, 5, 1, []past{{"2026-11-16", -1}}, true, 1},
		{"Willow", 46, 3, 0, []past{{"2026-11-03", -2}}, false, 2},
		{"Maple", 12, 3, 2, []past{{"2026-10-15", 0}}, true, 2},
		{"Hazel", 0, 4, 1, []past{{"2026-11-03", 0}}, true, 2},
		{"Linden", 18, 2, 2, []past{{"2026-11-03", 1}}, true, 2},
		{"Elm", 8, 2, 1, []past{{"2026-11-03", 0}}, true, 2},
		{"Aspen", 0, 5, 2, []past{{"2026-10-20", 1}, {"2026-11-16", 2}}, true, 3},
		{"Juniper", 0, 3, 1, []past{{"2026-11-03", 1}}, true, 2},
		{"Yew", 60, 1, 1, []past{{"2026-11-03", 1}}, true, 2},
	} {
		var keller workshop.ID
		r.do(func(e *workshop.Edit) error {
			for _, p := range workshop.All[workshop.Person](e.Workshop()) {
				if p.Name == "M. Keller" {
					keller = p.ID
				}
			}
			if keller == "" {
				keller = e.Add(&workshop.Person{Name: "M. Keller", Role: "Facilitator", Team: true, Code: "K1"})
			}
			st := &workshop.Stakeholder{Code: s.code, Size: s.size, Impact: 4, Confidence: s.sure, Unit: []string{"Assembly", "Planning", "Quality"}[len(r.ids)%3]}
			if s.size > 0 {
				st.Name = "Group of " + s.code
			} else {
				st.Person = e.Add(&workshop.Person{Name: "Person " + s.code + "son", Code: s.code})
			}
			if s.owner {
				st.RelationshipOwner, st.NextContact, st.Response = keller, "2026-11-19", "Talk"
			}
			r.ids[s.code] = e.Add(st)
			return nil
		})
		for _, p := range s.ratings {
			r.at(p.day)
			r.do(func(e *workshop.Edit) error {
				st, err := workshop.Modify[workshop.Stakeholder](e, r.ids[s.code])
				if err != nil {
					return err
				}
				st.SupportNow, st.SupportNeeded, st.Influence = num(p.now), num(s.needed), s.influence
				st.Evidence, st.EvidenceDate = "“We tried this in 2019 and lost three good people. Show me it is different.”", p.day
				return nil
			})
		}
		r.at("2026-09-22")
	}
	r.at("2026-11-18")
	r.do(func(e *workshop.Edit) error {
		s, err := workshop.Modify[workshop.Stakeholder](e, r.ids["Cedar"])
		if err != nil {
			return err
		}
		s.Cause = "fear of loss"
		e.Add(&workshop.Action{Title: "Say clearly what is guaranteed", Category: "response", Source: s.ID, Number: 31})
		return nil
	})
}

// crowd adds n groups and people all over the map, ten of them on one point, three of them not rated.
func (r *room) crowd(n int) {
	r.at("2026-11-03")
	r.do(func(e *workshop.Edit) error {
		for i := range n {
			s := &workshop.Stakeholder{Name: fmt.Sprintf("Crew %d", i), Size: 1 + i*i%70, Confidence: 1 + i%3, Unit: "Line " + string(rune('A'+i%4))}
			if i >= 3 {
				s.SupportNow, s.SupportNeeded, s.Influence = num(i%5-2), num(min(2, i%5-2+i%3)), 1+(i/5)%5
			}
			if i%6 == 0 && i >= 3 {
				s.SupportNow, s.SupportNeeded, s.Influence = num(-1), num(1), 4
			}
			e.Add(s)
		}
		return nil
	})
	r.at("2026-11-18")
}

// open puts the map into a window.
func (r *room) open(l snap.Look) {
	r.t.Helper()
	restore := run.Inline()
	r.t.Cleanup(restore)
	r.window = snap.Window(l)
	r.t.Cleanup(r.window.Close)
	r.shell = shell.New(shell.Config{Window: r.window, AppName: "Nemawashi"})
	r.window.Resize(fyne.NewSize(l.Width, l.Height))
	r.page = New(Options{Session: r.Session, Shell: r.shell, Names: r.names, Saves: saves{}, Export: func() {},
		Open: func(id workshop.ID) { r.opened = id }, Now: func() time.Time { return r.day }})
	r.shell.Open(r.page)
}

var plain = snap.Look{Width: 1280, Height: 800}

func (r *room) stake(code string) *workshop.Stakeholder {
	r.t.Helper()
	var s *workshop.Stakeholder
	r.Read(func(w *workshop.Workshop) { s = workshop.Find[workshop.Stakeholder](w, r.ids[code]) })
	return s
}

// press puts the button of the mouse down on somebody's bubble.
func (r *room) press(code string, keys fyne.KeyModifier) {
	r.t.Helper()
	n := r.page.field.nodes[r.ids[code]]
	if n == nil {
		r.t.Fatalf("%s is not on the map", code)
	}
	r.pressAt(fyne.NewPos(n.x, n.y), keys)
}

func (r *room) pressAt(at fyne.Position, keys fyne.KeyModifier) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: keys}
	ev.Position = at
	r.page.field.MouseDown(ev)
}

// pull moves the pointer with the button down, in ten steps.
func (r *room) pull(dx, dy float32) {
	for range 10 {
		r.page.field.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx/10, dy/10)})
	}
}

// drop lets the button go.
func (r *room) drop() {
	r.page.field.MouseUp(&desktop.MouseEvent{})
	r.page.field.DragEnd()
}

// key types a key where the keyboard is.
func (r *room) key(name fyne.KeyName) {
	if f := r.window.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	r.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

func (r *room) letter(c rune) {
	if f := r.window.Canvas().Focused(); f != nil {
		f.TypedRune(c)
		return
	}
	r.window.Canvas().OnTypedRune()(c)
}

// shortcut presses a combination of keys, as the canvas hands it to the shell.
func (r *room) shortcut(k widgets.Keys) {
	r.t.Helper()
	if !r.shell.Press(k) {
		r.t.Errorf("nobody took %s", k)
	}
}
