package readout

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"nemawashi.app/export/page"
	"nemawashi.app/workshop"
	"nemawashi.app/workshop/actionlist"
	"nemawashi.app/workshop/template"
)

// report is a readout under way: the view, and what all chapters ask of it.
type report struct {
	in       Input
	v        *workshop.View
	w        words
	paper    page.Paper
	today    workshop.Date
	purse    purse
	rows     []*actionlist.Row // all actions, by number
	counts   actionlist.Totals
	method   *template.Template // nil for one that is not known
	boards   []board
	sources  map[workshop.ID]string
	readings map[workshop.ID][]*workshop.Reading // with a value, oldest first
}

func open(in Input) (*report, error) {
	if in.View == nil {
		return nil, ErrNothing
	}
	if in.Paper == "" {
		in.Paper = page.A4.String()
	}
	paper, err := page.ParsePaper(in.Paper)
	if err != nil {
		return nil, err
	}
	v := in.View
	r := &report{in: in, v: v, w: wordsIn(in.Language), paper: paper, today: in.Today,
		purse: purseOf(v.Charter.Currency), readings: map[workshop.ID][]*workshop.Reading{}}
	if r.today == "" {
		r.today = workshop.DateOf(in.Now)
	}
	for _, a := range v.Actions {
		r.rows = append(r.rows, &actionlist.Row{Action: a, Workshop: v.ID, Currency: v.Charter.Currency, Owner: v.Name(a.Owner), Who: string(a.Owner)})
	}
	slices.SortStableFunc(r.rows, func(a, b *actionlist.Row) int { return cmp.Compare(a.Action.Number, b.Action.Number) })
	r.counts = actionlist.Count(r.rows, r.today)
	for _, rd := range v.Readings {
		if rd.Value != nil {
			r.readings[rd.Measure] = append(r.readings[rd.Measure], rd)
		}
	}
	for _, list := range r.readings {
		slices.SortStableFunc(list, func(a, b *workshop.Reading) int { return cmp.Compare(a.Date, b.Date) })
	}
	set := in.Templates
	if set == nil {
		if set, err = template.Builtin(); err != nil {
			return nil, err
		}
	}
	if t, ok := set.At(v.Charter.Template, v.Charter.TemplateVersion); ok {
		r.method = t
	}
	r.boards = r.findBoards(set)
	r.sources = r.findSources()
	return r, nil
}

// facilitator says whether judgements may be told.
func (r *report) facilitator() bool { return r.v.Audience == workshop.Facilitator }

// sponsor says whether the reader is the sponsor, also for an audience that nobody knows.
func (r *report) sponsor() bool { return !r.facilitator() && r.v.Audience != workshop.Team }

// wide says whether two columns of text stand beside each other on the paper.
func (r *report) wide() bool { return r.paper == page.A3 }

func (r *report) title() string {
	if t := r.v.Charter.Title; t != "" {
		return t
	}
	return r.w.say("untitled")
}

// kind is the workshop's kind; one without is a custom one.
func (r *report) kind() string { return cmp.Or(r.v.Charter.WorkshopKind, "custom") }

// language is the one that most of the text is in.
func (r *report) language() string { return cmp.Or(r.v.Charter.Language, "en") }

// longestMark is how many characters the running header has room for.
const longestMark = 32

// mark is the confidentiality that stands on every page. A charter that says
// more than a few words about it is quoted on the cover and in the charter.
func (r *report) mark() string {
	own := strings.TrimSpace(r.v.Charter.Confidentiality)
	fallback := r.w.say("mark." + r.audience())
	switch {
	case own == "", len([]rune(own)) > longestMark:
		return fallback
	case r.facilitator() && !strings.EqualFold(own, fallback):
		return fallback + ", " + own
	}
	return own
}

func (r *report) audience() string {
	switch {
	case r.facilitator():
		return string(workshop.Facilitator)
	case r.sponsor():
		return string(workshop.Sponsor)
	}
	return string(workshop.Team)
}

// names lists people by name; those whom the audience does not know are left out.
func (r *report) names(ids []workshop.ID) string {
	var out []string
	for _, id := range ids {
		if name := r.v.Name(id); name != "" {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}

// head begins a chapter.
func (r *report) head(id, note string, fresh bool) page.Heading {
	return page.Heading{Level: 1, Text: r.w.say("chapter." + id), Note: note, Fresh: fresh}
}

// pair sets two groups of blocks beside each other on wide paper and one below the other elsewhere.
func (r *report) pair(left, right []page.Block) []page.Block {
	switch {
	case len(left) == 0:
		return right
	case len(right) == 0:
		return left
	case r.wide():
		return []page.Block{page.Beside{Left: left, Right: right}}
	}
	return append(slices.Clone(left), right...)
}

// clock is a time of day. Times that were kept without a zone of their own are
// shown in the reader's.
func (r *report) clock(stamp string) (at time.Time, shown string, ok bool) {
	at, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return at, "", false
	}
	if strings.HasSuffix(stamp, "Z") {
		at = at.In(r.in.Now.Location())
	}
	return at, at.Format("15:04"), true
}

// period is the dates of the event.
func (r *report) period() string {
	c := &r.v.Charter
	if c.Start == "" {
		return ""
	}
	if c.Days <= 1 {
		return r.date(c.Start)
	}
	return fmt.Sprintf(r.w.say("period"), r.date(c.Start), r.date(c.Start.AddDays(c.Days-1)))
}

func nonEmpty(all ...string) []string {
	var out []string
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return out
}
