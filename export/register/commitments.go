package register

import "nemawashi.app/workshop"

// pledge is one commitment with its workshop.
type pledge struct {
	*workshop.Commitment
	shop *shop
}

// writeCommitments writes who promised what, and what has come of it.
func (b *book) writeCommitments() error {
	var rows []pledge
	for _, s := range b.shops {
		for _, c := range s.view.Commitments {
			rows = append(rows, pledge{Commitment: c, shop: s})
		}
	}
	who := func(p pledge) any { return text(p.shop.people[p.Who]) }
	kind := func(p pledge) any {
		if p.Personal {
			return b.words.say("resource.personal")
		}
		return text(b.words.choice("resource", p.Resource))
	}
	delivered := func(p pledge) any {
		if p.Promised == 0 {
			return whole(p.Delivered)
		}
		return p.Delivered // nothing delivered of something promised is worth a 0
	}
	open := func(p pledge) any {
		if p.Promised == 0 {
			return nil
		}
		return max(0, p.Promised-p.Delivered) // what was promised and has not come
	}
	columns := []column[pledge]{{field: "who", min: 14, max: 22, look: lookLine, value: who}}
	if b.several() {
		columns = append(columns, column[pledge]{field: "workshop", min: 14, max: 24, look: lookLine, value: func(p pledge) any { return p.shop.label }})
	}
	columns = append(columns, []column[pledge]{
		{field: "resource", min: 10, max: 12, look: lookLine, value: kind},
		{field: "promise", min: 30, max: 48, look: lookNote, value: func(p pledge) any { return text(p.FromWhat) }},
		{field: "promised", min: 10, max: 16, look: lookInt, value: func(p pledge) any { return whole(p.Promised) }},
		{field: "delivered", min: 10, max: 16, look: lookInt, value: delivered},
		{field: "open", min: 10, max: 16, look: lookInt, value: open},
		{field: "unit", min: 8, max: 16, look: lookLine, value: func(p pledge) any { return text(p.Unit) }},
		{field: "released_by", min: 13, max: 13, look: lookDate, value: func(p pledge) any { return day(p.ReleasedBy) }},
		{field: "check_date", min: 13, max: 13, look: lookDate, value: func(p pledge) any { return day(p.CheckDate) }},
		{field: "evidence", min: 24, max: 44, look: lookNote, value: func(p pledge) any { return text(p.Evidence) }},
		{field: "id", min: 38, max: 38, look: lookLine, hidden: true, value: func(p pledge) any { return string(p.ID) }},
	}...)
	for i := range columns {
		columns[i].read = true
	}
	t := table[pledge]{
		sheet: "commitments", name: "Commitments", columns: columns, rows: rows, freeze: 1,
		label: func(p pledge) string { return p.shop.people[p.Who] },
	}
	_, err := t.write(b)
	return err
}
