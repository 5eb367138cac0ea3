package people

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"nemawashi.app/workshop"
	"nemawashi.app/workshop/library"
)

// Lister lists the people of all workshops; the library does.
type Lister interface {
	People() ([]library.PersonLine, error)
}

// row is one person as the table shows it. With names hidden it holds none.
type row struct {
	id    workshop.ID
	in    workshop.ID
	place string // title of the workshop
	name  string // the code name while names are hidden
	code  string
	role  string
	unit  string
	email string
	team  bool
	open  int // actions that are not done
}

// rowsOf are the people of a workshop.
func rowsOf(w *workshop.Workshop, hidden bool) []row {
	open := map[workshop.ID]int{}
	for _, a := range workshop.All[workshop.Action](w) {
		if !a.Ended() {
			open[a.Owner]++
		}
	}
	var rows []row
	for _, p := range workshop.All[workshop.Person](w) {
		r := row{id: p.ID, in: w.ID, name: p.Name, code: p.Code, role: p.Role, unit: p.Unit, email: p.Email, team: p.Team, open: open[p.ID]}
		if hidden {
			r.name, r.email = p.Code, ""
		}
		rows = append(rows, r)
	}
	return rows
}

// rowsFrom are the people of all workshops.
func rowsFrom(l Lister, hidden bool) ([]row, error) {
	lines, err := l.People()
	if err != nil {
		return nil, err
	}
	rows := make([]row, len(lines))
	for i, p := range lines {
		rows[i] = row{id: p.ID, in: p.Workshop, place: p.WorkshopTitle, name: p.Name, code: p.Code}
		if hidden {
			rows[i].name = p.Code
		}
	}
	return rows, nil
}

// text is what is sorted by, and looked in, for a column.
func (r row) text(column string) string {
	switch column {
	case "name":
		return r.name
	case "code":
		return r.code
	case "role":
		return r.role
	case "unit":
		return r.unit
	case "email":
		return r.email
	case "workshop":
		return r.place
	}
	return ""
}

// names orders as people look things up; it is used on the window's goroutine only.
var names = collate.New(language.Und, collate.Loose, collate.Numeric)

// sorted puts rows in order; empty texts come last.
func sorted(rows []row, column string, down bool) {
	slices.SortStableFunc(rows, func(a, b row) int {
		c := 0
		switch column {
		case "team":
			c = yes(b.team) - yes(a.team)
		case "open":
			c = b.open - a.open
		default:
			x, y := a.text(column), b.text(column)
			if (x == "") != (y == "") {
				return yes(x == "") - yes(y == "")
			}
			c = names.CompareString(x, y)
		}
		if down {
			c = -c
		}
		if c == 0 {
			c = names.CompareString(a.name, b.name)
		}
		return c
	})
}

func yes(b bool) int {
	if b {
		return 1
	}
	return 0
}

// filtered keeps the rows in which every word is found.
func filtered(rows []row, text string) []row {
	words := strings.Fields(strings.ToLower(text))
	var out []row
	for _, r := range rows {
		hay := strings.ToLower(strings.Join([]string{r.name, r.code, r.role, r.unit, r.email, r.place}, "\n"))
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(hay, w) }) {
			out = append(out, r)
		}
	}
	return out
}

// understand reads a typed line "Name, role, unit, email": the e-mail address is found anywhere, all else goes by its place.
func understand(line string) workshop.Person {
	var p workshop.Person
	into := []*string{&p.Name, &p.Role, &p.Unit}
	for part := range strings.SplitSeq(line, ",") {
		part = strings.Join(strings.Fields(part), " ")
		switch {
		case p.Email == "" && strings.Contains(part, "@") && !strings.Contains(part, " "):
			p.Email = part
		case len(into) > 1:
			*into[0], into = part, into[1:]
		case part == "":
		case *into[0] == "":
			*into[0] = part
		default:
			*into[0] += ", " + part // the last one takes what is left: nothing is lost
		}
	}
	return p
}
