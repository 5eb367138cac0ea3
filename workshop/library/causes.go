package library

import (
	"fmt"
	"maps"
	"slices"

	"github.com/ncruces/go-sqlite3"
)

// log looks at the log of changes by itself. Each device numbers its changes
// from 1 on without leaving a number out, and each change but a record's first
// names those that its author had seen: changes of the same record, made before
// it. So a row that is gone or was changed is found even where the records are
// the same with and without it.
func (k *checker) log() error {
	absent, err := k.absent()
	if damaging(err) {
		return err
	}
	if err != nil {
		k.problem("The note on what this library was never given cannot be read", "the log of changes", doRestore)
		absent = spans{}
	}
	if err := k.numbers(absent); err != nil {
		return err
	}
	if err := k.firsts(); err != nil {
		return err
	}
	return k.causes(absent)
}

// numbers finds those that no change has.
func (k *checker) numbers(absent spans) error {
	gaps, err := k.gaps()
	if err != nil {
		return err
	}
	for _, device := range slices.Sorted(maps.Keys(gaps)) {
		missing := spans{}
		for _, r := range gaps[device] {
			for seq := r.From; seq <= r.To; {
				to, known := absent.from(device, seq)
				to = min(to, r.To)
				if !known {
					missing.add(device, seq, to)
				}
				seq = to + 1
			}
		}
		switch n := missing.count(device); n {
		case 0:
		case 1:
			k.problem("A change is missing in the log: number "+missing.words(device), "device "+device, doRestore)
		default:
			k.problem(fmt.Sprintf("%d changes are missing in the log: numbers %s", n, missing.words(device)), "device "+device, doRestore)
		}
	}
	return nil
}

// firsts finds changes that came after none, and are no record's first.
func (k *checker) firsts() error {
	return k.each(`SELECT device, seq, workshop, kind, record FROM change c WHERE parents IS NULL AND (field<>'' OR verb='delete')
		AND NOT EXISTS (SELECT 1 FROM change e WHERE e.workshop=c.workshop AND e.record=c.record AND e.verb='erase')`, nil, func(s *sqlite3.Stmt) error {
		k.problem("The change does not say which one it came after", changeAt(s), doRestore)
		return nil
	})
}

// causes finds changes that came after what cannot be.
func (k *checker) causes(absent spans) error {
	return k.each(`SELECT c.device, c.seq, c.workshop, c.kind, c.record, p.value->>'d', p.value->>'n',
			a.workshop IS NOT c.workshop OR a.record IS NOT c.record, a.device IS NULL
		FROM change c, json_each(CASE WHEN json_valid(c.parents) THEN c.parents END) p
		LEFT JOIN change a ON a.device=p.value->>'d' AND a.seq=p.value->>'n'
		WHERE a.device IS NULL OR a.workshop<>c.workshop OR a.record<>c.record OR a.stamp>=c.stamp`, nil, func(s *sqlite3.Stmt) error {
		device, seq := s.ColumnText(5), s.ColumnInt64(6)
		_, known := absent.from(device, seq)
		what := "The change came after one that was made later"
		switch {
		case s.ColumnBool(8) && known:
			return nil
		case s.ColumnBool(8):
			what = fmt.Sprintf("The change came after one that is missing in the log: number %d of device %s", seq, device)
		case s.ColumnBool(7):
			what = "The change came after one of another record"
		}
		k.problem(what, changeAt(s), doRestore)
		return nil
	})
}

// changeAt says which change a row begins with.
func changeAt(s *sqlite3.Stmt) string {
	return fmt.Sprintf("workshop %s, %s %s, change %d of device %s", s.ColumnText(2), s.ColumnText(3), s.ColumnText(4), s.ColumnInt64(1), s.ColumnText(0))
}
