package readout

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
)

// charter is what was agreed before the work began.
func (r *report) charter() []page.Block {
	c := &r.v.Charter
	var facts, aims []page.Fact
	add := func(list *[]page.Fact, key, value string) {
		if strings.TrimSpace(value) != "" {
			*list = append(*list, page.Fact{Name: r.w.say("fact." + key), Value: value})
		}
	}
	add(&aims, "problem", c.Problem)
	add(&aims, "objective", c.Objective)
	add(&aims, "scope_in", c.ScopeIn)
	add(&aims, "scope_out", c.ScopeOut)
	add(&facts, "client", strings.Join(nonEmpty(c.Client, c.Site), ", "))
	add(&facts, "programme", c.Programme)
	add(&facts, "method", r.methodTitle())
	add(&facts, "dates", r.period())
	add(&facts, "status", r.w.choice("status", c.Status))
	add(&facts, "sponsor", r.person(c.Sponsor))
	for _, id := range c.Facilitators {
		add(&facts, "facilitator", r.person(id))
	}
	add(&facts, "confidentiality", c.Confidentiality)
	if r.facilitator() {
		add(&facts, "retain_until", r.date(c.RetainUntil))
	}
	var left, right []page.Block
	if len(aims) > 0 {
		left = append(left, page.Facts{Items: aims})
	}
	if len(facts) > 0 {
		right = append(right, page.Facts{Items: facts})
	}
	blocks := append([]page.Block{r.head("charter", "", true)}, r.pair(left, right)...)
	return append(blocks, r.pair(r.gates(), r.team())...)
}

func (r *report) methodTitle() string {
	if r.method != nil {
		return r.method.Title
	}
	return cmp.Or(r.v.Charter.Template, r.w.say("method."+r.kind()))
}

// person is a name with what the person does.
func (r *report) person(id workshop.ID) string {
	p := r.v.Person(id)
	if p == nil {
		return ""
	}
	return strings.Join(nonEmpty(p.Name, p.Role, p.Unit), ", ")
}

// gates are the four checks, with what they rest on.
func (r *report) gates() []page.Block {
	all := r.v.Charter.Gates
	if len(all) == 0 {
		return nil
	}
	ids := slices.Clone(workshop.Gates)
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	t := page.Table{Columns: []page.Column{{Title: r.w.say("column.check"), Weight: 2}, {Title: r.w.say("column.met")}, {Title: r.w.say("column.evidence"), Weight: 3}}}
	for _, id := range ids {
		g := all[id]
		pill := page.Cell{Text: r.w.say("not.met"), Pill: true, Tone: page.Warn}
		if g.Met {
			pill = page.Cell{Text: r.w.say("met"), Pill: true, Tone: page.Good}
		}
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: r.w.choice("gate", id)}, pill, {Text: g.Evidence}}})
	}
	return []page.Block{page.Heading{Level: 3, Text: r.w.say("head.gates")}, page.Paragraph{Text: r.w.say("gates.why"), Small: true, Quiet: true}, t}
}

// team is who took part.
func (r *report) team() []page.Block {
	t := page.Table{Small: true, Columns: []page.Column{{Title: r.w.say("column.name"), Weight: 2}, {Title: r.w.say("column.role"), Weight: 2}, {Title: r.w.say("column.unit"), Weight: 2}}}
	for _, p := range r.v.People {
		if p.Team {
			t.Rows = append(t.Rows, page.TextRow(p.Name, p.Role, p.Unit))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []page.Block{page.Heading{Level: 3, Text: r.w.say("head.team")}, t}
}
