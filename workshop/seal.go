package workshop

import (
	"cmp"
	"slices"
)

// sealed is what an edit did to responses that must not tell whose they are:
// the ids that they have from now on, and whether the edit may be undone in
// what it did to rounds.
type sealed struct {
	fresh map[ID]bool
	final bool
}

// seal keeps the promise that nobody can tell which response of a direct report
// or a peer came from whom, when, or after which other: whenever one comes in,
// all of the round are written anew under random ids, in the order of these,
// under one stamp and by no author, and the ones before are erased. So neither
// the log of changes nor any order of rows says more than how many there are.
//
// Nothing of that is undone: taking a collection back would say what it
// brought. Opening a round is not undone either, since its forms, which state
// its smallest group, are with people by then. For the same reason a closed
// round takes no more answers and is not opened again, and a response that was collected is neither changed nor taken
// out alone; it goes with its round.
func (e *Edit) seal(random func() ID) (sealed, error) {
	out := sealed{fresh: map[ID]bool{}}
	rounds := map[ID]bool{} // in which responses came in
	for _, id := range e.order {
		d := e.drafts[id]
		if d.kind == KindRound {
			if err := e.keepsWord(d, id); err != nil {
				return out, err
			}
			was, _ := d.before.(*Round)
			now, _ := d.after.(*Round)
			opened := was != nil && now != nil && was.Status == RoundPlanned && now.Status != RoundPlanned
			out.final = out.final || now == nil && was != nil || now != nil && now.Closed() || opened
			continue
		}
		if d.kind != KindResponse {
			continue
		}
		was, _ := d.before.(*Response)
		now, _ := d.after.(*Response)
		switch {
		case was == nil && now == nil:
		case was == nil:
			if r, ok := e.w.Find(now.Round).(*Round); ok && r.Closed() {
				return out, &Invalid{Kind: KindResponse, ID: id, Field: "round", Reason: "the round is closed and takes no more answers; begin a new round"}
			}
			if now.Protected() {
				rounds[now.Round] = true
			}
		case now == nil:
			if was.Protected() && e.Find(was.Round) != nil {
				return out, &Invalid{Kind: KindResponse, ID: id, Reason: "answers of direct reports and peers go only with their round: the difference would tell whose they were"}
			}
		case was.Protected() || now.Protected():
			if len(diff(was, now)) > 0 {
				return out, &Invalid{Kind: KindResponse, ID: id, Reason: "answers of direct reports and peers are not changed after they came in"}
			}
		}
	}
	if len(rounds) == 0 {
		return out, nil
	}
	if random == nil {
		return out, &Invalid{Kind: KindResponse, Reason: "nothing here makes random ids, without which answers would tell their order"}
	}
	e.anew(rounds, random, &out)
	out.final = true
	return out, nil
}

// keepsWord refuses what would let somebody see less of a round, then more.
func (e *Edit) keepsWord(d *draft, id ID) error {
	was, _ := d.before.(*Round)
	now, _ := d.after.(*Round)
	if was == nil || now == nil {
		return nil
	}
	refuse := func(field, reason string) error {
		return &Invalid{Kind: KindRound, ID: id, Field: field, Reason: reason}
	}
	return roundMay(was, now, refuse)
}

// roundMay says what of a round stays as it is once answers can have come in.
func roundMay(was, now *Round, refuse func(field, reason string) error) error {
	planned := was.Status == RoundPlanned
	least := func(r *Round) int { return cmp.Or(r.MinGroup, usualGroup) }
	switch {
	case was.Closed() && !now.Closed():
		return refuse("status", "a closed round stays closed; begin a new one")
	case !planned && now.Status == RoundPlanned:
		return refuse("status", "a round that has been handed out is not planned again; begin a new one")
	case !planned && least(now) != least(was) && (was.Status != "" || least(now) < least(was)):
		return refuse("min_group", "the smallest group stays as it was when the round was opened")
	case !planned && was.Statements != "" && now.Statements != was.Statements:
		return refuse("statements", "the statements stay as they were when the round was opened")
	case !planned && was.Statements != "" && (now.Questionnaire != was.Questionnaire || now.QuestionnaireVersion != was.QuestionnaireVersion):
		return refuse("questionnaire", "the questionnaire stays as it was when the round was opened")
	}
	return nil
}

// usualGroup is the smallest group of a round that does not say one.
const usualGroup = 5

