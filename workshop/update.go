package workshop

import (
	"encoding/json"
	"strings"
	"time"
)

// Update is one note of how an action goes on.
type Update struct {
	Stamp Stamp
	By    string // who wrote it, as the log of changes names them; "" where nobody is named
	Sheet bool   // it came back in a spreadsheet
	Text  string
}

// Day is the calendar date of the note where it is read.
func (u Update) Day() Date { return DateOf(u.Stamp.Time().Local()) }

// Updates are the notes that an action's field update has had, oldest first: each one that was written stays in the
// log when the next one follows. A note that only repeats the one before is listed once, and one that was taken back
// within the hour, as undo does, not at all.
func (w *Workshop) Updates(id ID) ([]Update, error) {
	past, err := w.History(id, "update")
	if err != nil {
		return nil, err
	}
	var out []Update
	for _, p := range past {
		text := ""
		if len(p.Value) > 0 {
			if err := json.Unmarshal(p.Value, &text); err != nil {
				return nil, err
			}
		}
		n := len(out)
		before := ""
		if n > 1 {
			before = out[n-2].Text
		}
		switch {
		case n > 0 && text == before && p.Stamp.Time().Sub(out[n-1].Stamp.Time()) < time.Hour:
			out = out[:n-1]
			continue
		case blank(text), n > 0 && out[n-1].Text == text:
			continue
		}
		by, from, sheet := strings.Cut(p.Author, sheetMark)
		out = append(out, Update{Stamp: p.Stamp, By: strings.TrimSpace(by), Sheet: sheet && from != "", Text: text})
	}
	return out, nil
}

// sheetMark begins the part of an author that says from which file a change came ([Session.DoFrom]).
const sheetMark = "sha256:"

// updates are the logs of a view's actions, without what its audience may not read.
func (w *Workshop) updates(actions []*Action, r *redactor) map[ID][]Update {
	out := map[ID][]Update{}
	for _, a := range actions {
		if e := w.entries[a.ID]; a.Update == "" && e.raw != "" && !strings.Contains(e.raw, `"update"`) {
			continue // nothing was ever written: its causes need not be read
		}
		log, err := w.Updates(a.ID)
		if err != nil {
			continue // the action stands there with the note that it has
		}
		for i := range log {
			r.clean(a, "update", &log[i].Text)
		}
		if len(log) > 0 {
			out[a.ID] = log
		}
	}
	return out
}
