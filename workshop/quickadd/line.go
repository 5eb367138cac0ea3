package quickadd

import (
	"slices"
	"strconv"
	"strings"

	"nemawashi.app/workshop"
)

// Field is what a part of the line says.
type Field string

// The fields that a line can hold.
const (
	Owner    Field = "owner"
	Helper   Field = "helper"
	Due      Field = "due"
	Priority Field = "priority"
	Category Field = "category"
	Hours    Field = "hours"
	Cost     Field = "cost"
	Minutes  Field = "minutes"
)

// Part is a piece of the line that was understood.
type Part struct {
	Field      Field
	Start, End int    // bytes of the line
	Text       string // line[Start:End]
	// Value is what it means, as the record keeps it: a date, a choice, a
	// number. Of an owner or a helper it is the id of the person, or empty where Name
	// is to become a new one.
	Value string
	Name  string
}

// Doubt is a name that fits several people. It stays in the title until the
// line says which one.
type Doubt struct {
	Start, End int
	Text       string
	People     []*workshop.Person
}

// Line is a line as it was understood.
type Line struct {
	Title      string
	Parts      []Part
	Doubts     []Doubt
	Owner      Named
	Helpers    []Named
	Due        workshop.Date
	Priority   string
	Category   string
	Hours      int
	Cost       workshop.Money
	Currency   string // of Cost
	OtherMoney string // an amount in this currency stayed in the title, because the workshop counts in another
}

// Named is a person: one that is there, or the name of one to be made.
type Named struct {
	ID  workshop.ID
	New string
}

// None says that nobody was named.
func (n Named) None() bool { return n == Named{} }

// Context is what a line is understood against.
type Context struct {
	Words    *Words // English when nil
	Today    workshop.Date
	People   []*workshop.Person
	Currency string // of the workshop; any is taken when empty
}

// Parse understands a line of the action register.
func Parse(line string, c Context) Line {
	if c.Words == nil {
		c.Words = English()
	}
	p := parser{Context: c, words: split(line), line: line}
	for p.at < len(p.words) {
		if n := p.part(); n > 0 {
			p.at += n
			continue
		}
		p.title = append(p.title, p.words[p.at].text)
		p.at++
	}
	p.out.Title = strings.Join(p.title, " ")
	return p.out
}

type parser struct {
	Context
	line  string
	words []word
	at    int
	title []string
	out   Line
}

// part takes one part at the place and says how many words it took, 0 for none. What is said a
// second time is not taken: neither of the two may be lost.
func (p *parser) part() int {
	w := p.words[p.at].bare()
	switch {
	case strings.HasPrefix(w, "@"):
		return p.person(w)
	case strings.HasPrefix(w, "!"):
		return p.choice(Priority, &p.out.Priority, p.Words.Priorities, w)
	case strings.HasPrefix(w, "#"):
		return p.choice(Category, &p.out.Category, p.Words.Categories, w)
	}
	if n := p.due(); n > 0 {
		return n
	}
	if strings.ContainsAny(w, "-_") {
		return 0 // folding would make "4h" of "-4h"
	}
	if n := p.hours(w); n > 0 {
		return n
	}
	return p.cost(w)
}

// understood notes a part of n words.
func (p *parser) understood(n int, part Part) int {
	part.Start, part.End = p.words[p.at].start, p.words[p.at+n-1].end
	part.Text = p.line[part.Start:part.End]
	p.out.Parts = append(p.out.Parts, part)
	return n
}

func (p *parser) person(w string) int {
	name := w[1:]
	if quoted, ok := strings.CutPrefix(name, `"`); ok {
		name = strings.TrimSuffix(quoted, `"`)
		if name == quoted {
			return 0 // the mark that ends the name is still to come
		}
	}
	name = strings.Join(strings.Fields(strings.ReplaceAll(name, "_", " ")), " ")
	if name == "" || strings.ContainsAny(name, `@"`) {
		return 0
	}
	n, found := p.wholeName()
	if n == 0 {
		n, found = 1, Match(name, p.People)
	}
	named := Named{New: name}
	switch len(found) {
	case 0:
	case 1:
		named = Named{ID: found[0].ID}
	default:
		start, end := p.words[p.at].start, p.words[p.at+n-1].end
		p.out.Doubts = append(p.out.Doubts, Doubt{Start: start, End: end, Text: p.line[start:end], People: found})
		return 0
	}
	if p.out.Owner == named || slices.Contains(p.out.Helpers, named) {
		return 0
	}
	part := Part{Field: Owner, Value: string(named.ID), Name: named.New}
	if p.out.Owner.None() {
		p.out.Owner = named
	} else {
		part.Field = Helper
		p.out.Helpers = append(p.out.Helpers, named)
	}
	return p.understood(n, part)
}

// wholeName finds the longest known name of several words that stands after the @, and says how many words it takes, 0 when
// there is none.
func (p *parser) wholeName() (int, []*workshop.Person) {
	longest := 0
	for _, who := range p.People {
		longest = max(longest, len(strings.Fields(who.Name)), len(strings.Fields(who.Code)))
	}
	for n := min(longest, len(p.words)-p.at); n > 1; n-- {
		last := p.words[p.at+n-1]
		typed := p.line[p.words[p.at].start+1 : last.start+len(last.bare())]
		want := strings.Fields(fold(typed))
		var found []*workshop.Person
		for _, who := range p.People {
			if likeness(want, strings.Fields(fold(who.Name))) == whole || likeness(want, strings.Fields(fold(who.Code))) == whole {
				found = append(found, who)
			}
		}
		if len(found) > 0 {
			return n, found
		}
	}
	return 0, nil
}

func (p *parser) choice(f Field, into *string, lists map[string][]string, w string) int {
	value, ok := one(lists, fold(w[1:]), true)
	if *into != "" || !ok || fold(w[1:]) == "" {
		return 0
	}
	*into = value
	return p.understood(1, Part{Field: f, Value: value})
}

func (p *parser) due() int {
	if p.out.Due != "" {
		return 0
	}
	var ahead []string
	for _, w := range p.words[p.at:min(p.at+5, len(p.words))] {
		ahead = append(ahead, fold(w.bare()))
	}
	d := dates{Words: p.Words, today: p.Today}
	date, n := workshop.Date(""), 0
	if holds(p.Words.Due, ahead[0]) {
		if date, n = d.read(ahead[1:]); n > 0 {
			n++
		}
	} else if span, ok := d.span(ahead[0]); ok {
		date, n = span, 1
	}
	if n == 0 {
		return 0
	}
	p.out.Due = date
	return p.understood(n, Part{Field: Due, Value: string(date)})
}

func (p *parser) hours(w string) int {
	head, unit := digits(fold(w))
	n, ok := number(head, 6)
	if p.out.Hours != 0 || !ok || n == 0 || !holds(p.Words.Hours, unit) {
		return 0
	}
	p.out.Hours = n
	return p.understood(1, Part{Field: Hours, Value: strconv.Itoa(n)})
}

func (p *parser) cost(w string) int {
	minor, code, ok := p.Words.amount(fold(w))
	if !ok || minor == 0 || p.out.Cost != 0 {
		return 0
	}
	if p.Currency != "" && !strings.EqualFold(p.Currency, code) {
		p.out.OtherMoney = code
		return 0
	}
	p.out.Cost, p.out.Currency = minor, code
	return p.understood(1, Part{Field: Cost, Value: strconv.FormatInt(int64(minor), 10)})
}
