package exchange

import "nemawashi.app/workshop"

// ApplyAll makes the changes of several workshops, one step in each; or of none,
// when one of them refuses: what was done by then is taken back. Plans and
// sessions stand in the same order. A plan that neither changes nor decides
// anything leaves its workshop alone.
func ApplyAll(sessions []*workshop.Session, plans []*Plan, label string, today workshop.Date) error {
	for _, p := range plans {
		if p.Open() > 0 {
			return ErrOpen
		}
	}
	for i, p := range plans {
		if !p.Does() {
			continue
		}
		err := sessions[i].DoFrom(p.Source(), label, func(e *workshop.Edit) error { return p.Apply(e, today) })
		if err == nil {
			continue
		}
		for j := range i {
			if plans[j].Does() {
				if _, undo := sessions[j].Undo(); undo != nil {
					return undo
				}
			}
		}
		return err
	}
	return nil
}

// Does says that applying the plan changes values, adds actions, or settles
// what nobody had decided before.
func (p *Plan) Does() bool {
	n := p.Counts()
	return n.Values+n.Added > 0 || p.Remembers() > 0
}
