package register

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/template"
)

// shop is one workshop of the register: its view, and the words under which
// the workbook knows its people and whatever actions point to.
type shop struct {
	view    *workshop.View
	label   string // unique in the workbook
	client  string
	purse   purse
	people  map[workshop.ID]string // names, unique in the workshop
	sources map[workshop.ID]string
	goals   map[workshop.ID]string
	secret  map[workshop.ID]bool // entries of the resistance map
}

// item is one action on its way into the workbook.
type item struct {
	*workshop.Action
	shop  *shop
	owner string
}

func newShops(views []*workshop.View, set *template.Set, w words) []*shop {
	var shops []*shop
	var labels []string
	canvases := knownCanvases(set)
	for _, v := range views {
		s := &shop{view: v, client: v.Charter.Client, purse: purseOf(v.Charter.Currency)}
		s.people = labelPeople(v.People)
		s.sources, s.goals, s.secret = labelSources(v, canvases, w), map[workshop.ID]string{}, map[workshop.ID]bool{}
		for _, x := range v.Stakeholders {
			s.secret[x.ID] = true
		}
		for _, g := range v.Goals {
			s.goals[g.ID] = g.Title
		}
		shops = append(shops, s)
		labels = append(labels, cmp.Or(v.Charter.Title, w.say("title.untitled")))
	}
	labels = distinct(labels, func(i int) []string {
		c := &views[i].Charter
		return []string{c.Client, c.Site, string(c.Start)}
	})
	for i, s := range shops {
		s.label = labels[i]
	}
	return shops
}

// labelPeople gives everybody a name of their own: a returned workbook knows
// people by name, and two may share one.
func labelPeople(people []*workshop.Person) map[workshop.ID]string {
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = cmp.Or(p.Name, p.Role, p.Code)
	}
	names = distinct(names, func(i int) []string { return []string{people[i].Role, people[i].Unit} })
	out := map[workshop.ID]string{}
	for i, p := range people {
		out[p.ID] = names[i]
	}
	return out
}

// distinct tells equal texts apart, by what more is known of each, and by a
// number where that is not enough. What is different already stays as it is.
func distinct(texts []string, more func(i int) []string) []string {
	count := map[string]int{}
	for _, t := range texts {
		count[strings.ToLower(t)]++
	}
	out := slices.Clone(texts)
	for i, t := range texts {
		if count[strings.ToLower(t)] < 2 {
			continue
		}
		known := slices.DeleteFunc(more(i), func(s string) bool { return s == "" })
		if len(known) > 0 {
			out[i] = t + " (" + strings.Join(known, ", ") + ")"
		}
	}
	taken := map[string]bool{}
	for i, t := range out {
		for n := 2; taken[strings.ToLower(out[i])]; n++ {
			out[i] = t + " (" + strconv.Itoa(n) + ")"
		}
		taken[strings.ToLower(out[i])] = true
	}
	return out
}

// names joins the names of several people.
func (s *shop) names(ids []workshop.ID) string {
	if len(ids) == 0 {
		return ""
	}
	var out []string
	for _, id := range ids {
		if n := s.people[id]; n != "" {
			out = append(out, n)
		}
	}
	return strings.Join(out, "; ")
}

// items are all actions, workshop by workshop, by number.
func items(shops []*shop) []*item {
	var out []*item
	for _, s := range shops {
		for _, a := range s.view.Actions {
			out = append(out, &item{Action: a, shop: s, owner: s.people[a.Owner]})
		}
	}
	return out
}
