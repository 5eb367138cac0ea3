package library

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"
)

// span is a run of numbers of changes, both ends included.
type span struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
}

// spans are runs of numbers by device, in their order and apart from each other.
//
// A library notes those that it was never given, in meta under "absent": a copy
// is made without the answers that are being gathered, and what is salvaged may
// lack what could not be read. All other numbers have to be there.
type spans map[string][]span

func (s spans) add(device string, from, to int64) {
	list := append(s[device], span{from, to})
	if n := len(list); n > 1 && from <= list[n-2].To {
		slices.SortFunc(list, func(a, b span) int { return cmp.Compare(a.From, b.From) })
	}
	out := list[:1]
	for _, r := range list[1:] {
		if last := &out[len(out)-1]; r.From-1 <= last.To {
			last.To = max(last.To, r.To)
		} else {
			out = append(out, r)
		}
	}
	s[device] = out
}

// from is how far it goes on from a number like with that number itself, and
// whether that one is among the runs.
func (s spans) from(device string, seq int64) (to int64, in bool) {
	for _, r := range s[device] {
		if r.From <= seq && seq <= r.To {
			return r.To, true
		}
		if seq < r.From {
			return r.From - 1, false
		}
	}
	return math.MaxInt64, false
}

// words names the first few runs of a device.
func (s spans) words(device string) string {
	const few = 5
	var out []string
	for i, r := range s[device] {
		switch {
		case i == few:
			return fmt.Sprintf("%s and in %d more places", strings.Join(out, ", "), len(s[device])-few)
		case r.From == r.To:
			out = append(out, fmt.Sprint(r.From))
		default:
			out = append(out, fmt.Sprintf("%d to %d", r.From, r.To))
		}
	}
	return strings.Join(out, ", ")
}

func (s spans) count(device string) (n int64) {
	for _, r := range s[device] {
		n += r.To - r.From + 1
	}
	return n
}

// absent is what the library was never given.
func (c *conn) absent() (spans, error) {
	out := spans{}
	text, err := c.text("SELECT value FROM meta WHERE name='absent'")
	if err != nil || text == "" {
		return out, err
	}
	return out, json.Unmarshal([]byte(text), &out)
}

// noteAbsent adds the numbers that a query yields, each after its device.
func (c *conn) noteAbsent(sql string) error {
	out, err := c.absent()
	if err != nil {
		return err
	}
	err = c.each(sql, nil, func(s *sqlite3.Stmt) error {
		out.add(s.ColumnText(0), s.ColumnInt64(1), s.ColumnInt64(1))
		return nil
	})
	if err != nil || len(out) == 0 {
		return err
	}
	text, err := json.Marshal(out)
	if err != nil {
		return err
	}
	return c.set("absent", string(text))
}

// gaps are the numbers below a device's newest that no change has.
func (c *conn) gaps() (spans, error) {
	out := spans{}
	device, last := "", int64(0)
	err := c.each("SELECT device, seq FROM change ORDER BY device, seq", nil, func(s *sqlite3.Stmt) error {
		if d := s.ColumnText(0); d != device {
			device, last = d, 0
		}
		if seq := s.ColumnInt64(1); seq > last+1 {
			out.add(device, last+1, seq-1)
		}
		last = s.ColumnInt64(1)
		return nil
	})
	return out, err
}

// named are the changes that others came after and that are not there.
const named = `SELECT DISTINCT p.value->>'d', p.value->>'n' FROM change c, json_each(c.parents) p
	WHERE NOT EXISTS (SELECT 1 FROM change a WHERE a.device=p.value->>'d' AND a.seq=p.value->>'n')`

// forgive notes everything that a library made of a damaged one lacks.
func forgive(path string) error {
	c, err := connect(path, writing, "")
	if err != nil {
		return err
	}
	err = c.transact(func() error {
		gaps, err := c.gaps()
		if err != nil || len(gaps) == 0 {
			return err
		}
		text, err := json.Marshal(gaps)
		if err != nil {
			return err
		}
		return c.set("absent", string(text))
	})
	if err == nil {
		err = c.transact(func() error { return c.noteAbsent(named) })
	}
	return errors.Join(err, c.finish())
}
