package sample

import (
	"strings"
	"testing"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/resist"
)

// TestMap checks what the resistance map has to show: people and groups, a
// history of dated ratings, and each kind of flag at least once.
func TestMap(t *testing.T) {
	sessions := engagement(t, anchor)
	for i, least := range []int{12, 6} {
		sessions[i].Read(func(w *workshop.Workshop) {
			all := workshop.All[workshop.Stakeholder](w)
			long, groups := 0, 0
			for _, s := range all {
				ratings, err := w.Ratings(s.ID)
				if err != nil {
					t.Fatal(err)
				}
				if len(ratings) >= 3 {
					long++
				}
				if s.Size > 1 {
					groups++
				}
				if s.Evidence == "" || s.Impact == 0 || s.Interest == 0 || s.Response == "" || s.SuccessSign == "" {
					t.Errorf("%s %q lacks evidence, impact, interest, response or success sign", s.Code, s.Name)
				}
				if s.NextContact != "" && s.NextContact <= anchor {
					t.Errorf("%s: the next contact lies behind", s.Code)
				}
				for n, r := range ratings {
					if r.Now == nil || r.Influence == 0 || r.Confidence == 0 || r.Date > latest || n > 0 && r.Date == ratings[n-1].Date {
						t.Errorf("%s: rating %d is %+v", s.Code, n+1, r)
					}
				}
			}
			if len(all) < least || long < len(all)*3/4 || groups < 3 || groups > len(all)-2 {
				t.Errorf("%d stakeholders, %d rated three times, %d groups", len(all), long, groups)
			}
		})
	}
}

func TestMapShowsWhatIsMissing(t *testing.T) {
	seen := map[resist.Flag]int{}
	listen, now := 0, 0
	each(t, func(t testing.TB, w *workshop.Workshop) {
		r, err := resist.Of(w, anchor)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range r.Stakeholders {
			for _, f := range e.Flags {
				seen[f]++
			}
			if e.ListenFirst {
				listen++
			}
			if e.ActNow {
				now++
			}
		}
		if len(r.Trend) < 4 || r.Trend[len(r.Trend)-1].Index <= r.Trend[0].Index {
			t.Errorf("%s: the trend has to rise over several dates: %+v", w.Charter().Title, r.Trend)
		}
	})
	if seen[resist.NoOwner] != 1 || seen[resist.Stale] != 1 || listen == 0 || now == 0 || seen[resist.NoEvidence] != 0 {
		t.Errorf("flags %v, listen first %d, act now %d", seen, listen, now)
	}
}

// TestNobodyIsNamedWithoutNeed reads the sample as those read it who must not
// know who is on the map. Nothing has to be blacked out in a text, since the
// sample names nobody there.
func TestNobodyIsNamedWithoutNeed(t *testing.T) {
	for _, s := range engagement(t, anchor) {
		s.Read(func(w *workshop.Workshop) {
			var secrets []string
			hidden := 0
			public := map[workshop.ID]bool{}
			set := builtin(t)
			for _, p := range w.View(workshop.Sponsor, set.Confidential).People {
				public[p.ID] = true
			}
			for _, x := range workshop.All[workshop.Stakeholder](w) {
				secrets = append(secrets, x.Evidence)
				if p := workshop.Find[workshop.Person](w, x.Person); p != nil && !public[p.ID] {
					hidden++
					secrets = append(secrets, p.Name)
				}
			}
			if hidden == 0 {
				t.Errorf("%s: nobody is only on the map", w.Charter().Title)
			}
			for _, a := range []workshop.Audience{workshop.Sponsor, workshop.Team} {
				v := w.View(a, set.Confidential)
				v.Texts(func(k workshop.Kind, id workshop.ID, field, text string) {
					for _, secret := range secrets {
						if strings.Contains(text, secret) {
							t.Errorf("%s reads in %s %s: %q", a, k, field, text)
						}
					}
				})
				for _, h := range v.Withheld {
					if h.Reason == "name of a stakeholder" {
						t.Errorf("%s: a name had to be taken out of %s %s.%s", a, h.Kind, h.ID, h.Field)
					}
				}
				if len(v.Stakeholders)+len(v.Responses) > 0 || !v.Resistance.Known {
					t.Errorf("%s sees %d stakeholders, %d responses; the sum is known: %v", a, len(v.Stakeholders), len(v.Responses), v.Resistance.Known)
				}
			}
		})
	}
}
