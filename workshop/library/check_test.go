package library

import (
	"strings"
	"testing"
)

// Every way in which tables can disagree is found, and told by its place.
func TestCheckFinds(t *testing.T) {
	cases := map[string]struct{ sql, what string }{
		"a value changed":          {`UPDATE record SET doc=replace(doc, 'Agree on', 'Forget') WHERE kind='action'`, "differs from what the log"},
		"a record gone":            {`DELETE FROM record WHERE kind='card'`, "makes a record that is not there"},
		"a change gone":            {`DELETE FROM change WHERE kind='action'`, "has no change in the log"},
		"a change's value":         {`UPDATE change SET value=replace(value, 'Lena', 'Lina') WHERE kind='person'`, "differs from what the log"},
		"a change's kind":          {`UPDATE change SET kind='nonsense' WHERE kind='card'`, "does not hold together"},
		"a change's stamp":         {`UPDATE change SET stamp='noon' WHERE kind='card'`, "cannot be read"},
		"a change's parents":       {`UPDATE change SET parents='[' WHERE kind='card'`, "cannot be read"},
		"a history":                {`UPDATE record SET heads=replace(heads, 'facilitator', 'nobody') WHERE kind='action'`, "history differs"},
		"a record marked deleted":  {`UPDATE record SET alive=0 WHERE kind='action'`, "differs from what the log"},
		"a list's date":            {`UPDATE item SET date='2027-01-01' WHERE kind='action'`, "Lists do not know"},
		"a list's line gone":       {`DELETE FROM item WHERE kind='person'`, "Lists do not know"},
		"a list's line too many":   {`INSERT INTO item SELECT workshop, kind, 'x', open, date, state, number, owner, title FROM item WHERE kind='person'`, "Lists know a record that is not there"},
		"Home's line gone":         {`DELETE FROM summary`, "Home does not show"},
		"Home's count":             {`UPDATE summary SET actions_open=7`, "Home counts wrongly"},
		"the index's text":         {`UPDATE search SET title='x' WHERE kind='action'`, "Search does not know"},
		"the index's line gone":    {`DELETE FROM search WHERE kind='card'`, "Search does not know"},
		"the index's line twice":   {`INSERT INTO search(rowid, title, body, workshop, record, kind) SELECT 99, title, body, workshop, record, kind FROM search WHERE kind='action'`, "Search knows a record that is not there"},
		"a picture's bytes":        {`INSERT INTO blob VALUES('00', x'01')`, "bytes have changed"},
		"the clock set back":       {`UPDATE meta SET value='' WHERE name='stamp'`, "newer than the library's clock"},
		"the index's inner tables": {`DELETE FROM search_docsize`, "malformed inverted index"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path, _ := closed(t)
			w, err := connect(path, writing, "")
			must(t, err)
			must(t, w.Exec(c.sql))
			must(t, w.close())
			l := openWith(t, path, Options{ReadOnly: true})
			problems, err := l.Check()
			must(t, err)
			found := false
			for _, p := range problems {
				found = found || strings.Contains(p.What, c.what)
				if !strings.HasSuffix(p.Do, ".") || strings.ToUpper(p.What[:1]) != p.What[:1] {
					t.Errorf("no sentence, or nothing to do: %+v", p)
				}
				if p.Where == "" || strings.Contains(p.What+p.Where, "Lena") || strings.Contains(p.What+p.Where, "Shadow") {
					t.Errorf("not fit to be shown: %+v", p)
				}
			}
			if !found {
				t.Errorf("found %v, want %q", problems, c.what)
			}
		})
	}
}

func TestCheckOfDamagedPages(t *testing.T) {
	path := placeFor(t)
	l := open(t, path)
	sample(t, l)
	must(t, l.Synth(2, 300))
	must(t, l.Close())
	damage(t, path, 12)
	l = openWith(t, path, Options{ReadOnly: true})
	problems, err := l.Check()
	must(t, err)
	if len(problems) == 0 {
		t.Error("a damaged page was not found")
	}
}
