package readout

import (
	"strings"

	"nemawashi.app/export/page"
)

func (r *report) cover() page.Cover {
	c := &r.v.Charter
	b := page.Cover{
		Kind: r.w.say("kind." + r.kind()), Title: r.title(),
		Subtitle: strings.Join(nonEmpty(c.Client, c.Site), ", "),
		Note:     strings.Join(nonEmpty(r.w.say("cover."+r.audience()), c.Confidentiality), "\n"),
	}
	add := func(key, value string) {
		if value != "" {
			b.Facts = append(b.Facts, page.Fact{Name: r.w.say("fact." + key), Value: value})
		}
	}
	add("programme", c.Programme)
	add("dates", r.period())
	add("sponsor", r.v.Name(c.Sponsor))
	add(r.one("facilitator", len(c.Facilitators)), r.names(c.Facilitators))
	add("for", r.w.say("for."+r.audience()))
	add("asof", r.date(r.today))
	return b
}

// one chooses between the word for one and the word for several.
func (r *report) one(key string, n int) string {
	if n == 1 {
		return key
	}
	return key + "s"
}

// signoff is where the sponsor accepts the result.
func (r *report) signoff() []page.Block {
	c := &r.v.Charter
	line := func(id string, name string) string {
		return strings.Join(nonEmpty(name, r.w.say("sign."+id)), ", ")
	}
	names := []string{line("sponsor", r.v.Name(c.Sponsor))}
	for _, id := range c.Facilitators {
		if name := r.v.Name(id); name != "" {
			names = append(names, line("facilitator", name))
		}
	}
	text := r.w.say("sign.text")
	if r.countCommitments() > 0 && !r.in.Leave["commitments"] {
		text += " " + r.w.say("sign.released") // nobody signs for a page that is not there
	}
	return []page.Block{
		r.head("signoff", "", false),
		page.SignOff{Text: text, Names: names, Date: r.w.say("sign.date")},
	}
}
