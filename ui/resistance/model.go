package resistance

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// stake is a stakeholder with all that the page knows about it.
type stake struct {
	now     *workshop.Stakeholder // as it is today; panes that write use it
	ratings []workshop.Rating     // all of them, oldest first
	seen    *workshop.Stakeholder // as of the day that is looked at
	entry   resist.Entry          // judged on that day
}

func (s *stake) group() bool { return s.now.Person == "" }

// model is what the page shows, kept beside the session so that a change costs no more than what it changed.
type model struct {
	session *workshop.Session
	clock   func() time.Time
	names   func() bool // whether names may be shown

	asOf    workshop.Date // "" is today
	stakes  map[workshop.ID]*stake
	age     []workshop.ID // oldest first
	people  []*workshop.Person
	person  map[workshop.ID]*workshop.Person
	actions map[workshop.ID][]*workshop.Action // by the stakeholder they come from
	charter *workshop.Charter
	report  resist.Report               // of the day that is looked at
	dates   []workshop.Date             // on which somebody was rated, the newest first
	trend   []resist.Point              // of all days, whichever is looked at
	trial   map[workshop.ID]resist.Move // what is only tried out; nil: nothing is
}

func newModel(s *workshop.Session, clock func() time.Time, names func() bool) *model {
	if clock == nil {
		clock = time.Now
	}
	return &model{session: s, clock: clock, names: names}
}

func (m *model) today() workshop.Date { return workshop.DateOf(m.clock()) }

// day is the day that is looked at.
func (m *model) day() workshop.Date {
	if m.asOf != "" {
		return m.asOf
	}
	return m.today()
}

// load reads everything.
func (m *model) load() error {
	m.stakes = map[workshop.ID]*stake{}
	var err error
	m.session.Read(func(w *workshop.Workshop) {
		m.readPeople(w)
		m.readActions(w)
		m.charter = w.Charter()
		m.age = m.age[:0]
		for _, s := range workshop.All[workshop.Stakeholder](w) {
			m.age = append(m.age, s.ID)
			var ratings []workshop.Rating
			if ratings, err = w.Ratings(s.ID); err != nil {
				return
			}
			m.stakes[s.ID] = &stake{now: s, ratings: ratings}
		}
	})
	m.readDates()
	m.judge()
	return err
}

// touched is which parts of the page a change concerns.
type touched struct {
	stakes, people, actions, charter bool
	ids                              []workshop.ID // of stakeholders
}

// take brings the model up to date with records that have changed.
func (m *model) take(records []workshop.Touched) (touched, error) {
	var t touched
	for _, r := range records {
		switch r.Kind {
		case workshop.KindStakeholder:
			t.stakes = true
			if !slices.Contains(t.ids, r.ID) {
				t.ids = append(t.ids, r.ID)
			}
		case workshop.KindPerson:
			t.people = true
		case workshop.KindAction:
			t.actions = true
		case workshop.KindCharter:
			t.charter = true
		}
	}
	var err error
	m.session.Read(func(w *workshop.Workshop) {
		if t.people {
			m.readPeople(w)
		}
		if t.actions {
			m.readActions(w)
		}
		m.charter = w.Charter()
		for _, id := range t.ids {
			if err = m.readStake(w, id); err != nil {
				return
			}
		}
	})
	if t.stakes {
		m.readDates()
		m.judge()
	}
	return t, err
}

func (m *model) readStake(w *workshop.Workshop, id workshop.ID) error {
	s := workshop.Find[workshop.Stakeholder](w, id)
	if s == nil {
		delete(m.stakes, id)
		m.age = slices.DeleteFunc(m.age, func(other workshop.ID) bool { return other == id })
		return nil
	}
	ratings, err := w.Ratings(id)
	if err != nil {
		return err
	}
	if m.stakes[id] == nil {
		m.stakes[id] = &stake{}
		m.age = append(m.age, id)
		slices.Sort(m.age)
	}
	m.stakes[id].now, m.stakes[id].ratings = s, ratings
	return nil
}

func (m *model) readPeople(w *workshop.Workshop) {
	m.people = workshop.All[workshop.Person](w)
	m.person = make(map[workshop.ID]*workshop.Person, len(m.people))
	for _, p := range m.people {
		m.person[p.ID] = p
	}
}

func (m *model) readActions(w *workshop.Workshop) {
	m.actions = map[workshop.ID][]*workshop.Action{}
	for _, a := range workshop.All[workshop.Action](w) {
		if a.Source != "" {
			m.actions[a.Source] = append(m.actions[a.Source], a)
		}
	}
}

