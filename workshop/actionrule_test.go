package workshop

import (
	"errors"
	"strings"
	"testing"
)

// ruleDesk is a workshop with two people and one open action of the first.
func ruleDesk(t *testing.T) (d *desk, owner, other, action ID) {
	t.Helper()
	d = newDesk("a")
	d.begin(t)
	if err := d.Do("people", func(e *Edit) error {
		owner, other = e.Add(&Person{Name: "Lena Vogt"}), e.Add(&Person{Name: "Tom Becker"})
		action = e.Add(&Action{Title: "Weld the guard", Owner: owner})
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return d, owner, other, action
}

func TestStatusRulesHoldAtEveryDoor(t *testing.T) {
	d, owner, other, id := ruleDesk(t)
	set := func(f func(*Action)) error {
		return d.Do("x", func(e *Edit) error {
			a, err := Modify[Action](e, id)
			if err == nil {
				f(a)
			}
			return err
		})
	}
	refused := func(why error, f func(*Action)) {
		t.Helper()
		var bad *Invalid
		if err := set(f); !errors.As(err, &bad) || !strings.Contains(bad.Reason, why.Error()) || bad.Field == "" {
			t.Errorf("want %q, got %v", why, err)
		}
	}
	refused(ErrNoBlocker, func(a *Action) { a.Status = ActionBlocked })
	refused(ErrNoBlocker, func(a *Action) { a.Status, a.Blocker = ActionBlocked, " \n" })
	refused(ErrNoVerifier, func(a *Action) { a.Status = ActionVerified })
	refused(ErrOwnWork, func(a *Action) { a.Status, a.VerifiedBy = ActionVerified, owner })
	if err := set(func(a *Action) { a.Status = ActionDone }); err != nil {
		t.Fatal(err)
	}
	now := DateOf(d.host.Clock.Now())
	d.Read(func(w *Workshop) {
		if a := Find[Action](w, id); a.Closed != now {
			t.Errorf("done without a day was closed on %q, not today", a.Closed)
		}
	})
	refused(ErrNoClosing, func(a *Action) { a.Closed = "" })
	if err := set(func(a *Action) { a.Status, a.VerifiedBy = ActionVerified, other }); err != nil {
		t.Fatal(err)
	}
	refused(ErrOwnWork, func(a *Action) { a.Owner = other })
	if err := d.Do("x", func(e *Edit) error { e.Add(&Action{Title: "New", Status: ActionBlocked}); return nil }); err == nil {
		t.Error("a new action was blocked by nothing")
	}
	// Undo goes back over all of it.
	for d.CanUndo() != "" {
		if _, err := d.Undo(); err != nil {
			t.Fatal(err)
		}
	}
}

// What another device or an older version has left incomplete stays open to change, but for making it worse.
func TestWhatBreaksARuleAlreadyCanBeMended(t *testing.T) {
	d, owner, other, id := ruleDesk(t)
	if err := d.Apply("from afar", []Change{{Ref: Ref{Device: "b", Seq: 1}, Workshop: "w", Record: id, Kind: KindAction, Field: "status", New: []byte(`"verified"`),
		Stamp: Stamp{Wall: 1 << 41, Device: "b"}, Verb: VerbSet}}); err != nil {
		t.Fatal(err)
	}
	var a *Action
	d.Read(func(w *Workshop) { a = Find[Action](w, id) })
	if a.Status != ActionVerified || !errors.Is(a.Lacks(), ErrNoClosing) {
		t.Fatalf("%+v lacks %v", a, a.Lacks())
	}
	for _, step := range []struct {
		field, value string
		ok           bool
	}{
		{"detail", `"Both shifts"`, true}, {"closed", `"2026-11-20"`, false}, {"verified_by", `"` + string(owner) + `"`, true},
		{"verified_by", `"` + string(other) + `"`, true}, {"closed", `"2026-11-20"`, true}, {"closed", `null`, false},
	} {
		err := d.Do("x", func(e *Edit) error { return e.SetField(id, step.field, []byte(step.value)) })
		if step.ok != (err == nil) {
			t.Errorf("%s = %s: %v", step.field, step.value, err)
		}
	}
}
