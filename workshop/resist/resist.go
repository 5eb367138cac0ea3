// Package resist reads the resistance map: who needs attention first, why, and
// which way the influence in the room has leaned over time.
//
// It promises that every number can be taken apart again (an [Entry] carries
// its parts beside its priority), that what is unknown is never counted as
// neutral, and that what it proposes respects people: nothing here suggests
// manipulation or coercion. The map, the command line and the facilitator's
// readout call it. The only error it returns is that of a damaged history,
// wrapped with the stakeholder's code name.
package resist

import (
	"cmp"
	"fmt"
	"slices"

	"nemawashi.app/workshop"
)

// Band is what a priority asks for.
type Band string

// The bands, the most urgent first.
const (
	Act      Band = "act"       // from 12: this week
	Plan     Band = "plan"      // 6 to 11
	Watch    Band = "watch"     // 1 to 5
	KeepWarm Band = "keep warm" // 0: no gap, or not known yet
)

// planFrom and actFrom are the priorities at which a band begins.
const (
	planFrom = 6
	actFrom  = 12
)

// staleAfter is how many days a rating may stand before it should be given anew.
const staleAfter = 30

// BandOf is the band of a priority. Where a band begins is the product's own
// convention, common practice without a source at hand: 12 is an influence of 4
// over a gap of 3.
func BandOf(priority int) Band {
	switch {
	case priority >= actFrom:
		return Act
	case priority >= planFrom:
		return Plan
	case priority >= 1:
		return Watch
	}
	return KeepWarm
}

// Flag is something that is missing around an entry.
type Flag string

// The flags. The first three are raised from priority 6 on, where somebody has
// to do something; the other two for everybody who is rated.
const (
	NoOwner       Flag = "no owner"
	NoResponse    Flag = "no response"
	NoNextContact Flag = "no next contact"
	Stale         Flag = "stale"
	NoEvidence    Flag = "no evidence"
)

// Entry is one stakeholder with the priority and all that it is made of.
//
// ActNow and ListenFirst stand beside the band and override it for readers:
// an influential person who is strongly against does not wait for a number,
// and where the rating is a guess the next step is to listen. Confidence does
// not enter the priority, because that would hide those nobody has asked.
type Entry struct {
	ID          workshop.ID   `json:"id"`
	Code        string        `json:"code"`
	Now         *int          `json:"now"`
	Needed      *int          `json:"needed"`
	Influence   int           `json:"influence"`
	Confidence  int           `json:"confidence,omitempty"`
	Gap         int           `json:"gap"`
	Priority    int           `json:"priority"`
	Band        Band          `json:"band"`
	ActNow      bool          `json:"act_now"`
	ListenFirst bool          `json:"listen_first"`
	Flags       []Flag        `json:"flags"`
	Rated       bool          `json:"rated"`
	LastRated   workshop.Date `json:"last_rated,omitempty"`
}

// Has says whether the flag is raised.
func (e Entry) Has(f Flag) bool { return slices.Contains(e.Flags, f) }

// Judge works out the entry of one stakeholder. Priority is that of
// [workshop.Stakeholder.Priority]. The overrides and the flags are the product's
// own, after Kotter and Schlesinger (Harvard Business Review, 1979): who has power
// and is against is met first, and of whom only a guess is known is asked first. ratings are its dated ratings,
// oldest first, as [workshop.Workshop.Ratings] and [workshop.View] give them.
func Judge(s *workshop.Stakeholder, ratings []workshop.Rating, today workshop.Date) Entry {
	e := Entry{
		ID: s.ID, Code: s.Code, Now: s.SupportNow, Needed: s.SupportNeeded,
		Influence: s.Influence, Confidence: s.Confidence,
		Gap: s.Gap(), Priority: s.Priority(), Band: BandOf(s.Priority()),
		Rated: s.Rated(), Flags: []Flag{},
	}
	if n := len(ratings); n > 0 {
		e.LastRated = ratings[n-1].Date
	}
	e.ActNow = s.Influence >= 4 && s.SupportNow != nil && *s.SupportNow == -2
	e.ListenFirst = s.Confidence == 1 && e.Priority >= planFrom
	raise := func(f Flag, when bool) {
		if when {
			e.Flags = append(e.Flags, f)
		}
	}
	raise(NoOwner, e.Priority >= planFrom && s.RelationshipOwner == "")
	raise(NoResponse, e.Priority >= planFrom && s.Response == "")
	raise(NoNextContact, e.Priority >= planFrom && s.NextContact == "")
	raise(Stale, e.Rated && e.LastRated != "" && e.LastRated.DaysUntil(today) >= staleAfter)
	raise(NoEvidence, e.Rated && s.Evidence == "")
	return e
}

// Rank lists the stakeholders of a workshop that are not retired, the highest
// priority first; of equal ones the more influential, then by code name. Those
// nobody has rated come with priority 0.
func Rank(w *workshop.Workshop, today workshop.Date) ([]Entry, error) {
	all := workshop.All[workshop.Stakeholder](w)
	ratings, err := ratingsOf(w, all)
	if err != nil {
		return nil, err
	}
	return rank(all, ratings, today), nil
}

func rank(all []*workshop.Stakeholder, ratings map[workshop.ID][]workshop.Rating, today workshop.Date) []Entry {
	out := []Entry{}
	for _, s := range all {
		if !s.Retired {
			out = append(out, Judge(s, ratings[s.ID], today))
		}
	}
	slices.SortStableFunc(out, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(b.Priority, a.Priority), cmp.Compare(b.Influence, a.Influence), cmp.Compare(a.Code, b.Code))
	})
	return out
}

func ratingsOf(w *workshop.Workshop, all []*workshop.Stakeholder) (map[workshop.ID][]workshop.Rating, error) {
	out := map[workshop.ID][]workshop.Rating{}
	for _, s := range all {
		rs, err := w.Ratings(s.ID)
		if err != nil {
			return nil, fmt.Errorf("ratings of %s: %w", s.Code, err)
		}
		out[s.ID] = rs
	}
	return out, nil
}