// judge works the report out for the day that is looked at.
func (m *model) judge() {
	day := m.day()
	v := &workshop.View{Ratings: make(map[workshop.ID][]workshop.Rating, len(m.stakes))}
	for _, id := range m.age {
		s := m.stakes[id]
		s.seen = s.now
		ratings := s.ratings
		if m.asOf != "" {
			ratings = until(ratings, day)
			s.seen = asRated(s.now, ratings)
		}
		v.Stakeholders = append(v.Stakeholders, s.seen)
		v.Ratings[id] = ratings
	}
	if m.trial != nil {
		v.Stakeholders = resist.WhatIf(v.Stakeholders, m.trial)
		for i, s := range v.Stakeholders {
			m.stakes[m.age[i]].seen = s
		}
	}
	m.report = resist.OfView(v, day)
	if m.asOf == "" {
		m.trend = m.report.Trend
	}
	for _, e := range m.report.Stakeholders {
		m.stakes[e.ID].entry = e
	}
	for _, id := range m.age {
		if s := m.stakes[id]; s.now.Retired {
			s.entry = resist.Judge(s.seen, v.Ratings[id], day)
		}
	}
}

// until is what had been rated by the end of a day.
func until(ratings []workshop.Rating, day workshop.Date) []workshop.Rating {
	n := 0
	for n < len(ratings) && ratings[n].Date <= day {
		n++
	}
	return ratings[:n]
}

// asRated is the stakeholder with the last of the ratings in place of today's.
func asRated(s *workshop.Stakeholder, ratings []workshop.Rating) *workshop.Stakeholder {
	then := *s
	then.SupportNow, then.SupportNeeded, then.Influence, then.Confidence = nil, nil, 0, 0
	if n := len(ratings); n > 0 {
		r := ratings[n-1]
		then.SupportNow, then.SupportNeeded, then.Influence, then.Confidence = r.Now, r.Needed, r.Influence, r.Confidence
	}
	return &then
}

// readDates lists the days on which somebody was rated. While the past is looked at, none comes up.
func (m *model) readDates() {
	seen := map[workshop.Date]bool{}
	for _, s := range m.stakes {
		for _, r := range s.ratings {
			seen[r.Date] = true
		}
	}
	m.dates = slices.Sorted(maps.Keys(seen))
	slices.Reverse(m.dates)
}

// label is how a stakeholder is called on the screen: by code name while the shield is closed.
func (m *model) label(s *stake) string {
	if m.names() {
		if p := m.person[s.now.Person]; p != nil {
			return p.Name
		}
		if s.now.Name != "" {
			return s.now.Name
		}
	}
	return s.now.Code
}

// called is how a person is called where people are chosen. While the shield is closed, somebody who is on the map and not in the team goes
// by the code name; owners and the team are no secret.
func (m *model) called(p *workshop.Person) string {
	if m.names() || p.Team || p.Code == "" {
		return p.Name
	}
	for _, s := range m.stakes {
		if s.now.Person == p.ID {
			return p.Code
		}
	}
	return p.Name
}

// unit is where somebody belongs: what the map says, else what is known of the person.
func (m *model) unit(s *stake) string {
	if s.now.Unit != "" {
		return s.now.Unit
	}
	if p := m.person[s.now.Person]; p != nil {
		return p.Unit
	}
	return ""
}

func (m *model) units() []string {
	var all []string
	for _, s := range m.stakes {
		if u := m.unit(s); u != "" {
			all = append(all, u)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// causes are those that somebody on the map has.
func (m *model) causes() []string {
	var all []string
	for _, s := range m.stakes {
		if s.now.Cause != "" {
			all = append(all, s.now.Cause)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// short is what stands in a bubble: the beginning of a code name, or the initials of a name.
func (m *model) short(s *stake) string {
	label := m.label(s)
	if words := strings.Fields(label); m.names() && len(words) > 1 {
		return firstRune(words[0]) + firstRune(words[len(words)-1])
	}
	runes := []rune(label)
	if len(runes) > 1 && unicode.IsDigit(runes[1]) {
		return string(runes[:min(3, len(runes))])
	}
	return string(runes[:min(2, len(runes))])
}

func firstRune(s string) string {
	for _, r := range s {
		return string(unicode.ToUpper(r))
	}
	return ""
}

// needed is the coalition index if everybody stood where they are needed; who has no such rating stays where they are.
func (m *model) needed() float64 {
	var there []*workshop.Stakeholder
	for _, s := range m.stakes {
		then := *s.seen
		if then.SupportNeeded != nil {
			then.SupportNow = then.SupportNeeded
		}
		there = append(there, &then)
	}
	return workshop.CoalitionOf(there).Index
}

// actual is the index as it is, whatever is being tried out.
func (m *model) actual() float64 {
	var there []*workshop.Stakeholder
	for _, s := range m.stakes {
		there = append(there, s.now)
	}
	return workshop.CoalitionOf(there).Index
}

// before is the index as it stood before the newest day of ratings, and that day before; false while there is none.
func (m *model) before() (resist.Point, bool) {
	if n := len(m.report.Trend); n > 1 {
		return m.report.Trend[n-2], true
	}
	return resist.Point{}, false
}
