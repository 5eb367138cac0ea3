package canvas

import (
	"testing"

	"nemawashi.app/workshop"
)

func TestAPersonBehindTheUprightLineIsSplitOff(t *testing.T) {
	b := newBench(t)
	var chief workshop.ID
	b.do(func(e *workshop.Edit) error {
		chief = e.Add(&workshop.Person{Name: "Bureau chief"})
		return nil
	})
	def := builtin(t, "voice-of-people")
	fields := newCardRows(def, "").fields
	note := ""
	for _, f := range fields[1:] {
		if f.Type == "text" || f.Type == "note" {
			note = f.ID
			break
		}
	}
	for typed, want := range map[string]struct {
		text, note string
		who        any
	}{
		"The form has 9 pages | Section lead within a day @Bureau chief":     {"The form has 9 pages", "Section lead within a day", string(chief)},
		"The form has 9 pages @Bureau chief | Section lead within a day":     {"The form has 9 pages", "Section lead within a day", string(chief)},
		"The form has 9 pages | Ask @Bureau chief within a day":              {"The form has 9 pages", "Ask @Bureau chief within a day", nil},
		"The form @Lena Vogt has 9 pages | Within a day @Bureau chief":       {"The form @Lena Vogt has 9 pages", "Within a day", string(chief)},
		"The form has 9 pages | Answered by @Nobody within 4h @Bureau chief": {"The form has 9 pages", "Answered by @Nobody within 4h", string(chief)},
	} {
		l := b.desk.readLine(fields, typed)
		if l.err != nil || l.values[fields[0].ID] != want.text || l.values[note] != want.note || l.values["answered-by"] != want.who {
			t.Errorf("%q: %v %+v", typed, l.err, l.values)
		}
	}
}