// anew gives every protected response of the rounds a random id and a place in
// the order of these.
func (e *Edit) anew(rounds map[ID]bool, random func() ID, out *sealed) {
	var all []*Response
	for _, r := range All[Response](e.w) {
		if d := e.drafts[r.ID]; rounds[r.Round] && r.Protected() && (d == nil || d.after != nil) {
			all = append(all, r)
			e.drafts[r.ID] = &draft{kind: KindResponse, before: r}
			if d == nil {
				e.order = append(e.order, r.ID)
			}
		}
	}
	for id, d := range e.drafts {
		if r, ok := d.after.(*Response); ok && d.before == nil && rounds[r.Round] && r.Protected() {
			all = append(all, r)
			delete(e.drafts, id)
		}
	}
	e.order = slices.DeleteFunc(e.order, func(id ID) bool { return e.drafts[id] == nil })
	fresh := make([]ID, len(all))
	for i, r := range all {
		c := clone(r).(*Response)
		c.ID = random()
		fresh[i] = c.ID
		e.drafts[c.ID] = &draft{kind: KindResponse, after: c}
		out.fresh[c.ID] = true
	}
	// Those that go come in the order of their ids too, and before all others.
	slices.Sort(fresh)
	slices.SortStableFunc(e.order, func(a, b ID) int {
		gone := func(id ID) int {
			if d := e.drafts[id]; d.kind == KindResponse && d.after == nil {
				return 0
			}
			return 1
		}
		if order := cmp.Compare(gone(a), gone(b)); order != 0 || gone(a) == 1 {
			return order
		}
		return cmp.Compare(a, b)
	})
	e.order = append(e.order, fresh...)
}

// verbOfGone is how a record goes: values of protected responses are erased.
func verbOfGone(before Record) Verb {
	if r, ok := before.(*Response); ok && r.Protected() {
		return VerbErase
	}
	return VerbDelete
}

// ofRound says whether a change is about a round or an answer.
func ofRound(c Change) bool { return c.Kind == KindRound || c.Kind == KindResponse }

// settleRounds takes what was done to rounds and answers out of what can be
// undone, once that is final.
func (s *Session) settleRounds() {
	for _, stack := range []*[]step{&s.undo, &s.redo} {
		for i := range *stack {
			(*stack)[i].changes = slices.DeleteFunc(slices.Clone((*stack)[i].changes), ofRound)
		}
		*stack = slices.DeleteFunc(*stack, func(st step) bool { return len(st.changes) == 0 })
	}
}

// foreignRounds says why changes from elsewhere that are about rounds and
// answers cannot be taken in, or nil: they have to be sealed where they come
// from, for what is not cannot be made so here without a trace.
func (w *Workshop) foreignRounds(changes []Change) error {
	stamps := map[string]Stamp{}
	for _, c := range changes {
		switch c.Kind {
		case KindRound:
			if err := w.foreignRound(c); err != nil {
				return err
			}
		case KindResponse:
			if err := w.foreignResponse(c, stamps); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *Workshop) foreignRound(c Change) error {
	was, _ := w.Find(c.Record).(*Round)
	if was == nil || c.Field == "" || c.Verb != VerbSet {
		return nil
	}
	now := clone(was).(*Round)
	if err := setRaw(now, c.Field, c.New); err != nil {
		return nil // said by the check of its value
	}
	return roundMay(was, now, func(field, reason string) error {
		return &Invalid{Kind: KindRound, ID: c.Record, Field: field, Reason: reason}
	})
}

func (w *Workshop) foreignResponse(c Change, stamps map[string]Stamp) error {
	refuse := func(reason string) error {
		return &Invalid{Kind: KindResponse, ID: c.Record, Field: c.Field, Reason: reason}
	}
	if c.Verb == VerbErase {
		return nil
	}
	if c.Field != "" || isNull(c.New) {
		if r, ok := w.Find(c.Record).(*Response); ok && r.Protected() {
			return refuse("answers of direct reports and peers are not changed after they came in")
		}
		r := &Response{By: "self"}
		if err := setRaw(r, c.Field, c.New); c.Field == "by" && (err != nil || r.Protected()) {
			return refuse("answers given under a name do not become those of a direct report or a peer")
		}
		return nil
	}
	rec, err := decode(KindResponse, c.Record, string(c.New))
	if err != nil {
		return refuse(err.Error())
	}
	r := rec.(*Response)
	if !r.Protected() {
		return nil
	}
	if c.Author != "" || !randomID(c.Record) {
		return refuse("the answers tell who took them in, or in which order")
	}
	of := c.Device + " " + string(r.Round)
	if first, ok := stamps[of]; ok && first != c.Stamp {
		return refuse("the answers of one round tell when each came in")
	}
	stamps[of] = c.Stamp
	if round, ok := w.Find(r.Round).(*Round); ok && round.Closed() && w.entries[c.Record] == nil {
		return refuse("the round is closed and takes no more answers")
	}
	return nil
}

// randomID says whether an id holds no time: it is a UUIDv4.
func randomID(id ID) bool { return LikelyID(string(id)) && id[14] == '4' }
