package assess

import (
	"errors"
	"fmt"
	"regexp"

	"nemawashi.app/workshop"
)

// The shape that everything else relies on: radar, heat map, forms and the
// sources of actions know statements as L1 to T5.
var (
	aspectIDs = []string{"L", "P", "E", "T"}
	roleIDs   = []string{"1", "2", "3", "4", "5"}
	idShape   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// Longest texts, in characters: what a page, a chart and a cell can show.
const (
	maxTitle     = 60
	maxStatement = 160
	maxAnchor    = 200
)

// checker gathers what is wrong with one questionnaire.
type checker struct {
	file string
	errs []error
}

func (c *checker) add(place, format string, args ...any) {
	c.errs = append(c.errs, &Problem{File: c.file, Place: place, Reason: fmt.Sprintf(format, args...)})
}

func (c *checker) text(place, s string, limit int) {
	if s == "" {
		c.add(place, "is missing")
	} else if err := workshop.CheckText(s, limit, false); err != nil {
		c.add(place, "%v", err)
	} else if workshop.Normal(s) != s {
		c.add(place, "begins or ends with a space, or is not in Unicode's form NFC")
	}
}

func check(file string, q *Questionnaire) error {
	c := &checker{file: file}
	if !idShape.MatchString(q.ID) || len(q.ID) > 100 {
		c.add("id", "%q is not an id: letters a to z, digits, hyphens between", q.ID)
	}
	if q.Version < 1 || q.Version > 1_000_000 {
		c.add("version", "is %d, allowed is 1 to 1000000", q.Version)
	}
	c.text("title", q.Title, maxTitle)
	c.text("language", q.Language, 20)
	for i, l := range q.Levels {
		c.text(fmt.Sprintf("levels: %d", i+1), l, maxTitle)
	}
	c.text("ask: self", q.Ask.Self, maxStatement)
	c.text("ask: others", q.Ask.Others, maxStatement)
	c.axes(q)
	c.items(q)
	return errors.Join(c.errs...)
}

func (c *checker) axes(q *Questionnaire) {
	if len(q.Aspects) != len(aspectIDs) {
		c.add("aspects", "are %d, must be %d", len(q.Aspects), len(aspectIDs))
	}
	for i, a := range q.Aspects {
		if i < len(aspectIDs) && a.ID != aspectIDs[i] {
			c.add(fmt.Sprintf("aspects: %d", i+1), "has the id %q, must be %q", a.ID, aspectIDs[i])
		}
		c.text(fmt.Sprintf("aspects: %d: title", i+1), a.Title, maxTitle)
	}
	if len(q.Roles) != len(roleIDs) {
		c.add("roles", "are %d, must be %d", len(q.Roles), len(roleIDs))
	}
	for i, r := range q.Roles {
		if i < len(roleIDs) && r.ID != roleIDs[i] {
			c.add(fmt.Sprintf("roles: %d", i+1), "has the id %q, must be %q", r.ID, roleIDs[i])
		}
		c.text(fmt.Sprintf("roles: %d: title", i+1), r.Title, maxTitle)
		c.text(fmt.Sprintf("roles: %d: meaning", i+1), r.Meaning, maxTitle)
	}
}

func (c *checker) items(q *Questionnaire) {
	if want := len(aspectIDs) * len(roleIDs); len(q.Items) != want {
		c.add("items", "are %d, must be %d", len(q.Items), want)
		return
	}
	for i, it := range q.Items {
		want := aspectIDs[i/len(roleIDs)] + roleIDs[i%len(roleIDs)]
		place := "item " + want
		if it.ID != want || it.Aspect+it.Role != want {
			c.add(place, "stands as %q with aspect %q and role %q; items are in the order L1 to T5", it.ID, it.Aspect, it.Role)
		}
		c.text(place+": title", it.Title, maxTitle)
		c.text(place+": experiment", it.Experiment, maxAnchor)
		for _, asked := range []struct {
			name string
			a    Asked
		}{{"self", it.Self}, {"others", it.Others}} {
			c.text(place+": "+asked.name+": statement", asked.a.Statement, maxStatement)
			seen := map[string]bool{}
			for n, anchor := range asked.a.Anchors {
				at := fmt.Sprintf("%s: %s: anchor %d", place, asked.name, n+1)
				c.text(at, anchor, maxAnchor)
				if anchor != "" && seen[anchor] {
					c.add(at, "is the same as another level's")
				}
				seen[anchor] = true
			}
		}
	}
}
